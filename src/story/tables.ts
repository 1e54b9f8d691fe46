import { shorten } from "../foundation/untrusted-text.ts";
import { hasValue, readExpected, readGiven, warningDoubt } from "./ends.ts";
import { combined, type ExampleReading } from "./example.ts";
import { depthsOf, QUOTED } from "./quotes.ts";
import { isRaising, roleOf, wordSet } from "./words.ts";

/** Whether a line is a row of a Markdown table. */
export function isRow(line: string): boolean {
  return line.length > 2 && line.startsWith("|") && line.endsWith("|");
}

/** `|---|:-:|` */
export function isRule(line: string): boolean {
  return isRow(line) && /^[|\s:+-]+$/u.test(line) && line.includes("-");
}

/** The cells of a row, trimmed; a bar in quotes or behind a backslash is part of a cell. */
export function cellsOf(row: string): string[] {
  const depths = depthsOf(row);
  const cells: string[] = [];
  let start = 1;
  for (let index = 1; index < row.length; index++) {
    if (row[index] !== "|" || depths[index] === QUOTED || row[index - 1] === "\\") continue;
    cells.push(row.slice(start, index).trim().replaceAll("\\|", "|"));
    start = index + 1;
  }
  return cells;
}

type Column = "input" | "given" | "expected" | "error" | "raised" | "aside" | "remark";

export interface Columns {
  /** What each column of a table holds. */
  readonly kinds: readonly Column[];
  /** Why it is not certain what one of them holds. */
  readonly doubt: string | null;
}

/** Always beside the point. */
const ASIDE = wordSet(
  "# id no nr no. nr. case uuid comment comments note notes remark why description bemerkung fall",
);
/** Beside the point as far as they hold words. */
const REMARK = wordSet("name title reason category scenario example");

/** What counts or names the rows where it stands first, and may be given where no column is named as that. */
const COUNTING = wordSet("test tests testcase tc testfall essai prueba step schritt étape paso");
/** What may build on the rows above it. */
const STEPS = wordSet("step schritt étape paso");
/** What code gave that was not right yet. */
const ACTUAL = wordSet("actual got observed");

/** Whether some cell of a row is a value. */
export function holdsValue(row: string): boolean {
  return cellsOf(row).some((cell) => readGiven(cell).ok);
}

/** What the first row of a table says of its columns; null when it does not name those of the results. */
export function columnsOf(heading: string, rows: readonly string[]): Columns | null {
  if (holdsValue(heading)) return null;
  const cells = cellsOf(heading);
  const found = cells.map(columnOf);
  if (!found.some(isResult)) return null;
  const isNamed = found.includes("input");
  const kinds = found.map((kind, index): Column => {
    const isStep = STEPS.has(plainHeading(cells[index]!));
    const isBeside = isNamed && kind === "given" && !isStep && mayBeBeside(cells[index]!, index);
    return isBeside ? "aside" : kind;
  });
  const at = doubtfulColumn(cells, kinds, rows);
  return { kinds, doubt: at === null ? null : doubtOf(cells[at]!) };
}

function doubtOf(cell: string): string {
  const name = JSON.stringify(shorten(cell, 60));
  return `whether the column ${name} is given: call each that is "input …", and what counts the rows "#"`;
}

function mayBeBeside(cell: string, index: number): boolean {
  return (index === 0 && isCounting(cell)) || ACTUAL.has(plainHeading(cell));
}

function isCounting(cell: string): boolean {
  const words = plainHeading(cell).split(/\s+/u);
  return words.every((word) => COUNTING.has(word) || ASIDE.has(word));
}

/** The column that may be given, and may be beside the point; null where there is none. */
function doubtfulColumn(
  cells: readonly string[],
  kinds: readonly Column[],
  rows: readonly string[],
): number | null {
  const unnamed = kinds.flatMap((kind, index) => (kind === "given" ? [index] : []));
  const [first, second] = unnamed;
  if (first === undefined) return null;
  if (kinds.includes("input")) return first;
  // Where nothing else is given, it is what is given.
  if (second === undefined) return null;
  if (mayBeBeside(cells[first]!, first) || (first === 0 && isCount(rows))) return first;
  const behind = unnamed.find((index) => index > kinds.findLastIndex(isResult));
  const isOnBothSides = first < kinds.findIndex(isResult);
  return (
    unnamed.find((index) => mayBeBeside(cells[index]!, index)) ??
    (isOnBothSides ? (behind ?? null) : null)
  );
}

/** Whether the first cells are 1, 2, 3, …: the numbers of the rows, perhaps. */
function isCount(rows: readonly string[]): boolean {
  const numbers = rows.map((row) => /^(\d{1,6})[.)]?$/u.exec(cellsOf(row)[0] ?? "")?.[1]);
  const start = Number(numbers[0]);
  return (
    rows.length > 1 &&
    (start === 0 || start === 1) &&
    numbers.every((number, index) => number !== undefined && Number(number) === start + index)
  );
}

function plainHeading(cell: string): string {
  return cell
    .replace(/[*_`]/gu, " ")
    .replace(/[([（].*$/u, "")
    .trim()
    .toLowerCase();
}

function columnOf(cell: string): Column {
  const plain = plainHeading(cell);
  if (ASIDE.has(plain)) return "aside";
  if (REMARK.has(plain)) return "remark";
  const roles = [plain, ...plain.split(/\s+/u)].map(roleOf);
  if (roles.includes("error")) return isRaising(plain) ? "raised" : "error";
  if (roles.includes("expected") || plain === "→" || plain === "=") return "expected";
  return isInput(plain) ? "input" : "given";
}

/** "input", "input a"; but not "price in EUR", and not "points given". */
function isInput(plain: string): boolean {
  const [first, ...rest] = plain.split(/\s+/u).map(roleOf);
  const isFirst = first === "input" || first === "arguments" || first === "call";
  return isFirst || rest.includes("arguments") || /\s(?:input|argument)$/u.test(plain);
}

function isResult(column: Column): boolean {
  return column === "expected" || column === "error" || column === "raised";
}

/** A row below a heading. */
export function readRow(row: string, columns: Columns | null): ExampleReading {
  if (columns === null)
    return unreadRow("the heading of its table does not name the column of the results");
  const { kinds: all, doubt } = columns;
  const cells = cellsOf(row);
  if (cells.length !== all.length) return unreadRow("it has more or fewer cells than its heading");
  const of = (...kinds: Column[]): string[] =>
    cells.filter((_, index) => kinds.includes(all[index]!));
  if (of("remark").some((cell) => hasValue(readGiven(cell)))) {
    return unreadRow("a column such as name or title holds a value");
  }
  const results = cells.flatMap((cell, index) =>
    isResult(all[index]!) && !isBlank(cell) ? [{ cell, column: all[index]! }] : [],
  );
  const [result] = results;
  if (result === undefined || results.length > 1) return unreadRow("it has not exactly one result");
  const given = of("input", "given");
  if (given.length === 0) return unreadRow("it says nothing of what is given");
  if (doubt !== null) return unreadRow(doubt);
  const expected = readExpected(result.cell, result.column === "expected" ? null : "raises");
  const warning = expected.ok && result.column === "error" ? warningDoubt(expected.values) : null;
  return warning === null ? combined("table", joined(given), expected) : unreadRow(warning);
}

function unreadRow(why: string): ExampleReading {
  return { kind: "unread", why };
}

function isBlank(cell: string): boolean {
  return /^[-–—]?$/u.test(cell);
}

function joined(cells: readonly string[]): ReturnType<typeof readGiven> {
  const ends = cells.map(readGiven);
  const failed = ends.find((end) => !end.ok);
  if (failed !== undefined) return failed;
  const read = ends.filter((end) => end.ok);
  return {
    ok: true,
    values: read.flatMap(({ values }) => values),
    units: read.flatMap(({ units }) => units),
    // The heading names every cell.
    labels: cells.map(() => "="),
  };
}
