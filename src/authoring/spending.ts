import { STAGES, type Stage, type Tokens } from "../task/manifest.ts";
import { NO_TOKENS, sumOfCosts, sumOfTokens } from "./prices.ts";

/** What questions have taken. */
export interface Spent {
  readonly tokens: Tokens;
  /** null as soon as a model without a known price was asked. */
  readonly costUsd: number | null;
}

export const NOTHING_SPENT: Spent = { tokens: NO_TOKENS, costUsd: 0 };

/** The account of one run, by stage. */
export class Spending {
  readonly #stages = new Map<Stage, Spent>();

  add(stage: Stage, tokens: Tokens, costUsd: number | null): void {
    this.#stages.set(stage, sumOf([this.of(stage), { tokens, costUsd }]));
  }

  of(stage: Stage): Spent {
    return this.#stages.get(stage) ?? NOTHING_SPENT;
  }

  /** In the order of the plan; a stage that asked nothing is none. */
  get stages(): ReadonlyMap<Stage, Spent> {
    return new Map(
      STAGES.filter((stage) => this.#stages.has(stage)).map((stage) => [stage, this.of(stage)]),
    );
  }

  get total(): Spent {
    return sumOf([...this.#stages.values()]);
  }
}

export function sumOf(all: readonly Spent[]): Spent {
  return {
    tokens: sumOfTokens(all.map(({ tokens }) => tokens)),
    costUsd: sumOfCosts(all.map(({ costUsd }) => costUsd)),
  };
}
