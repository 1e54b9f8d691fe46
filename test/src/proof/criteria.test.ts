import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Contract, ContractCriterion } from "../../../src/contract/contract.ts";
import type { Reason } from "../../../src/evidence/reasons.ts";
import { checkCriteria, type TestFacts } from "../../../src/proof/criteria.ts";
import { missingNames, missingValues } from "../../../src/proof/example-literals.ts";
import type { CollectedTest, ReportedTest } from "../../../src/proof/pytest-report.ts";
import type { Literal, WrittenTest } from "../../../src/proof/syntax-report.ts";
import { decimal } from "../../../src/story/decimal.ts";
import { readExample } from "../../../src/story/examples.ts";
import { type Item, storyItems } from "../../../src/story/items.ts";
import { counterexample } from "../../support/counterexample.ts";
import { exampleResult } from "../../support/evidence.ts";

/** Reasons by code and message alone. */
const told = (reasons: readonly Reason[]) =>
  reasons.map(({ code, message }) => ({ code, message }));

const FILE = "tests/test_story.py";

const criterion = (id: string, source: string): ContractCriterion => ({
  id,
  source,
  reading: readExample(source),
  execution: null,
});

/** A contract by the older rules, which ask of examples that their values stand in the tests. */
const older = (contract: Pick<Contract, "criteria" | "items">): Contract => ({
  rules: "older",
  notTestable: new Map(),
  imports: [],
  functions: [],
  ...contract,
});

/** What a story demands that says no more than these lines. */
const demanding = (...lines: readonly string[]): readonly Item[] =>
  storyItems({ acceptance: lines }).items;

const number = (text: string): Literal => ({ kind: "number", text, role: "expected" });
const string = (text: string): Literal => ({ kind: "string", text, role: "expected" });
const name = (text: string): Literal => ({ kind: "name", text, role: "expected" });
const empty = (text: string): Literal => ({ kind: "empty", text, role: "expected" });
const as = (literal: Literal, role: Literal["role"]): Literal => ({ ...literal, role });

interface Test {
  /** The node id without its file. */
  readonly id?: string;
  /** By which name its function is written; the id without parameters where it is not given. */
  readonly written?: string;
  readonly marks?: readonly string[];
  readonly outcome?: ReportedTest["outcome"];
  readonly literals?: readonly Literal[];
}

function factsOf(...tests: readonly Test[]): TestFacts {
  const whole = tests.map(({ id = "test_a", ...more }) => ({ id: `${FILE}::${id}`, ...more }));
  return {
    collected: whole.map(({ id, marks = ["AC-1"] }): CollectedTest => ({
      id,
      file: FILE,
      line: 1,
      source: null,
      criteria: marks,
    })),
    results: whole.map(({ id, outcome = "passed" }): ReportedTest => ({
      id,
      outcome,
      seconds: 0,
      message: null,
      details: null,
    })),
    vacuous: new Set(),
    examples: new Map(),
    written: tests.map(
      ({ id = "test_a", written = id.split("[")[0]!, literals = [] }): WrittenTest => ({
        file: FILE,
        name: written,
        line: 1,
        first: 1,
        certain: true,
        literals,
        calls: [],
      }),
    ),
  };
}

describe("a criterion", () => {
  const says = [criterion("AC-1", "It is small.")];

  test.each<{ when: string; given: readonly Test[]; tests: readonly string[] }>([
    { when: "one test carries it", given: [{}], tests: ["test_a"] },
    {
      when: "one of several marks names it",
      given: [{ marks: ["AC-7", "AC-1"] }],
      tests: ["test_a"],
    },
    {
      when: "several tests carry it, of which one failed",
      given: [{ id: "test_a" }, { id: "test_b", outcome: "failed" }, { id: "test_c" }],
      tests: ["test_a", "test_c"],
    },
    {
      when: "it is carried with parameters",
      given: [{ id: "test_a[1-2]" }],
      tests: ["test_a[1-2]"],
    },
  ])("is shown where $when", ({ given, tests }) => {
    expect(checkCriteria(older({ criteria: says, items: [] }), factsOf(...given))).toEqual({
      criteria: { "AC-1": { tests: tests.map((id) => `${FILE}::${id}`), example: null } },
      items: null,
      reasons: [],
    });
  });

  test.each<{ when: string; given: readonly Test[] }>([
    { when: "there is no test", given: [] },
    { when: "no test carries it", given: [{ marks: [] }] },
    { when: "a test carries another", given: [{ marks: ["AC-10", "ac-1"] }] },
    { when: "its test failed", given: [{ outcome: "failed" }] },
    { when: "its test was skipped", given: [{ outcome: "skipped" }] },
    { when: "its test erred", given: [{ outcome: "error" }] },
  ])("is not shown where $when", ({ given }) => {
    expect(checkCriteria(older({ criteria: says, items: [] }), factsOf(...given))).toEqual({
      criteria: { "AC-1": { tests: [], example: null } },
      items: null,
      reasons: [
        {
          code: "criterion_untested",
          message:
            'AC-1 ("It is small.") has no passing test that carries @pytest.mark.criterion("AC-1")',
          item: "It is small.",
        },
      ],
    });
  });

  test("is not shown by a test that was collected and has no result", () => {
    const facts = { ...factsOf({}), results: [] };
    expect(checkCriteria(older({ criteria: says, items: [] }), facts).reasons).toHaveLength(1);
  });

  test("whose test is missing is told once, and not for its values as well", () => {
    const criteria = [criterion("AC-1", "x=1 → 2")];
    const { reasons } = checkCriteria(
      older({ criteria, items: demanding("- x=1 → 2") }),
      factsOf(),
    );
    expect(reasons.map(({ code }) => code)).toEqual(["criterion_untested"]);
  });
});

/** What of an example does not stand in a test that holds these literals. */
function missingIn(line: string, literals: readonly Literal[]): readonly string[] {
  const reading = readExample(line);
  if (reading.kind !== "read") throw new Error(`${line} is no example`);
  return missingValues(reading.example, literals);
}

const isFoundAlone = ([value, places]: [number: number, places: number]) => {
  const written = (value / 10 ** places).toFixed(places);
  const forms = [`${written}${places > 0 ? "00" : ".0"}`, `${value}e-${places}`, written];
  const found = forms.every((form) => missingIn(`x=${written} → 'a'`, [number(form)])[0] === "a");
  const other = number(`${value + 1}e-${places}`);
  return found && missingIn(`x=${written} → 'a'`, [other]).length === 2;
};

describe("a value of an example", () => {
  test.each<{ line: string; literals: readonly Literal[]; missing: readonly string[] }>([
    // Numbers
    { line: "x=1 → 2", literals: [number("1"), number("2")], missing: [] },
    { line: "x=1 → 2", literals: [number("1")], missing: ["2"] },
    { line: "x=1 → 2", literals: [], missing: ["1", "2"] },
    { line: "x=0.50 → 1000", literals: [number(".5"), number("1e3")], missing: [] },
    { line: "x=-1 → 1", literals: [number("1")], missing: ["-1"] },
    { line: "x=1 → 2", literals: [string("1"), string("2.0")], missing: [] },
    { line: "x=1 → 2", literals: [string("1 2")], missing: [] },
    { line: "x=1 → 2", literals: [string("add 1,2;")], missing: [] },
    { line: "x=1 → 2", literals: [string("1x2")], missing: ["1", "2"] },
    { line: "x=1 → 2", literals: [number("1 2")], missing: ["1", "2"] },
    { line: "x=1 → 2", literals: [name("1"), name("2")], missing: ["1", "2"] },
    { line: "x=1 → 2", literals: [number("12"), number("21")], missing: ["1", "2"] },
    // Texts
    { line: "'ab' → 'cd'", literals: [string("ab"), string("cd")], missing: [] },
    { line: "'ab' → 'cd'", literals: [string("an ab, and (cd)!")], missing: [] },
    { line: "'ab' → 'cd'", literals: [string("abcd")], missing: ["ab", "cd"] },
    { line: "'ab' → 'cd'", literals: [string("xab ab"), string("cdx cd")], missing: [] },
    { line: "'ab' → 'cd'", literals: [string("xab"), string("cdx")], missing: ["ab", "cd"] },
    { line: "'ab' → 'cd'", literals: [string("ab_"), string("écd")], missing: ["ab", "cd"] },
    { line: "'ab' → 'cd'", literals: [name("ab"), empty("cd")], missing: ["ab", "cd"] },
    { line: "'1.0' → 'a'", literals: [number("1"), string("a")], missing: [] },
    { line: "'1.0' → 'a'", literals: [number("2"), string("a")], missing: ["1.0"] },
    { line: "'x' → 'a'", literals: [number("2"), string("a")], missing: ["x"] },
    { line: "'' → 'a'", literals: [string(""), string("a")], missing: [] },
    { line: "'' → 'a'", literals: [string("a")], missing: [""] },
    // Names
    { line: "x=1 → raises ValueError", literals: [number("1"), name("ValueError")], missing: [] },
    { line: "x=1 → raises ValueError", literals: [number("1"), string("ValueError")], missing: [] },
    {
      line: "x=1 → raises ValueError",
      literals: [number("1"), name("builtins.ValueError")],
      missing: [],
    },
    {
      line: "x=1 → raises ValueError",
      literals: [number("1"), name("MyValueError")],
      missing: ["ValueError"],
    },
    {
      line: "x=1 → raises ValueError",
      literals: [number("1"), empty("ValueError")],
      missing: ["ValueError"],
    },
    { line: "f(1) → True", literals: [number("1"), name("True")], missing: [] },
    // Empty collections
    { line: "f([]) → 1", literals: [empty("list"), number("1")], missing: [] },
    { line: "f([]) → 1", literals: [string(""), number("1")], missing: [] },
    { line: "f([]) → 1", literals: [string("[]"), number("1")], missing: [""] },
    // What stands twice in a line is one value.
    { line: "x=1 → 1", literals: [], missing: ["1"] },
    { line: "x=1 → '1'", literals: [], missing: ["1", "1"] },
  ])("$line in $literals lacks $missing", ({ line, literals, missing }) => {
    expect(missingIn(line, literals)).toEqual(missing);
  });

  test.each<{ given: Literal["role"]; expected: Literal["role"]; missing: readonly string[] }>([
    { given: "given", expected: "expected", missing: [] },
    { given: "expected", expected: "expected", missing: [] },
    { given: "other", expected: "expected", missing: ["1"] },
    { given: "given", expected: "given", missing: ["2"] },
    { given: "given", expected: "other", missing: ["2"] },
    { given: "other", expected: "other", missing: ["1", "2"] },
  ])(
    "is shown by its place in the test: given as $given, expected as $expected, lacks $missing",
    ({ given, expected, missing }) => {
      const literals = [as(number("1"), given), as(number("2"), expected)];
      expect(missingIn("x=1 → 2", literals)).toEqual(missing);
    },
  );

  test("that stands on both sides has to be expected, and is told once", () => {
    expect(missingIn("x=1 → 1", [as(number("1"), "given")])).toEqual(["1"]);
    expect(missingIn("x=1 → 1", [as(number("1"), "other")])).toEqual(["1"]);
  });

  test.each<{ line: string; literals: readonly Literal[]; missing: readonly string[] }>([
    {
      line: 'raises ValueError with "NO"',
      literals: [name("ValueError"), string("NO")],
      missing: [],
    },
    { line: 'raises ValueError with "NO"', literals: [], missing: ["ValueError", "NO"] },
    {
      line: 'raises ValueError with "NO"',
      literals: [name("ValueError"), string("NOT")],
      missing: ["NO"],
    },
    { line: 'It says "NO"', literals: [string("code: NO.")], missing: [] },
    { line: 'It says "NO"', literals: [as(string("NO"), "other")], missing: [] },
    { line: 'It takes "NO"', literals: [as(string("NO"), "given")], missing: [] },
    { line: 'It says ""', literals: [string("")], missing: [] },
    { line: 'It says ""', literals: [string("a")], missing: [""] },
    { line: "It is small", literals: [], missing: [] },
    { line: '"x" → "NO"', literals: [], missing: [] },
    { line: '{"code": "NO", "status": 3}', literals: [], missing: [] },
  ])(
    "the names and texts of $line among $literals lack $missing",
    ({ line, literals, missing }) => {
      expect(missingNames(demanding(line)[0]!, literals)).toEqual(missing);
    },
  );

  test("of every number is found in a test however it is written, and no other number is", () => {
    const digits = fc.tuple(
      fc.integer({ min: -9_999, max: 9_999 }),
      fc.integer({ min: 0, max: 3 }),
    );
    expect(counterexample(digits, isFoundAlone)).toBeNull();
  });
});

describe("the values of an example", () => {
  const criteria = [criterion("AC-1", "- x=1 → 2")];
  const both = [number("1"), number("2")];

  test.each<{ when: string; given: readonly Test[]; said: string | null }>([
    { when: "stand in its test", given: [{ literals: both }], said: null },
    {
      when: "stand in two of its tests",
      given: [{ literals: [number("1")] }, { id: "test_b", literals: [number("2")] }],
      said: null,
    },
    {
      when: "stand in a test that carries another criterion",
      given: [{ id: "test_b" }, { id: "test_a", marks: ["AC-2"], literals: both }],
      said: 'The story says "x=1 → 2", and "1", "2" reach no assertion of the tests of AC-1',
    },
    {
      when: "stand in a test that failed",
      given: [
        { id: "test_b", literals: [number("1")] },
        { outcome: "failed", literals: both },
      ],
      said: 'The story says "x=1 → 2", and "2" reaches no assertion of the tests of AC-1',
    },
    {
      when: "stand in a test with parameters",
      given: [
        { id: "test_a[1-2]", literals: both },
        { id: "test_a[x[y]::z]", literals: [] },
      ],
      said: null,
    },
    {
      when: "stand in a method",
      given: [{ id: "TestA::test_a", literals: both }],
      said: null,
    },
    {
      when: "stand in a method that another class inherits",
      given: [{ id: "TestChild::test_a[1]", written: "TestParent::test_a", literals: both }],
      said: null,
    },
    {
      when: "stand in an inherited method of a class within a class",
      given: [
        { id: "TestA::TestChild::test_a", written: "TestA::TestParent::test_a", literals: both },
      ],
      said: null,
    },
    {
      when: "stand in a function of another name",
      given: [{ id: "test_a", written: "test_b", literals: both }],
      said: 'The story says "x=1 → 2", and "1", "2" reach no assertion of the tests of AC-1',
    },
    {
      when: "stand in the function of that name in another class, while its own has none of them",
      given: [
        { id: "TestA::test_a", literals: [] },
        { id: "TestB::test_a", marks: [], literals: both },
      ],
      said: 'The story says "x=1 → 2", and "1", "2" reach no assertion of the tests of AC-1',
    },
  ])("$when: $said", ({ given, said }) => {
    const { reasons } = checkCriteria(
      older({ criteria, items: demanding("x=1 → 2") }),
      factsOf(...given),
    );
    expect(told(reasons)).toEqual(
      said === null ? [] : [{ code: "example_missing", message: said }],
    );
  });

  test("are kept with the criterion, and those that do not stand there", () => {
    const found = checkCriteria(
      older({ criteria, items: [] }),
      factsOf({ literals: [number("2")] }),
    );
    expect(found.criteria).toEqual({
      "AC-1": {
        tests: [`${FILE}::test_a`],
        example: exampleResult({
          state: "unchecked",
          why: '"1" reaches no assertion of its tests',
        }),
      },
    });
  });
});

describe("a line that no criterion quotes", () => {
  const criteria = [criterion("AC-1", "It is small.")];
  const both = [number("1"), number("2")];

  test.each<{ when: string; lines: readonly string[]; given?: Test; said: readonly string[] }>([
    { when: "is no example", lines: ["It is cheap."], said: [] },
    {
      when: "is an example that stands in no test",
      lines: ["- x=1 → 2"],
      said: ['The story says "x=1 → 2", and "1", "2" reach no assertion of any test'],
    },
    { when: "stands in its test", lines: ["x=1 → 2"], given: { literals: both }, said: [] },
    {
      when: "stands in a test without a mark",
      lines: ["x=1 → 2"],
      given: { id: "test_b", marks: [], literals: both },
      said: [],
    },
    {
      when: "stands in a test that failed",
      lines: ["x=1 → 2"],
      given: { id: "test_b", outcome: "failed", literals: both },
      said: ['The story says "x=1 → 2", and "1", "2" reach no assertion of any test'],
    },
    {
      when: "is there twice",
      lines: ["x=1 → 2", "* x=1  → 2"],
      given: { literals: [number("1")] },
      said: ['The story says "x=1 → 2", and "2" reaches no assertion of any test'],
    },
    {
      when: "is one of several",
      lines: ["x=1 → 2", "x=3 → 4", "It is cheap."],
      given: { literals: both },
      said: ['The story says "x=3 → 4", and "3", "4" reach no assertion of any test'],
    },
  ])("$when", ({ lines, given, said }) => {
    const facts = factsOf({ id: "test_first" }, given ?? { id: "test_second" });
    const { reasons } = checkCriteria(older({ criteria, items: demanding(...lines) }), facts);
    expect(told(reasons)).toEqual(said.map((message) => ({ code: "example_missing", message })));
  });
});

describe("a test that was collected by another name", () => {
  const criteria = [criterion("AC-1", "x=1 → 2")];
  const place = { file: "tests/contract.py", line: 7 };
  const written = (first: number, text: string): WrittenTest => ({
    file: place.file,
    name: "Contract::check",
    line: first + 1,
    first,
    certain: false,
    literals: [number("1"), number(text)],
    calls: [],
  });

  test.each([
    { when: "its function holds the values", source: place, text: "2", said: 0 },
    { when: "its function holds others", source: place, text: "3", said: 1 },
    { when: "its function is not known", source: null, text: "2", said: 1 },
    { when: "another function begins there", source: { ...place, line: 8 }, text: "2", said: 1 },
  ])("has the values of its function: $when", ({ source, text, said }) => {
    const facts = factsOf({ id: "TestMade::test_it" });
    const collected = facts.collected.map((each) => ({ ...each, source }));
    const { reasons } = checkCriteria(older({ criteria, items: [] }), {
      ...facts,
      collected,
      written: [written(7, text)],
    });
    expect(reasons).toHaveLength(said);
  });
});

describe("the one form of a decimal number", () => {
  test.each([
    ["0", "0"],
    ["-0.00", "0"],
    ["+0e7", "0"],
    ["1", "1e0"],
    ["+1", "1e0"],
    ["-1", "-1e0"],
    ["10", "1e1"],
    ["100.0", "1e2"],
    ["0.10", "1e-1"],
    [".05", "5e-2"],
    ["5.", "5e0"],
    ["12.340", "1234e-2"],
    ["0012", "12e0"],
    ["1_000", "1e3"],
    ["1.5e3", "15e2"],
    ["1.5E-3", "15e-4"],
    [" 7 ", "7e0"],
  ])("of %j is %s", (text, form) => {
    expect(decimal(text)).toBe(form);
  });

  test.each(["", ".", "+", "e5", ".e5", "1,5", "_1", "1 2", "NaN", "Infinity", "1e1234567"])(
    "%j is no number",
    (text) => {
      expect(decimal(text)).toBeNull();
    },
  );
});

test("a number in another base is read up to a length", () => {
  expect(decimal(`0x${"f".repeat(998)}`)).not.toBeNull();
  expect(decimal(`0x${"f".repeat(999)}`)).toBeNull();
});

const itemOf = (line: string): Item => demanding(line)[0]!;

const run = (got: string | null) =>
  exampleResult({ state: "executed", call: "f(1)", expected: "2", got });

const present = (lines: readonly string[], more: Partial<Contract> = {}): Contract => ({
  rules: "present",
  criteria: lines.map((line, index) => ({
    ...criterion(`AC-${index + 1}`, line),
    reading: itemOf(line).example,
  })),
  items: lines.map(itemOf),
  notTestable: new Map(),
  imports: [],
  functions: [],
  ...more,
});

describe("the present rules", () => {
  const vacuous = (...ids: readonly string[]) => new Set(ids.map((id) => `${FILE}::${id}`));
  const call: ContractCriterion["execution"] = {
    kind: "call",
    call: {
      setup: [],
      call: "f(1)",
      isAsync: false,
      isOperator: false,
      expected: { kind: "returns", expression: "2" },
      isJson: false,
    },
  };

  test("count a test that can fail and carries at most three criteria", () => {
    const contract = present(["It is small."]);
    const marks = ["AC-1", "AC-2", "AC-3"];
    expect(checkCriteria(contract, factsOf({ marks }))).toEqual({
      criteria: { "AC-1": { tests: [`${FILE}::test_a`], example: null } },
      items: [{ line: "It is small.", criteria: ["AC-1"], state: "shown" }],
      reasons: [],
    });
  });

  test.each<{ when: string; facts: TestFacts; says: string; test?: string }>([
    {
      when: "no test carries it",
      facts: factsOf({ marks: [] }),
      says: 'AC-1 ("It is small.") has no passing test that carries @pytest.mark.criterion("AC-1")',
    },
    {
      when: "its test failed",
      facts: factsOf({ outcome: "failed" }),
      says: `AC-1 ("It is small.") has no passing test that carries @pytest.mark.criterion("AC-1") and shows it: ${FILE}::test_a did not pass`,
      test: `${FILE}::test_a`,
    },
    {
      when: "its test passes on stubs alone",
      facts: { ...factsOf({}), vacuous: vacuous("test_a") },
      says: `AC-1 ("It is small.") has no passing test that carries @pytest.mark.criterion("AC-1") and shows it: ${FILE}::test_a passes although everything public does nothing`,
      test: `${FILE}::test_a`,
    },
    {
      when: "its test carries four",
      facts: factsOf({ marks: ["AC-1", "AC-2", "AC-3", "AC-4"] }),
      says: `AC-1 ("It is small.") has no passing test that carries @pytest.mark.criterion("AC-1") and shows it: ${FILE}::test_a carries more than 3 criteria, and so shows none of them`,
      test: `${FILE}::test_a`,
    },
  ])("do not count a criterion as shown where $when", ({ facts, says, test: id }) => {
    expect(checkCriteria(present(["It is small."]), facts)).toEqual({
      criteria: { "AC-1": { tests: [], example: null } },
      items: [{ line: "It is small.", criteria: ["AC-1"], state: "uncovered" }],
      reasons: [
        {
          code: "criterion_untested",
          message: says,
          item: "It is small.",
          ...(id !== undefined && { test: id }),
        },
      ],
    });
  });

  test("count each case of a test, and leave out those that show nothing", () => {
    const facts = {
      ...factsOf({ id: "test_a[1]" }, { id: "test_a[2]" }),
      vacuous: vacuous("test_a[1]"),
    };
    expect(checkCriteria(present(["It is small."]), facts).criteria).toEqual({
      "AC-1": { tests: [`${FILE}::test_a[2]`], example: null },
    });
  });

  describe("for an example", () => {
    const LINE = "x=1 → 2";
    const contract = (execution: ContractCriterion["execution"]): Contract => ({
      ...present([LINE]),
      criteria: [{ ...criterion("AC-1", LINE), execution }],
    });

    test.each<{
      when: string;
      execution: ContractCriterion["execution"];
      facts: TestFacts;
      example: object;
      state: string;
      codes: readonly string[];
    }>([
      {
        when: "was run and is right: nothing is asked of the literals",
        execution: call,
        facts: { ...factsOf({}), examples: new Map([["AC-1", run(null)]]) },
        example: run(null),
        state: "shown",
        codes: [],
      },
      {
        when: "was run and is wrong: the run has said so",
        execution: call,
        facts: { ...factsOf({}), examples: new Map([["AC-1", run("3")]]) },
        example: run("3"),
        state: "uncovered",
        codes: [],
      },
      {
        when: "was not run",
        execution: call,
        facts: factsOf({}),
        example: exampleResult({ state: "unchecked", why: "it was not run" }),
        state: "shown",
        codes: [],
      },
      {
        when: "is no call, and its values stand in its test",
        execution: { kind: "none", why: "files" },
        facts: factsOf({ literals: [number("1"), number("2")] }),
        example: exampleResult({ state: "literals", why: "files" }),
        state: "shown",
        codes: [],
      },
      {
        when: "is no call, and its values do not stand in its test",
        execution: { kind: "none", why: "files" },
        facts: factsOf({ literals: [number("1")] }),
        example: exampleResult({
          state: "unchecked",
          why: '"2" reaches no assertion of its tests',
        }),
        state: "uncovered",
        codes: ["example_missing"],
      },
      {
        when: "is no call, and its values stand in a test that shows nothing",
        execution: { kind: "none", why: "files" },
        facts: {
          ...factsOf({ literals: [number("1"), number("2")] }),
          vacuous: vacuous("test_a"),
        },
        example: exampleResult({
          state: "unchecked",
          why: '"1", "2" reach no assertion of its tests',
        }),
        state: "uncovered",
        codes: ["criterion_untested"],
      },
    ])("that $when", ({ execution, facts, example, state, codes }) => {
      const found = checkCriteria(contract(execution), facts);
      expect(found.criteria["AC-1"]?.example).toEqual(example);
      expect(found.items?.map((each) => each.state)).toEqual([state]);
      expect(found.reasons.map(({ code }) => code)).toEqual(codes);
    });
  });

  test("name each line that nothing quotes, and those that no test can show", () => {
    const contract = present(["It is small.", "- It is quick.", "* stdlib only"], {
      criteria: [criterion("AC-1", "It is small.")],
      notTestable: new Map([["stdlib only", "libraries"]]),
    });
    expect(checkCriteria(contract, factsOf({}))).toMatchObject({
      items: [
        { line: "It is small.", criteria: ["AC-1"], state: "shown" },
        { line: "- It is quick.", criteria: [], state: "uncovered" },
        { line: "* stdlib only", criteria: [], state: "not_testable" },
      ],
      reasons: [
        {
          code: "story_uncovered",
          message: 'No criterion of the design quotes "It is quick." (acceptance.0 of the story)',
          file: "meta/design.json",
          item: "- It is quick.",
        },
      ],
    });
  });

  test("show a line by each criterion that quotes it, as a whole or in a part", () => {
    const [wrapped] = storyItems({ acceptance: "It doubles\nand triples" }).items;
    const contract = present([], {
      items: [wrapped!],
      criteria: [
        criterion("AC-1", "It doubles and triples"),
        criterion("AC-2", "It doubles"),
        criterion("AC-3", "and triples"),
      ],
    });
    const { items } = checkCriteria(contract, factsOf({ marks: ["AC-2"] }));
    expect(items).toEqual([
      { line: "It doubles and triples", criteria: ["AC-1", "AC-2", "AC-3"], state: "shown" },
    ]);
  });
});
