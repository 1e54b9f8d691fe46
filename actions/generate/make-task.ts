import type { Config } from "../shared/core/config.ts";
import { assertNever } from "../shared/core/errors.ts";
import type { Story, StoryTask } from "../shared/core/story.ts";
import { isTaskId, type TaskId } from "../shared/core/task-id.ts";
import type { Manifest } from "../shared/core/task-meta.ts";
import type { Log } from "../shared/ports/log.ts";
import type { RepositoryReader } from "../shared/ports/repository.ts";
import { authorTask } from "./author-task.ts";
import { costOf, sumOfTokens, type Spending } from "./core/spending.ts";
import { taskFiles } from "./core/task-files.ts";
import { planTask, type GenerateReason, type SkipReason, type TaskPlan } from "./core/task-plan.ts";
import type { Inputs } from "./inputs.ts";
import type { Model } from "./ports/model.ts";
import type { Destination, Written } from "./publish.ts";
import type { Scene } from "./scene.ts";
import { readTask, type PresentTask } from "./task-state.ts";

export interface MakePorts {
  readonly repository: RepositoryReader;
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

interface Place {
  readonly destination: Destination;
  readonly scene: Scene;
  readonly inputs: Inputs;
}

/** Brings one task of a story as far as its branch needs: nothing to do, there already, or made by the model. */
export async function makeTask(
  story: Story,
  task: StoryTask,
  place: Place,
  ports: MakePorts,
): Promise<MadeOrNot> {
  const { plan, present } = await planFor(story, task, place, ports.repository);
  switch (plan.kind) {
    case "skip":
      ports.log.info(`Skipped ${plan.task}: ${SKIPPED_BECAUSE[plan.reason]}`);
      return { kind: "skipped", task: plan.task, reason: plan.reason };
    case "adopt": {
      ports.log.info(
        `${plan.task} is on ${place.destination.branch} already, made from this very story`,
      );
      const attempt = present?.attempts.at(-1)?.number ?? 1;
      return { kind: "adopted", task: { task: plan.task, story, attempt, files: new Map() } };
    }
    case "generate":
      if (place.inputs["dry-run"]) {
        ports.log.info(
          `Would generate ${plan.task} (${plan.reason}) on ${place.destination.branch}`,
        );
        return { kind: "skipped", task: plan.task, reason: "dry_run" };
      }
      return { kind: "written", task: await author(story, task, plan, present, ports) };
    default:
      return assertNever(plan);
  }
}

const SKIPPED_BECAUSE: Readonly<Record<SkipReason, string>> = {
  unchanged: "it was made from this very story and is merged",
  human_commits: "a person changed its folder, which is never overwritten",
  rerun_policy: "its story changed, and `rerun-policy` is `skip`",
};

type FinalPlan = Exclude<TaskPlan, { kind: "next_rerun" }>;

async function planFor(
  story: Story,
  task: StoryTask,
  { destination, scene, inputs }: Place,
  repository: RepositoryReader,
): Promise<{ plan: FinalPlan; present: PresentTask | null }> {
  const isRequested = inputs.task.includes(task.id);
  for (let rerun = 1; ; rerun += 1) {
    const id = rerun === 1 ? task.id : rerunOf(task.id, rerun);
    const onBase = await readTask(repository, scene.base, id);
    const onBranch =
      destination.tip === null ? null : await readTask(repository, destination.tip, id);
    const facts = { onBase, onBranch };
    const plan = planTask(id, story.digest, facts, { isRequested, policy: inputs["rerun-policy"] });
    if (plan.kind !== "next_rerun") return { plan, present: onBranch ?? onBase };
  }
}

function rerunOf(task: TaskId, rerun: number): TaskId {
  const suffix = `-r${rerun}`;
  const id = `${task.slice(0, 64 - suffix.length)}${suffix}`;
  if (!isTaskId(id)) throw new Error(`${id} is no task id`);
  return id;
}

async function author(
  story: Story,
  task: StoryTask,
  plan: { readonly task: TaskId; readonly reason: GenerateReason },
  present: PresentTask | null,
  { model: openModel, log, version, prices, spending }: MakePorts,
): Promise<Written> {
  const model = openModel();
  spending.assertMayGoOn(model.name);
  const authored = await authorTask(story, task, {
    model,
    log,
    onExchange: ({ reply }) => spending.add(model.name, reply.tokens),
  });
  const tokens = sumOfTokens(authored.exchanges.map(({ reply }) => reply.tokens));
  const attempts: Manifest["attempts"] = [
    // Attempts count for one text of a story; a changed story starts at 1.
    ...(present?.story === story.digest ? present.attempts : []),
  ];
  attempts.push({
    number: attempts.length + 1,
    reason: plan.reason,
    fingerprint: null,
    tokens,
    costUsd: costOf(model.name, tokens, prices),
  });
  const files = taskFiles({
    task: plan.task,
    story,
    authored,
    model: model.name,
    version,
    attempts,
  });
  log.info(`Made ${plan.task}: ${files.size} files`);
  return { task: plan.task, story, attempt: attempts.length, files };
}
