import { oneLine } from "../../foundation/untrusted-text.ts";
import type { Block, Line, Part, Table } from "../../telling/blocks.ts";
import { el, quoted } from "./dom.ts";

/** What `telling` made, as elements. */
export function lineOf(line: Line): Node[] {
  return line.map(partOf);
}

/** A line of the story without the sign that makes it one of a list: on this page it is one anyway. */
export function storyLine(line: string): HTMLElement {
  return quoted(line.replace(/^\s*[-*+]\s+/u, ""));
}

const CODE_LIMIT = 500;

function partOf(part: Part): Node {
  switch (part.kind) {
    case "words":
      return document.createTextNode(part.text);
    case "text":
      return el("bdi", oneLine(part.text, part.limit));
    case "code":
      return el("code", el("bdi", oneLine(part.text, CODE_LIMIT)));
    case "link":
      return linkTo(part.url, lineOf(part.label));
    default:
      return part satisfies never;
  }
}

/** Only to where a browser may go with it; anything else is its text alone. */
export function linkTo(url: string, label: readonly Node[]): Node {
  if (!/^https?:\/\//u.test(url)) return el("span", [...label]);
  return el("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, [...label]);
}

export function blocksOf(blocks: readonly Block[]): Node[] {
  return blocks.map(blockOf);
}

function blockOf(block: Block): Node {
  switch (block.kind) {
    case "heading":
      return el("h4", lineOf(block.line));
    case "paragraph":
      return el("p", lineOf(block.line));
    case "list":
      return el(
        "ul",
        block.items.map((item) => el("li", lineOf(item))),
      );
    case "table":
      return tableOf(block);
    case "folds":
      return el(
        "div",
        block.folds.map(({ title, isOpen, blocks }) =>
          el("details", { open: isOpen === true }, el("summary", lineOf(title)), blocksOf(blocks)),
        ),
      );
    default:
      return block satisfies never;
  }
}

function tableOf({ head, rows }: Table): HTMLElement {
  const cells = (row: readonly Line[], isHead: boolean): HTMLElement[] =>
    row.map((cell, column) =>
      isHead
        ? el("th", { scope: "col" }, lineOf(cell))
        : head === null && column === 0
          ? el("th", { scope: "row" }, lineOf(cell))
          : el("td", lineOf(cell)),
    );
  return el(
    "div.scroll",
    { tabindex: "0", role: "group", "aria-label": "table" },
    el(
      // Of prose: on a narrow screen its cells stand below each other.
      head === null ? "table" : "table.prose",
      head === null ? null : el("thead", el("tr", cells(head, true))),
      el(
        "tbody",
        rows.map((row) => el("tr", cells(row, false))),
      ),
    ),
  );
}
