/** Numbers by chance that a seed repeats. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** Goes on as if it had begun with this seed. */
  reset(seed: number): void {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, but not including, 1 (mulberry32). */
  roll(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to, but not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.roll() * limit);
  }

  happens(probability: number): boolean {
    return this.roll() < probability;
  }

  /** undefined where there is nothing to pick. */
  pick<T>(from: readonly T[]): T | undefined {
    return from[this.below(from.length)];
  }

  one<T>(first: T, ...others: readonly T[]): T {
    return this.pick([first, ...others]) ?? first;
  }
}
