import { describe, expect, test } from "vitest";
import { parseConfig } from "../../../src/config/config.ts";
import { contradictionsIn, type Known, RULES } from "../../../src/evidence/contradictions.ts";
import {
  type Evidence,
  type ItemResult,
  OUTCOMES,
  type TestResult,
} from "../../../src/evidence/evidence.ts";
import { inputsDigestOf } from "../../../src/evidence/verification-inputs.ts";
import {
  exampleResult,
  mutantResult,
  notPassedEvidence,
  passedEvidence,
  someInputs,
  stubResult,
} from "../../support/evidence.ts";

const settings = parseConfig(null);
const known: Known = { task: "price", entry: "price", settings, claimsStory: true };

const withInputs = (inputs: Evidence["inputs"]): Partial<Evidence> => ({
  inputs,
  inputsDigest: inputs === null ? null : inputsDigestOf(inputs),
});

const id = "tests/test_story.py::test_it";
const result: TestResult = { id, outcome: "passed", seconds: 0, criteria: ["AC-1"], message: null };
const tests = { expected: 1, selected: 1, passed: 1, failed: 0, errors: 0, skipped: 0, flaky: 0 };
const item: ItemResult = { line: "- x=1 → 2", criteria: ["AC-1"], state: "shown" };
const mutants = (killed: number, survived: number): Partial<Evidence> => ({
  mutants: [
    ...Array.from({ length: killed }, () => mutantResult()),
    ...Array.from({ length: survived }, () => mutantResult({ outcome: "survived" })),
    mutantResult({ outcome: "set_aside" }),
    mutantResult({ outcome: "unknown" }),
  ],
  mutationScore: killed / (killed + survived),
});
const criterion = (example: Parameters<typeof exampleResult>[0], carriers = [id]) => ({
  criteria: { "AC-1": { tests: carriers, example: exampleResult(example) } },
});

/** As verify writes it where a folder was made from a story, and everything was tried. */
const honest: Evidence = passedEvidence("price", {
  inputs: someInputs({ mutants: 25, reruns: 2 }),
  results: [result],
  tests,
  stubs: [stubResult(), stubResult({ kind: "something", outcome: "unknown" })],
  items: [item, { line: "- 1.0", criteria: [], state: "not_testable" }],
  rules: "present",
  ...mutants(3, 1),
  ...criterion({ state: "executed", call: "f(1)", expected: "2" }),
});

const failed: Evidence = notPassedEvidence("price", {
  results: [{ ...result, outcome: "failed" }],
  tests: { ...tests, passed: 0, failed: 1 },
});

const twoTests = [result, { ...result, id: `${id}[2]` }];

interface Row {
  readonly rule: string;
  readonly given: Partial<Evidence>;
  readonly of?: Evidence;
  readonly know?: Known;
}

const rows: readonly Row[] = [
  { rule: "it lies in the folder of another task", given: {}, know: { task: "cost" } },
  { rule: "it lies in the artifact of another task", given: {}, know: { entry: "cost" } },
  { rule: "it lies in the artifact of another task", given: {}, know: { entry: "cost_pr-7_" } },
  { rule: "it lies in the artifact of another task", given: {}, know: { entry: "price_pr-7" } },
  {
    rule: "inputsDigest is not the digest of inputs",
    given: { inputsDigest: inputsDigestOf(someInputs({ python: "3.13.0" })) },
  },
  { rule: "inputsDigest is not the digest of inputs", given: { inputsDigest: null } },
  {
    rule: "inputsDigest is not the digest of inputs",
    of: failed,
    given: { inputs: null },
  },
  {
    rule: "isolation is not that of inputs",
    given: withInputs(someInputs({ isolation: "none" })),
  },
  { rule: "verdict and reasons disagree", given: { reasons: [{ code: "flaky", message: "" }] } },
  { rule: "verdict and reasons disagree", given: { verdict: "failed" } },
  { rule: "verdict and reasons disagree", given: { verdict: "unproven" } },
  ...OUTCOMES.map((outcome) => ({
    rule: "tests does not count the results",
    of: failed,
    given: { results: [{ ...result, outcome }], tests: { ...tests, passed: 0 } },
  })),
  {
    rule: "tests does not count the results",
    given: { tests: { ...tests, failed: 1 } },
  },
  {
    rule: "a test has two results",
    given: { results: [result, result], tests: { ...tests, expected: 2, selected: 2, passed: 2 } },
  },
  {
    rule: "more tests have a result than were selected",
    given: { results: twoTests, tests: { ...tests, expected: 2, passed: 2 } },
  },
  {
    rule: "more tests were selected than expected",
    given: { tests: { ...tests, selected: 2 } },
  },
  { rule: "mutationScore is not that of the mutants", given: { mutationScore: 0.9 } },
  { rule: "mutationScore is not that of the mutants", given: { mutationScore: null } },
  { rule: "mutationScore is not that of the mutants", of: failed, given: { mutationScore: 1 } },
  { rule: "replay and what differs disagree", given: { replay: "differs" } },
  {
    rule: "replay and what differs disagree",
    given: { replay: "same", replayDifferences: [{ path: "src/a.py", how: "was changed" }] },
  },
  { rule: "passed without inputs", given: withInputs(null) },
  { rule: "passed on a selection", given: withInputs(someInputs({ selection: 1 })) },
  {
    rule: "passed without isolation",
    given: { isolation: "none", ...withInputs(someInputs({ isolation: "none" })) },
  },
  {
    rule: "passed although not every expected test passed",
    given: { tests: { ...tests, expected: 2 } },
  },
  {
    rule: "passed although not every expected test passed",
    given: {
      results: [],
      tests: { ...tests, expected: 0, selected: 0, passed: 0 },
      items: null,
      criteria: null,
    },
    know: { claimsStory: false },
  },
  ...(
    [
      { outcome: "failed", count: { failed: 1 } },
      { outcome: "error", count: { errors: 1 } },
      { outcome: "skipped", count: { skipped: 1 } },
    ] as const
  ).map(({ outcome, count }) => ({
    rule: "passed although not every expected test passed",
    given: {
      results: [result, { ...result, id: `${id}[2]`, outcome }],
      tests: { ...tests, expected: 2, selected: 2, ...count },
    },
  })),
  { rule: "passed although a test is flaky", given: { tests: { ...tests, flaky: 1 } } },
  ...(["passed", "error", "skipped", "absent"] as const).map((outcome) => ({
    rule: "passed although the canary did not fail",
    given: { canary: { outcome } },
  })),
  { rule: "passed although not every stub was noticed", given: { stubs: null } },
  {
    rule: "passed although not every stub was noticed",
    given: { stubs: [stubResult(), stubResult({ outcome: "survived" })] },
  },
  {
    rule: "passed although not every stub was noticed",
    given: { stubs: [stubResult(), stubResult({ name: "cost", outcome: "unknown" })] },
  },
  {
    rule: "passed although no mutant was tried",
    given: { mutants: null, mutationScore: null },
  },
  {
    rule: "passed although fewer mutants were noticed than the config demands",
    given: mutants(2, 3),
  },
  {
    rule: "passed although the criteria of its story were not checked",
    given: { items: null, criteria: null },
  },
  {
    rule: "passed although the criteria of its story were not checked",
    given: { items: null, criteria: {} },
  },
  {
    rule: "passed although a line of the story is not covered",
    given: { items: [{ ...item, state: "uncovered" }] },
  },
  {
    rule: "passed although a criterion of the story's lines has no entry",
    given: { items: [{ ...item, criteria: ["AC-1", "AC-2"] }] },
  },
  {
    rule: "passed although a criterion has no test that is marked with it",
    given: criterion({}, []),
  },
  {
    rule: "passed although a criterion has no test that is marked with it",
    given: criterion({}, [id, `${id}[2]`]),
  },
  {
    rule: "passed although a criterion has no test that is marked with it",
    given: { results: [{ ...result, criteria: [] }] },
  },
  {
    rule: "passed although an example of the story was not checked",
    given: criterion({ state: "unchecked", why: "it was not run" }),
  },
  {
    rule: "passed although an example gave another answer than the story's",
    given: criterion({ state: "executed", expected: "2", got: "3" }),
  },
];

describe("a document that only one rule refuses:", () => {
  test.each(rows)("$rule", ({ rule, given, of = honest, know = {} }) => {
    expect(contradictionsIn({ ...of, ...given }, { ...known, ...know })).toEqual([rule]);
  });

  test("each rule has one", () => {
    expect([...new Set(rows.map(({ rule }) => rule))]).toEqual(
      RULES.map(({ contradiction }) => contradiction),
    );
  });
});

describe("no rule refuses", () => {
  test.each<{ what: string; of: Evidence; know?: Known }>([
    { what: "all that was tried of a story's code", of: honest },
    {
      what: "a folder that was made by hand",
      of: passedEvidence("price"),
      know: { claimsStory: false },
    },
    {
      what: "an entry of a task that two pull requests change",
      of: honest,
      know: { entry: "price_pr-7_" },
    },
    { what: "an entry of several tasks", of: honest, know: { entry: "_shard-001" } },
    { what: "code without anything public", of: { ...honest, stubs: [] } },
    {
      what: "a stub that does what the code does",
      of: { ...honest, stubs: [stubResult({ kind: "emptied", outcome: "set_aside" })] },
    },
    {
      what: "code without anything to change",
      of: { ...honest, mutants: [], mutationScore: null },
    },
    { what: "too few answers of mutants for a share", of: { ...honest, ...mutants(1, 2) } },
    { what: "just as many mutants as the config demands", of: { ...honest, ...mutants(2, 2) } },
    {
      what: "few mutants by settings that the base does not have any more",
      of: {
        ...honest,
        ...mutants(2, 3),
        ...withInputs(someInputs({ mutants: 25, config: `sha256:${"0".repeat(64)}` })),
      },
    },
    {
      what: "a design by the older rules",
      of: { ...honest, items: null, rules: "older" },
    },
    {
      what: "an example by its values",
      of: { ...honest, ...criterion({ state: "literals", why: "files" }) },
    },
  ])("$what", ({ of, know = {} }) => {
    expect(contradictionsIn(of, { ...known, ...know })).toEqual([]);
  });

  test.each<{ what: string; given: Partial<Evidence> }>([
    {
      what: "without isolation",
      given: { isolation: "none", ...withInputs(someInputs({ isolation: "none" })) },
    },
    { what: "that ended before its inputs were known", given: withInputs(null) },
    { what: "whose canary passed", given: { canary: { outcome: "passed" } } },
    { what: "whose stubs were not tried", given: { stubs: null } },
    { what: "whose stubs survived", given: { stubs: [stubResult({ outcome: "survived" })] } },
    { what: "whose mutants survived", given: mutants(1, 4) },
    { what: "whose mutants were not tried", given: withInputs(someInputs({ mutants: 5 })) },
    { what: "of some tests only", given: withInputs(someInputs({ selection: 1 })) },
    { what: "of fewer tests than expected", given: { tests: { ...failed.tests, expected: 7 } } },
    { what: "of flaky tests", given: { tests: { ...failed.tests, flaky: 1 } } },
    { what: "whose criteria were not checked", given: { criteria: null } },
    { what: "with an example that failed", given: criterion({ state: "executed", got: "3" }) },
    { what: "with a criterion that nothing shows", given: criterion({ state: "unchecked" }, []) },
    {
      what: "with a line that is not covered",
      given: { items: [{ ...item, state: "uncovered" }] },
    },
  ])("what did not pass and tells of a run $what", ({ given }) => {
    expect(contradictionsIn({ ...failed, ...given }, known)).toEqual([]);
  });
});

test("what is not known is not compared", () => {
  const low = { ...passedEvidence("price"), ...mutants(0, 4) };
  expect(contradictionsIn(low)).toEqual([]);
});
