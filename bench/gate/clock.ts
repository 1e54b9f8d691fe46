/** What happens at which second, in its order. */
export class Clock {
  readonly #events: { readonly at: number; readonly act: () => void }[] = [];
  now = 0;

  at(second: number, act: () => void): void {
    let place = this.#events.length;
    while (place > 0 && this.#events[place - 1]!.at > second) place -= 1;
    this.#events.splice(place, 0, { at: second, act });
  }

  in(seconds: number, act: () => void): void {
    this.at(this.now + seconds, act);
  }

  run(): void {
    for (let next = this.#events.shift(); next !== undefined; next = this.#events.shift()) {
      this.now = next.at;
      next.act();
    }
  }
}

/** So many at a time; who comes later waits. */
export class Places {
  readonly #clock: Clock;
  readonly #waiting: { readonly seconds: () => number; readonly done: () => void }[] = [];
  #free: number;

  constructor(clock: Clock, count: number) {
    this.#clock = clock;
    this.#free = count;
  }

  /** `seconds` is asked when a place is there. */
  take(seconds: () => number, done: () => void): void {
    this.#waiting.push({ seconds, done });
    this.#next();
  }

  #next(): void {
    if (this.#free === 0) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#free -= 1;
    this.#clock.in(next.seconds(), () => {
      this.#free += 1;
      next.done();
      this.#next();
    });
  }
}

/** GitHub lets a token ask so often within an hour. Who comes first is let through first. */
export class HourlyLimit {
  readonly #limit: number;
  readonly #spent: { readonly at: number; readonly calls: number }[] = [];
  #sum = 0;
  #last = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** How many seconds one waits until so many calls are let through. */
  wait(now: number, calls: number): number {
    let at = Math.max(now, this.#last);
    for (let oldest = this.#spent[0]; oldest !== undefined; oldest = this.#spent[0]) {
      const isPast = oldest.at <= at - 3_600;
      if (!isPast && this.#sum + calls <= this.#limit) break;
      at = Math.max(at, oldest.at + 3_600);
      this.#sum -= oldest.calls;
      this.#spent.shift();
    }
    this.#spent.push({ at, calls });
    this.#sum += calls;
    this.#last = at;
    return at - now;
  }
}
