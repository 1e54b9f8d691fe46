import * as z from "zod";

const text = z.string().max(4_000);

/** Twice the same, or no answer: another result, a time-out or a crash says nothing about anybody. */
export const TRIED = ["passed", "failed", "none"] as const;

/** One test of one suite on every code, in their order. */
export const TriedTest = z.strictObject({
  suite: z.int().nonnegative(),
  /** pytest's id in that suite. */
  id: text,
  /** The so-manieth of its cases, from 0. */
  case: z.int().nonnegative(),
  criteria: z.array(text),
  outcomes: z.array(z.enum(TRIED)),
});
export type TriedTest = z.infer<typeof TriedTest>;

export const TriedCode = z.strictObject({
  /** Lines of the story whose examples it fails; null where it could not be asked. */
  failed: z.array(text).nullable(),
  /** Codes with one number gave equal data on every example and probe call. */
  agreement: z.int().nonnegative(),
});
export type TriedCode = z.infer<typeof TriedCode>;

/** Every test of every suite on every code. */
export const Trial = z.strictObject({
  codes: z.array(TriedCode),
  tests: z.array(TriedTest),
});
export type Trial = z.infer<typeof Trial>;

/** What a suspect test says of one call, and what the codes give for it. */
export const Contested = z.strictObject({
  setup: z.array(text),
  call: text,
  returns: text.nullable(),
  raises: text.nullable(),
  /** What each of the codes that are left gives, for a person to read. */
  answers: z.array(text),
});
export type Contested = z.infer<typeof Contested>;
