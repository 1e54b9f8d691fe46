import { expect, test } from "vitest";
import { jsonLines } from "../../../src/foundation/json-lines.ts";
import { nearest } from "../../../src/foundation/nearest.ts";

const linesOf = (text: string) => Object.fromEntries(jsonLines(text).lines);

test("each value has the line of its key, and each item of a list its own", () => {
  const text =
    '{\n "id": "a: {[,",\n "list": [1,\n  "x",\n  { "deep":\n   [[true]] } ],\n\n "last": null }';
  expect(linesOf(text)).toEqual({
    "": 1,
    id: 2,
    list: 3,
    "list.0": 3,
    "list.1": 4,
    "list.2": 5,
    "list.2.deep": 5,
    "list.2.deep.0": 6,
    "list.2.deep.0.0": 6,
    last: 8,
  });
});

test("a key that is written with escapes is the key that it says", () => {
  expect(linesOf('{\n"\\u0069d\\"": 1}')).toEqual({ "": 1, 'id"': 2 });
});

test("of a key that stands again its last line counts, and both are told", () => {
  const { lines, repeated } = jsonLines('{"a": {"b": 1,\n"b": 2},\n"a": 3}');
  expect(lines.get("a")).toBe(3);
  expect(repeated).toEqual([
    { path: "a.b", line: 2 },
    { path: "a", line: 3 },
  ]);
});

test.each(["1", '"text"', "[]", "{}", "[[],{}]"])("%s is read to its end", (text) => {
  expect(jsonLines(text).lines.get("")).toBe(1);
});

test("the deepest nesting takes no more than its length", () => {
  const depth = 100_000;
  const { lines } = jsonLines("[".repeat(depth) + "]".repeat(depth));
  expect(lines.size).toBeLessThan(100);
});

test.each([
  ["budget_usd", "budget-usd"],
  ["Budget-USD", "budget-usd"],
  ["budgte-usd", "budget-usd"],
  ["budget", "budget-usd"],
  ["max-cals", "max-calls"],
  ["max", null],
  ["colour", null],
  ["budget-usd".padEnd(90, "x"), null],
])("what was meant by %s is %s", (word, meant) => {
  expect(nearest(word, ["budget-usd", "max-calls", "max-attempts", "models"])).toBe(meant);
});
