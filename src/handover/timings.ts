import * as z from "zod";
import { STAGES, Tokens } from "../task/manifest.ts";
import { isTaskId } from "../task/task-id.ts";

export const TIMINGS_SCHEMA = "agent-pipeline/timings@1";

const name = z.string().max(4_000);
const seconds = z.number().nonnegative();

const place = {
  task: z.string().refine(isTaskId, "must be a task id"),
  /** Number of the attempt, as `meta/manifest.json` counts them. */
  attempt: z.int().positive(),
  /** Since the step began. */
  start: seconds,
  seconds,
};

/** A question to a model. */
const QuestionSpan = z.strictObject({
  what: z.literal("question"),
  ...place,
  stage: z.enum(STAGES),
  sample: z.int().positive(),
  round: z.int().positive(),
  model: name,
  /** null where no reply came. */
  tokens: Tokens.nullable(),
  /** null without a reply, or without a known price. */
  costUsd: seconds.nullable(),
});

/** `check`: a version is judged; `trial`: versions that know nothing of each other are held against each other. */
const CheckSpan = z.strictObject({ what: z.enum(["check", "trial"]), ...place });

export const Span = z.discriminatedUnion("what", [QuestionSpan, CheckSpan]);
export type Span = z.infer<typeof Span>;

/** `timings.json`: what a run of generate did when. A task folder knows no clock, so that it stands here alone. */
export const Timings = z.strictObject({
  schema: z.literal(TIMINGS_SCHEMA),
  /** When the step began, as in RFC 3339. */
  began: z.iso.datetime(),
  seconds,
  /** In the order in which they began. */
  spans: z.array(Span).max(20_000),
});
export type Timings = z.infer<typeof Timings>;
