import type { ExampleFunction } from "../contract/contract.ts";
import { decimal } from "../story/decimal.ts";
import { containersOf, type ExampleContainer, valuesOf } from "../story/example.ts";
import type { Item } from "../story/items.ts";
import { namesAndTexts } from "../story/names.ts";
import type { TestCall } from "./syntax-report.ts";
import { holdsWord } from "./whole-words.ts";

/** How many inputs besides those of the story a function has to be tried with: a table of the examples passes all of them. */
export const OTHER_INPUTS = 3;

export interface ExampleOnly {
  /** As it was asked for. */
  readonly name: string;
  /** The inputs that stand in none of its items, and whose result is compared. */
  readonly others: readonly (readonly (string | null)[])[];
}

/**
 * Which of the functions that have examples are tried with too few inputs that stand in none of their items. They are
 * functions, classes or methods (`Box.put`); a call counts where its result is compared, and an input that cannot be read,
 * such as a generated one, counts as many.
 */
export function exampleOnly(
  functions: readonly ExampleFunction[],
  calls: readonly TestCall[],
): ExampleOnly[] {
  return functions
    .map((each): ExampleOnly => ({ name: each.name, others: othersOf(each) }))
    .filter(({ others }) => others.length < OTHER_INPUTS && !others.some(isGenerated));

  function othersOf({ name, items }: ExampleFunction): ExampleOnly["others"] {
    const last = name.split(".").at(-1)!;
    const isKnown = items.map(standsIn);
    const seen = new Set<string>();
    return calls
      .filter((call) => call.compared && call.name === last && call.arguments.length > 0)
      .filter((call) => seen.size < seen.add(keyOf(call)).size)
      .filter((call) => !isKnown.some((stands) => stands(call)))
      .map((call) => call.arguments);
  }
}

function isGenerated(input: readonly (string | null)[]): boolean {
  return input.includes(null);
}

/** `4.0` and `4` are one input. */
function keyOf({ arguments: input, containers }: TestCall): string {
  return JSON.stringify([input.map(formOf), containers.map((each) => each.map(formOf))]);
}

function formOf(text: string | null): string | null {
  return text === null ? null : (decimal(text) ?? text);
}

/**
 * Whether the input of a call stands in an item: each of its values does. Where all that is in a list of the input comes
 * from one list of an example, it has to be that list: `[1, 3]` is another input than `[3, 1, 3]`.
 */
function standsIn(item: Item): (call: TestCall) => boolean {
  const holds = holderOf(item);
  const { example } = item;
  const lists = example.kind === "read" ? containersOf(example.example).map(contentOf) : [];
  return ({ arguments: input, containers }) =>
    input.every((text) => text !== null && holds(text)) &&
    containers.map((each) => each.map(formOf)).every((each) => !isPartOfOne(each, lists));
}

interface Content {
  readonly texts: readonly (string | null)[];
  readonly isOrdered: boolean;
}

function contentOf({ texts, isOrdered }: ExampleContainer): Content {
  return { texts: texts.map(formOf), isOrdered };
}

/** Whether values come from one list and are not that list, nor another one. */
function isPartOfOne(values: Content["texts"], lists: readonly Content[]): boolean {
  const isFrom = ({ texts }: Content): boolean => values.every((each) => texts.includes(each));
  const isSame = ({ texts, isOrdered }: Content): boolean =>
    keyOfTexts(texts, isOrdered) === keyOfTexts(values, isOrdered);
  return lists.some(isFrom) && !lists.some(isSame);
}

function keyOfTexts(texts: Content["texts"], isOrdered: boolean): string {
  const all = texts.map((text) => JSON.stringify(text));
  return (isOrdered ? all : all.toSorted((a, b) => (a < b ? -1 : 1))).join(",");
}

/** Whether an item holds a value: as one of its example, or in what it says. */
function holderOf({ line, example }: Item): (text: string) => boolean {
  const values = example.kind === "read" ? valuesOf(example.example).map(({ text }) => text) : [];
  const words = line.split(/[^\p{L}\p{N}_.+-]+/u).map((word) => word.replace(/\.+$/u, ""));
  const numbers = new Set([...values, ...words].map(decimal).filter((each) => each !== null));
  const quoted = new Set([
    ...values,
    ...namesAndTexts(line).flatMap(({ text, written = text }) => [text, written]),
  ]);
  return (text) => {
    const number = decimal(text);
    if (number !== null) return numbers.has(number);
    return quoted.has(text) || (text.trim() !== "" && holdsWord(line, text));
  };
}
