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
  /** The request is carried out, and only its answer is lost. */
  readonly isLate?: boolean;
}

type Act = Matching & { readonly act: () => Promise<void> | void };

interface Armed<T> {
  readonly what: T;
  left: number;
}

/** What a test does to requests on their way: faults, and acts of others at that very moment. */
export class Interventions {
  readonly #faults: Armed<Fault>[] = [];
  readonly #acts: Armed<Act>[] = [];
  readonly #actsAfter: Armed<Act>[] = [];

  failNext(fault: Fault): void {
    this.#faults.push({ what: fault, left: fault.times ?? 1 });
  }

  before(matching: Matching, act: () => Promise<void> | void): void {
    this.#acts.push({ what: { ...matching, act }, left: 1 });
  }

  after(matching: Matching, act: () => Promise<void> | void): void {
    this.#actsAfter.push({ what: { ...matching, act }, left: 1 });
  }

  /** Nothing waits for a request any more. */
  clear(): void {
    this.#faults.length = 0;
    this.#acts.length = 0;
    this.#actsAfter.length = 0;
  }

  /** Runs the acts that wait for this request, then says which fault meets it. */
  async apply(method: string, path: string): Promise<Fault | null> {
    await carryOut(this.#acts, method, path);
    const fault = this.#faults.find((armed) => matches(armed, method, path));
    if (fault === undefined) return null;
    fault.left -= 1;
    return fault.what;
  }

  /** Runs the acts that wait until this request was carried out; its answer is not given before they are done. */
  async applyAfter(method: string, path: string): Promise<void> {
    await carryOut(this.#actsAfter, method, path);
  }
}

async function carryOut(acts: readonly Armed<Act>[], method: string, path: string): Promise<void> {
  for (const armed of acts.filter((each) => matches(each, method, path))) {
    armed.left -= 1;
    // One after the other: a second act may build on what the first did.
    await armed.what.act();
  }
}

function matches({ left, what }: Armed<Matching>, method: string, path: string): boolean {
  return left > 0 && what.method === method && what.path.test(path);
}
