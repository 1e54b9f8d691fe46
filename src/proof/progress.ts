import type { SignOfLife } from "./session.ts";

/** Hears what the verification of a task is doing, so that a person who waits can see it. */
export interface Progress {
  /** What is done from now on; with `tests`, the ids of those that run. */
  step(what: string, tests?: readonly string[]): void;
}

export interface TaskProgress extends Progress {
  /** A sign of the run that the step is waiting for. */
  readonly alive: (sign: SignOfLife) => void;
}
