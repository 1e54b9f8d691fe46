import type { Random } from "./canary.ts";
import type { OpenedSession } from "./session.ts";

/**
 * Sessions with the same files whose interpreters have other hash seeds. What is asked again is asked in the first of
 * them, whatever it is: no run knows of the others. It may be begun early, beside what runs meanwhile.
 */
export class OtherSeeds {
  readonly #open: (seed: number) => Promise<OpenedSession>;
  readonly #random: Random;
  readonly #opened = new Map<number, Promise<OpenedSession>>();

  constructor(open: (seed: number) => Promise<OpenedSession>, random: Random) {
    this.#open = open;
    this.#random = random;
  }

  /** The session of a time, which counts from 1. */
  session(time: number): Promise<OpenedSession> {
    const known = this.#opened.get(time);
    if (known !== undefined) return known;
    const opening = this.#open(1 + this.#random(4_000_000_000));
    this.#opened.set(time, opening);
    return opening;
  }

  /** Begins what `session(1)` will answer with. That it cannot be had is said then, if anybody asks. */
  begin(): void {
    this.session(1).catch(() => {});
  }

  /** Ends the session of one time. */
  async close(time: number): Promise<void> {
    const opened = await this.#opened.get(time)?.catch(() => null);
    this.#opened.delete(time);
    if (opened?.kind === "opened") await opened.session.close();
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#opened.keys()].map((time) => this.close(time)));
  }
}
