import { authorTask } from "../../src/authoring/author-task.ts";
import type { Model } from "../../src/authoring/model.ts";
import { assertFolder } from "../../src/authoring/replies.ts";
import { costOf, sumOfTokens, type Spending } from "../../src/authoring/spending.ts";
import { renamedFiles, taskFiles } from "../../src/authoring/task-files.ts";
import type { Config } from "../../src/config/config.ts";
import { assertNever } from "../../src/foundation/errors.ts";
import type { Log } from "../../src/runner/log.ts";
import type { Manifest } from "../../src/task/manifest.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { Written } from "./commit-task.ts";
import type { PlannedTask } from "./plan-tasks.ts";
import type { GenerateReason, SkipReason } from "./task-plan.ts";

export interface MakePorts {
  /** Made on first use: a run that asks no model needs no key. */
  readonly model: () => Model;
  readonly prices: Config["prices"];
  readonly spending: Spending;
  readonly log: Log;
  readonly version: string;
}

export type MadeOrNot =
  | { readonly kind: "written"; readonly task: Written }
  | { readonly kind: "adopted"; readonly task: Written }
  | { readonly kind: "skipped"; readonly task: TaskId; readonly reason: SkipReason | "dry_run" };

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
      return { kind: "adopted", task: { task: plan.task, story, attempt, files: new Map() } };
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
      return { kind: "written", task: await author(planned, plan, ports) };
    default:
      return assertNever(plan);
  }
}

const WOULD = { adopt: "finish", rename: "name the present story of" } as const;

const SKIPPED_BECAUSE: Readonly<Record<SkipReason, string>> = {
  unchanged: "it was made from this very story and is merged",
  human_commits: "a person changed its folder, which is never overwritten",
  rerun_policy: "its story changed, and `rerun-policy` is `skip`",
  closed_by_person: "a person closed its pull request; name it with `task` to try again",
};

async function author(
  { story, task, made }: PlannedTask,
  plan: { readonly task: TaskId; readonly reason: GenerateReason },
  { model: openModel, log, version, prices, spending }: MakePorts,
): Promise<Written> {
  const model = openModel();
  if (story.document.dependencies !== undefined) {
    log.warning(
      "The story names dependencies, but no requirements.txt is written yet: code that imports one will not pass its tests.",
      { file: story.path },
    );
  }
  const authored = await authorTask(story, task, { model, log, spending });
  const tokens = sumOfTokens(authored.exchanges.map(({ reply }) => reply.tokens));
  // Attempts count for one text of a story; a changed story starts at 1.
  const earlier = made?.attempts ?? [];
  const attempts: Manifest["attempts"] = [
    ...earlier,
    {
      number: earlier.length + 1,
      reason: plan.reason,
      fingerprint: null,
      tokens,
      costUsd: costOf(model.name, tokens, prices),
    },
  ];
  const files = taskFiles({
    task: plan.task,
    story,
    authored,
    model: model.name,
    version,
    attempts,
  });
  assertFolder(plan.task, files);
  log.info(`Made ${plan.task}: ${files.size} files`);
  return { task: plan.task, story, attempt: attempts.length, files };
}
