let clock: () => number = Date.now;

/** The present moment as GitHub writes it: without fractions of a second. */
export function now(): string {
  return `${new Date(clock()).toISOString().slice(0, 19)}Z`;
}

/** Has the stand-in go by another clock, in milliseconds since 1970; null for that of the machine. */
export function setClock(other: (() => number) | null): void {
  clock = other ?? Date.now;
}
