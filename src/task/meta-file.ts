import type * as z from "zod";
import { jsonIn, utf8Text } from "../foundation/json.ts";

/** A JSON file of `meta/`, or null when it is absent or not what we write. */
export function readMeta<T>(schema: z.ZodType<T>, bytes: Uint8Array | undefined): T | null {
  const text = bytes === undefined ? null : utf8Text(bytes);
  return text === null ? null : (schema.safeParse(jsonIn(text)).data ?? null);
}
