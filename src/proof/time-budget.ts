import type { Reason } from "../evidence/reasons.ts";
import type { IsolatedPytest, PytestSession, RawRun, RunLimits } from "./session.ts";

/** What a run says that was not begun, because there was no time for it. */
const NOT_BEGUN: RawRun = { ended: { kind: "timeout" }, report: "", output: "", seconds: 0 };

const NOT_DONE = "The task was not done after";

/** Whether a proof ended because the wall time of the whole task was over, and not for anything that the task did. */
export function isOutOfTime({ code, message }: Reason): boolean {
  return code === "resource_limit" && message.startsWith(NOT_DONE);
}

/** The wall time of a whole task: none of its runs goes beyond it, so that one task leaves the others of its entry theirs. */
export class TimeBudget {
  readonly #seconds: number;
  readonly #now: () => number;
  readonly #until: number;
  #isSpent = false;

  /** `now` in seconds since any fixed moment. */
  constructor(seconds: number, now: () => number) {
    this.#seconds = seconds;
    this.#now = now;
    this.#until = now() + seconds;
  }

  /** Says that a run was cut short or not begun; null as long as there was time for all. */
  get reason(): Reason | null {
    if (!this.#isSpent) return null;
    return {
      code: "resource_limit",
      message: `${NOT_DONE} ${this.#seconds} seconds (\`task-seconds\` of the config)`,
    };
  }

  bounding(isolated: IsolatedPytest): IsolatedPytest {
    return {
      open: async (files, options) => {
        const opened = await isolated.open(files, options);
        if (opened.kind === "unavailable") return opened;
        return { kind: "opened", session: this.#bounded(opened.session) };
      },
    };
  }

  #bounded(session: PytestSession): PytestSession {
    return {
      isolation: session.isolation,
      python: session.python,
      pytest: session.pytest,
      inspect: (paths, limits) => this.#within(limits, (less) => session.inspect(paths, less)),
      collect: (changes, limits) => this.#within(limits, (less) => session.collect(changes, less)),
      run: (request) =>
        this.#within(request.limits, (limits) => session.run({ ...request, limits })),
      answer: (request) =>
        this.#within(request.limits, (limits) => session.answer({ ...request, limits })),
      expected: (expressions, limits) =>
        this.#within(limits, (less) => session.expected(expressions, less)),
      close: () => session.close(),
    };
  }

  async #within(limits: RunLimits, work: (less: RunLimits) => Promise<RawRun>): Promise<RawRun> {
    const left = Math.floor(this.#until - this.#now());
    if (left >= limits.seconds) return work(limits);
    const raw = left < 1 ? NOT_BEGUN : await work({ ...limits, seconds: left });
    if (raw.ended.kind === "timeout") this.#isSpent = true;
    return raw;
  }
}
