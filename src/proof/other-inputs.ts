import { decimal } from "../story/decimal.ts";
import { valuesOf } from "../story/example.ts";
import type { Item } from "../story/items.ts";
import { namesAndTexts } from "../story/names.ts";
import { holdsWord } from "./example-literals.ts";
import type { TestCall } from "./syntax-report.ts";

/** How many inputs besides those of the story a function has to be tried with: a table of the examples passes all of them. */
export const OTHER_INPUTS = 3;

export interface ExampleOnly {
  /** As it was asked for. */
  readonly name: string;
  /** The inputs that stand in no item, and whose result is compared. */
  readonly others: readonly (readonly (string | null)[])[];
}

/**
 * Which of the functions that have examples are tried with too few inputs that stand in no item. `names` are functions,
 * classes or methods (`Box.put`); a call counts where its result is compared, and an input that cannot be read, such as a
 * generated one, counts as many.
 */
export function exampleOnly(
  names: readonly string[],
  items: readonly Item[],
  calls: readonly TestCall[],
): ExampleOnly[] {
  const isKnown = items.map(holderOf);
  return names
    .map((name): ExampleOnly => ({ name, others: othersOf(name) }))
    .filter(({ others }) => others.length < OTHER_INPUTS && !others.some(isGenerated));

  function othersOf(name: string): ExampleOnly["others"] {
    const last = name.split(".").at(-1)!;
    const inputs = calls
      .filter((call) => call.compared && call.name === last && call.arguments.length > 0)
      .map((call) => call.arguments);
    const seen = new Set<string>();
    return inputs
      .filter((input) => seen.size < seen.add(keyOf(input)).size)
      .filter(
        (input) => !isKnown.some((holds) => input.every((text) => text !== null && holds(text))),
      );
  }
}

function isGenerated(input: readonly (string | null)[]): boolean {
  return input.includes(null);
}

/** `4.0` and `4` are one input. */
function keyOf(input: readonly (string | null)[]): string {
  return JSON.stringify(input.map((text) => (text === null ? null : (decimal(text) ?? text))));
}

/** Whether an item holds a value: as one of its example, or in what it says. */
function holderOf({ line, example }: Item): (text: string) => boolean {
  const values = example.kind === "read" ? valuesOf(example.example).map(({ text }) => text) : [];
  const words = line.split(/[^\p{L}\p{N}_.+-]+/u).map((word) => word.replace(/\.+$/u, ""));
  const numbers = new Set([...values, ...words].map(decimal).filter((each) => each !== null));
  const quoted = new Set([...values, ...namesAndTexts(line).map(({ text }) => text)]);
  return (text) => {
    const number = decimal(text);
    if (number !== null) return numbers.has(number);
    return quoted.has(text) || (text.trim() !== "" && holdsWord(line, text));
  };
}
