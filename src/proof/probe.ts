import type { ProbeOutcome } from "../evidence/evidence.ts";
import type { Reason, ReasonCode } from "../evidence/reasons.ts";
import type { Random } from "./canary.ts";
import type { Progress } from "./progress.ts";
import { type CodeChange, runWithCanary } from "./run-with-canary.ts";
import type { PytestSession, RunLimits } from "./session.ts";
import type { RunFindings } from "./test-findings.ts";

export interface ProbeOptions {
  /** Ids of the tests, all of which passed on the code as it is. */
  readonly tests: readonly string[];
  readonly limits: RunLimits;
  readonly random: Random;
  readonly now: () => number;
  /** When to stop, on the clock of `now`. */
  readonly until: number;
  readonly progress: Progress;
  /** Paths of the code. */
  readonly code: readonly string[];
}

/** The canary fails as well, so one failure says nothing yet. */
export const STOP = 2;

/** One run of all tests on changed code. What is not changed is in another layout: that alone says nothing of a change. */
export function probe(
  session: PytestSession,
  change: Omit<CodeChange, "rewritten">,
  { tests, code, limits, random }: ProbeOptions,
): Promise<RunFindings> {
  return runWithCanary(session, {
    tests,
    change: { ...change, rewritten: code },
    limits,
    random,
  });
}

/**
 * What a suite says to changed code. Only a test that failed has noticed the change: a run that broke off, lost tests or
 * reported oddly may have done so for any reason, and a suite that does so whenever it is probed must gain nothing by it.
 */
export type ProbeAnswer = "noticed" | "survived" | "no answer";

/** The same as evidence says it. */
export const OUTCOME_OF: Readonly<Record<ProbeAnswer, ProbeOutcome>> = {
  noticed: "killed",
  survived: "survived",
  "no answer": "unknown",
};

const NOTICED: readonly ReasonCode[] = ["test_failed", "test_error", "collection_error"];

/** Where every test has passed by a report that is merely odd, as a forged one is, the change went unnoticed. */
const ODD: readonly ReasonCode[] = [
  "unexpected_tests",
  "duplicate_test",
  "report_invalid",
  "exit_mismatch",
  "canary_survived",
];

export function answerOf({ reasons }: Pick<RunFindings, "reasons">): ProbeAnswer {
  if (reasons.some(({ code }) => NOTICED.includes(code))) return "noticed";
  return reasons.every(({ code }) => ODD.includes(code)) ? "survived" : "no answer";
}

/**
 * One more run of the same code in another layout, among the runs on changed code and like them in all else: a suite that
 * fails here tells changed code by its text, or by when it is run, and not by what it does.
 */
export async function controlRun(session: PytestSession, options: ProbeOptions): Promise<Reason[]> {
  options.progress.step("running the same code once more", options.tests);
  const { reasons } = await probe(session, {}, options);
  const [first] = reasons;
  if (first === undefined) return [];
  return [
    {
      ...first,
      code: "flaky",
      message: `All tests passed at first. On the same code in another layout, run like changed code: ${first.message}`,
    },
  ];
}
