import * as z from "zod";
import { STAGES, Tokens } from "../task/manifest.ts";
import { isTaskId } from "../task/task-id.ts";

export const GENERATED_SCHEMA = "agent-pipeline/generated@1";

/** Why nothing was made of a story or a task: closed. */
export const SKIP_REASONS = [
  "unchanged",
  "human_commits",
  "rerun_policy",
  "closed_by_person",
  "dry_run",
  /** Its story has another text by now, or is gone: what was made of the older one is not written. */
  "superseded",
  /** One run takes so many tasks and no more. */
  "left_for_next_run",
] as const;
export type SkipReason = (typeof SKIP_REASONS)[number];

const text = z.string().max(20_000);

/** `generated.json`: what a run of generate came to, for whoever reports it. */
export const Generated = z.strictObject({
  schema: z.literal(GENERATED_SCHEMA),
  isDryRun: z.boolean(),
  /** The tasks that are on their branches. */
  tasks: z
    .array(
      z.strictObject({
        task: z.string().refine(isTaskId, "must be a task id"),
        branch: text,
        number: z.int().positive(),
        url: text,
        attempt: z.int().positive(),
      }),
    )
    .max(10_000),
  skipped: z.array(z.strictObject({ subject: text, reason: z.enum(SKIP_REASONS) })).max(10_000),
  /** What was refused or went wrong; `subject` is null for the run itself. */
  failed: z
    .array(z.strictObject({ subject: text.nullable(), message: text, hint: text.nullable() }))
    .max(10_000),
  /** By stage; `costUsd` is null where a model without a known price was asked. */
  spent: z.array(
    z.strictObject({
      stage: z.enum(STAGES),
      tokens: Tokens,
      costUsd: z.number().nonnegative().nullable(),
    }),
  ),
});
export type Generated = z.infer<typeof Generated>;
