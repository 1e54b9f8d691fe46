import { readExpected, readGiven } from "./ends.ts";
import { combined, type ExampleReading } from "./example.ts";
import { depthsOf, QUOTED } from "./quotes.ts";
import { roleOf, wordSet } from "./words.ts";

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

type Column = "given" | "expected" | "error" | "aside" | "remark";

/** What each column of a table holds. */
export type Columns = readonly Column[];

/** Always beside the point. */
const ASIDE = wordSet(
  "# id no nr no. nr. case uuid comment comments note notes remark why description bemerkung fall",
);
/** Beside the point as far as they hold words. */
const REMARK = wordSet("name title reason category scenario example");

/** Whether some cell of a row is a value. */
export function holdsValue(row: string): boolean {
  return cellsOf(row).some((cell) => readGiven(cell).ok);
}

/** What the first row of a table says of its columns; null when it does not name those of the results. */
export function columnsOf(heading: string): Columns | null {
  if (holdsValue(heading)) return null;
  const columns = cellsOf(heading).map(columnOf);
  return columns.some(isResult) ? columns : null;
}

function columnOf(cell: string): Column {
  const plain = cell
    .replace(/[*_`]/gu, " ")
    .replace(/[([（].*$/u, "")
    .trim()
    .toLowerCase();
  if (ASIDE.has(plain)) return "aside";
  if (REMARK.has(plain)) return "remark";
  const roles = [plain, ...plain.split(/\s+/u)].map(roleOf);
  if (roles.includes("error")) return "error";
  return roles.includes("expected") || plain === "→" || plain === "=" ? "expected" : "given";
}

function isResult(column: Column): boolean {
  return column === "expected" || column === "error";
}

/** A row below a heading. */
export function readRow(row: string, columns: Columns | null): ExampleReading {
  if (columns === null)
    return unreadRow("the heading of its table does not name the column of the results");
  const cells = cellsOf(row);
  if (cells.length !== columns.length)
    return unreadRow("it has more or fewer cells than its heading");
  const of = (...kinds: Column[]): string[] =>
    cells.filter((_, index) => kinds.includes(columns[index]!));
  if (of("remark").some((cell) => readGiven(cell).ok)) {
    return unreadRow("a column such as name or title holds a value");
  }
  const results = cells.flatMap((cell, index) =>
    isResult(columns[index]!) && !isBlank(cell) ? [{ cell, column: columns[index]! }] : [],
  );
  const [result] = results;
  if (result === undefined || results.length > 1) return unreadRow("it has not exactly one result");
  const given = of("given");
  if (given.length === 0) return unreadRow("it says nothing of what is given");
  return combined(
    "table",
    joined(given),
    readExpected(result.cell, result.column === "error" ? "raises" : null),
  );
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
