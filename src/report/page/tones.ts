import type { Tone } from "../page-data.ts";
import { el } from "./dom.ts";

const SIGNS: Readonly<Record<Tone, string>> = { good: "✓", bad: "✕", open: "?", quiet: "–" };

/** A state: a sign, a colour and a word, so that it needs none of them alone. */
export function badge(tone: Tone, word: string): HTMLElement {
  return el(`span.badge.${tone}`, mark(tone), ` ${word}`);
}

export function mark(tone: Tone): HTMLElement {
  return el(`span.mark.${tone}`, { "aria-hidden": "true" }, SIGNS[tone]);
}

export function toneOfOutcome(outcome: string): Tone {
  if (outcome === "passed" || outcome === "killed" || outcome === "shown") return "good";
  if (outcome === "failed" || outcome === "error" || outcome === "survived") return "bad";
  return outcome === "uncovered" ? "bad" : "open";
}
