import { describe, expect, test } from "vitest";
import {
  markdownText,
  oneLine,
  shorten,
  spacedLine,
  withoutCommands,
} from "../../../src/foundation/untrusted-text.ts";
import { CommandReader } from "../../../world/workflow-commands.ts";
import { hostile } from "../../support/hostile.ts";
import { markupIn } from "../../support/markdown.ts";
import * as fc from "../../support/properties.ts";

describe("withoutCommands", () => {
  test.each([
    ["::error::x", ":\u200b:error::x"],
    ["  ::add-mask::x", "  :\u200b:add-mask::x"],
    ["fine\n::set-output name=a::b", "fine\n:\u200b:set-output name=a::b"],
    ["fine ##[error]x", "fine ##\u200b[error]x"],
    ["a::b", "a::b"],
    ["a\r::error::x", "a�::error::x"],
    ["\u2028::error::x", "�::error::x"],
    ["right\u202eleft", "right�left"],
    ["one\ttab\nline", "one\ttab\nline"],
    [":\u200b:x and a\u200bb", ":\u200b:x and a�b"],
  ])("%j is shown as %j", (text, expected) => {
    expect(withoutCommands(text)).toBe(expected);
  });

  test("a text that comes through it twice is shown as after the first time", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const once = withoutCommands(text);
        expect(withoutCommands(once)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  test("whatever is printed, the runner finds no command in it", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const reader = new CommandReader();
        for (const line of withoutCommands(text).split(/\r?\n/)) {
          reader.read(line);
          // The runner trims as .NET does; nothing that it takes for white space is left in front of a command.
          expect(line).not.toMatch(/^[\s\u0085\u180e]*::|##\[/u);
        }
        expect(reader.annotations).toEqual([]);
        expect(reader.masks.size).toBe(0);
        expect(reader.outputs).toEqual({});
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("markdownText", () => {
  test.each([
    ["plain words, and a dot.", "plain words, and a dot."],
    ["two\n  lines", "two lines"],
    ["@octocat", "@\u200boctocat"],
    ["fixes #12", "fixes &#35;\u200b12"],
    ["GH-12", "GH&#45;\u200b12"],
    ["<b>&", "&lt;b&gt;&amp;"],
    ["a|b", "a&#124;b"],
    ["`x`", "&#96;x&#96;"],
    ["https://x.example", "https:\u200b//x.example"],
    ["www.x.example", "www\u200b.x.example"],
    ["$x$", "&#36;x&#36;"],
  ])("%j becomes %j", (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });

  test("whatever the text, GitHub makes nothing of it but one line of text", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = markdownText(text);
        expect(shown).not.toContain("\n");
        expect(markupIn(shown)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  test("is cut before it is escaped, so that no entity is cut in two", () => {
    expect(markdownText("####", 3)).toBe("&#35;\u200b&#35;\u200b…");
  });
});

describe("a text as one line", () => {
  test.each([
    { text: 'keep("a  b")', folded: 'keep("a b")', spaced: 'keep("a  b")' },
    { text: "  a\n    b \t c\r ", folded: "a b c�", spaced: "a b c�" },
    { text: "a   b\n\n\nc", folded: "a b c", spaced: "a   b c" },
    { text: "", folded: "", spaced: "" },
  ])("is $folded, or $spaced where spaces count", ({ text, folded, spaced }) => {
    expect(oneLine(text, 100)).toBe(folded);
    expect(spacedLine(text, 100)).toBe(spaced);
  });

  test("with many spaces is made at once", () => {
    expect(spacedLine(" ".repeat(1_000_000), 100)).toBe("");
  });
});

describe("shorten", () => {
  test.each([
    { text: "abc", limit: 3, expected: "abc" },
    { text: "abcd", limit: 3, expected: "ab…" },
    { text: "", limit: 3, expected: "" },
  ])("$text to $limit is $expected", ({ text, limit, expected }) => {
    expect(shorten(text, limit)).toBe(expected);
  });
});
