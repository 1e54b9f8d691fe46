import { describe, expect, test } from "vitest";
import { quotableLines, storyItems } from "../../../src/story/items.ts";

const linesOf = (story: object, part: string | null = null): string[] =>
  storyItems({ id: "s", ...story }, part).items.map(({ line }) => line);

describe("what counts as a demand", () => {
  test.each([
    { when: "requirements", story: { requirements: "A.\nB." }, lines: ["A.", "B."] },
    { when: "constraints", story: { constraints: ["A."], feature: "F." }, lines: ["A."] },
    {
      when: "acceptance by its other names",
      story: { acceptance_criteria: "A.", acceptanceCriteria: "B.", feature: "F." },
      lines: ["A.", "B."],
    },
    {
      when: "prose, where there is none of these",
      story: { title: "T", feature: "F.", description: "D." },
      lines: ["F.", "D."],
    },
    {
      when: "prose, where they are empty",
      story: { acceptance: " \n", requirements: [], feature: "F." },
      lines: ["F."],
    },
    {
      when: "an object as a whole",
      story: { acceptance: [{ given: "a", steps: ["b", "c"] }] },
      lines: ['{"given":"a","steps":["b","c"]}'],
    },
    {
      when: "an example of any key",
      story: { requirements: "A.", notes: "one\n2 → 4", more: { deep: ["3 → 6"] } },
      lines: ["A.", "2 → 4", "3 → 6"],
    },
    { when: "nothing of a story that is none", story: { requirements: 1 }, lines: [] },
  ])("$when", ({ story, lines }) => {
    expect(linesOf(story)).toEqual(lines);
  });

  test.each([null, 7, "text", ["a"]])("%j demands nothing", (document) => {
    expect(storyItems(document)).toEqual({ items: [], headings: [], notCounted: [] });
  });
});

describe("a line that goes on", () => {
  test.each([
    { when: "in lower case", text: "- It adds\n  numbers", lines: ["- It adds numbers"] },
    { when: "over three lines", text: "It\nadds\nnumbers", lines: ["It adds numbers"] },
    { when: "behind an arrow", text: "x=1 →\ny=2", lines: ["x=1 → y=2"] },
    { when: "but not in upper case", text: "It adds\nNumbers", lines: ["It adds", "Numbers"] },
    { when: "but not with a bullet", text: "It adds\n- numbers", lines: ["It adds", "- numbers"] },
    { when: "but not below a gap", text: "It adds\n\nnumbers", lines: ["It adds", "numbers"] },
    { when: "but not behind a full stop", text: "It adds.\nzero", lines: ["It adds.", "zero"] },
    { when: "but not as code", text: "It adds\nx = y + 1", lines: ["It adds", "x = y + 1"] },
    { when: "but not as an example", text: "It adds\nx=1 → 2", lines: ["It adds", "x=1 → 2"] },
    { when: "but not behind an example", text: "x=1 → 2\nrounded", lines: ["x=1 → 2", "rounded"] },
  ])("$when", ({ text, lines }) => {
    expect(linesOf({ requirements: text })).toEqual(lines);
  });

  test("but not from one entry of a list to the next", () => {
    expect(linesOf({ requirements: ["It adds", "numbers"] })).toEqual(["It adds", "numbers"]);
  });

  test("may be quoted as a whole, or by each of its lines", () => {
    const lines = quotableLines({ requirements: "- It adds\n  numbers" });
    expect(lines).toEqual(expect.arrayContaining(["- It adds numbers", "- It adds", "numbers"]));
  });
});

test("an item says where it stands", () => {
  const story = {
    id: "s",
    constraints: "A.",
    tasks: [{ id: "one" }, { id: "two", acceptance: ["B.", { input: 1, output: 2 }] }],
  };
  expect(storyItems(story).items.map(({ path }) => path)).toEqual([
    "constraints",
    "tasks.1.acceptance.0",
    "tasks.1.acceptance.1",
  ]);
});

describe("the demands of a part", () => {
  const story = {
    constraints: "Pure.",
    tasks: [
      { id: "Cart", acceptance: "2 → 4" },
      { id: "till", feature: "It gives change." },
    ],
  };

  test.each([
    { part: "cart", lines: ["Pure.", "2 → 4"] },
    { part: "till", lines: ["Pure.", "It gives change."] },
    { part: "gone", lines: [] },
    { part: null, lines: ["Pure.", "2 → 4", "It gives change."] },
  ])("$part", ({ part, lines }) => {
    expect(linesOf(story, part)).toEqual(lines);
  });
});
