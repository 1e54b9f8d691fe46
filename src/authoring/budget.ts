import { PipelineError } from "../foundation/errors.ts";
import type { Call, Tokens } from "../task/manifest.ts";
import type { ModelRequest } from "./model.ts";
import { sumOfCosts, toMillionths } from "./prices.ts";

/** What may be spent on one text of a story, over all of its tasks, attempts and runs. */
export interface BudgetLimits {
  readonly usd: number;
  readonly calls: number;
}

/** Money and calls that are set aside for one question, until it is known what it took. */
export interface Reservation {
  /** Puts in their place what the question took, 0 for what has no known price; null where no answer came. */
  settle(usd: number | null): void;
}

/**
 * The money of one text of a story. The worst case of a question is set aside before it is asked, so that questions
 * that are under way together can never come to more than the budget.
 */
export class Budget {
  readonly #limits: BudgetLimits;
  #spentUsd: number;
  #calls: number;
  #reservedUsd = 0;
  #reservedCalls = 0;
  readonly #waiting = new Set<() => void>();

  /** `earlier`: the calls of earlier attempts at the same text. */
  constructor(limits: BudgetLimits, earlier: readonly Pick<Call, "costUsd">[] = []) {
    this.#limits = limits;
    // What had no price then has none now, and is bounded by the number of calls.
    this.#spentUsd = sumOfCosts(earlier.map(({ costUsd }) => costUsd ?? 0)) ?? 0;
    this.#calls = earlier.length;
  }

  /**
   * Sets `usd` aside, and waits while what others have set aside might still come back. `LIMIT_REACHED` when money or
   * calls are short even then.
   */
  async reserve(usd: number): Promise<Reservation> {
    while (!this.#hasRoomFor(usd)) {
      if (this.#reservedCalls === 0) throw this.#reached(usd);
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
    this.#reservedUsd = toMillionths(this.#reservedUsd + usd);
    this.#reservedCalls += 1;
    let isOpen = true;
    return {
      settle: (took) => {
        if (!isOpen) return;
        isOpen = false;
        this.#reservedUsd = toMillionths(this.#reservedUsd - usd);
        this.#reservedCalls -= 1;
        if (took !== null) {
          this.#calls += 1;
          this.#spentUsd = toMillionths(this.#spentUsd + took);
        }
        for (const wake of this.#waiting) wake();
        this.#waiting.clear();
      },
    };
  }

  #hasRoomFor(usd: number): boolean {
    return (
      toMillionths(this.#spentUsd + this.#reservedUsd + usd) <= this.#limits.usd &&
      this.#calls + this.#reservedCalls < this.#limits.calls
    );
  }

  #reached(usd: number): PipelineError {
    if (this.#calls >= this.#limits.calls) {
      return new PipelineError(
        "LIMIT_REACHED",
        `The model was asked ${this.#calls} times for this text of the story, and may be asked ${this.#limits.calls} times`,
        { hint: "A change of the story begins anew. `max-calls` in the config is the limit." },
      );
    }
    return new PipelineError(
      "LIMIT_REACHED",
      `The next question may cost ${usd} USD, and of the ${this.#limits.usd} USD for this text of the story ${this.#spentUsd} USD are spent`,
      {
        hint: "Raise `budget-usd`, as an input or in the config, and run the job again. What was made before is on its branches.",
      },
    );
  }
}

/** More than any text has: of what people and programs write, a token is hardly ever less than two bytes. */
const BYTES_OF_A_TOKEN = 2;

/** What a question may come to at most. */
export function worstCase({
  instructions,
  input,
  schema,
  maxOutputTokens,
}: Pick<ModelRequest, "instructions" | "input" | "schema" | "maxOutputTokens">): Tokens {
  const bytes = new TextEncoder().encode(instructions + input + JSON.stringify(schema)).length;
  return {
    input: Math.ceil(bytes / BYTES_OF_A_TOKEN),
    cachedInput: 0,
    output: maxOutputTokens,
  };
}
