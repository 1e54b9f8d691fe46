import { expect, test } from "vitest";
import { exampleOnly } from "../../../src/proof/other-inputs.ts";
import type { TestCall } from "../../../src/proof/syntax-report.ts";
import { storyItems } from "../../../src/story/items.ts";

const ITEMS = [
  "- x=21 → 42",
  "- double('ab') → 'abab'",
  'Values up to 1000 are doubled; a text such as "left as it is" stays. Zero gives 0.',
];

/** A compared call of `double` with these arguments. */
const call = (...values: readonly (string | null)[]): TestCall => ({
  name: "double",
  arguments: values,
  containers: [],
  compared: true,
});

/** The inputs that count, where they are too few; null where they are enough. */
function tooFew(calls: readonly TestCall[], name = "double"): readonly (string | null)[][] | null {
  const [found] = exampleOnly([{ name, items: storyItems({ acceptance: ITEMS }).items }], calls);
  return found === undefined ? null : found.others.map((input) => [...input]);
}

test.each<{ when: string; calls: readonly TestCall[]; name?: string }>([
  { when: "three others", calls: [call("1"), call("2"), call("3")] },
  {
    when: "three others among examples",
    calls: [call("21"), call("1"), call("2"), call("ab"), call("y")],
  },
  {
    when: "others with one value of the story",
    calls: [call("21", "1"), call("21", "2"), call("1", "21")],
  },
  { when: "methods", calls: [call("1"), call("2"), call("3")], name: "Box.double" },
  { when: "one that cannot be read", calls: [call(null)] },
  { when: "one that can be read in part", calls: [call("21", null)] },
  { when: "texts that differ in case", calls: [call("AB"), call("Ab"), call("aB")] },
  { when: "an empty text", calls: [call(""), call("1"), call("2")] },
])("a function is tried with enough other inputs: $when", ({ calls, name }) => {
  expect(tooFew(calls, name)).toBeNull();
});

test.each<{ when: string; calls: readonly TestCall[]; counted: readonly (string | null)[][] }>([
  { when: "no call", calls: [], counted: [] },
  { when: "examples alone", calls: [call("21"), call("ab"), call("21.0")], counted: [] },
  {
    when: "numbers of the story's prose",
    calls: [call("1000"), call("1e3"), call("0")],
    counted: [],
  },
  { when: "texts of the story's prose", calls: [call("left as it is")], counted: [] },
  { when: "two others", calls: [call("1"), call("2"), call("21")], counted: [["1"], ["2"]] },
  {
    when: "one, written in three ways",
    calls: [call("1"), call("1.0"), call("1e0")],
    counted: [["1"]],
  },
  { when: "calls without arguments", calls: [call(), call()], counted: [] },
  {
    when: "results that are not compared",
    calls: [
      call("1"),
      call("2"),
      { ...call("3"), compared: false },
      { ...call(null), compared: false },
    ],
    counted: [["1"], ["2"]],
  },
  {
    when: "calls of another function",
    calls: [call("1"), call("2"), { ...call("3"), name: "redouble" }],
    counted: [["1"], ["2"]],
  },
])("a function is tried with too few other inputs: $when", ({ calls, counted }) => {
  expect(tooFew(calls)).toEqual(counted);
});

test("a number of the story is one however it is written", () => {
  expect(tooFew([call("1e3"), call("21.00"), call("0.0")])).toEqual([]);
});

test("a call without arguments has no input, even where the story says nothing", () => {
  expect(exampleOnly([{ name: "double", items: [] }], [call()])).toEqual([
    { name: "double", others: [] },
  ]);
});

test("each function is looked at for itself", () => {
  const calls = [call("1"), call("2"), call("3"), { ...call("1"), name: "put" }];
  expect(
    exampleOnly(
      ["double", "Box.put", "gone"].map((name) => ({ name, items: [] })),
      calls,
    ),
  ).toEqual([
    { name: "Box.put", others: [["1"]] },
    { name: "gone", others: [] },
  ]);
});

/** A compared call of `double` with one list. */
const ofList = (...texts: readonly string[]): TestCall => ({
  ...call(...texts),
  containers: [texts],
});

test.each<{ when: string; line: string; calls: readonly TestCall[]; others: number }>([
  {
    when: "the list itself",
    line: "double([3, 1, 3]) → 7",
    calls: [ofList("3", "1", "3")],
    others: 0,
  },
  {
    when: "the list with other notations",
    line: "double([3, 1, 3]) → 7",
    calls: [ofList("3.0", "1", "3e0")],
    others: 0,
  },
  {
    when: "other lists of the same values",
    line: "double([3, 1, 3]) → 7",
    calls: [ofList("3", "3", "1"), ofList("3", "1"), ofList("3", "1", "3", "1")],
    others: 3,
  },
  {
    when: "a list within it",
    line: "double([[3, 1], 2]) → 7",
    calls: [ofList("3", "1")],
    others: 0,
  },
  {
    when: "what is a list in the test alone",
    line: "a=3, b=1 → 4",
    calls: [ofList("3", "1"), ofList("1", "3")],
    others: 0,
  },
  {
    when: "a set in another order",
    line: "double({3, 1}) → 7",
    calls: [ofList("1", "3")],
    others: 0,
  },
  {
    when: "a dictionary in another order",
    line: "double({'a': 1, 'b': 2}) → 7",
    calls: [ofList("b", "2", "a", "1")],
    others: 0,
  },
  {
    when: "another dictionary of the same values",
    line: "double({'a': 1, 'b': 2}) → 7",
    calls: [ofList("b", "1", "a", "1")],
    others: 1,
  },
])("of lists, one is another input where it is another list: $when", ({ line, calls, others }) => {
  const { items } = storyItems({ acceptance: [line] });
  const [found] = exampleOnly([{ name: "double", items }], calls);
  expect(found?.others.length ?? 3).toBe(others);
});
