import { callProblem } from "./calls.ts";
import { type EndRead, isLibraryValue, disagreement } from "./ends.ts";
import type { Call, Unread, Value } from "./values.ts";

/** An example of a story: what is given, and what has to come of it, apart and in the story's order. */
export interface Example {
  readonly form: "arrow" | "call" | "json" | "table";
  /** The values on the left; of a call its arguments. */
  readonly given: readonly Value[];
  readonly expected: readonly Value[];
  /** The call that the left side is, where it is one. */
  readonly call: Call | null;
}

/** `unread`: it looks like an example, but what its ends say is not certain; nothing is asked of the tests then. */
export type ExampleReading =
  | { readonly kind: "none" }
  | { readonly kind: "unread"; readonly why: string }
  | { readonly kind: "read"; readonly example: Example };

/** Both ends as one reading: read where both are certain, and fit each other. */
export function combined(form: Example["form"], given: EndRead, expected: EndRead): ExampleReading {
  const problem = firstUnread(given, expected);
  if (problem !== null || !given.ok || !expected.ok) {
    return { kind: "unread", why: problem?.why ?? "" };
  }
  const why = disagreement(given, expected);
  if (why !== null) return { kind: "unread", why };
  return readingOf(form, given.values, expected.values);
}

/** The values of both ends as an example, where a design can hold it as a call. */
export function readingOf(
  form: Example["form"],
  given: readonly Value[],
  expected: readonly Value[],
): ExampleReading {
  const why = callProblem(given, expected);
  if (why !== null) return { kind: "unread", why };
  return { kind: "read", example: exampleOf(form, given, expected) };
}

function firstUnread(given: EndRead, expected: EndRead): Unread | null {
  if (!given.ok) return given;
  return expected.ok ? null : expected;
}

function exampleOf(
  form: Example["form"],
  given: readonly Value[],
  expected: readonly Value[],
): Example {
  const [only] = given;
  if (given.length !== 1 || only?.kind !== "call" || isLibraryValue(only)) {
    return { form, given, expected, call: null };
  }
  return { form, given: only.arguments.map(({ value }) => value), expected, call: only };
}

/** A value that stands at one end of an example, as it stands among the literals of a test. */
export interface ExampleValue {
  readonly kind: "number" | "string" | "name" | "empty";
  readonly text: string;
}

/** The values of an example without their order and nesting: what has to stand among the literals of its tests. */
export function valuesOf({ given, expected }: Example): ExampleValue[] {
  return [...given, ...expected].flatMap(literalsIn);
}

/** A list, tuple, set, dictionary or object of an example: the texts in it, those of others within it as well. */
export interface ExampleContainer {
  readonly texts: readonly string[];
  readonly isOrdered: boolean;
}

/** All that is given, at any depth. */
export function containersOf({ given }: Example): ExampleContainer[] {
  return given.flatMap(containersIn);
}

function containersIn(value: Value): ExampleContainer[] {
  const isOrdered = value.kind === "list" || value.kind === "tuple";
  const isContainer = isOrdered || ["set", "dict", "object"].includes(value.kind);
  const own = isContainer ? [{ texts: textsIn(value), isOrdered }] : [];
  return [...own, ...partsOf(value).flatMap(containersIn)];
}

/** As a test writes it: an object is a dictionary there. */
function textsIn(value: Value): string[] {
  if (value.kind !== "object") {
    const parts = partsOf(value);
    return parts.length === 0 ? literalsIn(value).map(({ text }) => text) : parts.flatMap(textsIn);
  }
  return value.fields.flatMap((field) => [field.name, ...textsIn(field.value)]);
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case "list":
    case "tuple":
    case "set":
      return value.items;
    case "dict":
      return value.entries.flatMap((entry) => [entry.key, entry.value]);
    case "object":
      return value.fields.map((field) => field.value);
    case "call":
      return value.arguments.map((each) => each.value);
    case "number":
    case "text":
    case "constant":
    case "error":
    case "name":
    default:
      return [];
  }
}

function literalsIn(value: Value): ExampleValue[] {
  switch (value.kind) {
    case "number":
      return [{ kind: "number", text: value.text }];
    case "text":
      return [{ kind: "string", text: value.text }];
    case "constant":
      return [{ kind: "name", text: value.name }];
    case "error":
      return [
        ...(value.name === null
          ? []
          : [{ kind: "name" as const, text: value.name.split(".").at(-1)! }]),
        ...(value.message === null ? [] : literalsIn(value.message)),
      ];
    case "list":
    case "tuple":
    case "set":
      return orEmpty(value.items);
    case "dict":
      return orEmpty(value.entries.flatMap((entry) => [entry.key, entry.value]));
    case "object":
      return orEmpty(value.fields.map((field) => field.value));
    case "call":
      return value.arguments.flatMap((each) => literalsIn(each.value));
    // A test says it by an attribute, which is no literal.
    case "name":
    default:
      return [];
  }
}

function orEmpty(values: readonly Value[]): ExampleValue[] {
  return values.length === 0 ? [{ kind: "empty", text: "" }] : values.flatMap(literalsIn);
}
