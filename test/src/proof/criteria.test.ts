import { describe, expect, test } from "vitest";
import { checkCriteria } from "../../../src/proof/criteria.ts";
import type { WrittenTest } from "../../../src/proof/syntax-report.ts";
import {
  criterion,
  demanding,
  factsOf,
  FILE,
  number,
  older,
  type Test,
  told,
} from "./facts-of-tests.ts";

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
