import { describe, expect, test } from "vitest";
import type { Contract, ContractCriterion } from "../../../src/contract/contract.ts";
import { checkCriteria, type TestFacts } from "../../../src/proof/criteria.ts";
import type { WrittenTest } from "../../../src/proof/syntax-report.ts";
import { type Item, storyItems } from "../../../src/story/items.ts";
import { exampleResult } from "../../support/evidence.ts";
import { criterion, demanding, factsOf, FILE, number, type Test } from "./facts-of-tests.ts";

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
  names: [],
  functions: [],
  ...more,
});

const vacuous = (...ids: readonly string[]) => new Set(ids.map((id) => `${FILE}::${id}`));

describe("the present rules", () => {
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

  test("show a line that stands in several places in each of them by a criterion of its own", () => {
    const { items } = storyItems({ acceptance: "# add\n- Zero.\n# multiply\n- Zero." });
    const facts = factsOf({ marks: ["AC-1"] });
    const statesFor = (...ids: readonly string[]) => {
      const criteria = ids.map((id) => criterion(id, "Zero."));
      const found = checkCriteria(present([], { items, criteria }), facts);
      return {
        states: found.items?.map(({ state }) => state),
        says: found.reasons.map(({ message }) => message),
      };
    };
    expect(statesFor("AC-1")).toEqual({
      states: ["shown", "uncovered"],
      says: [
        'No criterion of the design quotes "Zero." (acceptance of the story), where it stands under "multiply": what the story says in several places needs a criterion for each, with the call that is meant there',
      ],
    });
    expect(statesFor("AC-1", "AC-2")).toEqual({
      states: ["shown", "uncovered"],
      says: [expect.stringContaining('AC-2 ("Zero.") has no passing test')],
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

  describe("count the inputs that a function is tried with", () => {
    const calls: WrittenTest["calls"] = ["5", "7", "9"].map((text) => ({
      name: "double",
      arguments: [text],
      containers: [],
      compared: true,
    }));

    test.each<{ when: string; other: Test; isVacuous?: boolean; codes: readonly string[] }>([
      { when: "in a test that passed", other: {}, codes: [] },
      { when: "in one that failed and says so itself", other: { outcome: "failed" }, codes: [] },
      {
        when: "but not in one that was skipped",
        other: { outcome: "skipped" },
        codes: ["example_only"],
      },
      {
        when: "but not in one that passes although everything public does nothing",
        other: {},
        isVacuous: true,
        codes: ["example_only"],
      },
    ])("$when", ({ other, isVacuous = false, codes }) => {
      const facts = factsOf({}, { id: "test_more", marks: [], calls, ...other });
      const contract = present(["It is small."], { functions: [{ name: "double", items: [] }] });
      const found = checkCriteria(contract, {
        ...facts,
        vacuous: isVacuous ? vacuous("test_more") : new Set(),
      });
      expect(found.reasons.map(({ code }) => code)).toEqual(codes);
    });
  });
});
