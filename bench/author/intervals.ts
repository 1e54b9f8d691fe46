import { chance } from "./chance.ts";

const RESAMPLES = 1_000;

export interface Share {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The mean with the interval that 95 % of the means lie in when as many problems are drawn from these with replacement:
 * stories of one problem are alike, so what varies is which problems one has.
 */
export function shareOf(byProblem: readonly number[]): Share {
  const count = byProblem.length;
  const means = Array.from({ length: RESAMPLES }, (_, resample) => {
    const drawn = byProblem.map(
      (__, index) => byProblem[Math.floor(chance("bootstrap", resample, index) * count)]!,
    );
    return meanOf(drawn);
  }).toSorted((a, b) => a - b);
  return {
    mean: meanOf(byProblem),
    low: means[Math.floor(0.025 * RESAMPLES)]!,
    high: means[Math.ceil(0.975 * RESAMPLES) - 1]!,
  };
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
}
