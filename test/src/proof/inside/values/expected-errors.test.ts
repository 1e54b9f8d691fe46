import { describe, expect, test } from "vitest";
import { body, type Case, reportsOf, suite, textsIn } from "./suites.ts";

/** In each of these `DoubleError` and its text "TOO BIG" are what an assertion fails by. */
const RAISED: readonly Case[] = [
  {
    how: "by pytest.raises",
    tests: body("with pytest.raises(DoubleError, match='TOO BIG'):", "    double(21)"),
  },
  {
    how: "by pytest.raises with a message looked at after",
    tests: body(
      "with pytest.raises(DoubleError) as error:",
      "    double(21)",
      "assert str(error.value) == 'TOO BIG'",
    ),
  },
  {
    how: "by a part of its message",
    tests: body(
      "with pytest.raises(DoubleError) as error:",
      "    double(21)",
      "assert 'TOO BIG' in str(error.value)",
    ),
  },
  {
    how: "by an attribute of it",
    tests: body(
      "with pytest.raises(DoubleError) as error:",
      "    double(21)",
      "assert error.value.args[0] == 'TOO BIG'",
    ),
  },
  {
    how: "by its match",
    tests: body(
      "with pytest.raises(DoubleError) as error:",
      "    double(21)",
      "error.match('TOO BIG')",
    ),
  },
  {
    how: "by what it begins with",
    tests: body(
      "with pytest.raises(DoubleError) as error:",
      "    double(21)",
      "assert str(error.value).startswith('TOO BIG')",
    ),
  },
  {
    how: "by a pattern",
    tests: `import re\n${body("with pytest.raises(DoubleError) as error:", "    double(21)", "assert re.search('TOO BIG', str(error.value))")}`,
  },
  {
    how: "by pytest.raises that calls",
    tests: body(
      "error = pytest.raises(DoubleError, double, 21)",
      "assert str(error.value) == 'TOO BIG'",
    ),
  },
  {
    how: "by try, except and else",
    tests: body(
      "try:",
      "    double(21)",
      "except DoubleError as error:",
      "    assert str(error) == 'TOO BIG'",
      "else:",
      "    raise AssertionError('nothing raised')",
    ),
  },
  {
    how: "by try with a failure in it",
    tests: body(
      "try:",
      "    double(21)",
      "    pytest.fail('TOO BIG')",
      "except DoubleError as error:",
      "    assert str(error) == 'TOO BIG'",
    ),
  },
  {
    how: "by unittest",
    tests: `import unittest\n\nclass CaseTest(unittest.TestCase):\n    def test_a(self):\n        with self.assertRaisesRegex(DoubleError, 'TOO BIG'):\n            double(21)\n`,
  },
  {
    how: "by unittest with its exception",
    tests: `import unittest\n\nclass CaseTest(unittest.TestCase):\n    def test_a(self):\n        with self.assertRaises(DoubleError) as caught:\n            double(21)\n        self.assertEqual(str(caught.exception), 'TOO BIG')\n`,
  },
  {
    how: "by unittest that calls",
    tests: `import unittest\n\nclass CaseTest(unittest.TestCase):\n    def test_a(self):\n        self.assertRaisesRegex(DoubleError, 'TOO BIG', double, 21)\n`,
  },
  {
    how: "in parameters",
    tests: `@pytest.mark.parametrize(('x', 'error', 'text'), [(21, DoubleError, 'TOO BIG')])\ndef test_a(x, error, text):\n    with pytest.raises(error, match=text):\n        double(x)\n`,
  },
  {
    how: "in parameters that are contexts",
    tests: `from contextlib import nullcontext\n\n@pytest.mark.parametrize(('x', 'context'), [(1, nullcontext(2)), (21, pytest.raises(DoubleError, match='TOO BIG'))])\ndef test_a(x, context):\n    with context:\n        double(x)\n`,
  },
  {
    how: "in a helper",
    tests: `def code_of(action, *values):\n    with pytest.raises(DoubleError) as refused:\n        action(*values)\n    return refused.value.code\n\n${body("assert code_of(double, 21) == 'TOO BIG'")}`,
  },
  {
    how: "by the name of its module",
    tests: `import src.double\n${body("with pytest.raises(src.double.DoubleError, match='TOO BIG'):", "    double(21)")}`,
  },
];

/** In these a pattern says it, whose signs stand behind backslashes. */
const BY_PATTERN: readonly Case[] = [
  {
    how: "of pytest.raises",
    tests: body(
      String.raw`with pytest.raises(DoubleError, match=r'^TOO BIG \(21\)$'):`,
      "    double(21)",
    ),
  },
  {
    how: "of the error's match",
    tests: body(
      "with pytest.raises(DoubleError) as error:",
      "    double(21)",
      String.raw`error.match('^TOO BIG \\(21\\)$')`,
    ),
  },
  {
    how: "of a search",
    tests: `import re\n${body("with pytest.raises(DoubleError) as error:", "    double(21)", String.raw`assert re.search(r'^TOO BIG \(21\)$', str(error.value))`)}`,
  },
  {
    how: "of unittest",
    tests: String.raw`import unittest

class TestA(unittest.TestCase):
    def test_a(self):
        with self.assertRaisesRegex(DoubleError, r'^TOO BIG \(21\)$'):
            double(21)
`,
  },
];

const byPattern = reportsOf(BY_PATTERN.map(({ tests }) => suite(tests)));

test.each(BY_PATTERN.map(({ how }, index) => ({ how, report: byPattern[index] })))(
  "a text with signs is expected where a pattern $how says it",
  ({ report }) => {
    expect(textsIn(report, "expected")).toContain("^TOO BIG (21)$");
    expect(textsIn(report, "expected")).toContain(String.raw`^TOO BIG \(21\)$`);
  },
);

test("a text with backslashes is itself where it is no pattern", () => {
  const [report] = reportsOf([
    suite(
      body(
        "with pytest.raises(DoubleError) as error:",
        "    double(21)",
        String.raw`assert str(error.value) == r'TOO BIG \(21\)'`,
      ),
    ),
  ]);
  expect(textsIn(report, "expected")).toEqual(
    expect.arrayContaining(["DoubleError", String.raw`TOO BIG \(21\)`]),
  );
  expect(textsIn(report, "expected")).not.toContain("TOO BIG (21)");
});

/** In each of these no assertion fails by them. */
const NOT_RAISED: readonly Case[] = [
  {
    how: "where the test raises it itself",
    tests: body(
      "double(21)",
      "with pytest.raises(DoubleError, match='TOO BIG'):",
      "    raise DoubleError('TOO BIG')",
    )
      .replace("raise DoubleError", "raise ValueError")
      .replaceAll("pytest.raises(DoubleError", "pytest.raises(ValueError"),
  },
  {
    how: "where it is forgotten",
    tests: body(
      "try:",
      "    double(21)",
      "except DoubleError:",
      "    pass",
      "assert double(2) == 4",
    ),
  },
  {
    how: "where it is suppressed",
    tests: `from contextlib import suppress\n${body("with suppress(DoubleError):", "    double(21, 'TOO BIG')", "assert 1 == 1")}`,
  },
  {
    how: "where its message is looked at below the call that raises",
    tests: body(
      "with pytest.raises(ValueError) as error:",
      "    double(21)",
      "    assert str(error.value) == 'TOO BIG'",
    ),
  },
];

const raised = reportsOf(RAISED.map(({ tests }) => suite(tests)));
const notRaised = reportsOf(NOT_RAISED.map(({ tests }) => suite(tests)));

describe("an error and its text are expected", () => {
  test.each(RAISED.map(({ how }, index) => ({ how, report: raised[index] })))(
    "$how",
    ({ report }) => {
      expect(textsIn(report, "expected")).toEqual(
        expect.arrayContaining(["DoubleError", "TOO BIG"]),
      );
      expect(textsIn(report, "given")).toContain("21");
    },
  );
});

describe("an error and its text are not expected", () => {
  test.each(NOT_RAISED.map(({ how }, index) => ({ how, report: notRaised[index] })))(
    "$how",
    ({ report }) => {
      expect(textsIn(report, "expected")).not.toContain("DoubleError");
      expect(textsIn(report, "expected")).not.toContain("TOO BIG");
    },
  );
});
