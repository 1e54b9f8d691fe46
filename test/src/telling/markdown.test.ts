import { describe, expect, test } from "vitest";
import {
  code,
  link,
  list,
  paragraph,
  say,
  untrusted,
  type Block,
  type Fold,
  type Line,
  type Part,
} from "../../../src/telling/blocks.ts";
import { markdown } from "../../../src/telling/markdown.ts";
import { HOSTILE, hostile } from "../../support/hostile.ts";
import { referencesIn, skeletonOf } from "../../support/markdown.ts";
import * as fc from "../../support/properties.ts";

const URL = "https://github.com/o/r/actions/runs/7";

/** Each kind of part, with a text from outside in it. A new kind has to be added here to compile. */
const PARTS: Readonly<Record<Part["kind"], (outside: string) => Line>> = {
  words: (outside) => say`ours, ${outside}: ours`,
  text: (outside) => say`${untrusted(outside, 100)}`,
  code: (outside) => say`${code(outside)}`,
  link: (outside) => say`${link(say`to ${outside}`, URL)}`,
};

const BLOCKS: Readonly<Record<Block["kind"], (line: Line) => Block>> = {
  heading: (line) => ({ kind: "heading", level: 3, line }),
  paragraph,
  list: (line) => ({ kind: "list", items: [line, line] }),
  table: (line) => ({ kind: "table", head: [say`a`, line], rows: [[line, line]] }),
  folds: (line) => ({ kind: "folds", folds: [foldOf(line)] }),
};

function foldOf(line: Line): Fold {
  return { title: line, blocks: [paragraph(line), ...list([line])] };
}

const CASES = Object.entries(BLOCKS).flatMap(([block, blockOf]) =>
  Object.entries(PARTS).map(([part, lineOf]) => ({ block, part, blockOf, lineOf })),
);

/** What follows shows whether the block before it was left open. */
const pageOf = (block: Block): string => markdown([block, paragraph(say`The end.`)], Infinity);

/** All of a page but its letters. */
function shapeOf(page: string): object {
  return {
    skeleton: skeletonOf(page),
    references: referencesIn(page),
    hidden: page.match(/[^\P{Cc}\n]|[\u202a-\u202e]/u),
  };
}

describe("a text from outside is letters and nothing else", () => {
  test.each(CASES)("in a $block with $part", ({ blockOf, lineOf }) => {
    const expected = shapeOf(pageOf(blockOf(lineOf("x"))));
    expect(expected).toMatchObject({ references: [], hidden: null });
    for (const text of HOSTILE) expect(shapeOf(pageOf(blockOf(lineOf(text))))).toEqual(expected);
  });

  test.each(CASES)("in a $block with $part, whatever the text is", ({ blockOf, lineOf }) => {
    const expected = shapeOf(pageOf(blockOf(lineOf("x"))));
    fc.assert(
      fc.property(hostile, (text) => {
        // Of a block with nothing in it nothing is shown.
        fc.pre(text.trim() !== "");
        expect(shapeOf(pageOf(blockOf(lineOf(text))))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  const ours = [
    say` `,
    say`: `,
    say`:`,
    say`/`,
    say`-`,
    say`.`,
    say`, `,
    say` (`,
    say`)`,
    say`${1}`,
  ];
  const outside = fc.oneof(fc.constantFrom("https", "GH", "www", "//x", "-12", "12"), hostile);
  const piece = fc.oneof(
    fc.constantFrom(...ours).map((line) => ({ make: () => line, text: "" })),
    outside.map((text) => ({ make: (shown: string) => say`${shown}`, text })),
    outside.map((text) => ({ make: (shown: string) => say`${code(shown)}`, text })),
  );

  test("nor do parts become something together", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const of = (textOf: (text: string) => string): Line =>
          pieces.flatMap(({ make, text }) => make(textOf(text)));
        const page = pageOf(paragraph([...say`Ours: `, ...of((text) => text)]));
        const plain = pageOf(paragraph([...say`Ours: `, ...of(() => "x")]));
        // What our own words say to each other is ours to answer for.
        const alone = pageOf(
          paragraph([
            ...say`Ours: `,
            ...pieces.flatMap(({ make, text }) => (text === "" ? make("") : say` `)),
          ]),
        );
        expect(skeletonOf(page)).toEqual(skeletonOf(plain));
        expect(referencesIn(page)).toEqual(referencesIn(alone));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("what is ours", () => {
  test.each<[string, Block, string]>([
    [
      "a heading",
      { kind: "heading", level: 2, line: say`Pull request #${12}` },
      "## Pull request #12",
    ],
    ["a paragraph", paragraph(say`Two words, one-two.`), "Two words, one-two."],
    ["a list", { kind: "list", items: [say`one`, say`two`] }, "- one\n- two"],
    [
      "a table",
      { kind: "table", head: [say`a`, say`b`], rows: [[say`1`, say`2`]] },
      "| a | b |\n|---|---|\n| 1 | 2 |",
    ],
    [
      "a table without a head",
      { kind: "table", head: null, rows: [[say`a`, say`1`]] },
      "|  |  |\n|---|---|\n| a | 1 |",
    ],
    [
      "a fold",
      { kind: "folds", folds: [{ title: say`${code("a")} b`, blocks: [paragraph(say`c`)] }] },
      "<details><summary><code>a</code> b</summary>\n\nc\n\n</details>",
    ],
    [
      "a link in the title of a fold",
      { kind: "folds", folds: [{ title: say`${link(say`a`, URL)}`, blocks: [] }] },
      `<details><summary><a href="${URL}">a</a></summary>\n\n\n\n</details>`,
    ],
    ["a link", paragraph(say`${link(say`The run`, URL)}.`), `[The run](${URL}).`],
    ["code", paragraph(say`${code("actions: write")}`), "`actions: write`"],
    ["words that look like markup", paragraph(say`a_b_ | <c>`), "a&#95;b&#95; &#124; &#60;c&#62;"],
    ["words that look like an item", paragraph(say`1. a`), "1&#46; a"],
    ["an empty list", { kind: "list", items: [] }, ""],
  ])("%s is what GitHub takes for one", (_, block, expected) => {
    expect(markdown([block], Infinity)).toBe(expected);
  });

  test.each([
    "javascript:alert(1)",
    "https://a b",
    "https://a)![x](https://b",
    'https://a"onclick=',
    "https://a|b",
    "https://a\n",
  ])("an address that could be more, %j, is shown and not linked", (url) => {
    const page = markdown([paragraph(say`${link(say`here`, url)}`)], Infinity);
    expect(skeletonOf(page)).toEqual([" "]);
    expect(referencesIn(page)).toEqual([]);
    expect(page).toContain("here (");
  });
});

const rows = (count: number): Block => ({
  kind: "table",
  head: [say`n`, say`text`],
  rows: Array.from({ length: count }, (_, index) => [say`${index}`, say`${"<".repeat(50)}`]),
});
const folds = (count: number): Block => ({
  kind: "folds",
  folds: Array.from({ length: count }, () => foldOf(say`${"|".repeat(50)}`)),
});

describe("a page that is too long", () => {
  const end = paragraph(say`${link(say`The end`, URL)}`);

  test.each([
    {
      what: "a list",
      block: list(Array(1_000).fill(say`an item`))[0]!,
      more: /^- … and \d+ more$/m,
    },
    { what: "a table", block: rows(1_000), more: /^\| … and \d+ more \|  \|$/m },
    { what: "folds", block: folds(1_000), more: /^… and \d+ more$/m },
  ])("leaves out the last of $what, counts them, and keeps what comes after", ({ block, more }) => {
    const page = markdown([block, end], 5_000);
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(5_000);
    expect(Buffer.byteLength(page)).toBeGreaterThan(3_500);
    expect(page).toMatch(more);
    expect(page.endsWith(`[The end](${URL})`)).toBe(true);
    expect(page.match(/<details>/g)).toEqual(
      page.match(/<\/details>/g)?.map(() => "<details>") ?? null,
    );
  });

  test("counts right", () => {
    const page = markdown([rows(1_000)], 5_000);
    const shown = page.match(/^\| \d+ \|/gm)?.length ?? 0;
    expect(page).toContain(`… and ${1_000 - shown} more`);
  });

  test("gives each of its growing blocks a share", () => {
    const page = markdown([rows(10_000), folds(1_000), end], 20_000);
    expect(page.match(/^\| \d+ \|/gm)!.length).toBeGreaterThan(10);
    expect(page.match(/<details>/g)!.length).toBeGreaterThan(3);
  });

  test("gives what one of them does not need to the next", () => {
    const page = markdown([rows(1), folds(1_000)], 20_000);
    expect(Buffer.byteLength(page)).toBeGreaterThan(17_000);
  });

  test("of very many blocks ends after a whole one, and says so", () => {
    const page = markdown(Array(1_000).fill(paragraph(say`A paragraph.`)), 1_000);
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(1_000);
    expect(page).toMatch(/^(?:A paragraph\.\n\n)+… and more, which does not fit here$/);
  });

  test("is never longer than its limit, whatever is in it", () => {
    const block = fc.oneof(
      hostile.map((text) => paragraph(say`${text}`)),
      fc.array(hostile, { maxLength: 20 }).map((texts): Block => ({
        kind: "list",
        items: texts.map((text) => say`${text}`),
      })),
      fc.nat(20).map(rows),
      fc.nat(5).map(folds),
    );
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 8 }),
        fc.integer({ min: 100, max: 3_000 }),
        (blocks, limit) => {
          expect(Buffer.byteLength(markdown(blocks, limit))).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 300 },
    );
  });
});
