/** Seconds since the step began: it is a process of its own. */
export function secondsOfStep(): number {
  return performance.now() / 1_000;
}

/** The moment of such a number of seconds. */
export function dateOfStep(seconds: number): Date {
  return new Date(performance.timeOrigin + seconds * 1_000);
}

/** When the step began, and how long it has taken by now, to milliseconds. */
export function clockOfStep(): { readonly began: string; readonly seconds: number } {
  return {
    began: new Date(performance.timeOrigin).toISOString(),
    seconds: Math.round(performance.now()) / 1_000,
  };
}
