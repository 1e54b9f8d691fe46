import { type VerifySettings, verifySettingsDigest } from "../config/config.ts";
import { isEntryFor } from "./artifact-name.ts";
import type { Evidence, Outcome, StubResult } from "./evidence.ts";
import { isScoreLow, mutationScoreOf } from "./mutation-score.ts";
import { inputsDigestOf } from "./verification-inputs.ts";

/** What its reader knows of a document besides what it says itself. What is left out is not compared. */
export interface Known {
  /** The task in whose folder of an artifact it lies. */
  readonly task?: string;
  /** The entry of the matrix whose artifact that is. */
  readonly entry?: string;
  /** The settings of the base. */
  readonly settings?: VerifySettings;
  /** Whether the folder of the task says that it was made from a story. */
  readonly claimsStory?: boolean;
}

/** What no document that verify writes is, whoever made this one. */
interface Rule {
  readonly contradiction: string;
  readonly isIn: (evidence: Evidence, known: Known) => boolean;
}

const OF_ANY_VERDICT: readonly Rule[] = [
  {
    contradiction: "it lies in the folder of another task",
    isIn: ({ task }, known) => known.task !== undefined && known.task !== task,
  },
  {
    contradiction: "it lies in the artifact of another task",
    isIn: ({ task }, { entry }) => entry !== undefined && !isEntryFor(entry, task),
  },
  {
    contradiction: "inputsDigest is not the digest of inputs",
    isIn: ({ inputs, inputsDigest }) =>
      inputsDigest !== (inputs === null ? null : inputsDigestOf(inputs)),
  },
  {
    contradiction: "isolation is not that of inputs",
    isIn: ({ inputs, isolation }) => inputs !== null && inputs.isolation !== isolation,
  },
  {
    contradiction: "verdict and reasons disagree",
    isIn: ({ verdict, reasons }) => (verdict === "passed") !== (reasons.length === 0),
  },
  {
    contradiction: "tests does not count the results",
    isIn: (evidence) =>
      evidence.tests.passed !== resultsThat("passed", evidence) ||
      evidence.tests.failed !== resultsThat("failed", evidence) ||
      evidence.tests.errors !== resultsThat("error", evidence) ||
      evidence.tests.skipped !== resultsThat("skipped", evidence),
  },
  {
    contradiction: "a test has two results",
    isIn: ({ results }) => new Set(results.map(({ id }) => id)).size < results.length,
  },
  {
    contradiction: "more tests have a result than were selected",
    isIn: ({ tests, results }) => results.length > tests.selected,
  },
  {
    contradiction: "more tests were selected than expected",
    isIn: ({ tests }) => tests.selected > tests.expected,
  },
  {
    contradiction: "mutationScore is not that of the mutants",
    isIn: ({ mutants, mutationScore }) => mutationScore !== mutationScoreOf(mutants ?? []),
  },
  {
    contradiction: "replay and what differs disagree",
    isIn: ({ replay, replayDifferences }) =>
      (replay === "differs") !== replayDifferences.length > 0,
  },
];

const OF_A_PASSED_ONE: readonly Rule[] = [
  { contradiction: "without inputs", isIn: ({ inputs }) => inputs === null },
  {
    contradiction: "on a selection",
    isIn: ({ inputs }) => inputs !== null && inputs.selection !== "all",
  },
  { contradiction: "without isolation", isIn: ({ isolation }) => isolation !== "namespaces" },
  {
    contradiction: "although not every expected test passed",
    isIn: ({ tests }) => tests.expected === 0 || tests.passed !== tests.expected,
  },
  { contradiction: "although a test is flaky", isIn: ({ tests }) => tests.flaky > 0 },
  {
    contradiction: "although the canary did not fail",
    isIn: ({ canary }) => canary.outcome !== "failed",
  },
  {
    contradiction: "although not every stub was noticed",
    isIn: ({ stubs }) => stubs === null || !areNoticed(stubs),
  },
  {
    contradiction: "although no mutant was tried",
    isIn: ({ inputs, mutants }) => inputs !== null && inputs.mutants > 0 && mutants === null,
  },
  {
    contradiction: "although fewer mutants were noticed than the config demands",
    isIn: ({ inputs, mutants }, { settings }) =>
      settings !== undefined &&
      inputs?.config === verifySettingsDigest(settings) &&
      isScoreLow(mutants ?? [], settings["mutation-score"]),
  },
  {
    contradiction: "although the criteria of its story were not checked",
    isIn: ({ criteria }, { claimsStory }) =>
      claimsStory === true && Object.keys(criteria ?? {}).length === 0,
  },
  {
    contradiction: "although a line of the story is not covered",
    isIn: ({ items }) => items?.some(({ state }) => state === "uncovered") === true,
  },
  {
    contradiction: "although a criterion of the story's lines has no entry",
    isIn: ({ items, criteria }) => {
      const entries = new Set(Object.keys(criteria ?? {}));
      return items?.some((item) => item.criteria.some((id) => !entries.has(id))) === true;
    },
  },
  {
    contradiction: "although a criterion has no test that is marked with it",
    isIn: (evidence) =>
      Object.entries(evidence.criteria ?? {}).some(([id, { tests }]) => {
        const marked = markedWith(id, evidence);
        return tests.length === 0 || !tests.every((test) => marked.has(test));
      }),
  },
  {
    contradiction: "although an example of the story was not checked",
    isIn: ({ criteria }) =>
      Object.values(criteria ?? {}).some(({ example }) => example?.state === "unchecked"),
  },
  {
    contradiction: "although an example gave another answer than the story's",
    isIn: ({ criteria }) =>
      Object.values(criteria ?? {}).some(({ example }) => example?.got != null),
  },
];

/** All that is refused of evidence, whether verify made it or somebody else. */
export const RULES: readonly Rule[] = [
  ...OF_ANY_VERDICT,
  ...OF_A_PASSED_ONE.map(({ contradiction, isIn }): Rule => ({
    contradiction: `passed ${contradiction}`,
    isIn: (evidence, known) => evidence.verdict === "passed" && isIn(evidence, known),
  })),
];

/** Why a document cannot be what verify writes. */
export function contradictionsIn(evidence: Evidence, known: Known = {}): string[] {
  return RULES.filter(({ isIn }) => isIn(evidence, known)).map(
    ({ contradiction }) => contradiction,
  );
}

function resultsThat(outcome: Outcome, { results }: Evidence): number {
  return results.filter((result) => result.outcome === outcome).length;
}

function markedWith(criterion: string, { results }: Evidence): ReadonlySet<string> {
  return new Set(
    results.filter(({ criteria }) => criteria.includes(criterion)).map(({ id }) => id),
  );
}

/** None survived, and where one gave no answer, another one of the same name was killed. */
function areNoticed(stubs: readonly StubResult[]): boolean {
  const killed = new Set(stubs.filter(({ outcome }) => outcome === "killed").map(placeOf));
  return stubs.every(
    (stub) =>
      stub.outcome !== "survived" && (stub.outcome !== "unknown" || killed.has(placeOf(stub))),
  );
}

function placeOf({ name, file, range }: StubResult): string {
  return JSON.stringify([name, file, range]);
}
