import { sha256, type Digest } from "../foundation/digest.ts";
import type { PossibleMutant } from "./syntax-report.ts";

/**
 * So many of the mutants, drawn by a seed: the same inputs give the same sample, and nobody can choose what is in it
 * without changing what is verified.
 */
export function sampleOf(
  mutants: readonly PossibleMutant[],
  size: number,
  seed: Digest,
): PossibleMutant[] {
  return mutants
    .map((mutant) => ({ mutant, rank: sha256(`${seed} ${mutant.file} ${mutant.index}`) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ mutant }) => mutant);
}
