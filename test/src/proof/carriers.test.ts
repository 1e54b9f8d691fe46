import { expect, test } from "vitest";
import { carriersAmong, type NoCarrier, tellingTests } from "../../../src/proof/carriers.ts";
import type { CollectedTest, ReportedTest } from "../../../src/proof/pytest-report.ts";

interface Marked {
  readonly id: string;
  readonly criteria?: readonly string[];
  readonly outcome?: ReportedTest["outcome"] | "absent";
}

function judged(tests: readonly Marked[], vacuousTests: readonly string[] = []) {
  const { carrying, others } = carriersAmong({
    collected: tests.map(({ id, criteria = ["AC-1"] }): CollectedTest => ({
      id,
      file: "tests/test_story.py",
      line: 1,
      source: null,
      criteria,
    })),
    results: tests.flatMap(({ id, outcome = "passed" }): ReportedTest[] =>
      outcome === "absent" ? [] : [{ id, outcome, seconds: 0, message: null, details: null }],
    ),
    vacuousTests,
  });
  return {
    carrying: carrying.map(({ id }) => id),
    others: Object.fromEntries(others.map(({ test: { id }, why }) => [id, why])),
  };
}

const MANY = ["AC-1", "AC-2", "AC-3", "AC-4"];

test.each<{ when: string; test: Marked; vacuous?: readonly string[]; why: NoCarrier | null }>([
  { when: "it passed", test: { id: "a" }, why: null },
  { when: "it carries three criteria", test: { id: "a", criteria: MANY.slice(1) }, why: null },
  {
    when: "it carries one twice",
    test: { id: "a", criteria: [...MANY.slice(1), "AC-2"] },
    why: null,
  },
  { when: "another is vacuous", test: { id: "a" }, vacuous: ["ab"], why: null },
  { when: "it carries four criteria", test: { id: "a", criteria: MANY }, why: "too many criteria" },
  { when: "it is vacuous", test: { id: "a" }, vacuous: ["b", "a"], why: "vacuous" },
  { when: "it failed", test: { id: "a", outcome: "failed" }, why: "not passed" },
  { when: "it was skipped", test: { id: "a", outcome: "skipped" }, why: "not passed" },
  { when: "it erred", test: { id: "a", outcome: "error" }, why: "not passed" },
  { when: "it has no result", test: { id: "a", outcome: "absent" }, why: "not passed" },
  {
    when: "it failed and is vacuous and carries four",
    test: { id: "a", criteria: MANY, outcome: "failed" },
    vacuous: ["a"],
    why: "not passed",
  },
])("a marked test carries its criteria where $when: $why", ({ test: one, vacuous, why }) => {
  expect(judged([one], vacuous)).toEqual(
    why === null ? { carrying: ["a"], others: {} } : { carrying: [], others: { a: why } },
  );
});

test("a test without mark is neither", () => {
  expect(judged([{ id: "a", criteria: [] }])).toEqual({ carrying: [], others: {} });
});

test("each case of a parametrised test counts for itself", () => {
  const cases = [
    { id: "a[1]" },
    { id: "a[2]", outcome: "failed" as const },
    { id: "a[3]", criteria: MANY },
  ];
  expect(judged([...cases, { id: "a[4]" }], ["a[4]"])).toEqual({
    carrying: ["a[1]"],
    others: { "a[2]": "not passed", "a[3]": "too many criteria", "a[4]": "vacuous" },
  });
});

test.each([
  { ids: ["a", "b"], vacuous: [], telling: ["a", "b"] },
  { ids: ["b", "a"], vacuous: ["a"], telling: ["b"] },
  { ids: ["a"], vacuous: ["a", "c"], telling: [] },
])("of $ids without $vacuous, $telling tell a stub", ({ ids, vacuous, telling }) => {
  expect(tellingTests(ids, vacuous)).toEqual(telling);
});
