import { describe, expect, test } from "vitest";
import { body, type Case, reportsOf, suite, textsIn } from "./suites.ts";

/** In each of these 42 stands somewhere, and nothing would fail if it were another. */
const NOT_SHOWN: readonly Case[] = [
  {
    how: "in a list of what is wrong that nothing asserts",
    tests: body(
      "wrong = []",
      "for x, y in [(21, 42)]:",
      "    if double(x) != y:",
      "        wrong.append(x)",
    ),
  },
  {
    how: "in an object that is compared with the same",
    tests: body("assert Box(42) == Box(42)", "double(21)"),
  },
  { how: "in a name that nothing uses", tests: body("expected = 42", "assert double(21) == 4") },
  { how: "in a text that nothing reads", tests: body("'42'", "assert double(21) == 4") },
  { how: "in the docstring", tests: body("'''42'''", "assert double(21) == 4") },
  { how: "in the message", tests: body("assert double(21) == 4, 42") },
  {
    how: "in an id",
    tests: `@pytest.mark.parametrize('x', [pytest.param(21, id='42')])\ndef test_a(x):\n    assert double(x) == 4\n`,
  },
  { how: "in what is printed", tests: body("print(42)", "assert double(21) == 4") },
  { how: "as at most", tests: body("assert double(21) <= 42") },
  { how: "between", tests: body("assert 41 < double(21) < 42") },
  { how: "as unequal", tests: body("assert double(21) != 42") },
  { how: "as one of several", tests: body("assert double(21) in (41, 42, 43)") },
  { how: "as a part of the result", tests: body("assert 42 in double(21)") },
  { how: "as its type", tests: body("assert type(double(21)) is type(42)") },
  { how: "as an instance", tests: body("assert isinstance(double(21), type(42))") },
  {
    how: "with unittest, at most",
    tests: `import unittest\n\nclass CaseTest(unittest.TestCase):\n    def test_a(self):\n        self.assertLessEqual(double(21), 42)\n`,
  },
  { how: "only as what is given", tests: body("assert double(42) == 84") },
  {
    how: "in a column that nothing reads",
    tests: body(
      "for given, expected, note in [(21, 4, 42)]:",
      "    assert double(given) == expected",
    ),
  },
  {
    how: "in an entry that nothing reads",
    tests: body("case = {'x': 21, 'y': 4, 'z': 42}", "assert double(case['x']) == case['y']"),
  },
  { how: "below a return", tests: body("double(21)", "return", "assert double(21) == 42") },
  { how: "below a skip", tests: body("double(21)", "pytest.skip()", "assert double(21) == 42") },
  {
    how: "below a condition that is false",
    tests: body("if False:", "    assert double(21) == 42", "assert double(21) == 4"),
  },
  {
    how: "below a condition on the result that may never hold",
    tests: body("result = double(21)", "if result is None:", "    assert result == 42"),
  },
  {
    how: "below a condition on the result that asserts nothing else",
    tests: body(
      "result = double(21)",
      "if result:",
      "    assert result == 42",
      "else:",
      "    pass",
    ),
  },
  {
    how: "below a return where the result is another",
    tests: body("result = double(21)", "if result != 42:", "    return", "assert result == 42"),
  },
  {
    how: "below a return where the result is no text",
    tests: body(
      "result = double(21)",
      "if not isinstance(result, str):",
      "    print(result)",
      "    return",
      "assert result == 42",
    ),
  },
  {
    how: "below what passes over results that are others",
    tests: body(
      "for x, y in [(1, 2), (21, 42)]:",
      "    result = double(x)",
      "    if result != y:",
      "        continue",
      "    assert result == y",
    ),
  },
  {
    how: "below a loop that a wrong result leaves for good",
    tests: body(
      "for x, y in [(1, 2), (3, 6)]:",
      "    if double(x) != y:",
      "        return",
      "assert double(21) == 42",
    ),
  },
  {
    how: "below a return where the result is another, in a helper",
    tests: `def check(x, y):\n    result = double(x)\n    if result != y:\n        return\n    assert result == y\n\n${body("check(21, 42)")}`,
  },
  {
    how: "below a return where the code raises",
    tests: body(
      "try:",
      "    result = double(21)",
      "except KeyError:",
      "    return",
      "assert result == 42",
    ),
  },
  {
    how: "in what is forgotten where the code raises",
    tests: body("try:", "    assert double(21) == 42", "except KeyError:", "    pass"),
  },
  {
    how: "in a loop over what is filtered to nothing",
    tests: body(
      "for x, y in [case for case in [(21, 42)] if case[0] > 10**9]:",
      "    assert double(x) == y",
    ),
  },
  { how: "in a loop over nothing", tests: body("for x in []:", "    assert double(21) == 42") },
  {
    how: "in a loop that is never begun",
    tests: body("while False:", "    assert double(21) == 42"),
  },
  {
    how: "below what raises",
    tests: body("with pytest.raises(ValueError):", "    double(21)", "    assert double(21) == 42"),
  },
  { how: "in a pair that is always true", tests: body("assert (double(21) == 42, 'wrong')") },
  { how: "beside what is true", tests: body("assert double(21) == 42 or True") },
  { how: "compared with itself", tests: body("assert 42 == 42", "double(21)") },
  {
    how: "in names compared with each other",
    tests: body("expected = 42", "double(21)", "assert expected == expected"),
  },
  {
    how: "compared with another value of the test",
    tests: body("expected = 42", "double(21)", "assert expected == 42"),
  },
  { how: "in a call compared with the same", tests: body("assert double(42) == double(42)") },
  {
    how: "in what the code computes",
    tests: body("expected = double(42)", "assert double(21) == expected"),
  },
  {
    how: "in what is caught",
    tests: body("try:", "    assert double(21) == 42", "except AssertionError:", "    pass"),
  },
  {
    how: "in what is caught as any error",
    tests: body("try:", "    assert double(21) == 42", "except Exception:", "    print('x')"),
  },
  {
    how: "in what is caught with a bare except",
    tests: body("try:", "    assert double(21) == 42", "except:", "    return"),
  },
  {
    how: "in what is suppressed",
    tests: `import contextlib\n${body("with contextlib.suppress(AssertionError):", "    assert double(21) == 42")}`,
  },
  {
    how: "in what a return in finally forgets",
    tests: body("try:", "    assert double(21) == 42", "finally:", "    return"),
  },
  { how: "within any distance", tests: body("assert double(21) == pytest.approx(42, abs=1e6)") },
  { how: "within its own size", tests: body("assert double(21) == pytest.approx(42, rel=1)") },
  {
    how: "close by a wide tolerance",
    tests: `import math\n${body("assert math.isclose(double(21), 42, rel_tol=1)")}`,
  },
  { how: "within a wide distance", tests: body("assert abs(double(21) - 42) < 100") },
  {
    how: "as true",
    tests: body("assert bool(double(21)) == bool(42)"),
  },
  { how: "rounded away", tests: body("assert round(double(21), -9) == round(42, -9)") },
  {
    how: "almost, by a wide delta",
    tests: `import unittest\n\nclass CaseTest(unittest.TestCase):\n    def test_a(self):\n        self.assertAlmostEqual(double(21), 42, delta=50)\n`,
  },
  {
    how: "in a function that nobody calls",
    tests: body("def check():", "    assert double(21) == 42", "double(21)"),
  },
  {
    how: "in a coroutine that nobody waits for",
    tests: body("async def check():", "    assert double(21) == 42", "check()"),
  },
  {
    how: "in a generator that nobody asks",
    tests: body("def check():", "    assert double(21) == 42", "    yield", "check()"),
  },
  {
    how: "in a lambda that nobody calls",
    tests: body("check = lambda: double(21) == 42", "double(21)"),
  },
  {
    how: "in a comparison that nothing asserts",
    tests: body("double(21) == 42", "is_right = double(21) == 42"),
  },
  {
    how: "in a test of a copy",
    tests: `def copy(x):\n    return x * 2\n\n${body("double(21)", "assert copy(21) == 42")}`,
  },
  {
    how: "in a fixture that nobody asks for",
    tests: `@pytest.fixture\ndef case():\n    assert double(21) == 42\n\ndef test_a():\n    assert double(2) == 4\n`,
  },
];

const notShown = reportsOf(NOT_SHOWN.map(({ tests, others }) => suite(tests, others)));

describe("a value is not expected", () => {
  test.each(NOT_SHOWN.map(({ how }, index) => ({ how, report: notShown[index] })))(
    "$how",
    ({ report }) => {
      expect(textsIn(report, "expected")).not.toContain("42");
    },
  );
});
