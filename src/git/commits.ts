import * as z from "zod/mini";

const OBJECT_ID = /^[0-9a-f]{40}$/;

/** Whether a text is a full SHA-1 object name, in lower case. */
export function isObjectId(text: string): boolean {
  return OBJECT_ID.test(text);
}

export const ObjectId = z.string().check(z.regex(OBJECT_ID, "must be a full 40-digit commit id"));

/** The three commits that a candidate is computed from. Without a pull request the three are one. */
export interface Commits {
  readonly head: string;
  readonly base: string;
  readonly mergeBase: string;
}
