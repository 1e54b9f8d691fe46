import { expect, test } from "vitest";
import { body, type Case, reportsOf, suite } from "./suites.ts";

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
    how: "of what the code makes of a value",
    tests: body("assert double(double(2)) == 8"),
    calls: ["2*"],
  },
  {
    how: "of what the code makes, in a list, of a value",
    tests: body("made = [double(5), 6]", "assert double(made) == 8"),
    calls: ["5", "5,6*"],
  },
  {
    how: "of what the code makes of what is made up",
    tests: `import random\n${body("assert double(double(random.random())) == 8")}`,
    calls: ["null*"],
  },
  {
    how: "written twice",
    tests: body("assert double(1) == 2", "assert double(1) == 2"),
    calls: ["1*"],
  },
  {
    how: "by map",
    tests: body("assert list(map(double, [1, 3])) == [2, 6]"),
    calls: ["1*", "3*"],
  },
  {
    how: "by map of several columns",
    tests: body("assert [*map(double, (1, 3), (5, 7))] == [2, 6]"),
    calls: ["1,5*", "3,7*"],
  },
  {
    how: "by starmap",
    tests: `import itertools\n${body("assert list(itertools.starmap(double, [(1,), (3,)])) == [2, 6]")}`,
    calls: ["1*", "3*"],
  },
  {
    how: "by a pool",
    tests: `from concurrent.futures import ThreadPoolExecutor\n${body("with ThreadPoolExecutor() as pool:", "    assert list(pool.map(double, [1, 3])) == [2, 6]")}`,
    calls: ["1*", "3*"],
  },
  {
    how: "by map, of what is not known",
    tests: body("assert list(map(double, open('x'))) == [2, 6]"),
    calls: ["null*"],
  },
  {
    how: "by filter",
    tests: body("assert list(filter(double, [1, 3])) == [1, 3]"),
    calls: ["1*", "3*"],
  },
  {
    how: "by a partial function",
    tests: `import functools\n\ncall = functools.partial(double)\n\n${body("assert call(1) == 2")}`,
    calls: ["1*"],
  },
  {
    how: "by a partial function that has a part of its arguments",
    tests: `from functools import partial\n${body("call = partial(double, 1, named=5)", "assert call(3) == 2", "assert list(map(call, [7])) == [2]")}`,
    calls: ["1,3,5*", "1,7,5*"],
  },
  {
    how: "by an attribute of a test case",
    tests: `import unittest\n\nclass CaseTest(unittest.TestCase):\n    function = staticmethod(double)\n\n    def test_a(self):\n        self.assertEqual(self.function(1), 2)\n`,
    calls: ["1*"],
  },
  {
    how: "by another name",
    tests: `twice = double\n\n${body("assert twice(1) == 2")}`,
    calls: ["1*"],
  },
  {
    how: "by another name in the code",
    tests: `from src.other import twice\n\n${body("assert twice(1) == 2")}`,
    others: { "src/other.py": "from src.double import double\n\ntwice = double\n" },
    calls: ["1*"],
  },
  {
    how: "by another name of another name in the code",
    tests: `from src import other\n\n${body("assert other.again(1) == 2")}`,
    others: { "src/other.py": "from src.double import double as twice\n\nagain = twice\n" },
    calls: ["1*"],
  },
  {
    how: "by all names of a module",
    tests: "",
    others: {
      "tests/test_story.py": `from src.double import *\n${body("assert double(1) == 2")}`,
    },
    calls: ["1*"],
  },
  {
    how: "by all names of a module that has them from another",
    tests: "",
    others: {
      "src/other.py": "import json\nfrom .double import double\n",
      "tests/test_story.py": `from src.other import *\n${body("assert double(1) == 2")}`,
    },
    calls: ["1*"],
  },
  {
    how: "by all names of a module that has all of another",
    tests: "",
    others: {
      "src/other.py": "from .double import *\n",
      "tests/test_story.py": `from src.other import *\n${body("assert double(1) == 2")}`,
    },
    calls: ["1*"],
  },
  {
    how: "by all names of a module, and a function of the tests by one of them",
    tests: "",
    others: {
      "tests/test_story.py": `from src.double import *\n\ndef double(x):\n    return x * 2\n\n${body("assert double(1) == 2")}`,
    },
    calls: [],
  },
];
const MOCK = "from unittest.mock import ANY\n";
const EQUAL = `class Equal:\n    def __eq__(self, other):\n        return True\n\n`;

/** In each of these `double(21)` stands in an assertion that holds for other results, too. */
const NOT_COMPARED: readonly Case[] = [
  {
    how: "below a return where the result is another",
    tests: body("if double(21) != 42:", "    return", "assert double(21) == 42"),
  },
  { how: "within any distance", tests: body("assert double(21) == pytest.approx(42, abs=1e6)") },
  { how: "within its own size", tests: body("assert double(21) == pytest.approx(42, rel=1)") },
  {
    how: "within any distance, the other way round",
    tests: body("assert 42 == pytest.approx(double(21), abs=1e6)"),
  },
  {
    how: "within any distance, in a list",
    tests: body("assert [double(21)] == [pytest.approx(42, abs=1e6)]"),
  },
  { how: "rounded away", tests: body("assert round(double(21), -9) == round(42, -9)") },
  { how: "rounded to nothing", tests: body("assert round(double(21), -9) == 0") },
  { how: "with anything", tests: `${MOCK}${body("assert double(21) == ANY")}` },
  {
    how: "with anything, with unittest",
    tests: `import unittest\n${MOCK}\nclass CaseTest(unittest.TestCase):\n    def test_a(self):\n        self.assertEqual(double(21), ANY)\n`,
  },
  { how: "in a list that is always true", tests: body("assert [double(21) == 42]") },
  { how: "in a set that is always true", tests: body("assert {double(21) == 42}") },
  { how: "in a dictionary that is always true", tests: body("assert {double(21): 42}") },
  {
    how: "in a list of comparisons that is always true",
    tests: body("assert [double(x) == y for x, y in [(21, 42)]]"),
  },
  {
    how: "in a generator that is always true",
    tests: body("assert (double(x) == y for x, y in [(21, 42)])"),
  },
  {
    how: "in a list that is always true, by a name",
    tests: body("found = [double(21) == 42]", "assert found"),
  },
  {
    how: "in a list that is always true, with unittest",
    tests: `import unittest\n\nclass CaseTest(unittest.TestCase):\n    def test_a(self):\n        self.assertTrue([double(21) == 42])\n`,
  },
  { how: "as a text of what is so or not", tests: body("assert str(double(21) == 42)") },
  { how: "in a text that is always true", tests: body("assert f'{double(21) == 42}'") },
  { how: "in the size of a list", tests: body("assert len([double(21) == 42])") },
  { how: "beside what is true", tests: body("assert any([double(21) == 42, True])") },
  {
    how: "beside what is compared with itself",
    tests: body("x = double(2)", "assert x == x or double(21) == 42"),
  },
  {
    how: "only where it is nothing",
    tests: body("assert double(21) == 42 if double(2) is None else True"),
  },
  {
    how: "below an order of numbers that is none",
    tests: body("if 1 > 2:", "    assert double(21) == 42"),
  },
  {
    how: "below a condition that is false in a part",
    tests: body("if False and double(2):", "    assert double(21) == 42"),
  },
  {
    how: "below a name of the file that is false",
    tests: `SLOW = False\n\n${body("if SLOW:", "    assert double(21) == 42")}`,
  },
  {
    how: "below a condition on the environment",
    tests: `import os\n${body("if os.environ.get('NEVER'):", "    assert double(21) == 42")}`,
  },
  {
    how: "below a condition on the arguments of the process",
    tests: `import sys\n${body("if len(sys.argv) > 1000:", "    assert double(21) == 42")}`,
  },
  {
    how: "below a condition on the result that else only prints",
    tests: body(
      "if double(2) is None:",
      "    assert double(21) == 42",
      "else:",
      "    print('right')",
    ),
  },
  {
    how: "in a loop over what is filtered to nothing",
    tests: body(
      "for x, y in filter(lambda row: row[0] > 100, [(21, 42)]):",
      "    assert double(x) == y",
    ),
  },
  {
    how: "in what has to fail",
    tests: body("with pytest.raises(AssertionError):", "    assert double(21) == 42"),
  },
  {
    how: "in what has to fail in any way",
    tests: body("with pytest.raises(Exception):", "    assert double(21) == 42"),
  },
  { how: "by its class", tests: body("assert double(21).__class__ == (42).__class__") },
  { how: "without what is left of 1", tests: body("assert double(21) % 1 == 42 % 1") },
  {
    how: "in a list of what is wrong that nothing asserts",
    tests: body("wrong = [x for x, y in [(21, 42)] if double(x) != y]", "assert double(2) == 4"),
  },
  {
    how: "in a list of what is right that has to be empty",
    tests: body("right = [x for x, y in [(21, 42)] if double(x) == y]", "assert right == []"),
  },
  {
    how: "in a match that nothing fails by",
    tests: body(
      "match double(21):",
      "    case 42:",
      "        pass",
      "    case _:",
      "        print()",
    ),
  },
  {
    how: "in a match for one of several values",
    tests: body(
      "match double(21):",
      "    case 42 | 43:",
      "        pass",
      "    case _:",
      "        pytest.fail()",
    ),
  },
  {
    how: "in a match for anything",
    tests: body(
      "match double(21):",
      "    case found:",
      "        pass",
      "    case _:",
      "        pytest.fail()",
    ),
  },
  {
    how: "in a case that may never be",
    tests: body("match double(2):", "    case None:", "        assert double(21) == 42"),
  },
  {
    how: "below a case that returns",
    tests: body("match double(2):", "    case 4:", "        return", "assert double(21) == 42"),
  },
  { how: "times nothing", tests: body("assert double(21) * 0 == 42 * 0") },
  { how: "as at most", tests: body("assert max(double(21), 42) == max(42, double(2))") },
  { how: "as at least", tests: body("assert min(double(21), 42) == 42") },
  { how: "with what equals all", tests: `${EQUAL}${body("assert double(21) == Equal()")}` },
];

/** In each of these the result of `double(21)` has to be 42, or as good as that. */
const COMPARED: readonly Case[] = [
  {
    how: "within a small distance",
    tests: body("assert double(21) == pytest.approx(42, abs=0.01)"),
  },
  {
    how: "within a small distance, the other way round",
    tests: body("assert 42 == pytest.approx(double(21), abs=1)"),
  },
  {
    how: "beside what may be anything",
    tests: `${MOCK}${body("assert {'id': 7, 'x': double(21)} == {'id': ANY, 'x': 42}")}`,
  },
  {
    how: "beside what is within any distance",
    tests: body("assert [double(21), 1] == [42, pytest.approx(2, abs=100)]"),
  },
  { how: "rounded a little", tests: body("assert round(double(21), -1) == 40") },
  {
    how: "in all of a list",
    tests: body("found = [double(x) == y for x, y in [(21, 42)]]", "assert all(found)"),
  },
  { how: "in one of a list", tests: body("assert any([double(21) == 42, double(21) == 43])") },
  { how: "as the text of it", tests: body("assert str(double(21)) == '42'") },
  { how: "in a text", tests: body("assert f'{double(21)}' == '42'") },
  { how: "in a list", tests: body("assert [double(21)] == [42]") },
  {
    how: "as a number of failures",
    tests: body(
      "wrong = []",
      "for x, y in [(21, 42)]:",
      "    if double(x) != y:",
      "        wrong.append(x)",
      "assert len(wrong) == 0",
    ),
  },
  {
    how: "below an order of numbers",
    tests: body("if 2 > 1:", "    assert double(21) == 42"),
  },
  {
    how: "below a version",
    tests: `import sys\n${body("if sys.version_info >= (3, 8):", "    assert double(21) == 42")}`,
  },
  {
    how: "below a name of the file that is true",
    tests: `SLOW = True\n\n${body("if SLOW:", "    assert double(21) == 42")}`,
  },
  {
    how: "below a name that an import may change",
    tests: `try:\n    import numpy\nexcept ImportError:\n    FAST = False\nelse:\n    FAST = True\n\n${body("if FAST:", "    assert double(21) == 42")}`,
  },
  {
    how: "below a parameter that is called like the arguments of a process",
    tests: body(
      "for argv, want in [(21, 42), (None, 0)]:",
      "    if argv is not None:",
      "        assert double(argv) == want",
    ),
  },
  {
    how: "above a failure that speaks of skipping",
    tests: body("if double(21) != 42:", "    pytest.fail('blank rows should be skipped')"),
  },
  {
    how: "above an error that speaks of an exit",
    tests: body("if double(21) != 42:", "    raise AssertionError('should exit(1)')"),
  },
  {
    how: "below a skip by the environment",
    tests: `import os\n${body("if os.environ.get('CI'):", "    return", "assert double(21) == 42")}`,
  },
  {
    how: "in a loop over what is filtered",
    tests: body(
      "for x, y in filter(lambda row: row[0] > 10, [(21, 42)]):",
      "    assert double(x) == y",
    ),
  },
  {
    how: "as what raises, in an assertion",
    tests: body("with pytest.raises(ValueError):", "    assert double(21)"),
  },
  {
    how: "as what asserts by itself",
    tests: body("with pytest.raises(AssertionError):", "    double(21)"),
  },
  { how: "as the largest", tests: body("assert max(double(21), double(2)) == 42") },
  { how: "as odd or not", tests: body("assert double(21) % 2 == 0") },
  { how: "negative, and rounded a little", tests: body("assert round(double(21), -1) == -40") },
];
const judged = reportsOf([...NOT_COMPARED, ...COMPARED].map(({ tests }) => suite(tests)));

test.each([...NOT_COMPARED, ...COMPARED].map(({ how }, index) => ({ how, index })))(
  "a call is compared or not: $how",
  ({ index }) => {
    const calls = Object.values(judged[index] ?? {}).flatMap((each) => each.calls);
    const found = calls.filter((call) => call.name === "double" && call.arguments[0] === "21");
    expect(found.some((call) => call.compared)).toBe(index >= NOT_COMPARED.length);
  },
);

const called = reportsOf(CALLS.map(({ tests, others }) => suite(tests, others)));

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

test("a call by another name is one of both", () => {
  const tests = `from src.other import twice\n\n${body("assert twice(1) == 2")}`;
  const [report] = reportsOf([
    suite(tests, { "src/other.py": "from src.double import double\n\ntwice = double\n" }),
  ]);
  expect(report?.["test_a"]?.calls.map(({ name }) => name)).toEqual(["twice", "double"]);
});

test("what an object was given before belongs to what its methods are given", () => {
  const [report] = reportsOf([suite(body("box = Box()", "box.put(4)", "assert box.get() == 4"))]);
  expect(report?.["test_a"]?.calls).toEqual([
    { name: "Box", arguments: [], containers: [], compared: true },
    { name: "put", arguments: ["4"], containers: [], compared: true },
    { name: "get", arguments: ["4"], containers: [], compared: true },
  ]);
});

test.each([
  {
    given: "1, [2, 3], (4,), {'a': 5}",
    containers: [
      ["2", "3"],
      ["a", "5"],
    ],
  },
  { given: "[1, [2, [3]]]", containers: [["1", "2", "3"]] },
  { given: "named=(1, 2)", containers: [["1", "2"]] },
  { given: "'ab', b'cd', 12, []", containers: [] },
])("what stands in one list is told: $given", ({ given, containers }) => {
  const [report] = reportsOf([suite(body(`assert double(${given}) == 4`))]);
  expect(report?.["test_a"]?.calls.map((each) => each.containers)).toEqual([containers]);
});

test("a list of a table is one as well", () => {
  const [report] = reportsOf([
    suite(
      "@pytest.mark.parametrize('x', [[1, 2], [2, 1]])\ndef test_a(x):\n    assert double(x) == 4\n",
    ),
  ]);
  expect(report?.["test_a"]?.calls.map((each) => each.containers)).toEqual([
    [["1", "2"]],
    [["2", "1"]],
  ]);
});
