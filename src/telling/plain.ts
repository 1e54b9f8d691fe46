import { oneLine, spacedLine, withoutCommands } from "../foundation/untrusted-text.ts";
import type { Block, Line, Part, Table } from "./blocks.ts";

/** The blocks as lines for a log or a terminal: none of them steers a terminal, or is a command to the runner. */
export function plain(blocks: readonly Block[]): string[] {
  return blocks.flatMap(linesOf);
}

export function plainLine(line: Line): string {
  return withoutCommands(lineOf(line));
}

const INDENT = "  ";

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case "heading":
    case "paragraph":
      return [plainLine(block.line)];
    case "list":
      return block.items.map(plainLine);
    case "table":
      return tableLines(block);
    case "folds":
      return block.folds.flatMap(({ title, blocks }) => [
        plainLine(title),
        ...plain(blocks).map((line) => `${INDENT}${line}`),
      ]);
    default:
      return block satisfies never;
  }
}

function tableLines({ head, rows }: Table): string[] {
  const lines = head === null ? rows : [head, ...rows];
  return aligned(lines.map((row) => row.map(lineOf))).map(withoutCommands);
}

/** Rows with their first columns as wide as the widest cell. */
export function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell))
      .join("  "),
  );
}

function lineOf(line: Line): string {
  return line.map(partOf).join("");
}

/** Names are shown whole, as far as a file system takes them. */
const CODE_LIMIT = 4_096;
const URL_LIMIT = 2_000;

function partOf(part: Part): string {
  switch (part.kind) {
    case "words":
      return part.text;
    case "text":
      return spacedLine(part.text, part.limit);
    case "code":
      return spacedLine(part.text, CODE_LIMIT);
    case "link":
      return `${lineOf(part.label)} (${oneLine(part.url, URL_LIMIT)})`;
    default:
      return part satisfies never;
  }
}
