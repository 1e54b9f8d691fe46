import type { TaskContent } from "../task/folder.ts";
import { type Canary, makeCanary, type Random, withCanary } from "./canary.ts";
import type { PytestSession, RawRun, RunLimits, RunRequest } from "./session.ts";
import { findingsOfRun, type RunFindings } from "./test-findings.ts";

/** What a run changes about the code. */
export type CodeChange = Pick<
  RunRequest,
  "stubs" | "mutant" | "rewritten" | "traced" | "maxFailures"
>;

export interface CanaryRun {
  /** Ids of the tests, in the order in which they are to run. */
  readonly tests: readonly string[];
  /** Ids that the canary must be told from by no pattern; left out, those that run. */
  readonly amidst?: readonly string[];
  readonly change?: CodeChange;
  readonly limits: RunLimits;
  readonly random: Random;
}

/**
 * Runs tests together with one that must fail, and says what the run shows: every test exactly once, all of them passed
 * but that one. No run counts without it.
 */
export async function runWithCanary(
  session: PytestSession,
  { tests, amidst = tests, change = {}, limits, random }: CanaryRun,
): Promise<RunFindings & Pick<RawRun, "output" | "seconds">> {
  const canary = makeCanary(amidst, random);
  const raw = await session.run({
    tests: withCanary(tests, canary, random),
    changes: [fileOfCanary(canary)],
    limits,
    ...change,
  });
  return {
    ...findingsOfRun(raw, tests, canary),
    output: raw.output,
    seconds: raw.seconds,
  };
}

export function fileOfCanary({ path, source }: Canary): TaskContent {
  return { path, content: new TextEncoder().encode(source) };
}
