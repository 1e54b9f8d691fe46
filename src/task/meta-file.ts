import * as z from "zod";

/** A JSON file of `meta/`, or null when it is absent or not what we write. */
export function readMeta<T>(schema: z.ZodType<T>, bytes: Uint8Array | undefined): T | null {
  if (bytes === undefined) return null;
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch {
    return null;
  }
}
