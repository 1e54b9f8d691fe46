import { sha256, type Digest } from "../foundation/digest.ts";
import type { PossibleMutant } from "./syntax-report.ts";

/**
 * So many of the mutants that are not set aside, drawn by a seed: the same inputs give the same sample, and nobody can
 * choose what is in it without changing what is verified. It is spread: each next one is of a kind and of a function of
 * which there are the fewest so far.
 */
export function sampleOf(
  mutants: readonly PossibleMutant[],
  size: number,
  seed: Digest,
): PossibleMutant[] {
  const left = mutants
    .filter(({ aside }) => aside === null)
    .map((mutant) => ({
      mutant,
      rank: sha256(`${seed} ${mutant.file} ${mutant.index}`),
      groups: groupsOf(mutant),
    }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  const drawn = new Map<string, number>();
  const sample: PossibleMutant[] = [];
  while (sample.length < size && left.length > 0) {
    const counts = left.map(({ groups }) =>
      groups.reduce((sum, group) => sum + (drawn.get(group) ?? 0), 0),
    );
    const fewest = counts.reduce((least, count) => Math.min(least, count), Infinity);
    for (const { mutant, groups } of left.splice(counts.indexOf(fewest), 1)) {
      sample.push(mutant);
      for (const group of groups) drawn.set(group, (drawn.get(group) ?? 0) + 1);
    }
  }
  return sample;
}

function groupsOf({ file, kind, function: around }: PossibleMutant): string[] {
  return [`kind ${kind}`, `function ${file} ${around}`];
}
