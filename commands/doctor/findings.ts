import type { Facts, Seen } from "./facts.ts";

/** `missing` has to be mended; `advice` may be; `unknown` could not be seen. */
export type FindingState = "fine" | "missing" | "advice" | "unknown";

export interface Finding {
  readonly about: string;
  readonly state: FindingState;
  readonly says: string;
  /** The page with the click that mends it. */
  readonly at: string | null;
}

export const fine = (about: string, says: string): Finding => ({
  about,
  state: "fine",
  says,
  at: null,
});

export const missing = (about: string, says: string, at: string | null = null): Finding => ({
  about,
  state: "missing",
  says,
  at,
});

export const advice = (about: string, says: string, at: string | null = null): Finding => ({
  about,
  state: "advice",
  says,
  at,
});

/** What follows from something that may not have been seen. */
export function ifSeen<T>(
  about: string,
  seen: Seen<T>,
  judge: (value: T) => Finding | Finding[],
  at: string | null = null,
): Finding[] {
  if (seen.kind === "seen") return [judge(seen.value)].flat();
  return [{ about, state: "unknown", says: seen.why, at }];
}

export type { Facts };
