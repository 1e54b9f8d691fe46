import { describe, expect, test } from "vitest";
import type { Evidence } from "../../../src/evidence/evidence.ts";
import type { Reason } from "../../../src/evidence/reasons.ts";
import { markdown } from "../../../src/telling/markdown.ts";
import { plain, plainLine } from "../../../src/telling/plain.ts";
import {
  checksOf,
  notPassedLine,
  reasonAnnotations,
  testsByFunction,
  verdictInFull,
  verdictLine,
  verdictsAtAGlance,
} from "../../../src/telling/verdict-words.ts";
import {
  exampleResult,
  mutantResult,
  notPassedEvidence,
  passedEvidence,
  stubResult,
} from "../../support/evidence.ts";

const RUN = "https://github.com/o/r/actions/runs/7";

const survivor = mutantResult({
  file: "src/a.py",
  change: "< becomes <=",
  outcome: "survived",
});

const failing = notPassedEvidence("price", {
  reasons: [
    { code: "test_failed", message: "assert 1 == 2\nin line 3", file: "tests/a.py", line: 3 },
    { code: "test_failed", message: "assert 2 == 3" },
    { code: "timeout", message: "60 s are over", file: "tests/a.py" },
  ],
  tests: { expected: 3, selected: 3, passed: 1, failed: 2, errors: 0, skipped: 0, flaky: 0 },
  stubs: [
    stubResult(),
    stubResult({ kind: "something", outcome: "set_aside" }),
    stubResult({ name: "total", outcome: "survived" }),
  ],
  vacuousTests: ["tests/test_story.py::test_it"],
  unreached: [{ name: "Box.lid", file: "src/a.py", range: [4, 1, 5, 9] }],
  mutants: [
    ...Array.from({ length: 3 }, () => mutantResult()),
    survivor,
    mutantResult({ outcome: "unknown" }),
    mutantResult({ outcome: "set_aside" }),
    mutantResult({ outcome: "set_aside", why: "only what is logged changes" }),
    mutantResult({ outcome: "set_aside", why: "a tolerance" }),
    mutantResult({ outcome: "set_aside", why: "a tolerance" }),
  ],
  criteria: {
    "AC-1": { tests: ["t"], example: exampleResult() },
    "AC-2": { tests: [], example: exampleResult({ state: "unchecked" }) },
    "AC-3": { tests: ["t"], example: null },
    "AC-4": { tests: ["t"], example: exampleResult({ state: "executed" }) },
    "AC-5": { tests: ["t"], example: exampleResult({ state: "executed", got: "2" }) },
  },
  items: [
    { line: "1", criteria: ["AC-1"], state: "shown" },
    { line: "2", criteria: [], state: "not_testable" },
    { line: "3", criteria: [], state: "uncovered" },
  ],
  rules: "present",
  seconds: { total: 12.34, tests: 1, stubs: 2, mutants: 3 },
});

const CHECKS = [
  "tests     1 of 3 tests passed, without network, secrets or your files",
  "canary    a test that must fail ran among them, and failed: this run could go red",
  "stubs     1 of 2 noticed: functions and classes replaced by empty ones",
  "mutants   3 of 5 noticed: small changes to the code; 1 gave no answer; 4 set aside: only what is logged changes (1), a tolerance (2)",
  "criteria  4 of 5 have a test that passed",
  "examples  executed 2 of 4; 1 gave another answer than the story's; 1 by their values in the tests; 1 not checked",
  "story     lines covered: 2 of 3; not shown by tests: 1",
];

describe("one line", () => {
  test.each([
    [passedEvidence("price"), "price: passed, 1 of 1 test passed, 1.0 s"],
    [failing, "price: failed (test_failed × 2, timeout), 1 of 3 tests passed, 12.3 s"],
  ])("of a task", (evidence, line) => {
    expect(plainLine(verdictLine(evidence))).toBe(line);
  });

  test("of a job that is red", () => {
    expect(plainLine(notPassedLine(["price"], "evidence-price", 2))).toBe(
      "Not passed: price. The evidence is in the artifact evidence-price. 2 more findings stand in it, besides those shown here.",
    );
    expect(plainLine(notPassedLine(["price", "shop"], "evidence-_all"))).toBe(
      "Not passed: price, shop. The evidence is in the artifact evidence-_all.",
    );
  });
});

function linesOf(evidence: Evidence): string[] {
  return plain(verdictInFull(evidence, "evidence-price").blocks);
}

describe("a task in full", () => {
  test("that has not passed: tests, reasons, checks, what went by them, and where the rest is", () => {
    expect(linesOf(failing)).toEqual([
      "✔ tests/test_story.py::test_it (0.010 s)",
      "test_failed: assert 1 == 2 in line 3",
      "test_failed: assert 2 == 3",
      "timeout: 60 s are over",
      ...CHECKS,
      "vacuous: tests/test_story.py::test_it passes although everything public does nothing",
      "not reached: src/a.py:4: Box.lid",
      "not noticed: src/a.py:7: < becomes <=",
      "The whole evidence is in the artifact evidence-price.",
    ]);
  });

  test("that has passed", () => {
    expect(linesOf(passedEvidence("price"))).toEqual([
      "✔ tests/test_story.py::test_it (0.010 s)",
      "tests   1 of 1 test passed, without network, secrets or your files",
      "canary  a test that must fail ran among them, and failed: this run could go red",
      "stubs   1 of 1 noticed: functions and classes replaced by empty ones",
    ]);
  });

  test("counts what is too much to list", () => {
    const [first] = failing.results;
    const lines = linesOf({
      ...failing,
      results: Array.from({ length: 203 }, () => first!),
      reasons: Array.from({ length: 54 }, () => failing.reasons[1]!),
      vacuousTests: Array.from({ length: 15 }, () => "t"),
      unreached: Array.from({ length: 12 }, () => failing.unreached![0]!),
      mutants: Array.from({ length: 16 }, () => survivor),
    });
    expect(lines.filter((line) => line.startsWith("…"))).toEqual([
      "… and 3 more tests",
      "… and 4 more reasons",
      "… and 5 more vacuous tests",
      "… and 2 more that nothing reached",
      "… and 6 more that were not noticed",
    ]);
  });
});

describe("the checks", () => {
  test("that were made are named, and no other", () => {
    const evidence = passedEvidence("price", { stubs: null, canary: { outcome: "absent" } });
    expect(plain(checksOf({ ...evidence, isolation: "none" }))).toEqual([
      "tests  1 of 1 test passed, NOT isolated",
    ]);
    expect(checksOf({ ...evidence, results: [] })).toEqual([]);
  });

  test("of a design of an older version say that its story was not gone through", () => {
    const criteria = { "AC-1": { tests: ["t"], example: exampleResult() } };
    const evidence = passedEvidence("price", { criteria, rules: "older" });
    expect(plain(checksOf(evidence)).slice(-2)).toEqual([
      "examples  1 of 1 stand in the tests with the story's own values",
      "story     the design is of an older version, which names no lines: nothing is said of them",
    ]);
  });
});

function result(id: string, outcome: "passed" | "failed"): Evidence["results"][number] {
  return { id, outcome, seconds: 0, criteria: [], message: null };
}

test("tests by function: parametrised ones together, those of the story's own file by name alone", () => {
  const evidence = passedEvidence("price", {
    results: [
      result("tests/test_story.py::test_net[1-2]", "passed"),
      result("tests/test_story.py::test_net[::\n]", "failed"),
      result("tests/test_more.py::TestPrice::test_gross", "passed"),
    ],
  });
  expect(plain([testsByFunction(evidence)])).toEqual([
    "FAILED  1/2  test_net",
    "passed  1/1  tests/test_more.py::TestPrice::test_gross",
  ]);
});

test("annotations stand beside the file and the line, with the whole message", () => {
  expect(reasonAnnotations(failing)).toEqual([
    {
      message: "assert 1 == 2\nin line 3",
      at: { title: "price: test_failed", file: "generated/price/tests/a.py", line: 3 },
    },
    { message: "assert 2 == 3", at: { title: "price: test_failed" } },
    {
      message: "60 s are over",
      at: { title: "price: timeout", file: "generated/price/tests/a.py" },
    },
  ]);
});

describe("an annotation says what the message does not", () => {
  const [result] = passedEvidence("price").results;
  const items = [
    { line: "- 0 gives 0", criteria: ["AC-1"], state: "shown" as const },
    { line: "- other", criteria: ["AC-2"], state: "shown" as const },
  ];
  const evidence = { results: [result!], items };
  const test_ = result!.id;
  test.each<[string, Partial<Reason>, string]>([
    ["the line of its own", { item: "* 1 gives 2" }, "m\nThe story says: 1 gives 2"],
    ["the line that its test was to show", { test: test_ }, "m\nThe story says: 0 gives 0"],
    ["no line of a test that shows none", { test: "tests/other.py::test_it" }, "m"],
    ["what was expected and came", { expected: "4", got: "5" }, "m\nexpected 4, got 5"],
    [
      "nothing twice",
      { message: 'says "a \\"b\\"": 4, not 5', item: '- a "b"', expected: "4", got: "5" },
      'says "a \\"b\\"": 4, not 5',
    ],
    ["a line as letters alone", { item: "::error::x" }, "m\nThe story says: ::error::x"],
  ])("%s", (_, given, message) => {
    const reason = { code: "test_failed" as const, message: "m", ...given };
    const [annotation] = reasonAnnotations(notPassedEvidence("price", { reason, ...evidence }));
    expect(annotation?.message).toBe(message);
  });
});

test("annotations hold no sign that reorders or hides", () => {
  const evidence = notPassedEvidence("price", {
    reason: { code: "test_failed", message: "right\u202eleft\u0007" },
  });
  expect(reasonAnnotations(evidence)[0]?.message).toBe("right�left�");
});

test("a page of a job whose tasks have all passed says nothing", () => {
  const place = { artifact: "evidence-_all", runUrl: RUN };
  expect(verdictsAtAGlance([passedEvidence("fee"), passedEvidence("tax")], place)).toEqual([]);
});

test("all tasks of a job on one page", () => {
  const blocks = verdictsAtAGlance([passedEvidence("fee"), failing], {
    artifact: "evidence-_all",
    runUrl: RUN,
  });
  expect(markdown(blocks, 10_000)).toBe(`### Verification

| task | verdict | reasons | tests passed | time |
|---|---|---|---|---|
| fee | ✅ passed |  | 1 of 1 | 1.0 s |
| price | ❌ failed | \`test_failed\` × 2, \`timeout\` | 1 of 3 | 12.3 s |

<details><summary>price: failed (<code>test_failed</code> × 2, <code>timeout</code>), 1 of 3 tests passed, 12.3 s</summary>

- \`test_failed\`: assert 1 == 2 in line 3
- \`test_failed\`: assert 2 == 3
- \`timeout\`: 60 s are over

</details>

Evidence and JUnit reports: [artifact evidence&#45;&#95;all](${RUN}#artifacts), one folder for each task.`);
});

test.each([
  { replay: "same", changed: 0, said: "its transcript makes the same files again" },
  { replay: "other_version", changed: 0, said: "made by another version: nothing can be said" },
  { replay: "differs", changed: 1, said: "edited since it was made: src/0.py was changed" },
  { replay: "differs", changed: 7, said: /src\/4\.py was changed, and 2 more$/ },
] as const)("a replay: $replay, $changed files", ({ replay, changed, said }) => {
  const replayDifferences = Array.from({ length: changed }, (_, index) => ({
    path: `src/${index}.py`,
    how: "was changed",
  }));
  const lines = plain(checksOf(passedEvidence("price", { replay, replayDifferences })));
  expect(lines.find((line) => line.startsWith("replay"))).toMatch(said);
});
