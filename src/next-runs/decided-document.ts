import * as z from "zod";
import { ObjectId } from "../git/commits.ts";
import { Clock, Stretch } from "../handover/clock.ts";
import { type Decision, DECISION_CODES, DECISION_KINDS } from "../handover/decision.ts";
import type { Subject } from "../handover/subject.ts";
import { isTaskId, type TaskId } from "../task/task-id.ts";
import { RUN_KINDS } from "./journal.ts";
import type { NextStep } from "./next-step.ts";

export const DECIDED_SCHEMA = "agent-pipeline/decided@1";

const text = z.string().max(100_000);
/** GitHub's own has at most 256 characters. */
const TITLE_MAX = 1_000;
const count = z.int().positive();
const task = z.string().refine(isTaskId, "must be a task id");

const run = z.strictObject({ id: text, url: text });
const named = { what: z.enum(RUN_KINDS), number: count };

const Next = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("started"),
    ...named,
    workflow: text,
    tasks: z.array(task).max(10_000),
    run: run.nullable(),
    without: z.array(text).max(100),
  }),
  z.strictObject({ kind: z.literal("under_way"), ...named, run }),
  z.strictObject({ kind: z.literal("none"), why: text, isByHand: z.literal(true).optional() }),
]) satisfies z.ZodType<NextStep>;

const subject = { head: ObjectId, pullRequest: count.nullable() };

/** `decisions.json`: what the gate decided about each subject, and what followed, for whoever reports it. */
export const DecidedDocument = z.strictObject({
  schema: z.literal(DECIDED_SCHEMA),
  isDryRun: z.boolean(),
  clock: Clock,
  decided: z
    .array(
      z.strictObject({
        ...subject,
        /** Of the pull request, as somebody wrote it; null for a merge group. */
        title: z.string().max(TITLE_MAX).nullable(),
        decision: z.strictObject({
          kind: z.enum(DECISION_KINDS),
          reasons: z
            .array(z.strictObject({ code: z.enum(DECISION_CODES), message: text }))
            .max(20_000),
        }),
        next: Next.nullable(),
        /** Tip of the base that it was judged by. */
        base: z.nullable(ObjectId),
        mergeSha: z.nullable(ObjectId),
        /** Those that it changes. */
        tasks: z.array(z.strictObject({ task, isProven: z.boolean() })).max(20_000),
        /** When the gate was at it. */
        took: Stretch,
      }),
    )
    .max(10_000),
  /** What could not be decided, and why. */
  undecided: z.array(z.strictObject({ ...subject, message: text })).max(10_000),
});
export type DecidedDocument = z.infer<typeof DecidedDocument>;

/** What became of one subject. */
export interface DecidedNow extends Subject {
  readonly decision: Decision;
  readonly next: NextStep | null;
  readonly base: string | null;
  readonly mergeSha: string | null;
  readonly title: string | null;
  readonly tasks: readonly { readonly task: TaskId; readonly isProven: boolean }[];
  readonly took: Stretch;
}

export function decidedDocument(
  decided: readonly DecidedNow[],
  undecided: readonly (Subject & { readonly error: unknown })[],
  { isDryRun, clock }: Pick<DecidedDocument, "isDryRun" | "clock">,
): DecidedDocument {
  return {
    schema: DECIDED_SCHEMA,
    isDryRun,
    clock,
    decided: decided.map(
      ({ head, pullRequest, title, decision, next, base, mergeSha, tasks, took }) => ({
        head,
        pullRequest,
        title: title?.slice(0, TITLE_MAX).toWellFormed() ?? null,
        decision: { kind: decision.kind, reasons: [...decision.reasons] },
        next: next === null ? null : plainNext(next),
        base,
        mergeSha,
        tasks: tasks.map(({ task: id, isProven }) => ({ task: id, isProven })),
        took,
      }),
    ),
    undecided: undecided.map(({ head, pullRequest, error }) => ({
      head,
      pullRequest,
      message: error instanceof Error ? error.message : String(error),
    })),
  };
}

function plainNext(next: NextStep): z.infer<typeof Next> {
  return next.kind === "started"
    ? { ...next, tasks: [...next.tasks], without: [...next.without] }
    : next;
}
