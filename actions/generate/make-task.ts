import { renamedFiles } from "../../src/authoring/task-files.ts";
import { exchangesOf } from "../../src/authoring/transcript.ts";
import { assertNever } from "../../src/foundation/errors.ts";
import type { Log } from "../../src/runner/log.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { Attempted, Authoring } from "./authoring.ts";
import type { Written } from "./commit-task.ts";
import type { FeedbackRead } from "./feedback.ts";
import type { PlannedTask } from "./plan-tasks.ts";
import type { PlannedSkip } from "./task-plan.ts";

export interface MakePorts {
  readonly authoring: Authoring;
  /** What the run that was named has found of a task. */
  readonly feedbackFor: (planned: PlannedTask) => Promise<FeedbackRead>;
  readonly log: Log;
}

export type MadeOrNot =
  | { readonly kind: "written"; readonly task: Written }
  /** Nothing but what was paid is to be written down. */
  | { readonly kind: "unfinished"; readonly task: Written; readonly error: unknown }
  | { readonly kind: "adopted"; readonly task: Written }
  | { readonly kind: "skipped"; readonly task: TaskId; readonly reason: PlannedSkip | "dry_run" };

/** Carries out the plan for one task: nothing to do, there already, or made by the model. */
export async function makeTask(
  planned: PlannedTask,
  isDryRun: boolean,
  ports: MakePorts,
): Promise<MadeOrNot> {
  const { plan, story, destination, made, isTouched } = planned;
  const { log } = ports;
  if (plan.kind === "skip") {
    log.info(`Skipped ${plan.task}: ${SKIPPED_BECAUSE[plan.reason]}`);
    return { kind: "skipped", task: plan.task, reason: plan.reason };
  }
  if (isDryRun) {
    const what = plan.kind === "generate" ? `generate (${plan.reason})` : WOULD[plan.kind];
    log.info(`Dry run: would ${what} ${plan.task} on ${destination.branch}`);
    return { kind: "skipped", task: plan.task, reason: "dry_run" };
  }
  switch (plan.kind) {
    case "adopt": {
      log.info(`${plan.task} is on ${destination.branch} already, made from this very story`);
      const attempt = made?.attempts.at(-1)?.number ?? 1;
      return {
        kind: "adopted",
        task: { task: plan.task, story, attempt, files: made?.files ?? new Map() },
      };
    }
    case "rename": {
      const files = made?.files == null ? null : renamedFiles(made.files, story);
      if (files === null) {
        log.info(`Skipped ${plan.task}: ${SKIPPED_BECAUSE.human_commits}`);
        return { kind: "skipped", task: plan.task, reason: "human_commits" };
      }
      log.info(`${plan.task} was made from this very story, which has another name since`);
      const attempt = made?.attempts.at(-1)?.number ?? 1;
      return {
        kind: "written",
        task: { task: plan.task, story, attempt, isRenamed: true, isTouched, files },
      };
    }
    case "generate":
      return author(planned, plan, ports);
    default:
      return assertNever(plan);
  }
}

const WOULD = { adopt: "finish", rename: "name the present story of" } as const;

const SKIPPED_BECAUSE: Readonly<Record<PlannedSkip, string>> = {
  unchanged: "it was made from this very story and is merged",
  human_commits: "a person changed its folder, which is never overwritten",
  rerun_policy: "its story changed, and `rerun-policy` is `skip`",
  closed_by_person: "a person closed its pull request; name it with `task` to try again",
};

async function author(
  planned: PlannedTask,
  plan: Extract<PlannedTask["plan"], { kind: "generate" }>,
  { authoring, feedbackFor, log }: MakePorts,
): Promise<MadeOrNot> {
  const { number, files, made } = await attempted(planned, plan, { authoring, feedbackFor, log });
  const task = { task: plan.task, story: planned.story, attempt: number, files };
  if (made.kind === "made") {
    log.info(`Made ${plan.task}: ${files.size} files`);
    return { kind: "written", task };
  }
  // What cost nothing leaves no trace.
  if (exchangesOf(made).length === 0) throw made.error;
  return { kind: "unfinished", task, error: made.error };
}

async function attempted(
  planned: PlannedTask,
  plan: Extract<PlannedTask["plan"], { kind: "generate" }>,
  { authoring, feedbackFor, log }: MakePorts,
): Promise<Attempted> {
  if (plan.reason !== "feedback") return authoring.attempt(planned, plan, log);
  const read = await feedbackFor(planned);
  if (read.kind === "feedback") return authoring.attempt(planned, plan, log, read.feedback);
  log.notice(`${plan.task} is made from the beginning: ${read.why}`);
  const { fingerprint } = read;
  return authoring.attempt(planned, { ...plan, reason: "requested", fingerprint }, log);
}
