import { expect, test } from "vitest";
import { body, type Case, reportsOf, suite, textsIn } from "./suites.ts";

/** What a test says without writing the value: by truth alone, or where it is empty. */
const SAID: readonly (Case & { readonly expected: readonly string[] })[] = [
  { how: "that it is true", tests: body("assert double(21)"), expected: ["name True"] },
  {
    how: "that it is true, with unittest",
    tests: `import unittest\n\nclass CaseTest(unittest.TestCase):\n    def test_a(self):\n        self.assertTrue(double(21))\n`,
    expected: ["name True"],
  },
  { how: "that it is false", tests: body("assert not double(21)"), expected: ["name False"] },
  { how: "that it is None", tests: body("assert double(21) is None"), expected: ["name None"] },
  { how: "that it is empty", tests: body("assert double(21) == []"), expected: ["empty list"] },
  {
    how: "that it is an empty set",
    tests: body("assert double(21) == set()"),
    expected: ["empty set"],
  },
  { how: "that it is negative", tests: body("assert double(21) == -42"), expected: ["number -42"] },
  {
    how: "a date",
    tests: `from datetime import date\n${body("assert double(21) == date(2024, 2, 29)")}`,
    expected: ["string 2024-02-29"],
  },
  {
    how: "a time of a day",
    tests: `import datetime\n${body("assert double(21) == datetime.datetime(2024, 2, 29, 8, 5)")}`,
    expected: ["string 2024-02-29", "string 08:05"],
  },
  { how: "bytes", tests: body("assert double(21) == b'ab'"), expected: ["string ab"] },
];
const said = reportsOf(SAID.map(({ tests }) => suite(tests)));

test.each(SAID.map(({ how, expected }, index) => ({ how, expected, report: said[index] })))(
  "a test says $how",
  ({ expected, report }) => {
    const found = Object.values(report ?? {}).flatMap(({ literals }) =>
      literals.flatMap(({ kind, text, role }) => (role === "expected" ? [`${kind} ${text}`] : [])),
    );
    expect(found).toEqual(expect.arrayContaining([...expected]));
  },
);

const other = (tests: string): string[] => textsIn(reportsOf([suite(tests)])[0], "other");

test.each([
  "double(21) <= 42",
  "42 in double(21)",
  "double(21) != 42",
  "isinstance(double(21), int) and double(21) < 42",
])("what an assertion says otherwise is told apart: %s", (assertion) => {
  expect(other(body(`assert ${assertion}`))).toContain("42");
});

test("the type of a result is no value of it", () => {
  const [report] = reportsOf([suite(body("assert type(double(21)) is int"))]);
  expect(textsIn(report, "expected")).not.toContain("int");
  expect(textsIn(report, "other")).toContain("int");
});

test("a suite that is too large to be followed is not held against anybody", () => {
  const rows = Array.from({ length: 60 }, (_, index) => `(${index}, ${index * 2})`).join(", ");
  const loops = Array.from({ length: 12 }, (_, index) => `for x${index}, y${index} in CASES:`);
  const nested = loops.map((line, index) => `${"    ".repeat(index + 1)}${line}\n`).join("");
  const tests = `CASES = [${rows}]\n\ndef test_a():\n${nested}${"    ".repeat(13)}assert double(x0) == y11\n`;
  const [report] = reportsOf([suite(tests)]);
  expect(textsIn(report, "expected")).toContain("118");
});

test.each([
  { how: "deep", tests: body(`assert double(21) == ${"(".repeat(80)}42${")".repeat(80)}`) },
  {
    how: "long",
    tests: body(`assert double(21) == 42 + ${Array.from({ length: 300 }, () => "0").join(" + ")}`),
  },
  {
    how: "that never ends",
    tests: `def again(x):\n    return again(x) or other(x)\n\ndef other(x):\n    return again(x)\n\n${body("assert double(21) == 42", "again(1)")}`,
  },
  {
    how: "that imports itself",
    tests: `from tests.test_story import *\nfrom tests import test_story\n${body("assert double(21) == 42")}`,
  },
  {
    how: "whose class inherits from itself",
    tests: `class TestA(TestA):\n    def test_a(self):\n        assert double(21) == 42\n`,
  },
])("a test is read although it has what is $how", ({ tests }) => {
  const [report] = reportsOf([suite(tests)]);
  expect(textsIn(report, "expected")).toContain("42");
});
