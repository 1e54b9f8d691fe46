import { markdownText } from "../foundation/untrusted-text.ts";
import {
  type Block,
  type Code,
  CODE_LIMIT,
  type Fold,
  type Line,
  type Part,
  type Table,
} from "./blocks.ts";

/** GitHub refuses the summary of a step above 1 MiB. */
export const SUMMARY_LIMIT = 1_000_000;
/** GitHub refuses what a pull request says about itself above 65,536 characters. */
export const BODY_LIMIT = 60_000;

/**
 * The blocks as a page or a comment on GitHub, of at most `limit` bytes. What does not fit is left out whole (a row, an
 * item, a fold, a block) and counted: half an element could swallow what comes after it.
 */
export function markdown(blocks: readonly Block[], limit: number): string {
  const pieces = blocks.map(pieceOf);
  const room = limit - pieces.reduce((sum, piece) => sum + leastOf(piece), 0);
  return room < 0 ? beginning(pieces, limit) : filled(pieces, room);
}

/** One block: what is always shown of it, and what may be left out when there is too much. */
interface Piece {
  readonly start: readonly string[];
  /** Made when they are asked for: of thousands only the first may fit. */
  readonly items: readonly (() => string)[];
  readonly between: string;
  readonly more: (left: number) => string;
}

const BETWEEN_BLOCKS = "\n\n";
const CUT = "… and more, which does not fit here";

/** Blocks that grow share the room, so that one of them never takes the place of another. */
function filled(pieces: readonly Piece[], room: number): string {
  let left = room;
  let growing = pieces.filter(({ items }) => items.length > 0).length;
  const texts = pieces.map((piece) => {
    if (piece.items.length === 0) return piece.start.join(piece.between);
    const items = itemsWithin(Math.floor(left / growing), piece);
    left -= bytesOf(items.map((item) => item + piece.between).join(""));
    growing -= 1;
    return [...piece.start, ...items].join(piece.between);
  });
  return texts.filter((text) => text !== "").join(BETWEEN_BLOCKS);
}

function itemsWithin(room: number, { items, between, more }: Piece): readonly string[] {
  const shown: string[] = [];
  let left = room;
  for (const item of items) {
    const next = item();
    left -= bytesOf(next + between);
    if (left < 0) return [...shown, more(items.length - shown.length)];
    shown.push(next);
  }
  return shown;
}

/** For a page of so many blocks that not even the least of each fits. */
function beginning(pieces: readonly Piece[], limit: number): string {
  let left = limit - bytesOf(CUT);
  const end = pieces.findIndex((piece) => (left -= leastOf(piece)) < 0);
  return [filled(pieces.slice(0, end), 0), CUT].filter((text) => text !== "").join(BETWEEN_BLOCKS);
}

function leastOf({ start, items, between, more }: Piece): number {
  const shown = items.length === 0 ? start : [...start, more(items.length)];
  return bytesOf(shown.join(between)) + bytesOf(between + BETWEEN_BLOCKS);
}

function pieceOf(block: Block): Piece {
  switch (block.kind) {
    case "heading":
      return whole(`${"#".repeat(block.level)} ${lineOf(block.line)}`);
    case "paragraph":
      return whole(beginningOf(lineOf(block.line)));
    case "list":
      return {
        ...whole(),
        items: block.items.map((item) => () => `- ${beginningOf(lineOf(item))}`),
        more: (left) => `- … and ${left} more`,
      };
    case "table":
      return tablePiece(block);
    case "folds":
      return {
        ...whole(),
        items: block.folds.map((fold) => () => foldOf(fold)),
        between: BETWEEN_BLOCKS,
      };
    default:
      return block satisfies never;
  }
}

function whole(...start: readonly string[]): Piece {
  return { start, items: [], between: "\n", more: (left) => `… and ${left} more` };
}

function tablePiece({ head, rows }: Table): Piece {
  const columns = (head ?? rows[0] ?? []).length;
  const rowOf = (cells: readonly string[]): string =>
    `|${Array.from({ length: columns }, (_, column) => ` ${cells[column] ?? ""} |`).join("")}`;
  return {
    ...whole(rowOf(cellsOf(head ?? [])), `|${"---|".repeat(columns)}`),
    items: rows.map((row) => () => rowOf(cellsOf(row))),
    more: (left) => rowOf([`… and ${left} more`]),
  };
}

function cellsOf(cells: readonly Line[]): string[] {
  return cells.map((cell) => lineOf(cell));
}

function foldOf({ title, isOpen = false, blocks }: Fold): string {
  return [
    `<details${isOpen ? " open" : ""}><summary>${lineOf(title, "html")}</summary>`,
    markdown(blocks, Infinity),
    "</details>",
  ].join(BETWEEN_BLOCKS);
}

/** Inside an HTML element GitHub reads no Markdown; an entity is the same in both. */
type Dialect = "markdown" | "html";

function lineOf(line: Line, dialect: Dialect = "markdown"): string {
  let [before, previous]: [string, Part | null] = ["", null];
  for (const part of line) {
    const shown = partOf(part, dialect);
    before += seamOf(before, previous, part, shown) + shown;
    previous = part;
  }
  return before;
}

const ZERO_WIDTH_SPACE = "\u200b";

/**
 * Two harmless parts can make a link or a mention of something together (`https`, `:`, `//x`). Where a part from outside
 * touches another, nothing visible keeps them apart, but for a bracket before it and the end of a sentence after it.
 */
function seamOf(before: string, previous: Part | null, part: Part, shown: string): string {
  if (previous === null || shown === "" || before === "") return "";
  const isApart = /\s$/u.test(before) || /^\s/u.test(shown);
  const isOpened = previous.kind === "words" && /(?:^|\s)\($/u.test(before);
  const isClosed = part.kind === "words" && /^(?:[,;:)!?]+(?:\s|$)|\.\s)/u.test(shown);
  const isOurs = previous.kind === "words" && part.kind === "words";
  // A link is an element of its own, and ends what came before it.
  const isLink = previous.kind === "link" || part.kind === "link";
  return isApart || isOpened || isClosed || isOurs || isLink ? "" : ZERO_WIDTH_SPACE;
}

/** What has no meaning to GitHub, not even when it stands in a table. A file name may hold a back quote or a bar. */
const PLAIN_CODE = /^[\w.…/:=,-]+(?: [\w.…/:=,-]+)*$/u;

function partOf(part: Part, dialect: Dialect): string {
  switch (part.kind) {
    case "words":
      return part.text.replace(/[\\`*_[\]<>|&]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
    case "text":
      return markdownText(part.text, part.limit);
    case "code":
      return codeOf(part, dialect);
    case "link":
      return linkOf(lineOf(part.label, dialect), part.url, dialect);
    default:
      return part satisfies never;
  }
}

function codeOf({ text }: Code, dialect: Dialect): string {
  if (text.length > CODE_LIMIT || !PLAIN_CODE.test(text)) return markdownText(text, CODE_LIMIT);
  return dialect === "html" ? `<code>${text}</code>` : `\`${text}\``;
}

/** No sign in it that ends a destination, an attribute or a cell. */
const PLAIN_URL = /^https?:\/\/[\w.~:/?#@%+=,-]+$/u;

function linkOf(label: string, url: string, dialect: Dialect): string {
  if (!PLAIN_URL.test(url)) return `${label} (${markdownText(url)})`;
  return dialect === "html" ? `<a href="${url}">${label}</a>` : `[${label}](${url})`;
}

/** A line that begins like a list, a heading or a rule is none. */
function beginningOf(line: string): string {
  return line.replace(
    /^(\d{1,9}|[-+#=]*)([-+#=.)])(?=\s|$)/u,
    (_, start: string, sign: string) => `${start}&#${sign.charCodeAt(0)};`,
  );
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}
