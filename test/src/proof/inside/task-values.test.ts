// What the values in a test are there for, by its syntax: the program of the inside is asked, and nothing of the tests is run.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";

const reportSchema = z.record(
  z.string(),
  z.object({
    literals: z.array(z.object({ kind: z.string(), text: z.string(), role: z.string() })),
    calls: z.array(
      z.object({
        name: z.string(),
        arguments: z.array(z.string().nullable()),
        compared: z.boolean(),
      }),
    ),
  }),
);
type Report = z.infer<typeof reportSchema>;
type Files = Readonly<Record<string, string>>;

const PROGRAM = `import ast, json, sys
from task_source import deep_trees, parse
from task_syntax import tests_in
from task_values import TestValues
suites = json.load(sys.stdin)
found = []
for files in suites:
    trees = {path: parse(text.encode(), path) for path, text in files.items()}
    with deep_trees():
        values = TestValues(trees)
        found.append({
            one["name"]: values.of(path, one["node"])
            for path, tree in trees.items() if path.startswith("tests/") for one in tests_in(tree)
        })
print(json.dumps(found))`;

function reportsOf(suites: readonly Files[]): Report[] {
  const output = execFileSync("python3", ["-B", "-c", PROGRAM], {
    cwd: "/",
    encoding: "utf8",
    input: JSON.stringify(suites),
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...process.env,
      PYTHONPATH: fileURLToPath(new URL("../../../../src/proof/inside", import.meta.url)),
    },
  });
  return z.array(reportSchema).parse(JSON.parse(output));
}

const CODE = `class DoubleError(ValueError):
    pass


class Box:
    def put(self, item):
        self.item = item

    def get(self):
        return self.item


def double(x):
    return x * 2
`;

const HEAD = "import pytest\nfrom src.double import Box, DoubleError, double\n";

function suite(tests: string, others: Files = {}): Files {
  return { "src/double.py": CODE, "tests/test_story.py": `${HEAD}${tests}`, ...others };
}

/** A test of one function; its lines are indented. */
const body = (...lines: readonly string[]) =>
  `def test_a():\n${lines.map((line) => `    ${line}\n`).join("")}`;

interface Case {
  readonly how: string;
  readonly tests: string;
  readonly others?: Files;
}

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

const textsIn = (report: Report | undefined, role: string): string[] =>
  (report === undefined ? [] : Object.values(report))
    .flatMap(({ literals }) => literals)
    .filter((literal) => literal.role === role)
    .map(({ text }) => text);

const shown = reportsOf(SHOWN.map(({ tests, others }) => suite(tests, others)));
const notShown = reportsOf(NOT_SHOWN.map(({ tests, others }) => suite(tests, others)));

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

describe("a value is not expected", () => {
  test.each(NOT_SHOWN.map(({ how }, index) => ({ how, report: notShown[index] })))(
    "$how",
    ({ report }) => {
      expect(textsIn(report, "expected")).not.toContain("42");
    },
  );
});

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

/** Calls of `double` in a test: what is given, and a star where the result is compared. */
const CALLS: readonly (Case & { readonly calls: readonly string[] })[] = [
  { how: "one", tests: body("assert double(21) == 42"), calls: ["21*"] },
  {
    how: "one whose result is dropped",
    tests: body("double(21)", "assert double(2) == 4"),
    calls: ["21", "2*"],
  },
  { how: "one that is looked at otherwise", tests: body("assert double(21) > 4"), calls: ["21"] },
  {
    how: "compared with the code itself",
    tests: body("assert double(21) == double(7)"),
    calls: ["21", "7"],
  },
  {
    how: "compared with what the test works out",
    tests: body("x = 7", "assert double(x) == x + x"),
    calls: ["7*"],
  },
  {
    how: "of a table",
    tests: `@pytest.mark.parametrize(('x', 'y'), [(1, 2), (3, 6)])\ndef test_a(x, y):\n    assert double(x) == y\n`,
    calls: ["1*", "3*"],
  },
  {
    how: "of a loop over a range",
    tests: body("for x in range(3):", "    assert double(x) == x + x"),
    calls: ["0*", "1*", "2*"],
  },
  {
    how: "of what is made up",
    tests: `import random\n${body("x = random.random()", "assert double(x) == x + x")}`,
    calls: ["null*"],
  },
  {
    how: "of hypothesis",
    tests: `from hypothesis import given, strategies as st\n\n@given(st.integers())\ndef test_a(x):\n    assert double(x) == x + x\n`,
    calls: ["null*"],
  },
  {
    how: "with several arguments",
    tests: body("assert double(1, [2, 3], named='x') == 4"),
    calls: ["1,2,3,x*"],
  },
  {
    how: "that raises",
    tests: body("with pytest.raises(ValueError):", "    double('x')"),
    calls: ["x*"],
  },
  {
    how: "written twice",
    tests: body("assert double(1) == 2", "assert double(1) == 2"),
    calls: ["1*"],
  },
];
const called = reportsOf(CALLS.map(({ tests }) => suite(tests)));

test.each(CALLS.map(({ how, calls }, index) => ({ how, calls, report: called[index] })))(
  "a test tells its calls: $how",
  ({ calls, report }) => {
    const found = Object.values(report ?? {}).flatMap((one) =>
      one.calls.flatMap(({ name, arguments: given, compared }) =>
        name === "double" ? [`${given.map(String).join(",")}${compared ? "*" : ""}`] : [],
      ),
    );
    expect(found).toEqual(calls);
  },
);

test("the type of a result is no value of it", () => {
  const [report] = reportsOf([suite(body("assert type(double(21)) is int"))]);
  expect(textsIn(report, "expected")).not.toContain("int");
  expect(textsIn(report, "other")).toContain("int");
});

test("what an object was given before belongs to what its methods are given", () => {
  const [report] = reportsOf([suite(body("box = Box()", "box.put(4)", "assert box.get() == 4"))]);
  expect(report?.["test_a"]?.calls).toEqual([
    { name: "Box", arguments: [], compared: true },
    { name: "put", arguments: ["4"], compared: true },
    { name: "get", arguments: ["4"], compared: true },
  ]);
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
