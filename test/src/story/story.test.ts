import { describe, expect, test } from "vitest";
import { storyLines } from "../../../src/story/lines.ts";
import { parseStory, STORY_MAX_BYTES, type Story } from "../../../src/story/story.ts";
import { counterexample } from "../../support/counterexample.ts";
import * as fc from "../../support/properties.ts";

const PATH = "meta/stories/fee.json";
const SMALL = { id: "fee", title: "Fee" };

function parse(text: string | Uint8Array): ReturnType<typeof parseStory> {
  return parseStory(PATH, typeof text === "string" ? Buffer.from(text) : text);
}

function storyOf(value: object): Story {
  const result = parse(JSON.stringify(value));
  if (!result.ok) throw new Error(result.problems.join("; "));
  return result.story;
}

function problemsOf(text: string | Uint8Array): readonly string[] {
  const result = parse(text);
  return result.ok ? [] : result.problems;
}

const nested = (depth: number) =>
  `{"id":"fee","title":"x","more":${"[".repeat(depth)}${"]".repeat(depth)}}`;

const isAnswered = (text: string) => {
  const result = parse(text);
  return result.ok || result.problems.length > 0;
};

describe("parseStory", () => {
  test("keeps every key, known or not", () => {
    const value = {
      ...SMALL,
      version: 2,
      dependencies: ["requests"],
      audience: { who: ["drivers"] },
    };
    expect(storyOf(value)).toMatchObject({ path: PATH, id: "fee", key: "fee", document: value });
  });

  test.each([
    { when: "text", more: { requirements: "one\ntwo" } },
    { when: "a list of texts", more: { acceptance: ["a → b"] } },
    { when: "a list of objects", more: { acceptance: [{ input: 0, output: 3.5 }] } },
  ])("takes $when where people write it", ({ more }) => {
    expect(storyOf({ ...SMALL, ...more }).document).toMatchObject(more);
  });

  test("a story without parts is one task; with parts each part is one", () => {
    expect(storyOf(SMALL).tasks).toEqual([{ id: "fee", part: null }]);
    const parts = [{ id: "Cart", note: 1 }, { id: "till" }];
    expect(storyOf({ ...SMALL, tasks: parts }).tasks).toEqual([
      { id: "fee__cart", part: parts[0] },
      { id: "fee__till", part: parts[1] },
    ]);
  });

  test.each([
    { when: "is not valid JSON", text: "{", said: ["is not valid JSON: "] },
    { when: "is empty", text: "", said: ["is not valid JSON: "] },
    { when: "is a list", text: "[]", said: ["must be one JSON object"] },
    { when: "is null", text: "null", said: ["must be one JSON object"] },
    { when: "has no id", text: '{"title":"x"}', said: ['"id" is required, as a string'] },
    {
      when: "has a number for an id",
      text: '{"id":7,"title":"x"}',
      said: ['"id" must be a string: write "7"'],
    },
    {
      when: "wants nothing",
      text: '{"id":"x","acceptance":"y"}',
      said: ['one of "feature", "title"'],
    },
    {
      when: "wants nothing but white space",
      text: '{"id":"x","title":" \\n"}',
      said: ['one of "feature"'],
    },
    {
      when: "wants an empty list",
      text: '{"id":"x","requirements":[]}',
      said: ['one of "feature"'],
    },
    {
      when: "leaves its folder",
      text: '{"id":"../../x","title":"x"}',
      said: ['"id": "../../x" is outside the grammar'],
    },
    {
      when: "has parts that are none",
      text: '{"id":"x","title":"x","tasks":[1]}',
      said: ['"tasks.0"'],
    },
    {
      when: "has an empty list of parts",
      text: '{"id":"x","title":"x","tasks":[]}',
      said: ['"tasks" is an empty list'],
    },
    {
      when: "holds half a surrogate pair",
      text: '{"id":"x","title":"\\ud800"}',
      said: ["half of a surrogate pair"],
    },
    {
      when: "holds one in a key",
      text: '{"id":"x","title":"x","\\udfff":1}',
      said: ["half of a surrogate pair"],
    },
    {
      when: "holds a number that no reader can hold",
      text: '{"id":"x","title":"x","acceptance":[{"input":1e400,"output":1}]}',
      said: ["holds a number larger than any that is read as one"],
    },
    { when: "is nested too deep", text: nested(100), said: ["is nested deeper than 64 levels"] },
    {
      when: "is nested so deep that a recursive reader would break",
      text: nested(100_000),
      said: ["is nested deeper than 64 levels"],
    },
    {
      when: "has several faults",
      text: '{"version":[],"title":7,"tasks":"x"}',
      said: [
        '"id" is required',
        '"version" must be',
        '"title" must be',
        '"tasks" must be a list of parts',
      ],
    },
    {
      when: "has several faulty parts",
      text: '{"id":"x","title":"x","tasks":[{"id":"a b"},{"id":"a"},{"id":"A"}]}',
      said: ['"tasks.0.id": "a b"', '"tasks" names the part x__a more than once'],
    },
    {
      when: "has an acceptance above its parts",
      text: '{"id":"x","title":"x","acceptance":["1 → 2"],"acceptance_criteria":"y","tasks":[{"id":"a"}]}',
      said: [
        '"acceptance" stands above "tasks"',
        '"acceptance_criteria" stands above "tasks", where each part would have to show all of it: move each line',
      ],
    },
  ])("a story that $when is refused with all its faults", ({ text, said }) => {
    const problems = problemsOf(text);
    for (const part of said) expect(problems.join("\n")).toContain(part);
    expect(problems.length).toBeGreaterThanOrEqual(said.length);
  });

  test("a story that is no UTF-8, or too large, is refused before it is read", () => {
    expect(problemsOf(Uint8Array.of(0x7b, 0xff, 0x7d))).toEqual(["is not UTF-8 text"]);
    const large = Buffer.alloc(STORY_MAX_BYTES + 1, " ");
    expect(problemsOf(large)).toEqual([
      `has ${STORY_MAX_BYTES + 1} bytes; a story may have ${STORY_MAX_BYTES}. Split it into several stories`,
    ]);
  });

  test("reads any JSON without breaking", () => {
    expect(counterexample(fc.json({ maxDepth: 4 }), isAnswered)).toBeNull();
  });
});

describe("the digest of a story", () => {
  test("is the same whatever the white space and the order of keys", () => {
    const { digest } = storyOf({ id: "fee", title: "Fee", more: { a: 1, b: 2 } });
    const result = parse('{ "more": {"b": 2.0, "a": 1},\n"title": "Fee", "id": "fee" }');
    expect(result.ok && result.story.digest).toBe(digest);
  });

  test("changes with any text, unknown keys too", () => {
    const digests = [
      SMALL,
      { ...SMALL, title: "Fees" },
      { ...SMALL, more: null },
      { ...SMALL, id: "Fee" },
    ].map((value) => storyOf(value).digest);
    expect(new Set(digests).size).toBe(4);
  });
});

describe("storyLines", () => {
  test.each([
    {
      when: "lines of a text, trimmed, without empty ones",
      given: { a: " one \r\n\n  - two" },
      expected: ["one", "- two"],
    },
    {
      when: "items of a list",
      given: { a: ["one", "two\nthree"] },
      expected: ["one", "two", "three"],
    },
    {
      when: "an example as an object is a line, and its texts are lines",
      given: { a: [{ input: 1, note: "x" }] },
      expected: ['{"input":1,"note":"x"}', "x"],
    },
    {
      when: "texts at any depth",
      given: { a: { b: [{ c: "deep" }] } },
      expected: ['{"c":"deep"}', "deep"],
    },
    { when: "numbers are no lines", given: { a: 1, b: null, c: true }, expected: [] },
  ])("$when", ({ given, expected }) => {
    expect(storyLines(given)).toEqual(expected);
  });
});
