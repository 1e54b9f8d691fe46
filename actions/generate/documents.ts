import { PipelineError } from "../../src/foundation/errors.ts";
import { shorten } from "../../src/foundation/untrusted-text.ts";
import { type Generated, GENERATED_SCHEMA } from "../../src/handover/generated.ts";
import { type Timings, TIMINGS_SCHEMA } from "../../src/handover/timings.ts";
import type { Failure } from "../../src/runner/job.ts";
import type { Outcome } from "./outcome.ts";

/** What a reader of the documents takes of one text. */
const TEXT_LIMIT = 20_000;

/** What a run came to, for the job that reports it. */
export function generatedDocument(
  { handedOver, skipped, attempts, failures, spent }: Outcome,
  isDryRun: boolean,
): Generated {
  return {
    schema: GENERATED_SCHEMA,
    isDryRun,
    tasks: handedOver.map(({ task, branch, number, url }) => ({
      task,
      branch,
      number,
      url,
      attempt: attempts[task] ?? 1,
    })),
    skipped: skipped.map(({ subject, reason }) => ({ subject: text(subject), reason })),
    failed: failures.map(failed),
    spent: [...spent].map(([stage, { tokens, costUsd }]) => ({ stage, tokens, costUsd })),
  };
}

function failed({ subject, error }: Failure): Generated["failed"][number] {
  return {
    subject: subject === null ? null : text(subject),
    message: text(error instanceof Error ? error.message : String(error)),
    hint: error instanceof PipelineError && error.hint !== undefined ? text(error.hint) : null,
  };
}

function text(value: string): string {
  return shorten(value, TEXT_LIMIT).toWellFormed();
}

/** What it did when. */
export function timingsDocument(
  { spans }: Pick<Outcome, "spans">,
  clock: Pick<Timings, "began" | "seconds">,
): Timings {
  return { schema: TIMINGS_SCHEMA, ...clock, spans: [...spans] };
}

/** Whether a run did nothing that anybody could want to hear of. */
export function isSilent(outcome: Outcome): boolean {
  const { handedOver, skipped, failures, spans } = outcome;
  return handedOver.length + skipped.length + failures.length + spans.length === 0;
}
