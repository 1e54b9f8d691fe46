import type { Tokens } from "../task/manifest.ts";
import { type Line, say } from "./blocks.ts";

/** What questions took, such as `12345 tokens, 0.08 USD`. */
export function spentWords({
  tokens,
  costUsd,
}: {
  readonly tokens: Tokens;
  /** null as soon as a model without a known price was asked. */
  readonly costUsd: number | null;
}): Line {
  const money = costUsd === null ? say`unknown price` : say`${costUsd} USD`;
  return say`${tokens.input + tokens.output} tokens, ${money}`;
}
