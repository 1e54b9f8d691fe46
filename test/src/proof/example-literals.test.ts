import { describe, expect, test } from "vitest";
import { checkCriteria } from "../../../src/proof/criteria.ts";
import { missingNames, missingValues } from "../../../src/proof/example-literals.ts";
import type { Literal } from "../../../src/proof/syntax-report.ts";
import { readExample } from "../../../src/story/examples.ts";
import { counterexample } from "../../support/counterexample.ts";
import { exampleResult } from "../../support/evidence.ts";
import * as fc from "../../support/properties.ts";
import {
  as,
  criterion,
  demanding,
  empty,
  factsOf,
  FILE,
  name,
  number,
  older,
  string,
  type Test,
  told,
} from "./facts-of-tests.ts";

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
    { line: "'-' → 'a'", literals: [string("x-y"), string("a")], missing: ["-"] },
    { line: "'a' → '-'", literals: [string("a"), string("x-y")], missing: ["-"] },
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
    // An escape is read, or meant as it stands.
    { line: String.raw`It joins lines with "\n".`, literals: [string("a\nb")], missing: [] },
    { line: String.raw`It joins lines with "\n".`, literals: [string("\\n")], missing: [] },
    { line: String.raw`It joins lines with "\n".`, literals: [string("a b")], missing: ["\n"] },
    { line: "« trop lourd »", literals: [string("trop lourd")], missing: [] },
    // A text may end in a sign, and what it joins stands beside it.
    { line: 'Words are joined by "-".', literals: [string("a-b")], missing: [] },
    { line: 'Words are joined by ", ".', literals: [string("a, b")], missing: [] },
    { line: 'The path ends in ".txt".', literals: [string("a.txt")], missing: [] },
    { line: 'It begins with "INV-".', literals: [string("INV-001")], missing: [] },
    { line: 'The price ends in "€".', literals: [string("5€")], missing: [] },
    { line: 'Words are joined by "-".', literals: [string("a b")], missing: ["-"] },
    { line: 'Words are joined by "-".', literals: [number("-1"), name("a-b")], missing: ["-"] },
    { line: 'Numbers hold a "."', literals: [number("1.5")], missing: ["."] },
    { line: 'The path ends in ".txt".', literals: [string("a.txts")], missing: [".txt"] },
    { line: 'It begins with "INV-".', literals: [string("XINV-001")], missing: ["INV-"] },
    { line: 'Words are joined by ", ".', literals: [string("a,b")], missing: [", "] },
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
