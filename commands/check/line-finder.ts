import { type JsonLines, jsonLines } from "../../src/foundation/json-lines.ts";
import { readJson } from "../../src/foundation/json.ts";
import { headingIn, withoutColon } from "../../src/story/lines.ts";
import { isMarkdown } from "../../src/story/story.ts";
import { lineOf } from "./story-faults.ts";

/** Finds the lines of a story file on which things stand. */
export interface LineFinder {
  /** Of a value, by its path; null where it is none of a line. */
  readonly of: (path: string, text?: string) => number | null;
  readonly json: JsonLines;
}

const NO_JSON: JsonLines = { lines: new Map(), repeated: [] };

/** JSON has a line for each value; in Markdown the text itself is looked for, and a key of the front matter or a heading. */
export function lineFinder(path: string, text: string): LineFinder {
  if (!isMarkdown(path)) {
    const json = readJson(text).ok ? jsonLines(text) : NO_JSON;
    return { json, of: (at) => lineOf(at, json.lines) };
  }
  const lines = text.split(/\r\n|[\n\r]/u).map((line) => line.trim());
  const find = (isIt: (line: string) => boolean): number | null => {
    const at = lines.findIndex(isIt);
    return at < 0 ? null : at + 1;
  };
  return {
    json: NO_JSON,
    of: (at, said) =>
      said === undefined
        ? (find((line) => line.startsWith(`${at}:`)) ?? find((line) => isHeading(line, at)))
        : (find((line) => line === said) ?? find((line) => line.includes(said))),
  };
}

function isHeading(line: string, name: string): boolean {
  const heading = headingIn(line);
  return heading !== null && withoutColon(heading.text) === name;
}
