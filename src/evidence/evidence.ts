import * as z from "zod";
import { PipelineError } from "../foundation/errors.ts";
import { isRecord, readJson } from "../foundation/json.ts";
import { ObjectId } from "../git/commits.ts";
import { isTaskId } from "../task/task-id.ts";
import { contradictionsIn, type Known } from "./contradictions.ts";
import { Reason, VERDICTS } from "./reasons.ts";
import { VerificationInputs } from "./verification-inputs.ts";

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

/** Where something stands in a file: first line and column, last line and column, all from 1. */
export const Range = z.tuple([
  z.int().positive(),
  z.int().positive(),
  z.int().positive(),
  z.int().positive(),
]);
export type Range = z.infer<typeof Range>;

/** `unknown`: ran out of time or of memory, neither noticed nor missed. */
export const PROBE_OUTCOMES = ["killed", "survived", "unknown", "set_aside"] as const;
export type ProbeOutcome = (typeof PROBE_OUTCOMES)[number];

/** A public function, class or method that was replaced by a stub; a test must notice. */
export const StubResult = z.strictObject({
  name: text,
  file: text,
  range: Range,
  /** What the stub did instead. */
  kind: text,
  outcome: z.enum(PROBE_OUTCOMES),
});
export type StubResult = z.infer<typeof StubResult>;

/** A small change to the code; most of them must be noticed. */
export const MutantResult = z.strictObject({
  file: text,
  range: Range,
  change: text,
  kind: text,
  outcome: z.enum(PROBE_OUTCOMES),
  /** Why it was not tried: set aside because no honest test can notice it, or survived because no test reaches it. */
  why: text.optional(),
});
export type MutantResult = z.infer<typeof MutantResult>;

/** Code that no stub or mutant can show to be tested, because nothing reaches it. */
export const Unreached = z.strictObject({ name: text, file: text, range: Range });
export type Unreached = z.infer<typeof Unreached>;

/** One thing that the story demands, and whether it was shown. */
export const ItemResult = z.strictObject({
  /** As the story writes it. */
  line: text,
  criteria: z.array(text).max(1_000),
  state: z.enum(["shown", "not_testable", "uncovered"]),
});
export type ItemResult = z.infer<typeof ItemResult>;

/**
 * An example of the story. `executed`: verify made the call itself; `literals`: its values stand in the tests;
 * `unchecked`: neither, for the reason in `why`.
 */
export const ExampleResult = z.strictObject({
  state: z.enum(["executed", "literals", "unchecked"]),
  call: text.nullable(),
  expected: text.nullable(),
  /** What the code gave; null where it was not asked, or where it gave what was expected. */
  got: text.nullable(),
  why: text.nullable(),
});
export type ExampleResult = z.infer<typeof ExampleResult>;

/** The tests that carry a criterion. */
export const CriterionResult = z.strictObject({
  tests: z.array(text).max(20_000),
  /** null: the criterion's line is no example that verify can read. */
  example: ExampleResult.nullable(),
});
export type CriterionResult = z.infer<typeof CriterionResult>;

const seconds = z.number().nonnegative();

/** As many steps as a verification has in its clock. */
export const STEPS_MAX = 100;

export const EVIDENCE_SCHEMA = "agent-pipeline/evidence@2";
const OLDER_SCHEMA = "agent-pipeline/evidence@1";

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
  /** Of what failed, to see that an attempt made no progress; null when nothing did. */
  fingerprint: z.string().nullable(),
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
  stubs: z.array(StubResult).max(20_000).nullable(),
  /** Tests that pass although everything public is a stub. */
  vacuousTests: z.array(text).max(20_000).nullable(),
  unreached: z.array(Unreached).max(20_000).nullable(),
  mutants: z.array(MutantResult).max(20_000).nullable(),
  /** Share of the mutants with an answer that were killed; null without any. */
  mutationScore: z.number().min(0).max(1).nullable(),
  items: z.array(ItemResult).max(20_000).nullable(),
  criteria: z.record(z.string(), CriterionResult).nullable(),
  /** By which rules the design was judged; null for a folder that was made by hand. */
  rules: z.enum(["present", "older"]).nullable(),
  /**
   * Whether the folder is what its own transcript makes: it shows an edit, and does not prove who wrote it. Of other
   * prompts than verify's nothing can be said; null: it has no transcript that can be read.
   */
  replay: z.enum(["same", "differs", "other_version"]).nullable(),
  /** What somebody changed, where it differs. */
  replayDifferences: z.array(z.strictObject({ path: text, how: text })).max(1_000),
  /** What was not reached is null. */
  seconds: z.strictObject({
    total: seconds,
    tests: seconds.nullable(),
    stubs: seconds.nullable(),
    mutants: seconds.nullable(),
  }),
  /** When the verification began, and what was done in it from when on, in seconds since then. */
  clock: z
    .strictObject({
      began: z.iso.datetime(),
      steps: z
        .array(z.strictObject({ what: z.string().max(200), start: seconds, seconds }))
        .max(STEPS_MAX),
    })
    .optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** Largest evidence document that is read, in bytes. */
export const EVIDENCE_MAX_BYTES = 16 * 1024 * 1024;

/** Reads an evidence document from an artifact, and refuses one that contradicts itself, or what is known. */
export function parseEvidence(json: string, known: Known = {}): Evidence {
  const read = readJson(json);
  if (!read.ok) {
    throw new PipelineError("INPUT_INVALID", "The evidence is not valid JSON", {
      cause: read.cause,
    });
  }
  if (schemaIn(read.value) === OLDER_SCHEMA) {
    throw new PipelineError(
      "INPUT_INVALID",
      "The verify that wrote the evidence is older than the gate",
      {
        hint: "Pin both alike: `uses:` of verify and of merge-gate must name one version.",
      },
    );
  }
  const evidence = Evidence.safeParse(read.value);
  if (!evidence.success) throw invalid(z.prettifyError(evidence.error));
  const contradictions = contradictionsIn(evidence.data, known);
  if (contradictions.length > 0) throw invalid(contradictions.join("; "));
  return evidence.data;
}

function schemaIn(value: unknown): unknown {
  return isRecord(value) ? value["schema"] : undefined;
}

function invalid(details: string): PipelineError {
  return new PipelineError("INPUT_INVALID", `The evidence is not what verify writes: ${details}`);
}
