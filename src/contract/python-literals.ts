import type { Expression } from "./python-expression.ts";

/** A form that examples cannot hold. */
export class NotAllowed extends Error {}

/** String literals that stand side by side. */
export function textIn(literals: readonly string[]): Expression {
  const parts = literals.map((literal) => {
    const found = /^([uU]|[bB]?[rR]?|[rR][bB])("""|'''|"|')([\s\S]*)\2$/u.exec(literal);
    if (found === null) throw new NotAllowed(`holds text that has no end: ${literal}`);
    const [, prefix = "", , written = ""] = found;
    // As Python reads its files.
    const content = written.replaceAll(/\r\n?/gu, "\n");
    const isBytes = /b/iu.test(prefix);
    if (isBytes && /[^\0-\u007f]/u.test(content)) {
      throw new NotAllowed("holds bytes with letters that are none");
    }
    return { isBytes, text: /r/iu.test(prefix) ? content : unescaped(content, isBytes) };
  });
  const isBytes = parts.every((part) => part.isBytes);
  if (!isBytes && parts.some((part) => part.isBytes)) {
    throw new NotAllowed("joins bytes and text");
  }
  return { kind: "text", text: parts.map((part) => part.text).join(""), isBytes };
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\n": "",
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{1,3})|([\s\S]))/gu;

function unescaped(content: string, isBytes: boolean): string {
  return content.replace(
    ESCAPE,
    (
      whole: string,
      byte?: string,
      unit?: string,
      point?: string,
      octal?: string,
      sign: string = "",
    ) => {
      if (byte !== undefined) return character(Number.parseInt(byte, 16));
      if (octal !== undefined) return character(Number.parseInt(octal, 8), isBytes);
      const wide = unit ?? point;
      if (wide !== undefined) return isBytes ? whole : character(Number.parseInt(wide, 16));
      if (sign === "N" && !isBytes) throw new NotAllowed("holds a character by its name");
      if (sign === "x" || (/[uU]/u.test(sign) && !isBytes)) {
        throw new NotAllowed("holds an escape that is not Python");
      }
      return ESCAPES[sign] ?? whole;
    },
  );
}

function character(code: number, isByte = false): string {
  if (code > (isByte ? 0xff : 0x10_ff_ff)) {
    throw new NotAllowed("holds a character that does not exist");
  }
  // Two halves are one character here, and two in Python.
  if (code >= 0xd8_00 && code <= 0xdf_ff) throw new NotAllowed("holds half of a character");
  return String.fromCodePoint(code);
}
