/** Why GitHub does not merge: what one sentence of its answer says. */
export const REFUSAL_KINDS = [
  "base_modified",
  /** A conflict, or GitHub has not computed yet whether there is one. */
  "not_mergeable",
  "conflict",
  "queue_required",
  "method_not_allowed",
  "check_missing",
  "review_missing",
  "unknown",
] as const;
export type RefusalKind = (typeof REFUSAL_KINDS)[number];

export interface Refusal {
  readonly kind: RefusalKind;
  /** In GitHub's words. */
  readonly said: string;
}

export const BASE_MODIFIED = "Base branch was modified. Review and try the merge again.";

/**
 * GitHub tells its reasons apart by nothing but these sentences. Each is read as a whole, its names only in quotes: a check
 * that is named `merge-conflict` is no conflict.
 */
const SENTENCES: readonly (readonly [Exclude<RefusalKind, "unknown">, RegExp])[] = [
  ["base_modified", /^Base branch was modified\. Review and try the merge again\.?$/],
  ["not_mergeable", /^Pull Request is not mergeable\.?$/],
  ["conflict", /^Pull Request has merge conflicts\.?$/],
  ["queue_required", /^Changes must be made through the merge queue\.?$/],
  ["queue_required", /^This repository uses a merge queue\.?$/],
  [
    "method_not_allowed",
    /^(?:Merge commits|Squash merges|Rebase merges) are not allowed on this repository\.?$/,
  ],
  ["method_not_allowed", /^This branch must not contain merge commits\.?$/],
  [
    "check_missing",
    /^Required status check "[^\n]*" is (?:expected|pending|queued|in progress|failing)\.?$/,
  ],
  [
    "check_missing",
    /^\d+ of \d+ required status checks (?:have not succeeded: \d+ \w+(?:(?:,| and|, and) \d+ \w+)*|are (?:expected|pending|queued|in progress|failing))\.?$/,
  ],
  [
    "review_missing",
    /^At least \d+ approving reviews? (?:is|are) required by reviewers with write access\.?$/,
  ],
  ["review_missing", /^Waiting on code owner review from [^\n]+$/],
  ["review_missing", /^Changes requested by reviewers with write access\.?$/],
  ["review_missing", /^New changes require approval from someone other than the last pusher\.?$/],
  [
    "review_missing",
    /^(?:A conversation|All comments|All conversations) must be resolved(?: before this pull request can be merged)?\.?$/,
  ],
];

/** With rulesets a headline stands above the reasons. */
const HEADLINE = /^Repository rule violations found:?(?:\s+|$)/;

/** What an answer says, sentence by sentence; never empty. */
export function refusalsIn(message: string): readonly Refusal[] {
  const lines = message
    .trim()
    .replace(HEADLINE, "")
    .split("\n")
    .map((line) => line.replace(/^-\s+/, "").trim())
    .filter((line) => line !== "");
  if (lines.length === 0) return [{ kind: "unknown", said: message.trim() }];
  return lines.map((said) => ({
    kind: SENTENCES.find(([, sentence]) => sentence.test(said))?.[0] ?? "unknown",
    said,
  }));
}

export function isBaseModified(message: string): boolean {
  return refusalsIn(message).every(({ kind }) => kind === "base_modified");
}

/** What GitHub says as well while it still computes: right after a push, and for a moment only. */
export function isPassing(message: string): boolean {
  return refusalsIn(message).every(({ kind }) => kind === "not_mergeable");
}
