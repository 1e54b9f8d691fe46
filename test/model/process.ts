import type { Answer } from "../../world/api.ts";

/** What happens to a call on its way. */
export type Fault =
  /** Nothing is carried out, and this is the answer. */
  | { readonly kind: "answered"; readonly answer: Answer }
  /** It is carried out, and this comes in place of the answer. */
  | { readonly kind: "lost"; readonly answer: Answer }
  /** The connection breaks: before anything is carried out, or after it. */
  | { readonly kind: "broken"; readonly isCarriedOut: boolean }
  /** The job ends here: before the call is carried out, or after it. */
  | { readonly kind: "crash"; readonly isCarriedOut: boolean };

interface Waiting {
  readonly what: string;
  readonly go: (fault: Fault | null) => Promise<void>;
}

/**
 * Code of the product at work, which goes on by one call to the outside at a time, when it is let: whatever else happens,
 * happens between two of its calls.
 */
export class Process {
  readonly #waiting: Waiting[] = [];
  /** What it has asked for so far. */
  readonly calls: string[] = [];
  state: "running" | "done" | "dead" = "running";

  static start(work: (process: Process) => Promise<void>): Process {
    const process = new Process();
    work(process).then(
      () => process.#end(),
      (error: unknown) => {
        process.failure = error;
        process.#end();
      },
    );
    return process;
  }

  /** What `work` ended with, where it did not end well. */
  failure: unknown = null;

  /** The call that is made next; null where it waits for none. */
  get next(): string | null {
    return this.#waiting[0]?.what ?? null;
  }

  get isOver(): boolean {
    return this.state !== "running";
  }

  /** Waits for its turn, and then does the work of a call. `answered` makes a result of an answer that never came from there. */
  call<T>(
    what: string,
    work: () => Promise<T>,
    answered: (answer: Answer | null) => T,
  ): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const go = async (fault: Fault | null): Promise<void> => {
        try {
          if (fault === null) return resolve(await work());
          if (fault.kind === "answered") return resolve(answered(fault.answer));
          if (fault.kind === "lost" || fault.isCarriedOut) await work();
          // Nobody is there any more to hear an answer.
          if (fault.kind === "crash") return;
          resolve(answered(fault.kind === "lost" ? fault.answer : null));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      this.#waiting.push({ what, go });
    });
  }

  /** Lets it make its next call, and go on until it waits for another one. */
  async step(fault: Fault | null = null): Promise<void> {
    const waiting = this.#waiting.shift();
    if (waiting === undefined) throw new Error("It asks for nothing");
    this.calls.push(waiting.what);
    await waiting.go(fault);
    if (fault?.kind === "crash") this.kill();
    await this.ready();
  }

  /** Until it waits for a call, or is over. */
  async ready(): Promise<void> {
    do await turn();
    while (!this.isOver && this.next === null);
  }

  /** Ends it between two calls. */
  kill(): void {
    if (this.state === "running") this.state = "dead";
    this.#waiting.length = 0;
  }

  #end(): void {
    if (this.state === "running") this.state = "done";
  }
}

/** Everything that waits for nothing outside is done after it. */
async function turn(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}
