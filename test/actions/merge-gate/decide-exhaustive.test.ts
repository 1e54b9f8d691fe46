// Every combination of what the decision looks at. What is text or a list counts by the class that the decision tells apart:
// empty or not, and of a reason the decision that it leads to alone, which `decide.test.ts` holds for each code.
import { describe, expect, test } from "vitest";
import {
  decide,
  type Mode,
  type PullRequestFacts,
  type TaskFinding,
} from "../../../actions/merge-gate/decide.ts";
import {
  because,
  type Decision,
  DECISION_CODES,
  type DecisionCode,
} from "../../../src/handover/decision.ts";

const HEAD = "a".repeat(40);
const OTHER = "b".repeat(40);
const flags = [true, false];

const proven: TaskFinding = { task: "price", kind: "proven" };
const against = (code: DecisionCode): TaskFinding => ({
  task: "cost",
  kind: "reason",
  reason: because(code, "found"),
});

/** One code of each decision that a finding leads to, and the one that depends on more. */
const CLASSES: readonly DecisionCode[] = [
  "evidence_missing",
  "not_passed",
  "partial_selection",
  "inputs_changed",
  "checks_pending",
  "story_unbuilt",
];

const findings: readonly (readonly TaskFinding[])[] = [
  [],
  [proven],
  ...CLASSES.flatMap((code) => [[against(code)], [proven, against(code)]]),
];
const lists = [[], ["x"]];
const checks = [[], [because("checks_pending", "a")], [because("check_failed", "b")]];
const refusals = [null, "Commits must be signed.", "Pull Request has merge conflicts", ""];
const heads = [[HEAD], [OTHER], []];

interface Case {
  readonly facts: PullRequestFacts;
  readonly mode: Mode;
}

/** Handed to `look` one by one: there are more than a million. */
function ofAll(look: (one: Case) => void): number {
  let count = 0;
  for (const isOpen of flags)
    for (const isMerged of flags)
      for (const isFork of flags)
        for (const isDraft of flags)
          for (const isOurs of flags)
            for (const isGiven of flags)
              for (const concernsPipeline of flags)
                for (const verifiedHeads of heads)
                  for (const outOfScope of lists)
                    for (const unbuiltStories of lists)
                      for (const conflicts of lists)
                        for (const tasks of findings)
                          for (const check of checks)
                            for (const refusal of refusals)
                              for (const mode of ["merge", "status-only"] as const) {
                                count += 1;
                                const facts = {
                                  isOpen,
                                  isMerged,
                                  isFork,
                                  isDraft,
                                  isOurs,
                                  isGiven,
                                  head: HEAD,
                                  verifiedHeads,
                                  concernsPipeline,
                                  outOfScope,
                                  tasks,
                                  unbuiltStories,
                                  conflicts,
                                  checks: check,
                                  refusal,
                                };
                                look({ facts, mode });
                              }
  return count;
}

/** Whether all that was asked for is shown: of this head, and of nothing but what evidence can show. */
function isProven({ facts }: Case): boolean {
  const { tasks, verifiedHeads, outOfScope, unbuiltStories, conflicts, checks: open } = facts;
  return (
    tasks.length > 0 &&
    tasks.every(({ kind }) => kind === "proven") &&
    verifiedHeads.length > 0 &&
    verifiedHeads.every((head) => head === HEAD) &&
    [outOfScope, unbuiltStories, conflicts, open].every(({ length }) => length === 0)
  );
}

/** Whether those who may say no have not said it. */
function isWanted({ facts, mode }: Case): boolean {
  const { isOpen, isMerged, isFork, isDraft, isOurs, concernsPipeline, refusal } = facts;
  return (
    isOpen &&
    !isMerged &&
    !isFork &&
    !isDraft &&
    isOurs &&
    concernsPipeline &&
    refusal === null &&
    mode === "merge"
  );
}

interface Rule {
  readonly rule: string;
  readonly isBroken: (decision: Decision, one: Case) => boolean;
}

const rules: readonly Rule[] = [
  {
    rule: "nothing but full proof leads to a merge, and full proof to nothing else",
    isBroken: ({ kind }, one) => (kind === "merge") !== (isProven(one) && isWanted(one)),
  },
  {
    rule: "the status is a success only where all is proven or nothing is to be",
    isBroken: ({ status }, one) =>
      status?.state === "success" &&
      one.facts.concernsPipeline &&
      one.facts.tasks.length > 0 &&
      !isProven(one),
  },
  {
    rule: "whatever keeps it open has a reason",
    isBroken: ({ kind, reasons }) => !["merge", "nothing"].includes(kind) && reasons.length === 0,
  },
  {
    rule: "what waits, or is to be looked at, says so in the status",
    isBroken: ({ kind, status }) => kind !== "nothing" && status === null,
  },
  {
    rule: "of what is no business of this run nothing is said",
    isBroken: ({ status }, { facts }) =>
      (facts.isMerged || !facts.isOpen || facts.isFork) && status !== null,
  },
];

describe("of all that can be found", () => {
  const broken = new Map<string, Case[]>(rules.map(({ rule }) => [rule, []]));
  const count = ofAll((one) => {
    const decision = decide(one.facts, one.mode);
    for (const { rule, isBroken } of rules) {
      const found = broken.get(rule)!;
      if (found.length < 3 && isBroken(decision, one)) found.push(one);
    }
  });

  test("more than a million combinations were looked at", () => {
    expect(count).toBeGreaterThan(1_000_000);
  });

  test.each(rules)("$rule", ({ rule }) => {
    expect(broken.get(rule)).toEqual([]);
  });

  test.each(DECISION_CODES)("no %s beside any proof is merged", (code) => {
    for (const refusal of refusals)
      for (const check of checks)
        for (const isGiven of flags) {
          const facts: PullRequestFacts = {
            isOpen: true,
            isMerged: false,
            isFork: false,
            isDraft: false,
            isOurs: true,
            isGiven,
            head: HEAD,
            verifiedHeads: [HEAD],
            concernsPipeline: true,
            outOfScope: [],
            unbuiltStories: [],
            conflicts: [],
            checks: check,
            refusal,
            tasks: [proven, against(code), proven],
          };
          expect(decide(facts, "merge").kind).not.toBe("merge");
        }
  });
});
