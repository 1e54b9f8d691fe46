import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../src/foundation/digest.ts";
import { storyItems } from "../../../src/story/items.ts";
import { isStoryFile, parseStory, type StoryResult } from "../../../src/story/story.ts";

const read = (text: string, path = "meta/stories/a.md"): StoryResult =>
  parseStory(path, Buffer.from(text));
const document = (text: string): unknown => {
  const result = read(text);
  return result.ok ? result.story.document : result.problems;
};
const problems = (text: string): readonly string[] => {
  const result = read(text);
  return result.ok ? [] : result.problems;
};
const lines = (story: unknown): unknown[] =>
  storyItems(story).items.map(({ line, example }) => [line.replace(/^- /, ""), example]);
const FRONT = "---\nid: a\n---\n";

describe("a story in Markdown", () => {
  test("is the story that the same words make in JSON", () => {
    const text = `---
id: parking_fee
---

# What parking costs, and the line on the receipt

The machine at the exit knows how long a car was there. It has to ask for the right sum and print a receipt.
Python module src/parking_fee.py with the functions parking_fee and receipt.

## Requirements

- parking_fee(minutes) returns what is to be paid, in whole cents.
- Up to 15 minutes are free.
- Who stays longer pays 200 cents for each hour that was begun, counted from the entry.
- 24 hours cost at most 1200 cents; what goes beyond them is counted anew, its free minutes too.
- Fewer than 0 minutes raise ValueError("BAD_MINUTES").
- receipt(minutes) returns one line: hours and minutes with two digits each and a colon between, a space, and the fee in
  euros with two decimals.

## Acceptance criteria

- parking_fee(15) → 0
- parking_fee(16) → 200
- parking_fee(61) → 400
- parking_fee(1440) → 1200
- parking_fee(1456) → 1400
- parking_fee(-1) → raises ValueError("BAD_MINUTES")

## Constraints

- Python 3.11 or newer, standard library only.
`;
    const file = new URL("../../../meta/stories/parking_fee.json", import.meta.url);
    const json: unknown = JSON.parse(readFileSync(file, "utf8"));
    expect(lines(document(text))).toEqual(lines(json));
    expect(document(text)).toMatchObject({
      id: "parking_fee",
      title: "What parking costs, and the line on the receipt",
    });
  });

  test.each([
    {
      of: "the front matter",
      text: '---\nid: A\nversion: 2\ntitle: "T: x"\n---\n',
      says: { id: "A", version: 2, title: "T: x" },
    },
    {
      of: "text before any heading",
      text: `${FRONT}What.\n\nMore.\n`,
      says: { description: "What.\n\nMore." },
    },
    {
      of: "a heading below the first",
      text: `${FRONT}# T\n### Feature\nF\n### Examples:\n- 1 → 2\n`,
      says: { title: "T", feature: "F", acceptance: "- 1 → 2" },
    },
    {
      of: "headings of the first level alone",
      text: `${FRONT}# Requirements\nR\n# Constraints\nC\n`,
      says: { requirements: "R", constraints: "C" },
    },
    {
      of: "headings that are underlined",
      text: `${FRONT}Title\n=====\n\nRequirements\n---\n\n- R\n`,
      says: { title: "Title", requirements: "- R" },
    },
    {
      of: "headings with closing signs",
      text: `${FRONT}## Requirements ##\nR\n`,
      says: { requirements: "R" },
    },
    {
      of: "a heading of the author's own",
      text: `${FRONT}# T\n## Out of scope\nTaxes.\n`,
      says: { title: "T", "Out of scope": "Taxes." },
    },
    {
      of: "headings within a section",
      text: `${FRONT}## Requirements\n### Rounding\n- up\n`,
      says: { requirements: "### Rounding\n- up" },
    },
    {
      of: "a section that comes twice",
      text: `${FRONT}## Requirements\nA\n## Constraints\nC\n## requirements\nB\n`,
      says: { requirements: "A\nB", constraints: "C" },
    },
    {
      of: "packages",
      text: `${FRONT}# T\n## Dependencies\n- \`attrs>=24\`\n* sortedcontainers\n`,
      says: { title: "T", dependencies: ["attrs>=24", "sortedcontainers"] },
    },
    {
      of: "parts",
      text: `${FRONT}# T\n## Part: cart\nC\n### Acceptance\n- 1 → 2\n## part Total\n### Requirements\nR\n`,
      says: {
        title: "T",
        tasks: [
          { id: "cart", description: "C", acceptance: "- 1 → 2" },
          { id: "Total", requirements: "R" },
        ],
      },
    },
    {
      of: "nothing of comments, rules, fences and empty sections",
      text: `${FRONT}# T\n<!-- one\n# two --> D\n***\n~~~py\n# no heading\n\`\`\`\n~~~\n## Constraints\n\n<!-- say it -->\n`,
      says: { title: "T", description: "D\n# no heading\n```" },
    },
    {
      of: "the text of a paragraph above a rule",
      text: `${FRONT}One\ntwo\n---\nThree\n`,
      says: { description: "One\ntwo\nThree" },
    },
    {
      of: "a hash that is no heading",
      text: `${FRONT}#12 is paid\n    # code\n`,
      says: { description: "#12 is paid\n    # code" },
    },
  ])("says $of", ({ text, says }) => {
    expect(document(text)).toEqual({ id: "a", ...says });
  });

  test("with Windows' ends of lines and a byte order mark is the same story", () => {
    const text = `${FRONT}# T\n\n## Acceptance\n\n- 1 → 2\n`;
    const other = read(`\uFEFF${text.replaceAll("\n", "\r\n")}`);
    const one = read(text);
    expect(other.ok && one.ok && [other.story.digest, other.story.document]).toEqual(
      one.ok && [one.story.digest, one.story.document],
    );
  });

  test("is named by its text, whatever is read in it", () => {
    const text = `${FRONT}# T\n`;
    const result = read(text);
    expect(result.ok && result.story.digest).toBe(sha256(text));
    const reworded = read(`${FRONT}#  T\n`);
    expect(reworded.ok && reworded.story.digest).not.toBe(sha256(text));
  });

  test.each([
    {
      when: "has no front matter",
      text: "# T\n",
      said: 'has no front matter: a story in Markdown begins with a line "---", a line such as "id: shipping_cost"',
    },
    { when: "never ends its front matter", text: "---\nid: a\n", said: "never ends" },
    { when: "has faulty YAML", text: "---\nid: a\ntitle: [\n---\n", said: "is not valid YAML" },
    {
      when: "has front matter without a bottom",
      text: `---\nid: a\ntitle: ${"[".repeat(20_000)}\n---\n`,
      said: "is nested too deeply",
    },
    {
      when: "has front matter that grows",
      text: "---\nid: &x a\ntitle: *x\n---\n",
      said: "is not valid YAML",
    },
    {
      when: "has a list as front matter",
      text: "---\n- a\n---\n",
      said: "no keys in its front matter",
    },
    {
      when: "has a number that JSON lacks",
      text: "---\nid: a\ntitle: .nan\n---\n",
      said: "JSON does not know",
    },
    {
      when: "has a number as id",
      text: "---\nid: 7\n---\n# T\n",
      said: '"id" must be a string: write "7"',
    },
    { when: "has no id", text: "---\ntitle: T\n---\n", said: '"id" is required' },
    { when: "says nothing", text: `${FRONT}\n`, said: "must say what is wanted" },
    {
      when: "says its title twice",
      text: "---\nid: a\ntitle: T\n---\n# U\n",
      said: 'says "title" in its front matter and below a heading',
    },
    {
      when: "has its id below a heading",
      text: `${FRONT}# T\n## Id\nb\n`,
      said: "write the id into the front matter",
    },
    {
      when: "has its parts in another form",
      text: `${FRONT}# T\n## Tasks\n- cart\n`,
      said: '"## Part: cart"',
    },
    {
      when: "has a part in a part",
      text: `${FRONT}# T\n## Part: a\n### Part: b\nx\n`,
      said: "a part within the part a",
    },
    {
      when: "has acceptance above its parts",
      text: `${FRONT}# T\n## Acceptance\n- 1 → 2\n## Part: a\nx\n`,
      said: 'stands above "tasks"',
    },
  ])("that $when is refused", ({ text, said }) => {
    expect(problems(text).join("; ")).toContain(said);
  });

  test("names the line of its file where the front matter is wrong", () => {
    expect(problems("---\nid: a\nid: b\n---\n")[0]).toMatch(/line 3/);
  });

  test("is refused with all that is wrong at once", () => {
    expect(problems("---\nid: a\ntitle: T\n---\n# U\n## Version\n1\n")).toHaveLength(2);
  });
});

describe("what a story may hold as well", () => {
  test.each(["Constructor", "__proto__", "hasOwnProperty"])(
    "a heading %s, with its text",
    (name) => {
      expect(problems(`${FRONT}# T\n\n## ${name}\n\n- x\n`)).toEqual([]);
    },
  );

  test.each(["!!binary aGk=", "!!set {a}", "!!omap [a: 1]"])(
    "a value with the tag %s as what JSON knows",
    (value) => {
      const found = document(`---\nid: a\nd: ${value}\n---\n# T\n`);
      expect(found).toEqual(JSON.parse(JSON.stringify(found)));
    },
  );

  // A reader that looks at a run of signs from each of its places takes minutes, or has no pattern for so many.
  const many = 200_000;
  test.each([
    ["blanks within a heading", `## x${" ".repeat(many)}x`],
    ["signs that close a heading", `## x ${"#".repeat(many)}`],
    ["pairs that might close a heading", `## x${" #".repeat(many / 2)}x`],
    ["colons behind a name", `## x${":".repeat(many)}x`],
    ["colons behind a part", `## part${":".repeat(many)} x`],
    ["signs of a fence", `${"`".repeat(many)} \``],
    [
      "a fence that ends",
      `${"`".repeat(many / 2)}\nx\n${"`".repeat(many / 2)}\n\n## Requirements\n\n- y`,
    ],
  ])("%s, by the thousand", (_, text) => {
    expect(problems(`${FRONT}# T\n\nx\n\n${text}\n`)).toEqual([]);
  });
});

test.each([
  ["a.json", true],
  ["a.md", true],
  ["README.md", false],
  ["readme.md", false],
  ["a.MD", false],
  ["a.markdown", false],
  ["a.txt", false],
])("%s in the folder of stories is one: %s", (name, isOne) => {
  expect(isStoryFile(name)).toBe(isOne);
});
