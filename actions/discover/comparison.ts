import { assertNever } from "../../src/foundation/errors.ts";
import type { Trigger } from "../../src/runner/trigger.ts";

/** What a run asks about, as far as its event and its inputs say it. Names are branches, tags, refs or commit ids. */
export type Comparison =
  | { readonly kind: "nothing"; readonly because: string }
  /** Already on the target branch: compared with what was there before; nothing is left to merge. */
  | { readonly kind: "landed"; readonly before: string | null; readonly after: string }
  /** To be merged into `base`: compared with the merge base of the two. */
  | {
      readonly kind: "proposed";
      readonly head: Side;
      readonly base: string;
      readonly pullRequest: number | null;
    };

export interface Side {
  readonly name: string;
  /** What it is called when nothing has that name. */
  readonly otherwise: string | null;
}

export interface Override {
  /** Empty where the event decides. */
  readonly base: string;
  readonly head: string;
}

export function comparisonOf(trigger: Trigger, override: Override): Comparison {
  const asked = byEvent(trigger);
  if (override.base === "" && override.head === "") return asked;
  const head = override.head === "" ? headOf(asked) : { name: override.head, otherwise: null };
  if (head === null) return asked;
  return {
    kind: "proposed",
    head,
    base: override.base || baseOf(asked, trigger.defaultBranch),
    // Another head than that of the pull request is not the pull request.
    pullRequest:
      asked.kind === "proposed" && (override.head === "" || override.head === asked.head.name)
        ? asked.pullRequest
        : null,
  };
}

function byEvent(trigger: Trigger): Comparison {
  const defaultBranch = branchRef(trigger.defaultBranch);
  switch (trigger.kind) {
    case "pull_request":
      return {
        kind: "proposed",
        // The commit of the event is gone when the branch was rewritten and cleaned up since.
        head: { name: trigger.headSha, otherwise: `refs/pull/${trigger.number}/head` },
        // Its present tip: the commit that the event names may be long out of date.
        base: branchRef(trigger.baseBranch),
        pullRequest: trigger.number,
      };
    case "push":
      if (trigger.after === null) return { kind: "nothing", because: "the ref was deleted" };
      return trigger.branch === trigger.defaultBranch
        ? { kind: "landed", before: trigger.before, after: trigger.after }
        : proposed(trigger.after, defaultBranch);
    case "merge_group":
      return proposed(trigger.headSha, trigger.baseSha);
    case "dispatch":
      // What is on the default branch differs from it in nothing.
      return trigger.branch === trigger.defaultBranch
        ? { kind: "landed", before: trigger.sha, after: trigger.sha }
        : proposed(trigger.sha, defaultBranch);
    case "other":
      return proposed(trigger.sha, defaultBranch);
    default:
      return assertNever(trigger);
  }
}

function proposed(head: string, base: string): Comparison {
  return { kind: "proposed", head: { name: head, otherwise: null }, base, pullRequest: null };
}

/** null where there is nothing to look at. */
export function headOf(comparison: Comparison): Side | null {
  if (comparison.kind === "nothing") return null;
  return comparison.kind === "landed"
    ? { name: comparison.after, otherwise: null }
    : comparison.head;
}

function baseOf(comparison: Comparison, defaultBranch: string): string {
  return comparison.kind === "proposed" ? comparison.base : branchRef(defaultBranch);
}

export function branchRef(branch: string): string {
  return `refs/heads/${branch}`;
}
