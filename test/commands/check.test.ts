import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { check, type StoryFiles } from "../../commands/check/check.ts";
import { STORIES } from "../../src/story/story.ts";
import { HOSTILE } from "../support/hostile.ts";
import { PIPE, steering, TERMINAL, textOf } from "./command-line.ts";

function filesOf(
  files: Readonly<Record<string, string>>,
  config: string | null = null,
): StoryFiles {
  return {
    paths: Object.keys(files).filter((path) => path.startsWith(STORIES)),
    read: (path) => (path in files ? Buffer.from(files[path]!) : null),
    config,
  };
}

/** What is said of one story, without how its lines are read. */
function faults(text: string, config: string | null = null): string[] {
  const { data } = check([], filesOf({ [`${STORIES}/a.json`]: text }, config));
  const { stories } = Stories.parse(data);
  return stories.flatMap((story) =>
    [...story.faults, ...story.notes].map(
      ({ at, line, says }) => `${line ?? "-"} ${at || "-"}: ${says}`,
    ),
  );
}

const Fault = z.object({ at: z.string(), line: z.int().nullable(), says: z.string() });
const Stories = z.object({
  stories: z.array(z.object({ faults: z.array(Fault), notes: z.array(Fault) })),
});

describe("a story says all that is wrong with it: the path, the line, what to write", () => {
  test.each([
    {
      when: "several keys are wrong",
      text: '{\n  "id": 7,\n  "title": {},\n  "tasks": [\n    {},\n    { "id": "b" }\n  ]\n}',
      says: [
        '2 id: "id" must be a string: write "7"',
        '3 title: "title" must be a string or a list',
        '5 tasks.0.id: "tasks.0.id" is required, as a string',
      ],
    },
    {
      when: "its id is outside the grammar",
      text: '{\n"title": "A",\n"id": "Shop Cart"\n}',
      says: [
        '3 id: "id": "Shop Cart" is outside the grammar of ids (1 to 64 of a-z, 0-9, "_" and "-", a letter or digit at both ends); write "shop_cart", for example',
      ],
    },
    {
      when: "a comma stands before a bracket",
      text: '{\n  "id": "a",\n  "title": "A",\n}',
      says: [expect.stringMatching(/^4 -: is not valid JSON: .*; write each key in double quotes/)],
    },
    {
      when: "a text goes on over lines",
      text: '{ "id": "a",\n "title": "A\nB" }',
      says: [expect.stringMatching(/^2 -: is not valid JSON: .*; a text ends on the line/)],
    },
    {
      when: "it ends too early",
      text: '{ "id": "a",\n "title": "A"\n',
      says: [expect.stringMatching(/^3 -: is not valid JSON: .*; separate values with a comma$/)],
    },
    {
      when: "it holds a comment",
      text: '{ // mine\n "id": "a", "title": "A" }',
      says: [expect.stringMatching(/^1 -: is not valid JSON: /)],
    },
    {
      when: "it is empty",
      text: "",
      says: [expect.stringMatching(/^1 -: is empty: write a story/)],
    },
    {
      when: "it asks for a package that nobody allows",
      text: '{ "id": "a", "title": "A",\n "dependencies": ["numpy", "requests>=2"] }',
      config: 'allowed-dependencies: { requests: "*" }',
      says: [expect.stringMatching(/^2 dependencies\.0: "dependencies\.0" asks for numpy/)],
    },
    {
      when: "a key stands twice",
      text: '{ "id": "a",\n "title": "A",\n "title": "B" }',
      says: [
        expect.stringMatching(/^3 title: "title" stands here again: only the last one counts/),
      ],
    },
    {
      when: "a number has more digits than JSON's numbers",
      text: '{ "id": "a", "title": "A",\n "acceptance": [{ "input": 1.4142135623730951,\n "output": 3.14159265358979323846 },\n "f(3.14159265358979323846) → 1"] }',
      says: [
        expect.stringMatching(
          /^3 -: 3\.14159265358979323846 is read as 3\.141592653589793, as a number/,
        ),
      ],
    },
    {
      when: "Python cannot import its folder",
      text: '{\n "id": "2-fast",\n "title": "A" }',
      says: [
        expect.stringMatching(
          /^2 id: Python cannot import generated\/2-fast, because it begins with a digit; .* such as "v2_fast"$/,
        ),
      ],
    },
    {
      when: "its id is a word of the language",
      text: '{ "id": "import", "title": "A" }',
      says: [expect.stringMatching(/^1 id: .* word of the language; .* such as "import_story"$/)],
    },
    {
      when: "a key of its own demands nothing",
      text: '{ "id": "a",\n "feature": "f",\n "notes": "by Ann",\n "acceptance": "1 → 2" }',
      says: [expect.stringMatching(/^3 notes: "notes" is shown to the model, and no test has to/)],
    },
    {
      when: "a part has a title, as it may",
      text: '{ "id": "a", "title": "A", "tasks": [{ "id": "b", "title": "B", "acceptance": "1 → 2" }] }',
      says: [],
    },
    {
      when: "a key is nearly a known one",
      text: '{ "id": "a", "title": "A",\n "acceptence": ["f(1) → 2"],\n "tasks": [{ "id": "b",\n "titel": "B" }] }',
      says: [
        '2 acceptence: "acceptence" is no key that is known: was "acceptance" meant? As it stands it is one of your own',
        '4 tasks.0.titel: "tasks.0.titel" is no key that is known: was "title" meant? As it stands it is one of your own',
      ],
    },
    {
      when: "its id stands under a key in capitals",
      text: '{ "ID": "a",\n "title": "A" }',
      says: ['1 id: "id" is required, as a string: write id, not "ID"'],
    },
    {
      when: "it only says by which schema an editor checks it",
      text: '{ "$schema": "../story.schema.json", "id": "a", "acceptance": "1 → 2", "title": "A" }',
      says: [],
    },
  ])("when $when", ({ text, says, config = null }) => expect(faults(text, config)).toEqual(says));

  test("and stories that have one id name each other", () => {
    const story = '{ "id": "A", "title": "x" }';
    const { exit, blocks, data } = check(
      [],
      filesOf({ [`${STORIES}/a.json`]: story, [`${STORIES}/b.json`]: story.toLowerCase() }),
    );
    expect(exit).toBe(1);
    expect(textOf({ exit, blocks, data })).toContain(
      '✘ line 1: "id" "A" is that of meta/stories/b.json as well: give each story an id of its own',
    );
  });

  test("and what was meant as one, but lies where none is looked for", () => {
    const files = { [`${STORIES}/shop/a.json`]: "{}", [`${STORIES}/b.yaml`]: "id: b" };
    const answer = check([], filesOf(files));
    expect(answer.exit).toBe(1);
    expect(textOf(answer)).toContain("✘ meta/stories/shop/a.json lies in a folder of its own");
    expect(textOf(answer)).toContain("✘ meta/stories/b.yaml is not read as a story");
  });

  test("and the config beside it", () => {
    const files = { [`${STORIES}/a.json`]: '{ "id": "a", "title": "A" }' };
    const answer = check([], filesOf(files, "budget: 2"));
    expect(answer.exit).toBe(1);
    expect(textOf(answer)).toContain('✘ line 1: "budget" is no key: write "budget-usd"');
  });
});

test("how each line is read", () => {
  const story = {
    id: "cost",
    requirements: "Rules:\n- It never loses a cent.\n- Too heavy → ValueError",
    acceptance: ["cost(1) → 4.70", "- weight=0 → cost=3.50", "cost(x) returns 3"],
  };
  const answer = check([], filesOf({ [`${STORIES}/cost.json`]: JSON.stringify(story, null, 1) }));
  expect(textOf(answer)).toMatchInlineSnapshot(`
    "✔ meta/stories/cost.json: cost, 5 demands, 2 of them examples; 2 that look like examples and are not read
      line 3  heading  Rules:
      line 3  demand   - It never loses a cent.
      line 3  demand   - Too heavy → ValueError
                         looks like an example, and is not read: "Too heavy" stands without quotes
      line 5  example  cost(1) → 4.70
      line 6  example  - weight=0 → cost=3.50
                         read as 0 → 3.50
      line 7  demand   cost(x) returns 3
                         looks like an example, and is not read: "x" stands without quotes

    1 story: nothing is wrong.
    "
  `);
});

test("a story in Markdown has its lines, and a twin in JSON is a fault of both", () => {
  const markdown =
    "---\nid: cost\n---\n\n# Cost\n\n## Acceptance\n\n- weight=0 → cost=3.50\n- f(x) returns 3\n";
  const json = '{ "id": "cost", "title": "Cost" }';
  const files = { [`${STORIES}/cost.md`]: markdown, [`${STORIES}/other.json`]: json };
  const { exit, blocks, data } = check([], filesOf(files));
  expect(exit).toBe(1);
  const text = textOf({ exit, blocks, data });
  expect(text).toContain('✘ line 2: "id" "cost" is that of meta/stories/other.json as well');
  expect(text).toMatch(/^ {2}line 9 +example +- weight=0 → cost=3.50$/m);
  expect(text).toMatch(/^ {2}line 10 +demand +- f\(x\) returns 3$/m);
  const misspelled = markdown
    .replace("---\n\n", "titel: C\n---\n\n")
    .replace("Acceptance", "Acceptence");
  const near = textOf(check([], filesOf({ [`${STORIES}/cost.md`]: misspelled })));
  expect(near).toContain('? line 3: "titel" is no key that is known: was "title" meant?');
  expect(near).toContain('? line 8: "Acceptence" is no key that is known: was "acceptance" meant?');
  const empty = check([], filesOf({ [`${STORIES}/a.md`]: "# Cost\n" }));
  expect(textOf(empty)).toContain("✘ has no front matter");
});

const words = (text: string): string[] => text.split(/\s+/);

const THIRTY = new URL("../src/story/stories/", import.meta.url);

/** What a person who read the story says of each of its lines. */
const Shape = z.object({
  story: z.record(z.string(), z.unknown()),
  part: z.string().optional(),
  items: z.array(
    z.object({ line: z.string(), reads: z.string().optional(), unread: z.string().optional() }),
  ),
});
const Reports = z.object({
  stories: z.array(
    z.object({
      faults: z.array(z.unknown()),
      notes: z.array(z.object({ says: z.string() })),
      lines: z.array(
        z.object({ kind: z.string(), text: z.string(), notRead: z.string().nullable() }),
      ),
    }),
  ),
});

const inOrder = <T extends { readonly text: string }>(lines: readonly T[]): T[] =>
  lines.toSorted((one, other) => (one.text < other.text ? -1 : 1));

describe("thirty stories as people write them", () => {
  test.each(readdirSync(THIRTY))(
    "%s is read as a person reads it, fits a terminal of 80 columns, and loses no line",
    (name) => {
      const { story, items, part } = Shape.parse(
        JSON.parse(readFileSync(new URL(name, THIRTY), "utf8")),
      );
      const answer = check([], filesOf({ [`${STORIES}/${name}`]: JSON.stringify(story, null, 2) }));
      const narrow = textOf(answer, { columns: 80, hasColours: false });
      expect(words(narrow)).toEqual(words(textOf(answer, PIPE)));
      const wide = narrow.split("\n").filter((line) => line.length > 80);
      // What has no space to break at stays whole.
      expect(wide.filter((line) => /\S \S/.test(line.slice(30)))).toEqual([]);
      const [report] = Reports.parse(answer.data).stories;
      const lines = (report?.lines ?? []).filter(({ kind }) => kind !== "heading");
      const shown = lines.map(({ text, kind, notRead }) => ({ text, kind, notRead }));
      const stated = items.map(({ line, reads, unread = null }) => ({
        text: line,
        kind: reads === undefined ? "demand" : "example",
        notRead: unread,
      }));
      // Of a story with parts the shape states those of one, and check says those of all.
      const isStated = ({ text }: { readonly text: string }) =>
        part === undefined || stated.some((line) => line.text === text);
      expect(inOrder(shown.filter(isStated))).toEqual(inOrder(stated));
    },
  );
});

test.each(HOSTILE)("a story with %j everywhere steers no terminal", (text) => {
  const story = JSON.stringify({
    id: text,
    [text]: text,
    title: text,
    acceptance: [text, `${text} → 1`, `f(1) → ${text}`],
    tasks: [{ id: text }],
  });
  const fine = JSON.stringify({ id: "a", [text]: text, acceptance: [`f(1) → "${text}"`, text] });
  const answer = check([`${text}.json`], filesOf({ [`${text}.json`]: story }));
  const second = check([`${text}.json`], filesOf({ [`${text}.json`]: fine }, `${text}: 1`));
  for (const each of [answer, second]) {
    expect(steering(textOf(each, TERMINAL))).toEqual([]);
    expect(steering(textOf(each, PIPE))).toEqual([]);
  }
});
