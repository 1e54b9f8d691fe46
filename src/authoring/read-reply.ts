import type * as z from "zod";
import { assertNever } from "../foundation/errors.ts";
import { shorten } from "../foundation/untrusted-text.ts";
import { fault, type Read } from "./fault.ts";
import type { ModelReply } from "./model.ts";
import { jsonInReply } from "./reply-json.ts";

/** Reads the JSON of a reply by a schema, or says why there is none. */
export function readReply<T>(reply: ModelReply, schema: z.ZodType<T>): Read<T> {
  switch (reply.finish) {
    case "refused":
      return none("refused", [`the model refused: ${quote(reply.text)}`]);
    case "length":
      return none("cut_off", ["the reply was cut off at the model's output limit"]);
    case "stop":
      return readText(reply.text, schema);
    default:
      return assertNever(reply.finish);
  }
}

function readText<T>(text: string, schema: z.ZodType<T>): Read<T> {
  if (text.trim() === "") return none("not_json", ["the reply is empty"]);
  const read = jsonInReply(text);
  if (!read.ok) return none("not_json", [`the reply is not valid JSON: ${read.problem}`]);
  const result = parsedWithoutExtras(schema, read.value);
  if (result.success) return { ok: true, value: result.data };
  return none(
    "schema",
    result.error.issues.map(
      (issue) => `${issue.path.map(String).join(".") || "the reply"} ${issue.message}`,
    ),
  );
}

function none(code: Parameters<typeof fault>[0], problems: readonly string[]): Read<never> {
  return { ok: false, faults: problems.map(fault(code)), kept: null };
}

/** What a server adds that was not asked for is left out; all else has to be as the schema says. */
function parsedWithoutExtras<T>(schema: z.ZodType<T>, value: unknown): z.ZodSafeParseResult<T> {
  const result = schema.safeParse(value);
  if (result.success) return result;
  const extras = result.error.issues.filter((issue) => issue.code === "unrecognized_keys");
  if (extras.length === 0) return result;
  const copy = structuredClone(value);
  for (const { path, keys } of extras) {
    const holder = path.reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy);
    for (const key of keys) Reflect.deleteProperty(Object(holder), key);
  }
  return schema.safeParse(copy);
}

export function quote(text: string): string {
  return JSON.stringify(shorten(text, 200));
}
