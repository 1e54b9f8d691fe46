import { createHash } from "node:crypto";
import { oneLine } from "../foundation/untrusted-text.ts";
import type { Line, Part } from "../telling/blocks.ts";
import { shortened } from "./shortened.ts";

/** A text as the content of an element or a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A line as HTML without markup of its own: links are shown by their labels. */
export function htmlLine(line: Line): string {
  return line.map((part) => escaped(textOf(part))).join("");
}

const CODE_LIMIT = 500;

function textOf(part: Part): string {
  switch (part.kind) {
    case "words":
      return part.text;
    case "text":
      return oneLine(part.text, part.limit);
    case "code":
      return oneLine(part.text, CODE_LIMIT);
    case "link":
      return part.label.map(textOf).join("");
    default:
      return part satisfies never;
  }
}

/**
 * A value as JSON that can stand inside a script element of data: the parser of HTML finds no tag, no comment and no end of
 * the element in it, whatever the value holds.
 */
export function jsonForHtml(value: unknown): string {
  return JSON.stringify(value, shortening).replace(
    /[<>&\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Longer texts are nothing that a person reads; what is missing is counted. */
const TEXT_LIMIT = 20_000;

function shortening(_: string, value: unknown): unknown {
  return typeof value === "string" ? shortened(value, TEXT_LIMIT) : value;
}

/** What a policy names a script or a style by. */
export function contentHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
