import { describe, expect, test } from "vitest";
import {
  code,
  link,
  list,
  paragraph,
  say,
  untrusted,
  type Block,
  type Line,
  type Part,
} from "../../../src/telling/blocks.ts";
import { plain, plainLine } from "../../../src/telling/plain.ts";
import { CommandReader } from "../../../world/workflow-commands.ts";
import { HOSTILE, hostile } from "../../support/hostile.ts";
import * as fc from "../../support/properties.ts";

const PARTS: Readonly<Record<Part["kind"], (outside: string) => Line>> = {
  words: (outside) => say`:${outside}`,
  text: (outside) => say`${untrusted(outside, 100)}`,
  code: (outside) => say`${code(outside)}`,
  link: (outside) => say`${link(say`${outside}`, outside)}`,
};

const BLOCKS: Readonly<Record<Block["kind"], (line: Line) => Block>> = {
  heading: (line) => ({ kind: "heading", level: 3, line }),
  paragraph,
  list: (line) => ({ kind: "list", items: [line] }),
  table: (line) => ({ kind: "table", head: [line, line], rows: [[line, line]] }),
  folds: (line) => ({ kind: "folds", folds: [{ title: line, blocks: [paragraph(line)] }] }),
};

const CASES = Object.entries(BLOCKS).flatMap(([block, blockOf]) =>
  Object.entries(PARTS).map(([part, lineOf]) => ({ block, part, blockOf, lineOf })),
);

/** All of some lines but their letters, and what the runner takes for letters. */
function shapeOf(block: Block): object {
  const lines = plain([block]);
  const reader = new CommandReader();
  for (const line of lines) reader.read(line);
  return {
    count: lines.length,
    steering: lines.filter((line) => /\p{Cc}|[\u2028\u2029\u202a-\u202e]/u.test(line)),
    broken: lines.filter((line) => !line.isWellFormed()),
    commands: lines.filter((line, index) => line !== reader.log[index]),
  };
}

describe("a text from outside is letters and nothing else", () => {
  test.each(CASES)("in a $block with $part", ({ blockOf, lineOf }) => {
    const expected = shapeOf(blockOf(lineOf("x")));
    expect(expected).toMatchObject({ steering: [], broken: [], commands: [] });
    for (const text of HOSTILE) expect(shapeOf(blockOf(lineOf(text)))).toEqual(expected);
    fc.assert(
      fc.property(hostile, (text) => {
        expect(shapeOf(blockOf(lineOf(text)))).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test("nor do two parts make a command", () => {
    expect(plainLine(say`:${":error::"}${":x"}`)).toBe(":\u200b:error:::x");
    expect(plainLine(say`#${"#["}error]`)).toBe("##\u200b[error]");
  });
});

describe("the lines", () => {
  test("of each block", () => {
    const blocks: readonly Block[] = [
      { kind: "heading", level: 2, line: say`Pull request #${12}` },
      paragraph(say`${link(say`The run`, "https://run")}, ${code("a b")}`),
      ...list([say`one`, say`two`, say`three`], 2, say`things`),
      { kind: "table", head: [say`name`, say`n`], rows: [[say`a`, say`1`]] },
      {
        kind: "table",
        head: null,
        rows: [
          [say`a`, say`1`],
          [say`long`, say`22`],
        ],
      },
      { kind: "folds", folds: [{ title: say`title`, blocks: [paragraph(say`inside`)] }] },
    ];
    expect(plain(blocks)).toEqual([
      "Pull request #12",
      "The run (https://run), a b",
      "one",
      "two",
      "… and 1 more things",
      "name  n",
      "a     1",
      "a     1",
      "long  22",
      "title",
      "  inside",
    ]);
  });

  test("keep the spaces of a value", () => {
    expect(plainLine(say`must give ${untrusted('"a  b"')}, and gave ${untrusted('"a b"')}`)).toBe(
      'must give "a  b", and gave "a b"',
    );
  });

  test("are as long as a text may be", () => {
    expect(plainLine(say`${untrusted("x".repeat(50), 10)}.`)).toBe(`${"x".repeat(9)}….`);
  });
});
