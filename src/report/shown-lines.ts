import type { PageFile } from "./page-data.ts";

/** Longer ones are no code that a person reads. */
const LINE_LIMIT = 2_000;
const MOST_LINES = 5_000;
const MOST_CHARACTERS = 500_000;

/** The lines of a file as far as a page shows them, and what it does not show. */
export function shownLines(text: string): Pick<PageFile, "lines" | "cut"> {
  const all = text.split("\n");
  if (all.at(-1) === "") all.pop();
  const lines: string[] = [];
  let left = MOST_CHARACTERS;
  for (const line of all.slice(0, MOST_LINES)) {
    const shown = shownLine(line);
    left -= shown.length;
    if (left < 0) break;
    lines.push(shown);
  }
  const hidden = all.length - lines.length;
  return { lines, cut: hidden === 0 ? null : `${hidden} further lines are not on this page` };
}

function shownLine(line: string): string {
  const hidden = line.length - LINE_LIMIT;
  return hidden <= 0
    ? line
    : `${line.slice(0, LINE_LIMIT).toWellFormed()}… (${hidden} more characters)`;
}
