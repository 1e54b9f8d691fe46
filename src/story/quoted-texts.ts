import { closingQuote, depthsOf, isAngled, isStraight, QUOTED } from "./quotes.ts";
import { unescaped } from "./values.ts";

export interface QuotedText {
  readonly text: string;
  /** As it stands in the line: what looks like an escape may be meant as it is. */
  readonly written: string;
}

/** A line with spaces where quoted texts stand, and those of them that are surely texts. */
export function quotedTexts(line: string): { plain: string; texts: QuotedText[] } {
  const depths = depthsOf(line);
  const texts: QuotedText[] = [];
  // After one text that may end elsewhere, what these quotes enclose is not known.
  const unsure = new Set<string>();
  let plain = "";
  for (let at = 0; at < line.length; at++) {
    if (depths[at] !== QUOTED) {
      plain += line[at]!;
      continue;
    }
    const end = closingQuote(line, at)!;
    const quote = line[at]!;
    const content = line.slice(at + 1, end);
    if (mayEndElsewhere(quote, content, line[end + 1])) unsure.add(quote);
    const text = unsure.has(quote)
      ? null
      : textOf(quote, content, /[rR][bB]?$/u.test(plain.slice(-2)));
    if (text !== null) texts.push({ text, written: content });
    plain += " ".repeat(end + 1 - at);
    at = end;
  }
  return { plain, texts };
}

/** `"\"` as a text of its own, `"""`, and quotes that are doubled within a text. */
function mayEndElsewhere(quote: string, content: string, next: string | undefined): boolean {
  if (!isStraight(quote)) return false;
  const escapes = content.match(/\\[^]/gu) ?? [];
  const within = content.match(/(?<=[\p{L}\p{N}])\\['"](?=[\p{L}\p{N}])/gu) ?? [];
  const count = (found: readonly string[]): number =>
    found.filter((each) => each === `\\${quote}`).length;
  return next === quote || (count(escapes) - count(within)) % 2 === 1;
}

/** null where it is not known what the text is. */
function textOf(quote: string, content: string, isRaw: boolean): string | null {
  if (isAngled(quote)) return content !== "" && content.trim() === "" ? null : content.trim();
  return isStraight(quote) && !isRaw ? unescaped(content) : content;
}
