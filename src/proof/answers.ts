import * as z from "zod";
import { jsonIn } from "../foundation/json.ts";
import { linesOf } from "./pytest-report.ts";

const text = z.string().max(400_000);
const names = { type: text, names: z.array(text).max(1_000) };

/** A value as plain data: what `inside/example_answers.py` makes of it. */
export type Data =
  | { readonly kind: "none" }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "int" | "float" | "decimal"; readonly text: string }
  | { readonly kind: "fraction"; readonly numerator: string; readonly denominator: string }
  | { readonly kind: "complex"; readonly real: string; readonly imaginary: string }
  | {
      readonly kind: "text" | "uuid" | "path" | "date" | "time" | "datetime";
      readonly text: string;
    }
  | { readonly kind: "bytes"; readonly hex: string }
  | { readonly kind: "timedelta" | "timezone"; readonly microseconds: string }
  | { readonly kind: "list" | "tuple" | "set"; readonly items: readonly Data[] }
  | { readonly kind: "dict"; readonly entries: readonly (readonly [Data, Data])[] }
  | {
      readonly kind: "object";
      readonly type: string;
      /** Of the class and those that it is derived from. */
      readonly names: readonly string[];
      readonly fields: readonly (readonly [string, Data])[];
      readonly isTuple: boolean;
    }
  | {
      readonly kind: "member";
      readonly type: string;
      readonly names: readonly string[];
      readonly name: string;
      /** The number or text that it is as well, as members of `IntEnum` are. */
      readonly value: Data | null;
    }
  /** Anything else has no value. */
  | { readonly kind: "other"; readonly type: string; readonly names: readonly string[] };

export const Data: z.ZodType<Data> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("none") }),
    z.strictObject({ kind: z.literal("bool"), value: z.boolean() }),
    z.strictObject({ kind: z.enum(["int", "float", "decimal"]), text }),
    z.strictObject({ kind: z.literal("fraction"), numerator: text, denominator: text }),
    z.strictObject({ kind: z.literal("complex"), real: text, imaginary: text }),
    z.strictObject({ kind: z.enum(["text", "uuid", "path", "date", "time", "datetime"]), text }),
    z.strictObject({ kind: z.literal("bytes"), hex: text }),
    z.strictObject({ kind: z.enum(["timedelta", "timezone"]), microseconds: text }),
    z.strictObject({ kind: z.enum(["list", "tuple", "set"]), items: z.array(Data) }),
    z.strictObject({ kind: z.literal("dict"), entries: z.array(z.tuple([Data, Data])) }),
    z.strictObject({
      kind: z.literal("object"),
      ...names,
      fields: z.array(z.tuple([text, Data])),
      isTuple: z.boolean(),
    }),
    z.strictObject({ kind: z.literal("member"), ...names, name: text, value: Data.nullable() }),
    z.strictObject({ kind: z.literal("other"), ...names }),
  ]),
);

/** What came of one example: a value, an error, or nothing that counts as an answer. */
export type Answer =
  | { readonly kind: "value"; readonly data: Data }
  | {
      /** `setup_failed`: before the call was reached. */
      readonly kind: "raised" | "setup_failed";
      readonly type: string;
      readonly names: readonly string[];
      readonly message: string;
    }
  | { readonly kind: "nothing"; readonly why: string };

export const Answer: z.ZodType<Answer> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("value"), data: Data }),
  z.strictObject({ kind: z.enum(["raised", "setup_failed"]), ...names, message: text }),
  z.strictObject({ kind: z.literal("nothing"), why: text }),
]);

const Event = z.discriminatedUnion("event", [
  z.strictObject({ event: z.literal("answer"), index: z.int().nonnegative(), answer: Answer }),
  z.strictObject({ event: z.literal("finish"), exit: z.int() }),
]);

/**
 * The answers of a report, by their index. Untrusted: the code may have written any of it, and can claim nothing but
 * what it answers. What is not there, is said twice or cannot be read is no answer.
 */
export function parseAnswers(report: string, count: number): readonly Answer[] {
  const found = new Map<number, Answer>();
  for (const line of linesOf(report)) {
    const value = jsonIn(line);
    if (isDeeper(value, DEEPEST)) continue;
    const event = Event.safeParse(value);
    if (!event.success || event.data.event !== "answer") continue;
    const { index, answer } = event.data;
    found.set(index, found.has(index) ? TWICE : answer);
  }
  return Array.from({ length: count }, (_, index) => found.get(index) ?? ABSENT);
}

/** Deeper than any value that is handed out: each of its levels has three of JSON's. */
const DEEPEST = 120;

/** Whether objects and arrays stand deeper within each other; it takes no deeper stack for it. */
function isDeeper(value: unknown, limit: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap(partsOf);
  }
  return false;
}

function partsOf(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value) : [];
}

const ABSENT: Answer = { kind: "nothing", why: "there was no answer" };
const TWICE: Answer = { kind: "nothing", why: "there were two answers" };

/** An answer as a person reads it, much like Python shows it. */
export function shownAnswer(answer: Answer): string {
  switch (answer.kind) {
    case "value":
      return shownData(answer.data);
    case "raised":
      return `raises ${answer.type}(${JSON.stringify(answer.message)})`;
    case "setup_failed":
      return `in setup, raises ${answer.type}(${JSON.stringify(answer.message)})`;
    case "nothing":
      return `nothing: ${answer.why}`;
    default:
      return answer satisfies never;
  }
}

export function shownData(data: Data): string {
  switch (data.kind) {
    case "none":
      return "None";
    case "bool":
      return data.value ? "True" : "False";
    case "int":
    case "float":
      return data.text;
    case "decimal":
      return `Decimal('${data.text}')`;
    case "fraction":
      return `Fraction(${data.numerator}, ${data.denominator})`;
    case "complex":
      return `complex(${data.real}, ${data.imaginary})`;
    case "text":
      return JSON.stringify(data.text);
    case "uuid":
    case "path":
    case "date":
    case "time":
    case "datetime":
      return `${data.kind} ${data.text}`;
    case "bytes":
      return `bytes ${data.hex}`;
    case "timedelta":
    case "timezone":
      return `${data.kind} of ${data.microseconds} µs`;
    case "list":
      return `[${data.items.map(shownData).join(", ")}]`;
    case "tuple":
      return `(${data.items.map(shownData).join(", ")}${data.items.length === 1 ? "," : ""})`;
    case "set":
      return `{${data.items.map(shownData).join(", ")}}`;
    case "dict":
      return `{${data.entries.map(([key, value]) => `${shownData(key)}: ${shownData(value)}`).join(", ")}}`;
    case "object":
      return `${data.type}(${data.fields.map(([name, value]) => `${name}=${shownData(value)}`).join(", ")})`;
    case "member":
      return `${data.type}.${data.name}`;
    case "other":
      return `an object of type ${data.type}`;
    default:
      return data satisfies never;
  }
}
