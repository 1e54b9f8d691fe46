import { isRecord } from "../foundation/json.ts";
import { mapOutsideQuotes } from "./quotes.ts";

/** Every line of text in a story, whatever key holds it, as criteria may quote it: bullets stay, ends are trimmed. */
export function storyLines(document: unknown): string[] {
  if (typeof document === "string") {
    return splitLines(document)
      .map((line) => line.trim())
      .filter((line) => line !== "");
  }
  if (Array.isArray(document)) {
    return document.flatMap((item: unknown) =>
      // An example given as an object has no line of its own: its JSON is the line.
      isRecord(item) ? [JSON.stringify(item), ...storyLines(item)] : storyLines(item),
    );
  }
  if (isRecord(document)) return Object.values(document).flatMap(storyLines);
  return [];
}

export function splitLines(text: string): string[] {
  return text.split(/\r\n|[\n\r]/u);
}

/** Signs, numbering, and checkboxes. `[ ] → 0` begins with an empty list, and what an arrow follows is no bullet. */
const BULLETS =
  /^\s*(?:[-*+•–—>#◦▪‣·]+\s+|・\s*|(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z])[.)]\s+|(?:\[[ xX✓✔]?\]|[☐☑✓✔✅])\s+(?!-+>|=+>|[→⇒⟶⟹↦➜➔=,;]))*/u;

/** A line without bullets, numbering, checkboxes or comment signs in front; the rest stays as it is written. */
export function stripBullets(line: string): string {
  return line.replace(BULLETS, "").trim();
}

/**
 * A line as criteria quote it: without bullets, and with white space folded. White space inside quotes is part of a
 * value, and stays.
 */
export function withoutBullet(text: string): string {
  return mapOutsideQuotes(stripBullets(text.normalize("NFC")), (outside) =>
    outside.replace(/\s+/gu, " "),
  );
}

export interface Heading {
  /** From 1 to 6. */
  readonly level: number;
  readonly text: string;
}

/** A line of Markdown as a heading, without its closing signs; null for any other. Linear, whatever the line holds. */
export function headingIn(line: string): Heading | null {
  const [begin, signs] = /^ {0,3}(#{1,6})(?=[ \t]|$)/u.exec(line) ?? [];
  if (begin === undefined || signs === undefined) return null;
  const text = line.slice(begin.length).trim();
  const open = text.slice(0, endWithout(text, "#"));
  const isClosed = open !== text && /[ \t]$/u.test(open.slice(-1));
  return { level: signs.length, text: isClosed ? open.trimEnd() : text };
}

/** A name without colons and white space behind it. */
export function withoutColon(name: string): string {
  return name.slice(0, endWithout(name, ": \t\n\r\u00a0"));
}

/** Where a text ends, without signs behind it; a regular expression would look at each run of them again and again. */
function endWithout(text: string, signs: string): number {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1;
  return end;
}
