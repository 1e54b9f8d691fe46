/** Which requests: by method, and by the path with its query. */
export interface Matching {
  readonly method: string;
  readonly path: RegExp;
}

export interface Fault extends Matching {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How many requests it meets. Otherwise one. */
  readonly times?: number;
}

interface Armed<T> {
  readonly what: T;
  left: number;
}

/** What a test does to requests on their way: faults, and acts of others at that very moment. */
export class Interventions {
  readonly #faults: Armed<Fault>[] = [];
  readonly #acts: Armed<Matching & { act: () => Promise<void> | void }>[] = [];

  failNext(fault: Fault): void {
    this.#faults.push({ what: fault, left: fault.times ?? 1 });
  }

  before(matching: Matching, act: () => Promise<void> | void): void {
    this.#acts.push({ what: { ...matching, act }, left: 1 });
  }

  /** Nothing waits for a request any more. */
  clear(): void {
    this.#faults.length = 0;
    this.#acts.length = 0;
  }

  /** Runs the acts that wait for this request, then says which fault meets it. */
  async apply(method: string, path: string): Promise<Fault | null> {
    const matches = (armed: Armed<Matching>) =>
      armed.left > 0 && armed.what.method === method && armed.what.path.test(path);
    for (const armed of this.#acts.filter(matches)) {
      armed.left -= 1;
      // One after the other: a second act may build on what the first did.
      await armed.what.act();
    }
    const fault = this.#faults.find(matches);
    if (fault === undefined) return null;
    fault.left -= 1;
    return fault.what;
  }
}
