import { CONSTRUCTORS } from "../story/calls.ts";
import { decimal } from "../story/decimal.ts";
import type { Value } from "../story/values.ts";
import type { CallExpression, Expression } from "./python-expression.ts";

/** Values that such a class holds itself. */
export const CONSTANTS = new Set(["timezone.utc"]);

/** `io.StringIO` of an expression that is a name, or a name with attributes; null for any other. */
export function dottedName(expression: Expression): string | null {
  if (expression.kind === "name") return expression.name;
  if (expression.kind !== "attribute") return null;
  const object = dottedName(expression.object);
  return object === null ? null : `${object}.${expression.name}`;
}

export function constructorOf({ callee }: CallExpression): string | null {
  const name = dottedName(callee);
  return name !== null && CONSTRUCTORS.has(name) ? name : null;
}

/** What a sign may stand before. */
export function takesSign(expression: Expression): boolean {
  return (
    expression.kind === "number" ||
    (expression.kind === "call" &&
      ["Decimal", "Fraction", "timedelta"].includes(constructorOf(expression) ?? ""))
  );
}

/**
 * A value that stands in an expression, as a story may write it. A date counts as its text, and so does the member of an
 * enumeration; `Decimal("0.5")` is the number, and the text as well.
 */
export type Leaf =
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "text"; readonly text: string; readonly isNumber: boolean }
  /** In the one form of `normalMoment`. */
  | { readonly kind: "moment"; readonly text: string }
  | { readonly kind: "constant"; readonly name: string }
  | { readonly kind: "member"; readonly name: string }
  | { readonly kind: "empty" };

const NO_FIELDS: ReadonlySet<string> = new Set();

/**
 * The values in an expression, in the order of its text. Keys of dictionaries that are the names of an object's `fields`
 * are no values.
 */
export function leavesIn(expression: Expression, fields = NO_FIELDS): Leaf[] {
  const inside = (inner: Expression): Leaf[] => leavesIn(inner, fields);
  switch (expression.kind) {
    case "number":
      return [{ kind: "number", text: expression.text }];
    case "text":
      return [{ kind: "text", text: expression.text, isNumber: false }];
    case "constant":
      return [{ kind: "constant", name: expression.name }];
    case "list":
    case "tuple":
    case "set":
      return orEmpty(expression.items.flatMap(inside));
    case "dict":
      return orEmpty(
        expression.entries.flatMap(({ key, value }) => [
          ...(key.kind === "text" && fields.has(key.text) ? [] : inside(key)),
          ...inside(value),
        ]),
      );
    case "sign":
      return inside(expression.operand).map((leaf) => signed(leaf, expression.sign));
    case "attribute": {
      const name = dottedName(expression);
      if (name !== null && CONSTANTS.has(name)) return [];
      return name !== null && /^[A-Z]\w*\.[A-Z][A-Z\d_]*$/u.test(name)
        ? [{ kind: "member", name }]
        : inside(expression.object);
    }
    case "call":
      return leavesInCall(expression, inside);
    case "await":
      return inside(expression.operand);
    // The index says where the answer stands, and is no part of what is given.
    case "subscript":
      return inside(expression.object);
    case "operation":
      return [...inside(expression.left), ...inside(expression.right)];
    case "name":
      return [];
    default:
      return expression satisfies never;
  }
}

function leavesInCall(call: CallExpression, inside: (inner: Expression) => Leaf[]): Leaf[] {
  const constructor = constructorOf(call);
  const inArguments = call.arguments.flatMap(({ value }) => inside(value));
  if (constructor === null) return [...inside(call.callee), ...inArguments];
  const moment = momentOf(call);
  if (moment !== null) return [{ kind: "moment", text: moment }];
  const isNumber = constructor === "Decimal" || constructor === "Fraction";
  const isContainer = ["set", "frozenset", "tuple", "bytes"].includes(constructor);
  if (isContainer && inArguments.length === 0) return [{ kind: "empty" }];
  return inArguments.map((leaf) => (leaf.kind === "text" ? { ...leaf, isNumber } : leaf));
}

function orEmpty(leaves: Leaf[]): Leaf[] {
  return leaves.length === 0 ? [{ kind: "empty" }] : leaves;
}

function signed(leaf: Leaf, sign: "+" | "-"): Leaf {
  if (sign === "+") return leaf;
  if (leaf.kind === "number" || (leaf.kind === "text" && leaf.isNumber)) {
    const text = leaf.text.startsWith("-") ? leaf.text.slice(1) : `-${leaf.text}`;
    return { ...leaf, text };
  }
  return leaf;
}

/** The text of a date or time that a call makes, as ISO 8601 writes it; null for any other call. */
export function momentOf(call: CallExpression): string | null {
  const constructor = constructorOf(call);
  const [first] = call.arguments;
  if (constructor?.endsWith(".fromisoformat") === true) {
    return first?.value.kind === "text" ? normalMoment(first.value.text) : null;
  }
  let offset = "";
  const fields = FIELDS[constructor ?? ""];
  if (constructor === null || fields === undefined) return null;
  const numbers = new Map<string, number>();
  for (const [index, { name, value }] of call.arguments.entries()) {
    const field = name ?? fields[index];
    if (field === "tzinfo") {
      const zone = offsetOf(value);
      if (zone === null) return null;
      offset = zone;
    } else if (field !== undefined && value.kind === "number" && /^\d+$/u.test(value.text)) {
      numbers.set(field, Number(value.text));
    } else return null;
  }
  return momentText(constructor, numbers, offset);
}

/** The same of a call that stands in a story, such as `date(2027, 3, 1)`; null for any other. */
function storyMoment({
  name: callee,
  arguments: given,
}: Extract<Value, { kind: "call" }>): string | null {
  const constructor = callee.split(".").at(-1) ?? "";
  const fields = FIELDS[constructor];
  if (fields === undefined || given.length === 0) return null;
  const numbers = new Map<string, number>();
  for (const [index, { name, value }] of given.entries()) {
    const field = name ?? fields[index];
    if (field === undefined || value.kind !== "number" || !/^\d+$/u.test(value.text)) return null;
    numbers.set(field, Number(value.text));
  }
  return momentText(constructor, numbers, "");
}

function momentText(
  constructor: string,
  numbers: ReadonlyMap<string, number>,
  offset: string,
): string {
  const part = (name: string, length = 2): string =>
    String(numbers.get(name) ?? 0).padStart(length, "0");
  const day = `${part("year", 4)}-${part("month")}-${part("day")}`;
  const micro = numbers.get("microsecond") ?? 0;
  const fraction = micro === 0 ? "" : `.${part("microsecond", 6)}`;
  const clock = `${part("hour")}:${part("minute")}:${part("second")}${fraction}${offset}`;
  if (constructor === "date") return day;
  return constructor === "time" ? clock : `${day}T${clock}`;
}

const DAY = ["year", "month", "day"];
const CLOCK = ["hour", "minute", "second", "microsecond", "tzinfo"];
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  date: DAY,
  time: CLOCK,
  datetime: [...DAY, ...CLOCK],
};

/** `+02:00` of a fixed zone that is written out. */
function offsetOf(zone: Expression): string | null {
  if (dottedName(zone) === "timezone.utc") return "+00:00";
  if (zone.kind !== "call" || constructorOf(zone) !== "timezone") return null;
  const [difference] = zone.arguments;
  if (difference?.value.kind !== "call" || constructorOf(difference.value) !== "timedelta") {
    return null;
  }
  let minutes = 0;
  for (const { name, value } of difference.value.arguments) {
    const [leaf] = leavesIn(value);
    const number = leaf?.kind === "number" ? Number(leaf.text) : Number.NaN;
    const scale = name === "hours" ? 60 : name === "minutes" ? 1 : Number.NaN;
    minutes += number * scale;
  }
  if (!Number.isInteger(minutes)) return null;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
}

/** One form for what ISO 8601 lets people write in several: seconds, `Z`, and the sign before the time. */
export function normalMoment(text: string): string {
  const found =
    /^(?:(\d{4}-\d{2}-\d{2})(?:[T ]|$))?(?:(\d{2}:\d{2})(?::(\d{2})(?:[.,](\d{1,6}))?)?(Z|[+-]\d{2}:?\d{2})?)?$/u.exec(
      text.trim(),
    );
  if (found === null || text.trim() === "") return text;
  const [, day = "", minutes, seconds = "00", fraction = "", zone = ""] = found;
  if (minutes === undefined) return day;
  const micro = fraction.padEnd(6, "0");
  const offset = zone === "Z" ? "+00:00" : zone.replace(/^(.\d{2}):?(\d{2})$/u, "$1:$2");
  const clock = `${minutes}:${seconds}${/^0*$/u.test(micro) ? "" : `.${micro}`}${offset}`;
  return day === "" ? clock : `${day}T${clock}`;
}

/** Whether a value in the design is the one that the story writes. */
export function isSameLeaf(leaf: Leaf, value: Value): boolean {
  switch (value.kind) {
    case "number":
      return (
        (leaf.kind === "number" || (leaf.kind === "text" && leaf.isNumber)) &&
        isSameNumber(leaf.text, value.text)
      );
    case "text":
      if (leaf.kind === "member") return isMember(leaf.name, value.text);
      if (leaf.kind === "moment") return leaf.text === normalMoment(value.text);
      return leaf.kind === "text" && leaf.text === value.text;
    case "constant":
      return leaf.kind === "constant" && leaf.name === value.name;
    case "name":
      return leaf.kind === "member" && isMember(leaf.name, value.name);
    case "call":
    case "dict":
    case "error":
    case "list":
    case "object":
    case "set":
    case "tuple":
    default:
      return false;
  }
}

export function isSameNumber(one: string, other: string): boolean {
  const number = decimal(one);
  return number !== null && number === decimal(other);
}

/** `Color.RED` is what a story calls `Color.RED`, `RED` or "red". */
export function isMember(name: string, text: string): boolean {
  const plain = inCapitals(text.includes(".") ? lastName(text) : text);
  return name === text || inCapitals(lastName(name)) === plain;
}

/** `TooBig` of `errors.TooBig` */
export function lastName(dotted: string): string {
  return dotted.split(".").at(-1)!;
}

function inCapitals(word: string): string {
  return word.replaceAll(/[\s-]/gu, "_").toUpperCase();
}

/** The names of fields that the objects in a story's value have. */
export function fieldNames(value: Value): string[] {
  switch (value.kind) {
    case "list":
    case "tuple":
    case "set":
      return value.items.flatMap(fieldNames);
    case "dict":
      return value.entries.flatMap((entry) => [entry.key, entry.value].flatMap(fieldNames));
    case "object":
      return value.fields.flatMap((field) => [field.name, ...fieldNames(field.value)]);
    case "call":
      return value.arguments.flatMap((argument) => fieldNames(argument.value));
    case "constant":
    case "error":
    case "name":
    case "number":
    case "text":
    default:
      return [];
  }
}

/** The single values of a story's value, in its order, without what only groups them. */
export function storyLeaves(value: Value): Value[] {
  switch (value.kind) {
    case "list":
    case "tuple":
    case "set":
      return value.items.flatMap(storyLeaves);
    case "dict":
      return value.entries.flatMap(({ key, value: each }) => [
        ...storyLeaves(key),
        ...storyLeaves(each),
      ]);
    case "object":
      return value.fields.flatMap((field) => storyLeaves(field.value));
    case "call": {
      // As a date that a call of Python makes counts as its text, so does one that a story writes in the same words.
      const moment = storyMoment(value);
      if (moment !== null) return [{ kind: "text", text: moment }];
      return value.arguments.flatMap((argument) => storyLeaves(argument.value));
    }
    case "error":
      return value.message === null ? [] : storyLeaves(value.message);
    case "number":
    case "text":
    case "constant":
    case "name":
      return [value];
    default:
      return value satisfies never;
  }
}
