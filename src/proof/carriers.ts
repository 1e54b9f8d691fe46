import type { CollectedTest, ReportedTest } from "./pytest-report.ts";

/** A test case that carries more than these shows none of them: it is a mark on everything, and no test of anything. */
export const CRITERIA_OF_ONE_TEST = 3;

export interface CarrierFacts {
  readonly collected: readonly CollectedTest[];
  readonly results: readonly ReportedTest[];
  /** Ids of tests that pass on code that does nothing. */
  readonly vacuousTests: readonly string[];
}

/** Why a test that is marked with a criterion shows nothing of it. */
export type NoCarrier = "not passed" | "vacuous" | "too many criteria";

export interface Carriers {
  /** By which a criterion can be shown. */
  readonly carrying: readonly CollectedTest[];
  /** Those that are marked with a criterion in vain. */
  readonly others: readonly { readonly test: CollectedTest; readonly why: NoCarrier }[];
}

/** Which tests can show a criterion; each case of a parametrised test counts for itself. */
export function carriersAmong({ collected, results, vacuousTests }: CarrierFacts): Carriers {
  const outcomes = new Map(results.map(({ id, outcome }) => [id, outcome]));
  const vacuous = new Set(vacuousTests);
  const judged = collected
    .filter(({ criteria }) => criteria.length > 0)
    .map((test) => ({ test, why: whyNot(test) }));
  return {
    carrying: judged.filter(({ why }) => why === null).map(({ test }) => test),
    others: judged.flatMap(({ test, why }) => (why === null ? [] : [{ test, why }])),
  };

  function whyNot({ id, criteria }: CollectedTest): NoCarrier | null {
    if (outcomes.get(id) !== "passed") return "not passed";
    if (vacuous.has(id)) return "vacuous";
    return new Set(criteria).size > CRITERIA_OF_ONE_TEST ? "too many criteria" : null;
  }
}

/** The tests by which stubs of single names and mutants are judged: one that passes on nothing but stubs notices none. */
export function tellingTests(ids: readonly string[], vacuousTests: readonly string[]): string[] {
  const vacuous = new Set(vacuousTests);
  return ids.filter((id) => !vacuous.has(id));
}
