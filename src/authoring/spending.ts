import type { Config } from "../config/config.ts";
import { PipelineError } from "../foundation/errors.ts";
import type { Tokens } from "../task/manifest.ts";

interface Price {
  /** USD per 1,000,000 tokens. */
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
}

/** List prices of November 2026; `prices` in the config overrides and extends them. */
const LIST_PRICES: Readonly<Record<string, Price>> = {
  "gpt-6.2-sol": { input: 2, cachedInput: 0.1, output: 10 },
  "gpt-6.1-sol": { input: 2, cachedInput: 0.1, output: 10 },
  "gpt-6.1-terra": { input: 1, cachedInput: 1, output: 5 },
  "gpt-6-luna": { input: 0.1, cachedInput: 0.1, output: 0.5 },
};

export const DEFAULT_MODEL = "gpt-6.2-sol";

export const NO_TOKENS: Tokens = { input: 0, cachedInput: 0, output: 0 };

export function sumOfTokens(all: readonly Tokens[]): Tokens {
  return all.reduce(
    (sum, tokens) => ({
      input: sum.input + tokens.input,
      cachedInput: sum.cachedInput + tokens.cachedInput,
      output: sum.output + tokens.output,
    }),
    NO_TOKENS,
  );
}

/** What tokens cost in USD, to a millionth, or null when the model has no known price. */
export function costOf(model: string, tokens: Tokens, prices: Config["prices"]): number | null {
  const price = priceOf(model, prices);
  if (price === null) return null;
  const fresh = tokens.input - tokens.cachedInput;
  const millionths =
    fresh * price.input + tokens.cachedInput * price.cachedInput + tokens.output * price.output;
  return toMillionths(millionths / 1_000_000);
}

function toMillionths(usd: number): number {
  return Math.round(usd * 1_000_000) / 1_000_000;
}

export function priceOf(model: string, prices: Config["prices"]): Price | null {
  const own = Object.hasOwn(prices, model) ? prices[model] : undefined;
  if (own !== undefined) {
    return { input: own.input, cachedInput: own["cached-input"] ?? own.input, output: own.output };
  }
  return Object.hasOwn(LIST_PRICES, model) ? LIST_PRICES[model]! : null;
}

/** The account of one run: what was asked of models, and whether more may be asked. */
export class Spending {
  readonly #prices: Config["prices"];
  readonly #budgetUsd: number | null;
  #tokens: Tokens = NO_TOKENS;
  #costUsd: number | null = 0;

  constructor(prices: Config["prices"], budgetUsd: number | null) {
    this.#prices = prices;
    this.#budgetUsd = budgetUsd;
  }

  get tokens(): Tokens {
    return this.#tokens;
  }

  /** null as soon as a model without a known price was asked. */
  get costUsd(): number | null {
    return this.#costUsd;
  }

  add(model: string, tokens: Tokens): void {
    const cost = costOf(model, tokens, this.#prices);
    this.#tokens = sumOfTokens([this.#tokens, tokens]);
    this.#costUsd =
      this.#costUsd === null || cost === null ? null : toMillionths(this.#costUsd + cost);
  }

  /** Stops a run whose budget is used up, or cannot be watched. */
  assertMayGoOn(model: string): void {
    if (this.#budgetUsd === null) return;
    if (priceOf(model, this.#prices) === null) {
      throw new PipelineError(
        "INPUT_INVALID",
        `The price of ${model} is unknown, so \`budget-usd\` cannot be kept`,
        {
          hint: "State it under `prices` in .github/agent-pipeline.yml, or leave `budget-usd` out.",
        },
      );
    }
    if (this.#costUsd !== null && this.#costUsd < this.#budgetUsd) return;
    throw new PipelineError(
      "LIMIT_REACHED",
      `The budget of ${this.#budgetUsd} USD is used up (${String(this.#costUsd)} USD spent)`,
      {
        hint: "What was made before is on its branches. Raise `budget-usd` and run the job again.",
      },
    );
  }
}
