import { describe, expect, test } from "vitest";
import { code, list, say, sentence, untrusted, type Line } from "../../../src/telling/blocks.ts";

const kinds = (line: Line): string[] => line.map(({ kind }) => kind);

describe("say", () => {
  test("takes a string that is put in for a text from outside, wherever it came from", () => {
    const from = "<b>";
    expect(kinds(say`ours ${from} ${1}${code("x")}${say`a ${from}`}`)).toEqual([
      "words",
      "text",
      "words",
      "words",
      "code",
      "words",
      "text",
    ]);
    expect(say`${from}`).toEqual([untrusted(from)]);
    expect(say``).toEqual([]);
  });
});

describe("sentence", () => {
  test("has code between back quotes", () => {
    expect(sentence("Set `max-tests` or `task`.").map(({ kind }) => kind)).toEqual([
      "words",
      "code",
      "words",
      "code",
      "words",
    ]);
  });

  test("takes nothing but what stands in the source", () => {
    const outside: string = "<b>";
    const either: "ours" | `theirs: ${string}` = `theirs: ${outside}`;
    // Each of these lines must be an error to the compiler.
    // @ts-expect-error -- text from anywhere
    sentence(outside);
    // @ts-expect-error -- a pattern that holds text from anywhere
    sentence(`a ${outside}`);
    // @ts-expect-error -- one of the two is a pattern
    sentence(either as "ours" | `theirs: ${string}`);
    // @ts-expect-error -- words are made by say and sentence only
    const forged: Line = [{ kind: "words", text: outside }];
    expect(forged).toHaveLength(1);
  });
});

describe("list", () => {
  test.each([
    { when: "all fit", items: 2, shown: ["words", "words"] },
    { when: "one is too many", items: 4, shown: ["words", "words", "words", "… and 1 more"] },
  ])("of $items items, of which 3 are listed", ({ items, shown }) => {
    const [block] = list(
      Array.from({ length: items }, () => say`words`),
      3,
    );
    const texts =
      block?.kind === "list"
        ? block.items.map((item) => item.map((part) => ("text" in part ? part.text : "")).join(""))
        : [];
    expect(texts).toEqual(shown);
  });

  test("of nothing is no block", () => {
    expect(list([])).toEqual([]);
  });
});
