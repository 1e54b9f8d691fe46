import { isRecord, jsonIn } from "../foundation/json.ts";
import { decimal } from "../story/decimal.ts";
import { type Example, type ExampleValue, valuesOf } from "../story/example.ts";
import type { Item } from "../story/items.ts";
import { type Demanded, namesAndTexts } from "../story/names.ts";
import type { CollectedTest } from "./pytest-report.ts";
import type { Literal, WrittenTest } from "./syntax-report.ts";
import { holdsQuoted, holdsWord } from "./whole-words.ts";
import { writtenBehind } from "./written-tests.ts";

/**
 * Which values of an example the tests do not show, each once, as the story writes them: what is given has to be given to the
 * code, or be expected of it, and what is expected has to be what an assertion compares for equality.
 */
export function missingValues(example: Example, literals: readonly Literal[]): string[] {
  const expected = literals.filter(({ role }) => role === "expected");
  const used = literals.filter(({ role }) => role !== "other");
  const missing = [
    ...valuesOf({ ...example, expected: [] }).filter((value) => !isAmong(value, used)),
    ...valuesOf({ ...example, given: [] }).filter((value) => !isAmong(value, expected)),
  ];
  const once = new Map(missing.map((value) => [`${value.kind} ${value.text}`, value.text]));
  return [...once.values()];
}

/**
 * Which names of exceptions and quoted texts of an item reach no assertion, each once, as the story writes them. Of an example
 * `missingValues` says more; and what an object quotes are its keys.
 */
export function missingNames({ line, example }: Item, literals: readonly Literal[]): string[] {
  if (example.kind === "read" || isRecord(jsonIn(line))) return [];
  return namesAndTexts(line)
    .filter((value) => !readingsOf(value).some((each) => isShown(each, literals)))
    .map(({ text }) => text);
}

/** A text with its escapes read, and as it is written: a story may mean either. */
function readingsOf({ kind, text, written = text }: Demanded): ExampleValue[] {
  return [...new Set([text, written])].map((each) => ({ kind, text: each }));
}

function isShown(value: ExampleValue, literals: readonly Literal[]): boolean {
  return isAmong(value, literals) || isJoinedIn(value, literals);
}

/** A text that prose quotes may be a part of what the code gives: `"-"` of `"a-b"`. The values of an example are whole. */
function isJoinedIn({ kind, text }: ExampleValue, literals: readonly Literal[]): boolean {
  return (
    kind === "string" &&
    literals.some((each) => each.kind === "string" && holdsQuoted(each.text, text))
  );
}

function isAmong(value: ExampleValue, literals: readonly Literal[]): boolean {
  return literals.some((each) => matches(value, each));
}

/** The literals of the functions behind some collected tests. */
export function literalsOf(
  tests: readonly CollectedTest[],
  written: readonly WrittenTest[],
): Literal[] {
  return writtenBehind(tests, written).flatMap(({ literals }) => literals);
}

function matches(value: ExampleValue, literal: Literal): boolean {
  switch (value.kind) {
    case "number":
      return (
        literal.kind !== "name" && numbersIn(literal).some((each) => each === decimal(value.text))
      );
    case "string":
      return literal.kind === "string" || literal.kind === "number"
        ? isSameText(value.text, literal.text)
        : false;
    case "name":
      return (
        (literal.kind === "name" || literal.kind === "string") &&
        holdsWord(literal.text, value.text)
      );
    case "empty":
      return literal.kind === "empty" || literal.text === "";
    default:
      return false;
  }
}

/** A numeric string is its number; the words of a text that a program reads are numbers too. */
function numbersIn({ kind, text }: Literal): string[] {
  const words = kind === "number" ? [text] : text.split(/[\s,;]+/u);
  return words.map(decimal).filter((number) => number !== null);
}

function isSameText(wanted: string, text: string): boolean {
  if (text === wanted) return true;
  const number = decimal(wanted);
  if (number !== null && decimal(text) === number) return true;
  return wanted !== "" && holdsWord(text, wanted);
}
