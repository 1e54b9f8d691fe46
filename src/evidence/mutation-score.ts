import type { MutantResult } from "./evidence.ts";

/** With fewer answers than these a share says nothing. */
const FEWEST_ANSWERS = 4;

interface Answers {
  readonly killed: number;
  readonly all: number;
}

/** What is set aside, or ran out of time, is no answer. */
export function mutationAnswers(mutants: readonly Pick<MutantResult, "outcome">[]): Answers {
  const killed = mutants.filter(({ outcome }) => outcome === "killed").length;
  const survived = mutants.filter(({ outcome }) => outcome === "survived").length;
  return { killed, all: killed + survived };
}

/** Share of the mutants with an answer that were killed; null without any. */
export function mutationScoreOf(mutants: readonly Pick<MutantResult, "outcome">[]): number | null {
  const { killed, all } = mutationAnswers(mutants);
  return all === 0 ? null : killed / all;
}

export function isScoreLow(
  mutants: readonly Pick<MutantResult, "outcome">[],
  leastScore: number,
): boolean {
  const { killed, all } = mutationAnswers(mutants);
  return all >= FEWEST_ANSWERS && killed / all < leastScore;
}
