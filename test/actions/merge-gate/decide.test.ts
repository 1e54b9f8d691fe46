import { describe, expect, test } from "vitest";
import {
  countHolding,
  decide,
  decideGroup,
  type PullRequestFacts,
} from "../../../actions/merge-gate/decide.ts";
import { BASE_MODIFIED } from "../../../src/github/merge-refusal.ts";
import {
  because,
  DECISION_CODES,
  type DecisionCode,
  type DecisionKind,
  type DecisionReason,
} from "../../../src/handover/decision.ts";

const head = "a".repeat(40);

const facts = (overrides: Partial<PullRequestFacts> = {}): PullRequestFacts => ({
  isOpen: true,
  isMerged: false,
  isFork: false,
  isDraft: false,
  isOurs: true,
  head,
  verifiedHeads: [head],
  isGiven: false,
  concernsPipeline: true,
  outOfScope: [],
  tasks: [{ task: "price", kind: "proven" }],
  unbuiltStories: [],
  conflicts: [],
  checks: [],
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
    when: "the proof is of no head",
    given: { verifiedHeads: [] },
    kind: "hold",
    status: "failure",
    codes: ["evidence_missing"],
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
  ...[
    { when: "a rule forbids the merge", refusal: "Commits must be signed.", code: "protected" },
    { when: "the base never rests", refusal: BASE_MODIFIED, code: "base_moved" },
    {
      when: "the base has a merge queue",
      refusal: "Changes must be made through the merge queue",
      code: "queue_required",
    },
    {
      when: "a check is missing, whatever its name is",
      refusal: 'Required status check "merge-conflict" is expected.',
      code: "check_missing",
    },
    {
      when: "a review is missing",
      refusal: "At least 1 approving review is required by reviewers with write access.",
      code: "review_missing",
    },
  ].map(({ when, refusal, code }) => ({
    when,
    given: { refusal },
    kind: "wait",
    status: "success",
    codes: DECISION_CODES.filter((each) => each === code),
  })),
  {
    when: "a check that the config waits for is not done",
    given: { checks: [because("checks_pending", "tests.yml runs")] },
    kind: "wait",
    status: "pending",
    codes: ["checks_pending"],
  },
  {
    when: "one such check failed, and another one is not done",
    given: { checks: [because("checks_pending", "a"), because("check_failed", "b")] },
    kind: "hold",
    status: "failure",
    codes: ["check_failed", "checks_pending"],
  },
  {
    when: "a story has no code, and the run that was to make it has ended",
    given: { unbuiltStories: ["meta/stories/a.json"], isGiven: true },
    kind: "hold",
    status: "failure",
    codes: ["story_unbuilt"],
  },
  {
    when: "a story has no code that passed, and another attempt may make it",
    given: { unbuiltStories: ["meta/stories/a.json"], isGiven: true, ...finding("not_passed") },
    kind: "retry",
    status: "failure",
    codes: ["not_passed", "story_unbuilt"],
  },
  {
    when: "a story has no task yet, and a rule forbids the merge",
    given: { unbuiltStories: ["x"], refusal: "Commits must be signed." },
    kind: "wait",
    status: "pending",
    codes: ["story_unbuilt", "protected"],
  },
  {
    when: "the way to merge is not allowed",
    given: { refusal: "Squash merges are not allowed on this repository." },
    kind: "hold",
    status: "failure",
    codes: ["method_refused"],
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

/** What each code leads to where it is the only one. Whoever changes a line changes what is merged, or who is asked. */
const ALONE: Readonly<Record<DecisionCode, Exclude<DecisionKind, "merge">>> = {
  evidence_missing: "hold",
  evidence_invalid: "hold",
  evidence_stale: "hold",
  not_passed: "retry",
  test_overruled: "hold",
  story_unclear: "hold",
  inputs_changed: "reverify",
  head_moved: "nothing",
  out_of_scope: "hold",
  bad_mode: "hold",
  not_ours: "nothing",
  fork: "nothing",
  draft: "nothing",
  closed: "nothing",
  conflict: "hold",
  protected: "wait",
  base_moved: "wait",
  queue_required: "wait",
  queued: "wait",
  method_refused: "hold",
  check_missing: "wait",
  review_missing: "wait",
  checks_pending: "wait",
  check_failed: "hold",
  check_not_started: "hold",
  story_unbuilt: "wait",
  human_commits: "hold",
  replay_differs: "hold",
  replay_unavailable: "hold",
  attempts_exhausted: "hold",
  budget_exhausted: "hold",
  no_progress: "hold",
  flaky: "hold",
  partial_selection: "nothing",
  dispatch_refused: "hold",
  merged_differently: "hold",
  already_merged: "nothing",
};

const STATE = {
  hold: "failure",
  retry: "failure",
  nothing: null,
  reverify: "pending",
  wait: "pending",
} as const;

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

  test.each(Object.entries(ALONE))("%s alone: %s", (code, kind) => {
    const isCode = (each: string): each is DecisionCode => each === code;
    const reason = because(DECISION_CODES.find(isCode)!, "found");
    const state = STATE[kind];
    const status = state === null ? null : { state, description: `${code}: ${kind}` };
    expect(decide(facts(finding(reason.code)), "merge")).toEqual({
      kind,
      reasons: [reason],
      status,
    });
  });

  test("every code has its row", () => {
    expect(Object.keys(ALONE)).toEqual([...DECISION_CODES]);
  });

  test.each<{ given: Partial<PullRequestFacts>; said: string | undefined }>([
    { given: {}, said: "1 task proven" },
    { given: { isDraft: true }, said: "1 task proven" },
    {
      given: { tasks: ["a", "b"].map((task) => ({ task, kind: "proven" })) },
      said: "2 tasks proven",
    },
    { given: { tasks: [] }, said: "No task to prove" },
    { given: { concernsPipeline: false }, said: "No generated task" },
    { given: { outOfScope: ["x"] }, said: "out_of_scope: hold" },
    { given: { outOfScope: ["x", "y"] }, said: "out_of_scope (and 1 more): hold" },
    {
      given: { unbuiltStories: ["x"], ...finding("not_passed"), conflicts: ["y"] },
      said: "conflict (and 2 more): hold",
    },
    {
      given: { refusal: 'Required status check "test" is expected.' },
      said: "1 task proven; check_missing: wait",
    },
    { given: { isOpen: false }, said: undefined },
  ])("the status says: $said", ({ given, said }) => {
    expect(decide(facts(given), "merge").status?.description).toBe(said);
  });

  test("the status says where merging is left to people", () => {
    expect(decide(facts({}), "status-only").status?.description).toBe(
      "1 task proven; merging is left to people",
    );
  });

  test.each<{ given: Partial<PullRequestFacts>; said: string }>([
    { given: { isMerged: true }, said: "The pull request is merged already" },
    { given: { isOpen: false }, said: "The pull request is closed" },
    { given: { isFork: true }, said: "The pull request comes from another repository" },
    {
      given: { verifiedHeads: [head, "b".repeat(40)] },
      said: `${"b".repeat(40)} was verified, and the head is ${head} now`,
    },
    { given: { isOurs: false }, said: "It does not carry the label `agent-pipeline`" },
    { given: { isDraft: true }, said: "It is a draft" },
    { given: { refusal: "Rule" }, said: "GitHub does not merge it: Rule" },
  ])("a person reads: $said", ({ given, said }) => {
    expect(decide(facts(given), "merge").reasons.map(({ message }) => message)).toEqual([said]);
  });

  test.each([
    { count: 49, listed: 49, last: "generated/48 is deleted" },
    { count: 50, listed: 50, last: "generated/49 is deleted" },
    { count: 51, listed: 50, last: "and 2 more" },
    { count: 6_000, listed: 50, last: "and 5951 more" },
  ])("says of $count faults no more than a page can hold", ({ count, listed, last }) => {
    const outOfScope = Array.from({ length: count }, (_, index) => `generated/${index} is deleted`);
    const { reasons } = decide(facts({ outOfScope }), "merge");
    expect(reasons).toHaveLength(listed);
    expect(reasons.at(-1)).toEqual(because("out_of_scope", last));
  });

  test("what is not listed is counted under the code of the first that is not", () => {
    const given = facts({
      outOfScope: Array.from({ length: 49 }, (_, index) => `generated/${index} is deleted`),
      unbuiltStories: ["x", "y"],
    });
    expect(decide(given, "merge").reasons.at(-1)).toEqual(because("story_unbuilt", "and 2 more"));
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

const found = (...reasons: readonly DecisionReason[]): Partial<PullRequestFacts> => ({
  tasks: reasons.map((reason) => ({ task: "a", kind: "reason", reason })),
});

// A lost job is asked for once more only where nothing but lost jobs holds the pull request.
describe("countHolding", () => {
  const lost = because("evidence_missing", "");
  test.each<{ when: string; given: Partial<PullRequestFacts>; count: number }>([
    { when: "all is proven", given: {}, count: 0 },
    { when: "a job was lost", given: found(lost), count: 1 },
    {
      when: "another task did not pass",
      given: found(lost, because("not_passed", "")),
      count: 1,
    },
    { when: "two jobs were lost", given: found(lost, lost), count: 2 },
    {
      when: "a file is out of scope as well",
      given: { ...found(lost), outOfScope: ["x"] },
      count: 2,
    },
    {
      when: "GitHub refuses, which is nothing that was found",
      given: { refusal: "Squash merges are not allowed on this repository." },
      count: 0,
    },
    {
      when: "a story has no code, and no run will make it",
      given: { unbuiltStories: ["x"], isGiven: true },
      count: 1,
    },
  ])("$count where $when", ({ given, count }) => {
    expect(countHolding(facts(given))).toBe(count);
  });
});

describe("decideGroup", () => {
  test.each<{ when: string; given: Partial<PullRequestFacts>; state: string; said: string }>([
    { when: "all is proven", given: {}, state: "success", said: "1 task proven" },
    {
      when: "it is none of the pipeline's business",
      given: { concernsPipeline: false, tasks: [] },
      state: "success",
      said: "No generated task",
    },
    {
      when: "nothing is to be proven",
      given: { tasks: [] },
      state: "success",
      said: "No task to prove",
    },
    {
      when: "other files change as well",
      given: { outOfScope: ["README.md"] },
      state: "success",
      said: "1 task proven",
    },
    ...DECISION_CODES.map((code) => ({
      when: `a task has ${code}`,
      given: finding(code),
      state: "failure",
      said: `${code}: not to be merged`,
    })),
    {
      when: "several things are wrong",
      given: { ...finding("not_passed"), conflicts: ["a"], unbuiltStories: ["b"] },
      state: "failure",
      said: "not_passed (and 2 more): not to be merged",
    },
  ])("$state when $when", ({ given, state, said }) => {
    const { kind, status } = decideGroup(facts(given));
    expect({ kind, status }).toEqual({ kind: "nothing", status: { state, description: said } });
  });
});
