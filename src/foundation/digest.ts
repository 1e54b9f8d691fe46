import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import * as z from "zod/mini";

/** `sha256:` and 64 hexadecimal digits. */
export type Digest = `sha256:${string}`;

export const Sha256 = z.templateLiteral(["sha256:", z.string().check(z.regex(/^[0-9a-f]{64}$/))]);

export function sha256(content: string | Uint8Array): Digest {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

/** The RFC 8785 form: the same value has the same bytes, whatever the order of its keys. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error("A value without a JSON form has no canonical JSON");
  return text;
}

export function sha256OfJson(value: unknown): Digest {
  return sha256(canonicalJson(value));
}
