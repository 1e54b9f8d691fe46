import { isRecord, jsonIn } from "../foundation/json.ts";
import { withoutBullet } from "./lines.ts";

/** A value that stands at one end of an example. */
export interface ExampleValue {
  readonly kind: "number" | "string" | "name" | "empty";
  readonly text: string;
}

/**
 * The values at both ends of an example line, such as `weight=0.5 → cost=4.10 (3.50 + 0.5×1.20)`; null when the line is
 * none, or none that can be read with certainty. docs/verdicts.md says which forms are read.
 */
export function exampleIn(line: string): readonly ExampleValue[] | null {
  const text = withoutBullet(line);
  return jsonExample(text) ?? tableRow(text) ?? arrowExample(text) ?? callExample(text);
}

const ARROWS = ["-->", "==>", "->", "=>", "→", "⇒", "⟶", "⟹", "↦", "➜", "➔"];

/** Between a call and what becomes of it. */
const CONNECTOR =
  /^\s*(?:(?:should|must|shall|will)\s+)?(?:returns?|yields?|gives?|equals?|be|is|evaluates\s+to|raises?|throws?|==|=)(?=[\s"'`[{(-]|\d)\s*/iu;

const LEADING_WORDS =
  /^(?:input|given|for|when|if|with|calling|call|values?|arguments?)\s*:?\s+(?=\S)/iu;
const TRAILING_WORDS =
  /^(?:(?:should|must|shall|will)\s+)?(?:returns?|return|yields?|gives?|is|equals?|be|raises?|throws?|output:?|result:?|expected:?)\s+(?=\S)/iu;

function arrowExample(text: string): ExampleValue[] | null {
  const steps = splitAt(withoutExplanations(text), ARROWS);
  if (steps.length < 2 || steps.slice(1, -1).some(holdsSeveral)) return null;
  return bothEnds(steps[0]!, steps.at(-1)!);
}

/** `0 → 0; 1 → 1` and `f(2) -> 'a' and f(3) -> 'b'` are several examples on one line, not the steps of one. */
function holdsSeveral(step: string): boolean {
  return splitAt(step, [";", " and ", ","]).length > 1;
}

function callExample(text: string): ExampleValue[] | null {
  const plain = withoutExplanations(text).replaceAll("`", "");
  const name = /^[A-Za-z_][\w.]*(?=\()/u.exec(plain)?.[0];
  if (name === undefined) return null;
  const end = closing(plain, name.length);
  if (end === null) return null;
  const rest = plain.slice(end + 1);
  const connector = CONNECTOR.exec(rest)?.[0];
  if (connector === undefined) return null;
  return bothEnds(plain.slice(0, end + 1), rest.slice(connector.length));
}

function bothEnds(left: string, right: string): ExampleValue[] | null {
  const given = valuesOf(left.trim().replace(LEADING_WORDS, ""));
  const expected = valuesOf(right.trim().replace(TRAILING_WORDS, ""));
  return given === null || expected === null ? null : [...given, ...expected];
}

/** `| 0.5 | 4.10 |`: every cell is a value, and at least one is more than a name. */
function tableRow(text: string): ExampleValue[] | null {
  const cells = /^\|(.*)\|$/su.exec(text)?.[1]?.split("|");
  if (cells === undefined || cells.length < 2) return null;
  const values = cells.map((cell) => valuesOf(cell.trim()));
  return values.every((each) => each !== null) ? values.flat() : null;
}

const EXPECTED_KEYS =
  /^(?:output|outputs|expected|expect|result|returns?|out|raises|error|exception|throws)$/iu;
const REMARK_KEYS = /^(?:id|name|title|description|note|notes|comment|why|case|reason|category)$/iu;

/** An example that is an object, such as `{"input": 0.5, "output": 4.1}`. */
function jsonExample(text: string): ExampleValue[] | null {
  if (!text.startsWith("{")) return null;
  const object = jsonIn(text);
  if (!isRecord(object)) return null;
  const entries = Object.entries(object).filter(([key]) => !REMARK_KEYS.test(key));
  if (entries.length < 2 || !entries.some(([key]) => EXPECTED_KEYS.test(key))) return null;
  return entries.flatMap(([key, value]) =>
    leavesOf(value, /rais|error|exception|throw/iu.test(key)),
  );
}

function leavesOf(value: unknown, isError: boolean): ExampleValue[] {
  if (typeof value === "number") return [{ kind: "number", text: String(value) }];
  if (typeof value === "string") {
    const isName = isError && /^[A-Za-z_]\w*$/u.test(value);
    return [{ kind: isName ? "name" : "string", text: value }];
  }
  if (typeof value === "boolean" || value === null) return [{ kind: "name", text: String(value) }];
  const children: unknown[] = Array.isArray(value) ? value : Object.values(value ?? {});
  if (children.length === 0) return [{ kind: "empty", text: "" }];
  return children.flatMap((child) => leavesOf(child, isError));
}

/** `1,000`: one number to some readers, two to others. */
const GROUPED_NUMBER = /(?<![\d.])\d{1,3}(?:,\d{3})+(?![\d,])/u;

/** The values of one end: `a=1, b="x"`, a call, or a plain value; null when anything else stands in it. */
function valuesOf(end: string): ExampleValue[] | null {
  const text = end
    .replaceAll("`", "")
    .replace(/[\s.;,]+$/u, "")
    .trim();
  if (text === "" || GROUPED_NUMBER.test(text)) return null;
  const parts = splitAt(text, [",", ";", " and "]);
  const values = parts.map((part) => valueOf(lastOfEquation(part)));
  return values.every((each) => each !== null) ? values.flat() : null;
}

/** `3.50 + 0.5×1.20 = 4.10` and `cost=4.10` and `cost: 4.10` all say 4.10. */
function lastOfEquation(part: string): string {
  const label = /^\s*(?!\w*(?:Error|Exception):)[A-Za-z_][\w .]*:\s+(?=\S)/u.exec(part)?.[0] ?? "";
  return splitAt(part.slice(label.length), ["==", ":=", "="]).at(-1)!.trim();
}

const NUMBER =
  /^[$€£]?\s?([-+−]?(?:\d[\d_]*(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)\s?[A-Za-z°²³/]{0,12}$/u;
const ERROR_NAME = /^[A-Z]\w*(?:Error|Exception|Warning|Exit|Interrupt)$/u;
const CONSTANTS: Readonly<Record<string, string>> = {
  true: "True",
  false: "False",
  none: "None",
  null: "None",
};

function valueOf(text: string): ExampleValue[] | null {
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|“([^”]*)”|‘([^’]*)’)$/su.exec(text);
  if (quoted !== null) {
    const content = quoted.slice(1).find((each) => each !== undefined) ?? "";
    return [{ kind: "string", text: unescaped(content) }];
  }
  const constant = CONSTANTS[text.toLowerCase()];
  if (constant !== undefined) return [{ kind: "name", text: constant }];
  const number = NUMBER.exec(text)?.[1];
  if (number !== undefined) return [{ kind: "number", text: number.replace("−", "-") }];
  if (ERROR_NAME.test(text)) return [{ kind: "name", text }];
  return collection(text) ?? errorWithText(text) ?? call(text);
}

/** `ValueError: too heavy`, `ValueError with "too heavy"`, `ValueError "too heavy"`. */
function errorWithText(text: string): ExampleValue[] | null {
  const match =
    /^([A-Z]\w*(?:Error|Exception))\s*(?::|\bwith(?:\s+(?:message|text))?\b)?\s*(\S.*)$/su.exec(
      text,
    );
  if (match === null) return null;
  const said = valueOf(match[2]!);
  return said === null ? null : [{ kind: "name", text: match[1]! }, ...said];
}

function collection(text: string): ExampleValue[] | null {
  const inside = /^[[{](.*)[\]}]$/su.exec(text)?.[1];
  if (inside === undefined || closing(text, 0) !== text.length - 1) return null;
  return elementsOf(inside);
}

function call(text: string): ExampleValue[] | null {
  const match = /^([A-Za-z_][\w.]*)\((.*)\)$/su.exec(text);
  if (match === null || closing(text, match[1]!.length) !== text.length - 1) return null;
  const values = elementsOf(match[2]!);
  if (values === null) return null;
  const isError = ERROR_NAME.test(match[1]!);
  const named: ExampleValue[] = isError ? [{ kind: "name", text: match[1]! }] : [];
  return match[2]!.trim() === "" ? named : [...named, ...values];
}

/** The values of `1, "a": 2, x=3`; tuples count here, where parentheses can be nothing else. */
function elementsOf(inside: string): ExampleValue[] | null {
  if (inside.trim() === "") return [{ kind: "empty", text: "" }];
  const values = splitAt(inside, [","])
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .flatMap((part) => splitAt(part, [":"]))
    .map((part) => {
      const value = splitAt(part, ["="]).at(-1)!.trim();
      const tuple = /^\((.*)\)$/su.exec(value)?.[1];
      return tuple === undefined ? valueOf(value) : elementsOf(tuple);
    });
  return values.every((each) => each !== null) ? values.flat() : null;
}

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "“": "”" };

/** Every position of a text that stands outside quotes, with the depth of brackets around it. */
function* outside(text: string): Generator<{ index: number; depth: number }> {
  let quote: string | null = null;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const sign = text[index]!;
    if (quote !== null) {
      if (sign === "\\") index++;
      else if (sign === quote) quote = null;
      continue;
    }
    // An apostrophe within a word opens nothing.
    if (sign === '"' || (sign === "'" && !/\w/u.test(text[index - 1] ?? ""))) {
      quote = sign;
      continue;
    }
    if (sign === "“") quote = "”";
    if (Object.values(CLOSING).includes(sign)) depth = Math.max(0, depth - 1);
    yield { index, depth };
    if (sign !== "“" && sign in CLOSING) depth++;
  }
}

/** The position of the bracket that closes the one at `start`. */
function closing(text: string, start: number): number | null {
  for (const { index, depth } of outside(text)) {
    if (index > start && depth === 0 && ")]}".includes(text[index]!)) return index;
  }
  return null;
}

/** Splits outside quotes and brackets; the longest separator wins. */
function splitAt(text: string, separators: readonly string[]): string[] {
  const ordered = separators.toSorted((a, b) => b.length - a.length);
  const parts: string[] = [];
  let start = 0;
  for (const { index, depth } of outside(text)) {
    if (depth > 0 || index < start) continue;
    const separator = ordered.find((each) => text.startsWith(each, index));
    if (separator === undefined) continue;
    parts.push(text.slice(start, index));
    start = index + separator.length;
  }
  return [...parts, text.slice(start)];
}

/** Without what stands in parentheses after white space; those of a call follow its name at once. */
function withoutExplanations(text: string): string {
  let result = "";
  let isSkipping = false;
  let last = 0;
  for (const { index, depth } of outside(text)) {
    const opens = text[index] === "(" && depth === 0 && /\s/u.test(text[index - 1] ?? "");
    if (!isSkipping && opens) {
      result += text.slice(last, index);
      isSkipping = true;
    } else if (isSkipping && depth === 0 && text[index] === ")") {
      isSkipping = false;
      last = index + 1;
    }
  }
  return isSkipping ? result : result + text.slice(last);
}

function unescaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };
  return text.replace(/\\(.)/gsu, (_, sign: string) => signs[sign] ?? sign);
}
