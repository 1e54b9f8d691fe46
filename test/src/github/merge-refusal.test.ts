import { describe, expect, test } from "vitest";
import {
  BASE_MODIFIED,
  isBaseModified,
  isPassing,
  REFUSAL_KINDS,
  refusalsIn,
  type RefusalKind,
} from "../../../src/github/merge-refusal.ts";

const HEADLINE = "Repository rule violations found";

const sentences: readonly (readonly [said: string, kind: RefusalKind])[] = [
  [BASE_MODIFIED, "base_modified"],
  ["Pull Request is not mergeable", "not_mergeable"],
  ["Pull Request has merge conflicts", "conflict"],
  ["Changes must be made through the merge queue", "queue_required"],
  ["Changes must be made through the merge queue.", "queue_required"],
  ["Squash merges are not allowed on this repository.", "method_not_allowed"],
  ["Merge commits are not allowed on this repository", "method_not_allowed"],
  ["Rebase merges are not allowed on this repository.", "method_not_allowed"],
  ["This branch must not contain merge commits.", "method_not_allowed"],
  ['Required status check "test" is expected.', "check_missing"],
  ['Required status check "test" is in progress.', "check_missing"],
  ['Required status check "test" is failing.', "check_missing"],
  ["2 of 2 required status checks have not succeeded: 1 expected and 1 pending.", "check_missing"],
  ["3 of 5 required status checks have not succeeded: 1 expected.", "check_missing"],
  ["2 of 2 required status checks are in progress.", "check_missing"],
  ["At least 1 approving review is required by reviewers with write access.", "review_missing"],
  ["At least 2 approving reviews are required by reviewers with write access.", "review_missing"],
  ["Waiting on code owner review from octo-org/owners.", "review_missing"],
  ["New changes require approval from someone other than the last pusher.", "review_missing"],
  ["A conversation must be resolved before this pull request can be merged.", "review_missing"],
  // Names say nothing, whatever words they hold.
  ['Required status check "merge-conflict" is expected.', "check_missing"],
  ['Required status check "is not mergeable" is failing.', "check_missing"],
  ['Required status check "a" b "merge queue" is expected.', "check_missing"],
  ["Waiting on code owner review from merge-conflict.", "review_missing"],
  // Only whole sentences are read.
  ["The merge queue is required", "unknown"],
  ["There is a conflict", "unknown"],
  ["I say: Pull Request is not mergeable", "unknown"],
  ["Pull Request is not mergeable, says the rule", "unknown"],
  ["Commits must have verified signatures.", "unknown"],
  ["", "unknown"],
];

describe("GitHub does not merge because", () => {
  test.each(sentences)("%j: %s", (said, kind) => {
    expect(refusalsIn(said)).toEqual([{ kind, said }]);
  });

  test("each kind has a sentence", () => {
    expect(new Set(sentences.map(([, kind]) => kind))).toEqual(new Set(REFUSAL_KINDS));
  });

  test.each([
    `${HEADLINE}\n\nChanges must be made through the merge queue\n\nCommits must be signed.\n\n`,
    `${HEADLINE}: Changes must be made through the merge queue\nCommits must be signed.`,
    `${HEADLINE}\n\n- Changes must be made through the merge queue\n- Commits must be signed.`,
  ])("several rules are told one by one: %j", (message) => {
    expect(refusalsIn(message)).toEqual([
      { kind: "queue_required", said: "Changes must be made through the merge queue" },
      { kind: "unknown", said: "Commits must be signed." },
    ]);
  });

  test("a headline alone is quoted", () => {
    expect(refusalsIn(HEADLINE)).toEqual([{ kind: "unknown", said: HEADLINE }]);
  });
});

test.each([
  { said: BASE_MODIFIED, modified: true, passing: false },
  { said: "Pull Request is not mergeable", modified: false, passing: true },
  { said: `Pull Request is not mergeable\n${BASE_MODIFIED}`, modified: false, passing: false },
  {
    said: 'Required status check "base branch was modified" is expected.',
    modified: false,
    passing: false,
  },
])(
  "$said: tried again at once $modified, after a pause $passing",
  ({ said, modified, passing }) => {
    expect(isBaseModified(said)).toBe(modified);
    expect(isPassing(said)).toBe(passing);
  },
);
