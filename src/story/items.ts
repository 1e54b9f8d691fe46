import { isRecord } from "../foundation/json.ts";
import { readRecord } from "./example-objects.ts";
import type { ExampleReading } from "./example.ts";
import { readExample } from "./examples.ts";
import { headingIn, splitLines, storyLines, stripBullets } from "./lines.ts";
import { type Columns, columnsOf, holdsValue, isRow, isRule, readRow } from "./tables.ts";

/** One thing that a story demands. */
export interface Item {
  /** As a criterion may quote it, word for word: lines that continue it are joined by one space, bullets stay. */
  readonly line: string;
  /** The lines that it is written in, more than one where it was wrapped. */
  readonly written: readonly string[];
  /** Where it stands in the story, such as `acceptance`, `requirements.3` or `tasks.0.acceptance.1`. */
  readonly path: string;
  /** Names of keys and headings that it stands below, from the outside in: they may say what it is about. */
  readonly under: readonly string[];
  readonly example: ExampleReading;
}

export interface Heading {
  readonly line: string;
  readonly path: string;
}

export interface StoryItems {
  readonly items: readonly Item[];
  /** What stands above items and is covered by them. */
  readonly headings: readonly Heading[];
  /** Paths of keys that hold text which demands nothing. */
  readonly notCounted: readonly string[];
}

/** What a story is accepted by, as people name it. */
export const ACCEPTANCE = ["acceptance", "acceptance_criteria", "acceptanceCriteria"];
const DEMANDS = [...ACCEPTANCE, "requirements", "constraints"];
/** What says what is wanted in a story that has no list of demands. */
const PROSE = ["feature", "description"];
/** No text of the story's: names, and what other readers take. */
const NEVER = ["$schema", "id", "version", "dependencies", "tasks"];

/**
 * What a story demands, as a list; of a part (`part` is its id in lower case) its own demands and what stands above the
 * parts. A part that the story does not have demands nothing. docs/verdicts.md says what an item is.
 */
export function storyItems(document: unknown, part: string | null = null): StoryItems {
  if (!isRecord(document)) return merged([]);
  const parts = partsIn(document);
  const own = parts.filter(({ id }) => part === null || id === part);
  if (part !== null && own.length === 0) return merged([]);
  return merged([
    itemsOf(document, ""),
    ...own.map(({ value, index }) => itemsOf(value, `tasks.${index}.`)),
  ]);
}

/** Every line that a criterion may quote. */
export function quotableLines(document: unknown): string[] {
  return [...storyLines(document), ...storyItems(document).items.map(({ line }) => line)];
}

/** Why a story with parts cannot be taken, if its acceptance belongs to none of them. */
export function acceptanceAboveParts(document: Readonly<Record<string, unknown>>): string[] {
  if (partsIn(document).length === 0) return [];
  return ACCEPTANCE.filter((key) => hasContent(document[key])).map(
    (key) =>
      `"${key}" stands above "tasks", where each part would have to show all of it: move each line into the part that it belongs to`,
  );
}

function hasContent(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "";
  return Array.isArray(value) ? value.length > 0 : isRecord(value) && Object.keys(value).length > 0;
}

function partsIn(
  document: Readonly<Record<string, unknown>>,
): { id: string; value: Record<string, unknown>; index: number }[] {
  const parts: unknown = document["tasks"];
  if (!Array.isArray(parts)) return [];
  return parts.flatMap((value: unknown, index) =>
    isRecord(value) ? [{ id: String(value["id"]).toLowerCase(), value, index }] : [],
  );
}

function merged(all: readonly StoryItems[]): StoryItems {
  return {
    items: all.flatMap(({ items }) => items),
    headings: all.flatMap(({ headings }) => headings),
    notCounted: all.flatMap(({ notCounted }) => notCounted),
  };
}

function itemsOf(object: Readonly<Record<string, unknown>>, above: string): StoryItems {
  const has = (key: string): boolean => entriesOf(object[key], key).length > 0;
  const counted = DEMANDS.some(has) ? DEMANDS : PROSE;
  return merged(
    Object.entries(object)
      .filter(([key]) => !NEVER.includes(key))
      .map(([key, value]) =>
        counted.includes(key)
          ? demandsIn(value, `${above}${key}`)
          : examplesIn(value, `${above}${key}`),
      ),
  );
}

/** A line of text, or an object that stands in a list. */
interface Entry {
  readonly line: string;
  readonly path: string;
  readonly object: Readonly<Record<string, unknown>> | null;
  /** Whether it begins a text, or stands below an empty line, and so continues nothing. */
  readonly isFirst: boolean;
  readonly isBelowGap: boolean;
}

function entriesOf(value: unknown, path: string, isInList = false): Entry[] {
  if (typeof value === "string") return linesIn(value, path);
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => entriesOf(each, `${path}.${index}`, true));
  }
  if (!isRecord(value)) return [];
  if (isInList || readRecord(value).kind === "read") {
    return [{ line: JSON.stringify(value), path, object: value, isFirst: true, isBelowGap: false }];
  }
  return Object.entries(value).flatMap(([key, each]) => entriesOf(each, `${path}.${key}`));
}

function linesIn(text: string, path: string): Entry[] {
  const lines = splitLines(text).map((line) => line.trim());
  return lines.flatMap((line, index): Entry[] => {
    const isBelowGap = lines[index - 1] === "";
    const isFirst = index === 0 || isBelowGap;
    return line === "" ? [] : [{ line, path, object: null, isFirst, isBelowGap }];
  });
}

/** Everything below one of the keys that demand something. */
function demandsIn(value: unknown, path: string): StoryItems {
  const { items, headings } = read(entriesOf(value, path));
  return { items, headings, notCounted: scalarsIn(value, path) };
}

/** Numbers and the like in a list of demands: no line can quote them. */
function scalarsIn(value: unknown, path: string): string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each: unknown, index) => {
    const at = `${path}.${index}`;
    if (Array.isArray(each)) return scalarsIn(each, at);
    return typeof each === "string" || isRecord(each) || each === null ? [] : [at];
  });
}

/** Of any other key the examples count; whatever else it says is named as not counted. */
function examplesIn(value: unknown, path: string): StoryItems {
  const entries = exampleEntries(value, path);
  const all = read(entries);
  const items = all.items.filter(({ example }) => example.kind === "read");
  if (items.length === 0)
    return { items, headings: [], notCounted: entries.length > 0 ? [path] : [] };
  const left = all.items.filter(({ example }) => example.kind !== "read");
  return { items, headings: [], notCounted: [...new Set(left.map((item) => item.path))] };
}

/** As `entriesOf`, but examples are looked for within objects that are none. */
function exampleEntries(value: unknown, path: string): Entry[] {
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => exampleEntries(each, `${path}.${index}`));
  }
  if (!isRecord(value) || readRecord(value).kind !== "none") return entriesOf(value, path, true);
  return Object.entries(value).flatMap(([key, each]) => exampleEntries(each, `${path}.${key}`));
}

/** Items and headings in the order of a text. */
function read(entries: readonly Entry[]): Pick<StoryItems, "items" | "headings"> {
  const blocks = withTables(joined(entries));
  const items: Item[] = [];
  const headings: Heading[] = [];
  const above = new HeadingsAbove();
  for (const [index, block] of blocks.entries()) {
    const { line, written, path, example } = block;
    if (!block.isText || !isRow(line)) above.leaveTable();
    if (isHeading(blocks, index)) {
      headings.push({ line, path });
      above.enter(block);
    } else if (!isDrawn(block)) {
      items.push({ line, written, path, under: [...keysIn(path), ...above.lines()], example });
    }
  }
  return { items, headings };
}

/** Keys below which examples are told apart by nothing. */
const OF_EXAMPLES = /^(?:examples?|cases?|tests?|notes?)$/iu;

/** The keys in a path that tell what stands below them from what stands below others. */
function keysIn(path: string): string[] {
  const [first = "", ...keys] = path.replace(/^tasks\.\d+\./u, "").split(".");
  const isNeutral = [...DEMANDS, ...PROSE].includes(first) || OF_EXAMPLES.test(first);
  return [...(isNeutral ? [] : [first]), ...keys.filter((key) => !/^\d+$/u.test(key))];
}

/** Headings of Markdown by their level, the last line that ends in a colon, and the first row of a table. */
class HeadingsAbove {
  readonly #marked: { level: number; line: string }[] = [];
  #introduction: string | null = null;
  #table: string | null = null;

  enter({ line, isTableHeading }: Block): void {
    if (isTableHeading) {
      this.#table = line;
      return;
    }
    this.#introduction = null;
    const heading = headingIn(line);
    if (heading === null) {
      this.#introduction = line;
      return;
    }
    while ((this.#marked.at(-1)?.level ?? 0) >= heading.level) this.#marked.pop();
    this.#marked.push({ level: heading.level, line: heading.text });
  }

  leaveTable(): void {
    this.#table = null;
  }

  lines(): string[] {
    const others = [this.#introduction, this.#table].filter((line) => line !== null);
    return [...this.#marked.map(({ line }) => line), ...others.map(stripBullets)];
  }
}

/** One or several lines that say one thing. */
interface Block extends Omit<Item, "under"> {
  readonly isText: boolean;
  readonly isTableHeading: boolean;
  readonly isBelowGap: boolean;
}

function joined(entries: readonly Entry[]): Block[] {
  const groups: Entry[][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last !== undefined && continues(last, entry)) last.push(entry);
    else groups.push([entry]);
  }
  return groups.map(blockOf);
}

function blockOf(group: readonly Entry[]): Block {
  const { path, object, isBelowGap } = group[0]!;
  const written = group.map((entry) => entry.line);
  const line = written.join(" ");
  const example = object === null ? readExample(line) : readRecord(object);
  return {
    line,
    written,
    path,
    example,
    isText: object === null,
    isTableHeading: false,
    isBelowGap,
  };
}

/** With a full stop a demand ends, whatever letter the next line begins with: it may be a name in lower case. */
function endsSentence(line: string): boolean {
  return /[.!?:。！？：][*_"'”’)\]]{0,3}$/u.test(line.slice(-10));
}

const ENDS_OPEN = /(?:-+>|=+>|[→⇒⟶⟹↦➜➔,(=+*/-])$/u;
/** `weight=0`, `cost(weight) = …`, `parse(text) -> int`: a line of code stands for itself. */
const BEGINS_CODE = /^[\p{L}_][\p{L}\p{N}_.]*(?:\(|\[|\s*(?::?=|-+>|=>|→))/u;

/** No example is written over more lines. */
const LONGEST_EXAMPLE = 4;

/** Whether a line without bullet goes on with the sentence of the lines before it. */
function continues(group: readonly Entry[], { line, object, isFirst }: Entry): boolean {
  const before = group.at(-1)!.line;
  if (isFirst || object !== null || !/^\p{Ll}/u.test(line)) return false;
  if (stripBullets(line) !== line || before.startsWith("#") || isRow(before)) return false;
  if (isFence(before) || endsSentence(before)) return false;
  if (ENDS_OPEN.test(before.slice(-4))) return true;
  if (BEGINS_CODE.test(line) || isExample(line)) return false;
  return group.length > LONGEST_EXAMPLE || !isExample(group.map((each) => each.line).join(" "));
}

function isExample(line: string): boolean {
  return readExample(line).kind === "read";
}

/** Rows of a table are read under the heading row that stands on top of them. */
function withTables(blocks: readonly Block[]): Block[] {
  let columns: Columns | null = null;
  let isInside = false;
  return blocks.map((block, index) => {
    if (!block.isText || !isRow(block.line)) {
      isInside = false;
      return block;
    }
    if (isRule(block.line)) return block;
    const next = blocks[index + 1];
    if (!isInside || block.isBelowGap) {
      isInside = true;
      columns = columnsOf(block.line, rowsBelow(blocks, index));
      const below = next?.isText === true && isRow(next.line) ? next.line : null;
      const isTableHeading = below !== null && isHeadingRow(block.line, below, columns);
      if (isTableHeading) return { ...block, isTableHeading };
    }
    return { ...block, example: readRow(block.line, columns) };
  });
}

/** The rows of the table whose first row stands at an index, without that. */
function rowsBelow(blocks: readonly Block[], index: number): string[] {
  const rows: string[] = [];
  for (let at = index + 1; at < blocks.length; at++) {
    const { line, isText, isBelowGap } = blocks[at]!;
    if (!isText || !isRow(line)) break;
    if (isRule(line)) continue;
    if (isBelowGap) break;
    rows.push(line);
  }
  return rows;
}

function isHeadingRow(row: string, below: string, columns: Columns | null): boolean {
  return columns !== null || isRule(below) || (!holdsValue(row) && holdsValue(below));
}

/** A heading is covered by what stands below it; where nothing does, it is a demand like any other. */
function isHeading(blocks: readonly Block[], index: number): boolean {
  const { line, isText, isTableHeading, example } = blocks[index]!;
  if (!isText || example.kind === "read") return false;
  if (isTableHeading) return true;
  const below = blocks[index + 1];
  if (below === undefined) return false;
  if (/^#{1,6}\s+\S/u.test(line)) return true;
  return /[:：][*_]{0,3}$/u.test(line) || /^={3,}$/u.test(below.line);
}

/** Rules, fences, and whatever else holds no word, number or value. */
function isDrawn({ line, isText, example }: Block): boolean {
  if (!isText || example.kind === "read") return false;
  return isFence(line) || !/[\p{L}\p{N}]/u.test(line);
}

function isFence(line: string): boolean {
  return /^(?:```|~~~)/u.test(line);
}
