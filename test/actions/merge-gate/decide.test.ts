import { describe, expect, test } from "vitest";
import { decide, type PullRequestFacts } from "../../../actions/merge-gate/decide.ts";
import { because, DECISION_CODES, type DecisionCode } from "../../../src/handover/decision.ts";

const head = "a".repeat(40);

const facts = (overrides: Partial<PullRequestFacts> = {}): PullRequestFacts => ({
  isOpen: true,
  isMerged: false,
  isFork: false,
  isDraft: false,
  isOurs: true,
  head,
  verifiedHeads: [head],
  concernsPipeline: true,
  outOfScope: [],
  tasks: [{ task: "price", kind: "proven" }],
  unbuiltStories: [],
  conflicts: [],
  refusal: null,
  ...overrides,
});

const finding = (code: DecisionCode): Partial<PullRequestFacts> => ({
  tasks: [
    { task: "price", kind: "proven" },
    { task: "cost", kind: "reason", reason: because(code, "found") },
  ],
});

interface Row {
  readonly when: string;
  readonly given: Partial<PullRequestFacts>;
  readonly mode?: "status-only";
  readonly kind: string;
  readonly status: string | null;
  readonly codes?: readonly DecisionCode[];
}

const rows: readonly Row[] = [
  { when: "all is proven, ours and mergeable", given: {}, kind: "merge", status: "success" },
  {
    when: "all is proven, but it is not ours",
    given: { isOurs: false },
    kind: "nothing",
    status: "success",
    codes: ["not_ours"],
  },
  {
    when: "all is proven, but it is a draft",
    given: { isDraft: true },
    kind: "nothing",
    status: "success",
    codes: ["draft"],
  },
  {
    when: "all is proven, but the gate only posts",
    given: {},
    mode: "status-only",
    kind: "nothing",
    status: "success",
  },
  {
    when: "it changes neither a story nor generated/",
    given: { concernsPipeline: false, tasks: [], verifiedHeads: [], outOfScope: ["x is no task"] },
    kind: "nothing",
    status: "success",
  },
  {
    when: "nothing is wrong, but nothing was proven either",
    given: { tasks: [] },
    kind: "nothing",
    status: "success",
  },
  {
    when: "base and head changed the same story",
    given: { conflicts: ["meta/stories/a.json"] },
    kind: "hold",
    status: "failure",
    codes: ["conflict"],
  },
  {
    when: "it is merged",
    given: { isMerged: true, isOpen: false },
    kind: "nothing",
    status: null,
    codes: ["already_merged"],
  },
  {
    when: "it is closed",
    given: { isOpen: false },
    kind: "nothing",
    status: null,
    codes: ["closed"],
  },
  {
    when: "it comes from a fork",
    given: { isFork: true },
    kind: "nothing",
    status: null,
    codes: ["fork"],
  },
  {
    when: "the head moved",
    given: { verifiedHeads: ["b".repeat(40)], ...finding("evidence_missing") },
    kind: "nothing",
    status: null,
    codes: ["head_moved"],
  },
  {
    when: "only some tests were run",
    given: finding("partial_selection"),
    kind: "nothing",
    status: null,
    codes: ["partial_selection"],
  },
  {
    when: "a story has no task yet",
    given: { unbuiltStories: ["x"] },
    kind: "wait",
    status: "pending",
    codes: ["story_unbuilt"],
  },
  {
    when: "a rule forbids the merge",
    given: { refusal: "Required status check is expected." },
    kind: "wait",
    status: "pending",
    codes: ["protected"],
  },
  {
    when: "an input changed",
    given: finding("inputs_changed"),
    kind: "reverify",
    status: "pending",
    codes: ["inputs_changed"],
  },
  {
    when: "a task did not pass",
    given: finding("not_passed"),
    kind: "retry",
    status: "failure",
    codes: ["not_passed"],
  },
  {
    when: "evidence is missing",
    given: finding("evidence_missing"),
    kind: "hold",
    status: "failure",
    codes: ["evidence_missing"],
  },
  {
    when: "evidence is invalid",
    given: finding("evidence_invalid"),
    kind: "hold",
    status: "failure",
    codes: ["evidence_invalid"],
  },
  {
    when: "evidence is stale",
    given: finding("evidence_stale"),
    kind: "hold",
    status: "failure",
    codes: ["evidence_stale"],
  },
  {
    when: "head and base conflict",
    given: finding("conflict"),
    kind: "hold",
    status: "failure",
    codes: ["conflict"],
  },
  {
    when: "GitHub calls it unmergeable",
    given: { refusal: "Pull Request is not mergeable" },
    kind: "hold",
    status: "failure",
    codes: ["conflict"],
  },
  {
    when: "a file has a bad mode",
    given: finding("bad_mode"),
    kind: "hold",
    status: "failure",
    codes: ["bad_mode"],
  },
  {
    when: "another file changed as well",
    given: { outOfScope: ["README.md"] },
    kind: "hold",
    status: "failure",
    codes: ["out_of_scope"],
  },
  {
    when: "one task did not pass and another has no evidence: a person comes before the model",
    given: {
      tasks: [
        { task: "a", kind: "reason", reason: because("not_passed", "") },
        { task: "b", kind: "reason", reason: because("evidence_missing", "") },
      ],
    },
    kind: "hold",
    status: "failure",
    codes: ["evidence_missing", "not_passed"],
  },
  {
    when: "there is one reason of each kind: the strongest decides, and none is hidden",
    given: {
      unbuiltStories: ["x"],
      outOfScope: ["README.md"],
      tasks: [
        { task: "a", kind: "reason", reason: because("inputs_changed", "") },
        { task: "b", kind: "reason", reason: because("partial_selection", "") },
        { task: "c", kind: "reason", reason: because("not_passed", "") },
      ],
    },
    kind: "hold",
    status: "failure",
    codes: ["out_of_scope", "not_passed", "partial_selection", "inputs_changed", "story_unbuilt"],
  },
  {
    when: "a draft that is not ours did not pass: what is wrong is said all the same",
    given: { isDraft: true, isOurs: false, ...finding("not_passed") },
    kind: "retry",
    status: "failure",
    codes: ["not_passed"],
  },
];

describe("decide", () => {
  test.each(rows)("$kind when $when", ({ given, mode, kind, status, codes = [] }) => {
    const decision = decide(facts(given), mode ?? "merge");
    expect({
      kind: decision.kind,
      status: decision.status?.state ?? null,
      codes: decision.reasons.map(({ code }) => code),
    }).toEqual({ kind, status, codes });
  });

  test.each(DECISION_CODES)("never merges with the reason %s", (code) => {
    expect(decide(facts(finding(code)), "merge").kind).not.toBe("merge");
  });

  test("says of thousands of faults no more than a page can hold", () => {
    const outOfScope = Array.from({ length: 6_000 }, (_, index) => `generated/${index} is deleted`);
    const { reasons } = decide(facts({ outOfScope }), "merge");
    expect(reasons).toHaveLength(50);
    expect(reasons.at(-1)?.message).toBe("and 5951 more");
  });

  test("names every task that keeps it from being merged", () => {
    const tasks = ["a", "b"].map((task) => ({
      task,
      kind: "reason" as const,
      reason: because("not_passed", task),
    }));
    expect(decide(facts({ tasks }), "merge").reasons.map(({ message }) => message)).toEqual([
      "a",
      "b",
    ]);
  });
});
