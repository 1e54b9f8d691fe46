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
