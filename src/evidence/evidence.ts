import * as z from "zod";
import { PipelineError } from "../foundation/errors.ts";
import { readJson } from "../foundation/json.ts";
import { ObjectId } from "../git/commits.ts";
import { isTaskId } from "../task/task-id.ts";
import { Reason, VERDICTS } from "./reasons.ts";
import { inputsDigestOf, VerificationInputs } from "./verification-inputs.ts";

const text = z.string().max(4_000);

export const OUTCOMES = ["passed", "failed", "error", "skipped"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const TestResult = z.strictObject({
  /** pytest's node id, relative to the task folder. */
  id: text,
  outcome: z.enum(OUTCOMES),
  seconds: z.number().nonnegative(),
  criteria: z.array(text),
  message: text.nullable(),
});
export type TestResult = z.infer<typeof TestResult>;

const count = z.int().nonnegative();

/** Each public function and class replaced by a stub, one at a time: a test must notice. */
export const StubKill = z.strictObject({
  stubs: count,
  killed: count,
  /** Tests that pass although everything public is a stub. */
  vacuousTests: z.array(text).max(20_000),
});
export type StubKill = z.infer<typeof StubKill>;

/** Small changes to the code, one at a time: most of them must be noticed. */
export const Mutation = z.strictObject({
  mutants: count,
  killed: count,
  survived: count,
  /** Ran out of time or of memory: neither noticed nor missed. */
  unknown: count,
  survivors: z
    .array(z.strictObject({ file: text, line: z.int().positive(), change: text }))
    .max(1_000),
});
export type Mutation = z.infer<typeof Mutation>;

/** The tests that carry a criterion and passed, and which values of its example stand in them. */
export const CriterionResult = z.strictObject({
  tests: z.array(text).max(20_000),
  /** null: the criterion's line is no example that verify can read. */
  examples: z.strictObject({ found: z.array(text), missing: z.array(text) }).nullable(),
});
export type CriterionResult = z.infer<typeof CriterionResult>;

export const EVIDENCE_SCHEMA = "agent-pipeline/evidence@1";

/** What verification found out about one task of one candidate. `null` means: not checked. */
export const Evidence = z.strictObject({
  schema: z.literal(EVIDENCE_SCHEMA),
  task: z.string().refine(isTaskId, "must be a task id"),
  run: z.strictObject({ id: z.string().regex(/^\d+$/), attempt: z.int().positive() }),
  head: ObjectId,
  base: ObjectId,
  mergeBase: ObjectId,
  /** null when verification ended before its inputs were known. */
  inputsDigest: z.string().nullable(),
  inputs: VerificationInputs.nullable(),
  isolation: z.enum(["namespaces", "none"]),
  verdict: z.enum(VERDICTS),
  reasons: z.array(Reason).max(1_000),
  tests: z.strictObject({
    expected: count,
    selected: count,
    passed: count,
    failed: count,
    errors: count,
    skipped: count,
    flaky: count,
  }),
  results: z.array(TestResult).max(20_000),
  canary: z.strictObject({ outcome: z.enum([...OUTCOMES, "absent"]) }),
  stubKill: StubKill.nullable(),
  mutation: Mutation.nullable(),
  criteria: z.record(z.string(), CriterionResult).nullable(),
  durationSeconds: z.number().nonnegative(),
});
export type Evidence = z.infer<typeof Evidence>;

/** Largest evidence document that is read, in bytes. */
export const EVIDENCE_MAX_BYTES = 16 * 1024 * 1024;

/** Reads an evidence document from an artifact, and refuses one that contradicts itself. */
export function parseEvidence(json: string): Evidence {
  const read = readJson(json);
  if (!read.ok) {
    throw new PipelineError("INPUT_INVALID", "The evidence is not valid JSON", {
      cause: read.cause,
    });
  }
  const evidence = Evidence.safeParse(read.value);
  if (!evidence.success) throw invalid(z.prettifyError(evidence.error));
  const contradictions = contradictionsIn(evidence.data);
  if (contradictions.length > 0) throw invalid(contradictions.join("; "));
  return evidence.data;
}

/** Why a document cannot be what verify writes, whatever its verdict says. */
function contradictionsIn(evidence: Evidence): string[] {
  const { inputs, inputsDigest, tests, results, verdict, reasons, canary, stubKill, mutation } =
    evidence;
  const digestFits =
    inputs === null ? inputsDigest === null : inputsDigest === inputsDigestOf(inputs);
  const passed = results.filter((result) => result.outcome === "passed").length;
  const allPassed = tests.expected > 0 && passed === tests.expected && results.length === passed;
  return [
    ...(digestFits ? [] : ["inputsDigest is not the digest of inputs"]),
    ...(tests.passed === passed ? [] : ["tests.passed is not the number of passed results"]),
    ...((verdict === "passed") === (reasons.length === 0) ? [] : ["verdict and reasons disagree"]),
    ...(verdict !== "passed" || inputs !== null ? [] : ["passed without inputs"]),
    ...(verdict !== "passed" || allPassed
      ? []
      : ["passed although not every expected test passed"]),
    ...(verdict !== "passed" || canary.outcome === "failed"
      ? []
      : ["passed although the canary did not fail"]),
    ...(verdict !== "passed" || evidence.isolation === "namespaces"
      ? []
      : ["passed without isolation"]),
    ...(verdict !== "passed" || (stubKill !== null && stubKill.killed === stubKill.stubs)
      ? []
      : ["passed although not every stub was noticed"]),
    ...(verdict !== "passed" || inputs?.mutants === 0 || mutation !== null
      ? []
      : ["passed although no mutant was tried"]),
    ...(verdict !== "passed" || inputs?.selection === "all" ? [] : ["passed on a selection"]),
  ];
}

function invalid(details: string): PipelineError {
  return new PipelineError("INPUT_INVALID", `The evidence is not what verify writes: ${details}`);
}
