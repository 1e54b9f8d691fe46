import * as fc from "./properties.ts";

/** A value, as small as can be found, for which a claim does not hold; null when there seems to be none. */
export function counterexample<T>(
  values: fc.Arbitrary<T>,
  claim: (value: T) => boolean,
  numRuns = 1_000,
): { readonly value: T; readonly seed: number } | null {
  const { failed, counterexample: found, seed } = fc.check(fc.property(values, claim), { numRuns });
  if (!failed) return null;
  if (found === null) throw new Error("The claim could not be tried");
  return { value: found[0], seed };
}
