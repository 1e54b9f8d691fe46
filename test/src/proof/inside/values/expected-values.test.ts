import { describe, expect, test } from "vitest";
import { body, type Case, reportsOf, suite, textsIn } from "./suites.ts";

/** In each of these 21 is given and 42 expected of it. */
const SHOWN: readonly Case[] = [
  {
    how: "in a list of what is wrong",
    tests: body(
      "wrong = []",
      "for x, y in [(1, 2), (21, 42), (3, 6)]:",
      "    if double(x) != y:",
      "        wrong.append(x)",
      "assert not wrong",
    ),
  },
  {
    how: "in a list of what is wrong that is compared",
    tests: body(
      "wrong = []",
      "for x, y in [(1, 2), (21, 42), (3, 6)]:",
      "    if double(x) != y:",
      "        wrong.append((x, y))",
      "assert wrong == []",
    ),
  },
  {
    how: "in a number of failures",
    tests: body(
      "failures = 0",
      "for x, y in [(1, 2), (21, 42), (3, 6)]:",
      "    if double(x) != y:",
      "        failures += 1",
      "assert failures == 0",
    ),
  },
  {
    how: "in a flag",
    tests: body(
      "is_right = True",
      "for x, y in [(1, 2), (21, 42), (3, 6)]:",
      "    if double(x) != y:",
      "        is_right = False",
      "assert is_right",
    ),
  },
  ...[
    "assert [x for x, y in CASES if double(x) != y] == []",
    "assert not [(x, y) for x, y in CASES if double(x) != y]",
    "assert not any(double(x) != y for x, y in CASES)",
    "assert not any(True for x, y in CASES if double(x) != y)",
    "assert sum(1 for x, y in CASES if double(x) != y) == 0",
    "assert len([x for x, y in CASES if not double(x) == y]) == 0",
    "assert {x: y for x, y in CASES if double(x) != y} == {}",
    "assert [(x, z) for x, y in CASES if (z := double(x)) != y] == []",
    "assert list(filter(lambda case: double(case[0]) != case[1], CASES)) == []",
  ].map((assertion) => ({
    how: `by ${assertion}`,
    tests: body("CASES = [(1, 2), (21, 42)]", assertion),
  })),
  {
    how: "by an object of unittest",
    tests: `import unittest\n${body("unittest.TestCase().assertEqual(double(21), 42)")}`,
  },
  {
    how: "by an object of unittest that has a name",
    tests: `from unittest import TestCase\n\ncase = TestCase()\n\n${body("case.assertEqual(double(21), 42)")}`,
  },
  ...[
    ["double(21)", "42"],
    ["[double(21)]", "[42, *_]"],
    ["{'x': double(21)}", "{'x': 42}"],
    ["double(21)", "x if x == 42"],
    ["double(21)", "Box(item=42)"],
  ].map(([subject, pattern]) => ({
    how: `by a match of ${subject} with ${pattern}`,
    tests: body(
      `match ${subject}:`,
      `    case ${pattern}:`,
      "        pass",
      "    case _:",
      "        pytest.fail('wrong')",
    ),
  })),
  {
    how: "below a condition that fails by itself and returns",
    tests: body(
      "result = double(21)",
      "if result is None:",
      "    pytest.fail('nothing')",
      "    return",
      "assert result == 42",
    ),
  },
  {
    how: "below a branch that compares and returns",
    tests: body(
      "result = double(21)",
      "if isinstance(result, float):",
      "    assert result == pytest.approx(42)",
      "    return",
      "assert result == 42",
    ),
  },
  {
    how: "above a failure that the right result passes over",
    tests: body(
      "for x, y in [(1, 2), (21, 42)]:",
      "    if double(x) == y:",
      "        continue",
      "    pytest.fail('wrong')",
    ),
  },
  {
    how: "below a loop that asks until it has a result",
    tests: body(
      "for _ in range(3):",
      "    if double(1):",
      "        break",
      "assert double(21) == 42",
    ),
  },
  {
    how: "below a helper that returns early",
    tests: `def shown(x):\n    if double(x) is None:\n        return ''\n    return double(x)\n\n${body("assert shown(21) == 42")}`,
  },
  {
    how: "below a return where the system is another",
    tests: `import os\n${body("if os.name == 'nt':", "    return", "assert double(21) == 42")}`,
  },
  {
    how: "in finally, below a return",
    tests: body(
      "result = double(21)",
      "try:",
      "    if result is None:",
      "        return",
      "finally:",
      "    assert result == 42",
    ),
  },
  {
    how: "until an iterator ends",
    tests: body(
      "results = iter([double(21)])",
      "try:",
      "    assert next(results) == 42",
      "except StopIteration:",
      "    pass",
    ),
  },
  {
    how: "in a fluent assertion",
    tests: `from assertpy import assert_that\n${body("assert_that(double(21)).is_equal_to(42)")}`,
  },
  {
    how: "in a matcher",
    tests: `from hamcrest import assert_that, equal_to\n${body("assert_that(double(21), equal_to(42))")}`,
  },
  { how: "directly", tests: body("assert double(21) == 42") },
  { how: "the other way round", tests: body("assert 42 == double(21)") },
  { how: "with a message", tests: body("assert double(21) == 42, 'wrong'") },
  {
    how: "in names",
    tests: body("given, expected = 21, 42", "result = double(given)", "assert result == expected"),
  },
  { how: "through another function", tests: body("assert str(double(int('21'))) == '42'") },
  {
    how: "as texts of decimals",
    tests: `from decimal import Decimal\n${body("assert double(Decimal('21')) == Decimal('42')")}`,
  },
  { how: "by identity", tests: body("assert double(21) is 42") },
  { how: "as what is not unequal", tests: body("assert not double(21) != 42") },
  { how: "in a chain", tests: body("assert double(21) == 42 == double(21)") },
  { how: "with others", tests: body("assert double(21) == 42 and double(1) == 2") },
  { how: "in a part of the result", tests: body("assert double([21])[0] == 42") },
  { how: "in a list of results", tests: body("assert [double(n) for n in (1, 21)] == [2, 42]") },
  { how: "in a dictionary", tests: body("assert {'a': double(21)} == {'a': 42}") },
  { how: "in a product", tests: body("assert double(3 * 7) == 6 * 7") },
  { how: "approximately", tests: body("assert double(21) == pytest.approx(42, abs=0.01)") },
  { how: "within a distance", tests: body("assert abs(double(21) - 42) < 1e-9") },
  {
    how: "within a distance that has a name",
    tests: `EPSILON = 1e-6\n${body("assert EPSILON >= abs(42 - double(21))")}`,
  },
  {
    how: "with isclose",
    tests: `import math\n${body("assert math.isclose(double(21), 42, rel_tol=1e-9)")}`,
  },
  { how: "rounded", tests: body("assert round(double(21), 2) == 42") },
  {
    how: "in a loop",
    tests: `CASES = [(1, 2), (21, 42)]\n${body("for given, expected in CASES:", "    assert double(given) == expected")}`,
  },
  {
    how: "in a loop with a dictionary",
    tests: body(
      "for given, expected in {1: 2, 21: 42}.items():",
      "    assert double(given) == expected",
    ),
  },
  {
    how: "in a loop with records",
    tests: body("for case in [{'x': 21, 'y': 42}]:", "    assert double(case['x']) == case['y']"),
  },
  {
    how: "in a loop with zip",
    tests: body(
      "for given, expected in zip([1, 21], [2, 42]):",
      "    assert double(given) == expected",
    ),
  },
  {
    how: "in a loop with enumerate",
    tests: body(
      "for index, (given, expected) in enumerate([(21, 42)]):",
      "    assert double(given) == expected, index",
    ),
  },
  {
    how: "in all of a comprehension",
    tests: body("assert all(double(x) == y for x, y in [(21, 42)])"),
  },
  {
    how: "in a list of comparisons",
    tests: body("results = [double(x) == y for x, y in [(21, 42)]]", "assert all(results)"),
  },
  { how: "with map", tests: body("assert list(map(double, [1, 21])) == [2, 42]") },
  {
    how: "in parameters",
    tests: `@pytest.mark.parametrize(('given', 'expected'), [(1, 2), (21, 42)])\ndef test_a(given, expected):\n    assert double(given) == expected\n`,
  },
  {
    how: "in parameters of pytest.param",
    tests: `@pytest.mark.parametrize('given, expected', [pytest.param(21, 42, id='x')])\ndef test_a(given, expected):\n    assert double(given) == expected\n`,
  },
  {
    how: "in one parameter that is a pair",
    tests: `@pytest.mark.parametrize('case', [(1, 2), (21, 42)])\ndef test_a(case):\n    given, expected = case\n    assert double(given) == expected\n`,
  },
  {
    how: "in parameters with a name of their own",
    tests: `each = pytest.mark.parametrize(['given', 'expected'], [(21, 42)])\n\n@each\ndef test_a(given, expected):\n    assert double(given) == expected\n`,
  },
  {
    how: "in parameters of the class",
    tests: `@pytest.mark.parametrize(('given', 'expected'), [(21, 42)])\nclass TestA:\n    def test_a(self, given, expected):\n        assert double(given) == expected\n`,
  },
  {
    how: "in two sets of parameters",
    tests: `@pytest.mark.parametrize('given', [21])\n@pytest.mark.parametrize('expected', [42])\ndef test_a(given, expected):\n    assert double(given) == expected\n`,
  },
  {
    how: "in parameters of pytest_generate_tests",
    tests: `def pytest_generate_tests(metafunc):\n    metafunc.parametrize('given,expected', [(21, 42)])\n\ndef test_a(given, expected):\n    assert double(given) == expected\n`,
  },
  {
    how: "in parameters from a comprehension",
    tests: `ROWS = ['21 42', '1 2']\nCASES = [tuple(int(word) for word in row.split()) for row in ROWS]\n\n@pytest.mark.parametrize(('given', 'expected'), CASES)\ndef test_a(given, expected):\n    assert double(given) == expected\n`,
  },
  {
    how: "in parameters from JSON",
    tests: `import json\nCASES = json.loads('[{"x": 21, "y": 42}]')\n\n@pytest.mark.parametrize('case', CASES)\ndef test_a(case):\n    assert double(case["x"]) == case["y"]\n`,
  },
  {
    how: "in a table of text",
    tests: body(
      "for line in '''",
      "21 | 42",
      "'''.strip().splitlines():",
      "    given, expected = line.split('|')",
      "    assert double(int(given)) == int(expected)",
    )
      .replace("    21 |", "21 |")
      .replace("    '''.", "'''."),
  },
  {
    how: "in a named tuple",
    tests: `from typing import NamedTuple\n\nclass Case(NamedTuple):\n    given: int\n    expected: int\n\n@pytest.mark.parametrize('case', [Case(21, expected=42)])\ndef test_a(case):\n    assert double(case.given) == case.expected\n`,
  },
  {
    how: "in a dataclass",
    tests: `from dataclasses import dataclass\n\n@dataclass\nclass Case:\n    given: int\n    expected: int = 0\n\nCASES = [Case(given=21, expected=42)]\n\ndef test_a():\n    for case in CASES:\n        assert double(case.given) == case.expected\n`,
  },
  {
    how: "in a namedtuple",
    tests: `from collections import namedtuple\nCase = namedtuple('Case', 'given expected')\n\ndef test_a():\n    given, expected = Case(21, 42)\n    assert double(given) == expected\n`,
  },
  {
    how: "in a namespace",
    tests: `from types import SimpleNamespace\n${body("case = SimpleNamespace(x=21, y=42)", "assert double(case.x) == case.y")}`,
  },
  {
    how: "in a helper that asserts",
    tests: `def check(given, expected):\n    assert double(given) == expected\n\n${body("check(21, expected=42)")}`,
  },
  {
    how: "in a helper with defaults",
    tests: `def check(given=21, *, expected=42):\n    assert double(given) == expected\n\n${body("check()")}`,
  },
  {
    how: "in a helper that is given all of them",
    tests: `def check(*values, **named):\n    assert double(*values) == named['expected']\n\n${body("check(21, expected=42)")}`,
  },
  {
    how: "in a helper that says whether it is so",
    tests: `def is_double(given, expected):\n    return double(given) == expected\n\n${body("assert is_double(21, 42)")}`,
  },
  {
    how: "in a helper that gives the result",
    tests: `def result(given):\n    return double(given)\n\n${body("assert result(21) == 42")}`,
  },
  {
    how: "in a helper that is given the function",
    tests: `def apply(action, *values):\n    return action(*values)\n\n${body("assert apply(double, 21) == 42")}`,
  },
  {
    how: "in a helper of the class",
    tests: `class TestA:\n    def check(self, given, expected):\n        assert double(given) == expected\n\n    def test_a(self):\n        self.check(21, 42)\n`,
  },
  {
    how: "in a helper of another file",
    tests: `from tests.support import check\n\n${body("check(21, 42)")}`,
    others: {
      "tests/support.py":
        "from src.double import double\n\n\ndef check(given, expected):\n    assert double(given) == expected\n",
    },
  },
  {
    how: "in a generator of cases",
    tests: `def cases():\n    yield 1, 2\n    yield 21, 42\n\n${body("for given, expected in cases():", "    assert double(given) == expected")}`,
  },
  {
    how: "in a class value",
    tests: `class TestA:\n    given, expected = 21, 42\n\n    def test_a(self):\n        assert double(self.given) == self.expected\n`,
  },
  {
    how: "in a class that inherits",
    tests: `class Contract:\n    def test_a(self):\n        assert double(self.given) == self.expected\n\nclass TestA(Contract):\n    given, expected = 21, 42\n`,
  },
  {
    how: "in set_up",
    tests: `class TestA:\n    def setup_method(self):\n        self.box = Box()\n        self.box.put(21)\n        self.expected = 42\n\n    def test_a(self):\n        assert double(self.box.get()) == self.expected\n`,
  },
  {
    how: "in a fixture",
    tests: `@pytest.fixture\ndef case():\n    return 21, 42\n\ndef test_a(case):\n    assert double(case[0]) == case[1]\n`,
  },
  {
    how: "in a fixture with another name",
    tests: `@pytest.fixture(name='case')\ndef _case():\n    yield {'x': 21, 'y': 42}\n\ndef test_a(case):\n    assert double(case['x']) == case['y']\n`,
  },
  {
    how: "in the parameters of a fixture",
    tests: `@pytest.fixture(params=[(1, 2), (21, 42)])\ndef case(request):\n    return request.param\n\ndef test_a(case):\n    given, expected = case\n    assert double(given) == expected\n`,
  },
  {
    how: "in a fixture of conftest.py",
    tests: `def test_a(case):\n    assert double(case[0]) == case[1]\n`,
    others: {
      "tests/conftest.py": "import pytest\n\n\n@pytest.fixture\ndef case():\n    return 21, 42\n",
    },
  },
  {
    how: "in a fixture that makes the object",
    tests: `@pytest.fixture\ndef box():\n    box = Box()\n    box.put(21)\n    return box\n\ndef test_a(box):\n    assert double(box.get()) == 42\n`,
  },
  {
    how: "with unittest",
    tests: `import unittest\n\nclass CaseTest(unittest.TestCase):\n    def test_a(self):\n        self.assertEqual(double(21), 42)\n`,
  },
  {
    how: "with unittest, almost",
    tests: `import unittest\n\nclass CaseTest(unittest.TestCase):\n    def test_a(self):\n        self.assertAlmostEqual(42, double(21), places=3)\n`,
  },
  {
    how: "with unittest and subtests",
    tests: `import unittest\n\nclass CaseTest(unittest.TestCase):\n    def test_a(self):\n        for given, expected in ((1, 2), (21, 42)):\n            with self.subTest(given=given):\n                self.assertTrue(double(given) == expected)\n`,
  },
  {
    how: "with unittest and a set up",
    tests: `import unittest\n\nclass CaseTest(unittest.TestCase):\n    def setUp(self):\n        self.cases = [(21, 42)]\n\n    def test_a(self):\n        for given, expected in self.cases:\n            self.assertEqual(double(given), expected)\n`,
  },
  {
    how: "where a failure is raised by hand",
    tests: body("if double(21) != 42:", "    raise AssertionError('wrong')"),
  },
  {
    how: "where a failure is told by hand",
    tests: body("if double(21) == 42:", "    pass", "else:", "    pytest.fail('wrong')"),
  },
  {
    how: "in a branch for what is given",
    tests: body(
      "for x, y in [(None, None), (21, 42)]:",
      "    if x is None:",
      "        assert double(0) == 0",
      "    else:",
      "        assert double(x) == y",
    ),
  },
  {
    how: "in either branch of what the result is",
    tests: body(
      "result = double(21)",
      "if isinstance(result, str):",
      "    assert result == '42'",
      "else:",
      "    assert result == 42",
    ),
  },
  {
    how: "in a comprehension that leaves it",
    tests: body("assert [double(x) for x, y in [(1, 2), (21, 42)] if x > 10] == [42]"),
  },
  {
    how: "in a file that the code reads",
    tests: `def test_a(tmp_path):\n    path = tmp_path / 'x'\n    path.write_text('21')\n    assert double(path) == 42\n`,
  },
  {
    how: "in what was printed",
    tests: `def test_a(capsys):\n    double(21)\n    assert capsys.readouterr().out == '42'\n`,
  },
  {
    how: "in standard input",
    tests: `import io\n\ndef test_a(monkeypatch):\n    monkeypatch.setattr('sys.stdin', io.StringIO('21'))\n    assert double() == '42'\n`,
  },
  {
    how: "in what a callback was given",
    tests: body("calls = []", "double(21, calls.append)", "assert calls == [42]"),
  },
  {
    how: "in what a callback says",
    tests: body(
      "seen = []",
      "def tell(value):",
      "    seen.append(value)",
      "double(21, tell)",
      "assert seen == [42]",
    ),
  },
  {
    how: "in an assertion of a callback",
    tests: body("def check(value):", "    assert value == 42", "double(21, check)"),
  },
  {
    how: "in a list that is changed",
    tests: body("items = [21]", "double(items)", "assert items == [42]"),
  },
  {
    how: "in a mock",
    tests: `from unittest.mock import Mock\n${body("listener = Mock()", "double(21, listener)", "listener.assert_called_once_with(42)")}`,
  },
  {
    how: "in a fake of the tests",
    tests: `class Fake:\n    def __init__(self):\n        self.sent = []\n\n    def send(self, value):\n        self.sent.append(value)\n\n${body("fake = Fake()", "double(21, fake)", "assert fake.sent == [42]")}`,
  },
  {
    how: "asynchronously",
    tests: `import asyncio\n\nasync def main():\n    assert await double(21) == 42\n\n${body("asyncio.run(main())")}`,
  },
  {
    how: "in an asynchronous test",
    tests: `@pytest.mark.asyncio\nasync def test_a():\n    assert await double(21) == 42\n`,
  },
  { how: "in an object of the code", tests: body("assert double(21) == Box(42)") },
  {
    how: "by the module",
    tests: `import src.double as module\n${body("assert module.double(21) == 42")}`,
  },
  {
    how: "by an import within",
    tests: body("from double import double as twice", "assert twice(21) == 42"),
  },
  {
    how: "by importlib",
    tests: `import importlib\nmodule = importlib.import_module('src.double')\n${body("assert module.double(21) == 42")}`,
  },
  {
    how: "by a decorated argument",
    tests: `from hypothesis import example, given, strategies as st\n\n@given(st.integers())\n@example(21)\ndef test_a(x):\n    assert double(x) == 42\n`,
  },
];

const shown = reportsOf(SHOWN.map(({ tests, others }) => suite(tests, others)));

describe("a value is expected, and another given", () => {
  test.each(SHOWN.map(({ how }, index) => ({ how, report: shown[index] })))(
    "$how",
    ({ report }) => {
      expect(textsIn(report, "expected")).toContain("42");
      expect(textsIn(report, "given")).toContain("21");
      expect(textsIn(report, "expected")).not.toContain("21");
    },
  );
});
