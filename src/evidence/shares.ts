import type { Evidence, ExampleResult, ItemResult, StubResult } from "./evidence.ts";

/** So many of so many. */
export interface Share {
  readonly some: number;
  readonly all: number;
}

/** Functions and classes whose stubs the tests noticed: of several ways to replace one, one is enough if none survived. */
export function noticedStubs(stubs: readonly StubResult[]): Share {
  const names = [...Map.groupBy(stubs, ({ file, name }) => `${file} ${name}`).values()];
  return { some: names.filter(isNoticed).length, all: names.length };
}

function isNoticed(kinds: readonly StubResult[]): boolean {
  const outcomes = kinds.map(({ outcome }) => outcome);
  return outcomes.includes("killed") && !outcomes.includes("survived");
}

/** Mutants that the tests noticed, of those that were not set aside. */
export function noticedMutants(
  mutants: readonly Pick<NonNullable<Evidence["mutants"]>[number], "outcome">[],
): Share {
  const tried = mutants.filter(({ outcome }) => outcome !== "set_aside");
  return { some: tried.filter(({ outcome }) => outcome === "killed").length, all: tried.length };
}

/** Criteria with a test that passed. */
export function testedCriteria(criteria: NonNullable<Evidence["criteria"]>): Share {
  const all = Object.values(criteria);
  return { some: all.filter(({ tests }) => tests.length > 0).length, all: all.length };
}

/** Lines of the story that the design covers. */
export function coveredItems(items: readonly Pick<ItemResult, "state">[]): Share {
  return { some: items.filter(({ state }) => state !== "uncovered").length, all: items.length };
}

/** Examples that were executed and gave what the story says. */
export function rightExamples(criteria: NonNullable<Evidence["criteria"]>): Share {
  const all = Object.values(criteria).flatMap(({ example }): ExampleResult[] =>
    example === null ? [] : [example],
  );
  const right = all.filter(({ state, got }) => state === "executed" && got === null);
  return { some: right.length, all: all.length };
}
