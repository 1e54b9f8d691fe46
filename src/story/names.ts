import type { ExampleValue } from "./example.ts";
import { depthsOf, QUOTED } from "./quotes.ts";

const ERROR_NAME =
  /(?<![\p{L}\p{N}_])[A-Z]\w*[a-z0-9](?:Error|Exception|Warning)(?![\p{L}\p{N}_])/gu;
/** What is raised is named in camel case, with or without an article and backticks. */
const RAISED =
  /(?<![\p{L}\p{N}_])(?:[Rr]ais(?:e|es|ed|ing)|[Tt]hrow(?:s|n|ing)?)\s+(?:an?\s+|the\s+)?`?((?:[A-Za-z_]\w*\.)*[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)/gu;
/** `never raises a KeyError`, `BookingError instead of ValueError`: no test can show the name. */
const DENIED =
  /(?:n[o']t|never|no|without|instead of|rather than)\s+(?:(?:raises?|raising|throws?|throwing|be|as|an?|the|plain|bare)\s+)*`?(?:[A-Za-z_]\w*\.)*$/iu;
/** A text with a place to fill in, or with something left out, is what no test holds word for word. */
const TEMPLATE = /[{}<>…]|\.\.\.|%[sd]/u;

/** The names of exceptions in a line of a story, and the texts that it quotes, each once. Backticks quote code, no text. */
export function namesAndTexts(line: string): ExampleValue[] {
  const { plain, texts } = withoutQuotes(line);
  const names = [
    ...[...plain.matchAll(ERROR_NAME)].map((match) => ({ name: match[0], at: match.index })),
    ...[...plain.matchAll(RAISED)].map((match) => ({ name: match[1]!, at: match.index })),
  ]
    .filter(({ at }) => !DENIED.test(plain.slice(0, at)))
    .map(({ name }) => name.split(".").at(-1)!);
  return [
    ...[...new Set(names)].map((text) => ({ kind: "name" as const, text })),
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
