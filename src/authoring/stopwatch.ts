import type { Span } from "../handover/timings.ts";
import type { TaskId } from "../task/task-id.ts";
import type { AuthorPorts } from "./asker.ts";
import type { Judge } from "./judge.ts";

/** So many are kept: a run asks a few hundred questions at most. */
const MOST_SPANS = 20_000;

/** Which attempt at which task is timed. */
interface Timed {
  readonly task: TaskId;
  readonly attempt: number;
}

/** Writes down when models are asked and versions are judged, and changes nothing of either. */
export class Stopwatch {
  readonly #now: () => number;
  readonly #spans: Span[] = [];

  /** `now` is the number of seconds since the step began. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** In the order in which they began. */
  get spans(): readonly Span[] {
    return this.#spans.toSorted((one, other) => one.start - other.start);
  }

  asking(timed: Timed, ask: AuthorPorts["ask"]): AuthorPorts["ask"] {
    return async (question) => {
      const { request, round, model } = question;
      const { stage, sample } = request;
      const start = this.#now();
      let answer: Awaited<ReturnType<typeof ask>> | null = null;
      try {
        answer = await ask(question);
        return answer;
      } finally {
        this.#add({
          what: "question",
          ...timed,
          ...this.#since(start),
          stage,
          sample,
          round,
          model,
          tokens: answer?.reply.tokens ?? null,
          costUsd: answer?.costUsd ?? null,
        });
      }
    };
  }

  judging(timed: Timed, judge: Judge): Judge {
    return {
      judge: (...given) => this.#time(timed, "check", () => judge.judge(...given)),
      tryAll: (...given) => this.#time(timed, "trial", () => judge.tryAll(...given)),
      contested: (...given) => this.#time(timed, "trial", () => judge.contested(...given)),
      confirms: (...given) => this.#time(timed, "trial", () => judge.confirms(...given)),
      without: (...given) => judge.without(...given),
    };
  }

  async #time<T>(timed: Timed, what: "check" | "trial", work: () => Promise<T>): Promise<T> {
    const start = this.#now();
    try {
      return await work();
    } finally {
      this.#add({ what, ...timed, ...this.#since(start) });
    }
  }

  #since(start: number): Pick<Span, "start" | "seconds"> {
    return { start: rounded(start), seconds: rounded(Math.max(0, this.#now() - start)) };
  }

  #add(span: Span): void {
    if (this.#spans.length < MOST_SPANS) this.#spans.push(span);
  }
}

/** To milliseconds. */
function rounded(seconds: number): number {
  return Math.round(seconds * 1_000) / 1_000;
}
