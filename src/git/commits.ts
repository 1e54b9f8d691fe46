import * as z from "zod/mini";

/** A full SHA-1 object name, in lower case. */
export const ObjectId = z
  .string()
  .check(z.regex(/^[0-9a-f]{40}$/, "must be a full 40-digit commit id"));

/** The three commits that a candidate is computed from. Without a pull request the three are one. */
export interface Commits {
  readonly head: string;
  readonly base: string;
  readonly mergeBase: string;
}
