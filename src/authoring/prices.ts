import type { Config } from "../config/config.ts";
import type { Tokens } from "../task/manifest.ts";

export interface Price {
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

/** null for a model whose price nobody has stated. */
export function priceOf(model: string, prices: Config["prices"]): Price | null {
  const own = Object.hasOwn(prices, model) ? prices[model] : undefined;
  if (own !== undefined) {
    return { input: own.input, cachedInput: own["cached-input"] ?? own.input, output: own.output };
  }
  return Object.hasOwn(LIST_PRICES, model) ? LIST_PRICES[model]! : null;
}

/** What tokens cost in USD, to a millionth; null without a price. */
export function costOf(tokens: Tokens, price: Price | null): number | null {
  if (price === null) return null;
  const fresh = tokens.input - tokens.cachedInput;
  const millionths =
    fresh * price.input + tokens.cachedInput * price.cachedInput + tokens.output * price.output;
  return toMillionths(millionths / 1_000_000);
}

export function toMillionths(usd: number): number {
  return Math.round(usd * 1_000_000) / 1_000_000;
}

/** The sum of costs; null as soon as one of them is unknown. */
export function sumOfCosts(costs: readonly (number | null)[]): number | null {
  return costs.reduce<number | null>(
    (sum, cost) => (sum === null || cost === null ? null : toMillionths(sum + cost)),
    0,
  );
}

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
