import type { ExampleValue } from "./example.ts";
import { depthsOf, QUOTED } from "./quotes.ts";
import { raisedNames } from "./raised-names.ts";

/** A text with a place to fill in, or with something left out, is what no test holds word for word. */
const TEMPLATE = /[{}<>…]|\.\.\.|%[sd]/u;

/** The names of exceptions in a line of a story, and the texts that it quotes, each once. Backticks quote code, no text. */
export function namesAndTexts(line: string): ExampleValue[] {
  const { plain, texts } = withoutQuotes(line);
  return [
    ...raisedNames(plain).map((text) => ({ kind: "name" as const, text })),
    ...[...new Set(texts)]
      .filter((text) => !TEMPLATE.test(text))
      .map((text) => ({ kind: "string" as const, text })),
  ];
}

/** The line with spaces where quoted texts stand, and those texts. */
function withoutQuotes(line: string): { plain: string; texts: string[] } {
  const depths = depthsOf(line);
  const texts: string[] = [];
  let plain = "";
  let start = 0;
  for (let at = 1; at <= line.length; at++) {
    const isQuoted = depths[start] === QUOTED;
    if (at < line.length && (depths[at] === QUOTED) === isQuoted) continue;
    const piece = line.slice(start, at);
    if (isQuoted) texts.push(piece.slice(1, -1));
    plain += isQuoted ? " ".repeat(piece.length) : piece;
    start = at;
  }
  return { plain, texts };
}
