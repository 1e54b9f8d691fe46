import {
  EVIDENCE_SCHEMA,
  STEPS_MAX,
  type Evidence,
  type CriterionResult,
  type ItemResult,
  type MutantResult,
  type StubResult,
  type TestResult,
  type Unreached,
} from "../evidence/evidence.ts";
import { fingerprintOf } from "../evidence/fingerprint.ts";
import type { Reason } from "../evidence/reasons.ts";
import { judge } from "../evidence/verdict.ts";
import { inputsDigestOf, type VerificationInputs } from "../evidence/verification-inputs.ts";
import { shorten } from "../foundation/untrusted-text.ts";
import type { Commits } from "../git/commits.ts";
import type { TaskId } from "../task/task-id.ts";
import type { Examination } from "./examine.ts";
import type { CollectedTest, ReportedTest } from "./pytest-report.ts";

/** All that verify found out about one task, before it is written down. */
export interface Findings {
  readonly task: TaskId;
  readonly run: { readonly id: string; readonly attempt: number };
  readonly commits: Commits;
  /** null when verification ended before they were known. */
  readonly inputs: VerificationInputs | null;
  readonly reasons: readonly Reason[];
  /** null when no test was run. */
  readonly examination: Examination | null;
  /** Ids of tests that passed once and failed once. */
  readonly flaky: readonly string[];
  /** null: not checked. */
  readonly stubs: readonly StubResult[] | null;
  readonly vacuousTests: readonly string[] | null;
  readonly unreached: readonly Unreached[] | null;
  readonly mutants: readonly MutantResult[] | null;
  readonly mutationScore: number | null;
  readonly items: readonly ItemResult[] | null;
  readonly criteria: Readonly<Record<string, CriterionResult>> | null;
  readonly rules: Evidence["rules"];
  /** What was not reached is null. */
  readonly seconds: Omit<Evidence["seconds"], "total">;
  readonly totalSeconds: number;
  /** Left out where nobody looked at one. */
  readonly clock?: NonNullable<Evidence["clock"]>;
  /** Left out where it was not replayed. */
  readonly replayed?: Pick<Evidence, "replay" | "replayDifferences">;
}

const LISTED = 1_000;
const MESSAGE_LIMIT = 2_000;

export function evidenceOf({ task, run, commits, ...findings }: Findings): Evidence {
  const { inputs, totalSeconds, seconds, clock, replayed } = findings;
  return {
    schema: EVIDENCE_SCHEMA,
    task,
    run: { id: run.id, attempt: run.attempt },
    ...commits,
    inputsDigest: inputs === null ? null : inputsDigestOf(inputs),
    inputs,
    isolation: inputs?.isolation ?? "none",
    ...shownBy(findings),
    ...(replayed ?? { replay: null, replayDifferences: [] }),
    seconds: { total: totalSeconds, ...seconds },
    ...(clock !== undefined && {
      clock: { began: clock.began, steps: clock.steps.slice(0, STEPS_MAX) },
    }),
  };
}

/** What was found of a task, whichever commit or run it was found of. */
export function shownBy({
  reasons,
  examination,
  flaky,
  criteria,
  ...probed
}: Omit<
  Findings,
  "task" | "run" | "commits" | "inputs" | "seconds" | "totalSeconds" | "clock" | "replayed"
>): Omit<
  Evidence,
  | "schema"
  | "task"
  | "run"
  | "head"
  | "base"
  | "mergeBase"
  | "inputsDigest"
  | "inputs"
  | "isolation"
  | "replay"
  | "replayDifferences"
  | "seconds"
  | "clock"
> {
  const results = examination?.results ?? [];
  const judgement = judge(reasons);
  const collected = new Map(examination?.expected.map((test) => [test.id, test]));
  return {
    verdict: judgement.verdict,
    reasons: [...judgement.reasons],
    fingerprint: fingerprintOf(judgement.reasons),
    tests: countsOf(examination, flaky.length),
    results: results.map((result) => storedResult(result, collected.get(result.id))),
    canary: { outcome: examination?.canary ?? "absent" },
    stubs: probed.stubs === null ? null : [...probed.stubs],
    vacuousTests: probed.vacuousTests === null ? null : [...probed.vacuousTests],
    unreached: probed.unreached === null ? null : probed.unreached.slice(0, LISTED),
    mutants: probed.mutants === null ? null : [...probed.mutants],
    mutationScore: probed.mutationScore,
    items: probed.items === null ? null : [...probed.items],
    criteria: criteria === null ? null : { ...criteria },
    rules: probed.rules,
  };
}

function countsOf(examination: Examination | null, flaky: number): Evidence["tests"] {
  const count = (outcome: ReportedTest["outcome"]): number =>
    examination?.results.filter((result) => result.outcome === outcome).length ?? 0;
  return {
    expected: examination?.expected.length ?? 0,
    selected: examination?.selected.length ?? 0,
    passed: count("passed"),
    failed: count("failed"),
    errors: count("error"),
    skipped: count("skipped"),
    flaky,
  };
}

function storedResult(
  { id, outcome, seconds, message }: ReportedTest,
  collected: CollectedTest | undefined,
): TestResult {
  return {
    id: id.toWellFormed(),
    outcome,
    seconds,
    criteria: collected?.criteria.map((value) => value.toWellFormed()) ?? [],
    message: message === null ? null : shorten(message, MESSAGE_LIMIT).toWellFormed(),
  };
}
