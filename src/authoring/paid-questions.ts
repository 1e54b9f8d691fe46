import type { Log } from "../runner/log.ts";
import type { Stage, Tokens } from "../task/manifest.ts";
import type { Answer, Question } from "./asker.ts";
import { type Budget, worstCase } from "./budget.ts";
import type { Model } from "./model.ts";
import { costOf, type Price } from "./prices.ts";

export interface Payment {
  /** Made on first use, so that a run which asks nobody needs no key. */
  readonly modelOf: (name: string) => Model;
  readonly priceOf: (model: string) => Price | null;
  /** Of the text of the story. */
  readonly budget: Budget;
  /** Hears of each reply, usable or not, because each costs money. */
  readonly spent: (stage: Stage, tokens: Tokens, costUsd: number | null) => void;
  readonly log: Pick<Log, "info">;
}

/** Asks models within a budget: nothing is asked that could not be paid for at its worst. */
export function paidQuestions({
  modelOf,
  priceOf,
  budget,
  spent,
  log,
}: Payment): (question: Question) => Promise<Answer> {
  return async ({ request, model: name }) => {
    const { stage } = request;
    const price = priceOf(name);
    const model = modelOf(name);
    const reservation = await budget.reserve(costOf(worstCase(request), price) ?? 0);
    const reply = await model
      .ask(request, (line) => log.info(line))
      .catch((error: unknown) => {
        reservation.settle(null);
        throw error;
      });
    const costUsd = costOf(reply.tokens, price);
    reservation.settle(costUsd ?? 0);
    spent(stage, reply.tokens, costUsd);
    const { input, output } = reply.tokens;
    log.info(`${stage}: ${name} answered (${input} tokens in, ${output} out)`);
    return { reply, costUsd };
  };
}
