type Actor = (turn: () => Promise<void>) => Promise<void>;

/**
 * Actors that share one world, each of which goes on only when it has the turn: until it asks for the next one, or ends,
 * nobody else moves. So the same choices give the same story, whatever the machine is busy with.
 */
export class Turns {
  readonly #choices: readonly number[];
  readonly #waiting: (() => void)[][];
  readonly #ended: boolean[];
  #arrived: () => void = () => {};

  constructor(actors: number, choices: readonly number[]) {
    this.#choices = choices;
    this.#waiting = Array.from({ length: actors }, () => []);
    this.#ended = Array.from({ length: actors }, () => false);
  }

  async play(actors: readonly Actor[]): Promise<void> {
    const all = actors.map(async (actor, index) => {
      try {
        await actor(() => this.#turnOf(index));
      } finally {
        this.#ended[index] = true;
        this.#arrived();
      }
    });
    const played = Promise.all(all);
    played.catch(() => {});
    for (let step = 0; this.#ended.includes(false); step += 1) {
      const choice = this.#choices[step] ?? step % actors.length;
      await this.#waitFor(choice);
      this.#waiting[choice]?.shift()?.();
      await this.#waitFor(choice);
    }
    await played;
  }

  #turnOf(index: number): Promise<void> {
    const turn = new Promise<void>((resolve) => this.#waiting[index]?.push(resolve));
    this.#arrived();
    return turn;
  }

  /** Until an actor waits for its turn, or has ended. */
  async #waitFor(index: number): Promise<void> {
    while (this.#waiting[index]?.length === 0 && this.#ended[index] === false) {
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    }
  }
}
