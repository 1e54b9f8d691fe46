import type { TaskProgress } from "./progress.ts";

/** What was done from when on, and for how long; both in seconds since the verification of the task began. */
export interface StepTime {
  readonly what: string;
  readonly start: number;
  readonly seconds: number;
}

/** Of many small steps each is a kind of step: the time of one mutant tells nobody anything. */
const COUNTER = /,? \d+ of \d+$/;

/** Hears the steps of a task on their way to whoever else hears them, and writes down how long each kind took. */
export class StepTimes implements TaskProgress {
  readonly #heard: TaskProgress;
  readonly #now: () => number;
  readonly #began: number;
  readonly #steps: { readonly what: string; readonly start: number }[] = [];

  /** `now` in seconds since any fixed moment; the verification begins now. */
  constructor(heard: TaskProgress, now: () => number) {
    this.#heard = heard;
    this.#now = now;
    this.#began = now();
  }

  step(what: string, tests?: readonly string[]): void {
    this.#heard.step(what, tests);
    const kind = what.replace(COUNTER, "");
    if (this.#steps.at(-1)?.what !== kind) {
      this.#steps.push({ what: kind, start: this.#now() - this.#began });
    }
  }

  readonly alive: TaskProgress["alive"] = (sign) => this.#heard.alive(sign);

  /** As they were done; the last one ends now. */
  ended(): StepTime[] {
    const end = this.#now() - this.#began;
    return this.#steps.map(({ what, start }, index) => ({
      what,
      start: rounded(start),
      seconds: rounded((this.#steps[index + 1]?.start ?? end) - start),
    }));
  }
}

/** To milliseconds. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1_000) / 1_000;
}
