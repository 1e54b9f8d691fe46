import type { Settings } from "../../src/config/settings.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import type { Failure } from "../../src/runner/job.ts";
import type { Log } from "../../src/runner/log.ts";
import type { Story, StoryTask } from "../../src/story/story.ts";
import { taskFolder } from "../../src/task/folder.ts";
import { bringTasks, readTask, type PresentTask } from "../../src/task/present-task.ts";
import { rerunOf, type TaskId } from "../../src/task/task-id.ts";
import { ahead } from "./ahead.ts";
import type { Destination } from "./commit-task.ts";
import type { Inputs } from "./inputs.ts";
import type { FolderTrees } from "./lost-race.ts";
import type { Scene } from "./scene.ts";
import { planTask, type TaskPlan } from "./task-plan.ts";

/** A task of a story, and the story. */
export interface WantedTask {
  readonly story: Story;
  readonly task: StoryTask;
}

/** What is to be done about one task of a story, and where. */
export interface PlannedTask extends WantedTask {
  readonly plan: Exclude<TaskPlan, { kind: "next_rerun" }>;
  readonly destination: Destination;
  /** The folder as it is now, made from this very story; null when there is none. */
  readonly made: PresentTask | null;
  /** Whether a person changed the folder on the branch. */
  readonly isTouched: boolean;
  /** What it was planned by. */
  readonly trees: FolderTrees;
}

/** Both in the order of the stories. */
export interface Plans {
  readonly planned: readonly PlannedTask[];
  readonly unplanned: readonly Failure[];
}

export interface PlanningContext {
  readonly scene: Scene;
  readonly inputs: Pick<Inputs, "task" | "feedback-run-id">;
  readonly settings: Pick<Settings, "branch-strategy" | "rerun-policy">;
  readonly repository: RepositoryReader;
  readonly log: Log;
}

/** One of the folders that a task has: its own, or that of a rerun. */
interface Folder extends WantedTask {
  readonly id: TaskId;
  readonly destination: Destination;
}

/**
 * Looks at the folders that each task has, the task itself and its reruns, until one of them is to be worked on: a round
 * for the folders of all tasks, another one for their first reruns, and so on.
 */
export async function planTasks(
  wanted: readonly WantedTask[],
  context: PlanningContext,
): Promise<Plans> {
  const planned = new Map<WantedTask, PlannedTask>();
  const failed = new Map<WantedTask, unknown>();
  let open = wanted;
  for (let rerun = 1; open.length > 0; rerun += 1) {
    const folders = new Map<WantedTask, Folder>();
    for (const one of open) {
      try {
        folders.set(one, folderOf(one, rerun, context));
      } catch (error) {
        failed.set(one, error);
      }
    }
    await ahead(() => bringAll([...folders.values()], context), context.log);
    for (const [one, folder] of folders) {
      try {
        const plan = await planFolder(folder, context);
        if (plan !== null) planned.set(one, plan);
      } catch (error) {
        failed.set(one, error);
      }
    }
    open = open.filter((one) => !planned.has(one) && !failed.has(one));
  }
  return {
    planned: wanted.flatMap((one) => planned.get(one) ?? []),
    unplanned: wanted
      .filter((one) => failed.has(one))
      .map((one) => ({ subject: one.task.id, error: failed.get(one) })),
  };
}

function folderOf(wanted: WantedTask, rerun: number, { scene, settings }: PlanningContext): Folder {
  const id = rerun === 1 ? wanted.task.id : rerunId(wanted.task.id, rerun);
  return {
    ...wanted,
    id,
    destination: scene.destinationOf(wanted.story, id, settings["branch-strategy"]),
  };
}

async function bringAll(
  folders: readonly Folder[],
  { scene: { base, headDecides }, repository }: PlanningContext,
): Promise<void> {
  const onBranch = folders.flatMap(({ id: task, destination: { tip: commit } }) =>
    commit === null ? [] : [{ commit, task }],
  );
  // The histories come along, because they will be asked for where the branch has another folder than the base.
  const tips = [...new Set(onBranch.map(({ commit }) => commit))];
  if (tips.length > 0) await repository.commitsOf([base, ...tips], { withHistory: true });
  const onBase = folders.map(({ id }) => ({ commit: base, task: id }));
  await bringTasks(repository, [...onBase, ...onBranch]);
  if (headDecides) return;
  const pairs: [string, string][] = [];
  for (const { commit, task } of onBranch) {
    const object = await repository.objectAt(commit, taskFolder(task));
    const merged = await repository.objectAt(base, taskFolder(task));
    if (object !== null && object.oid !== merged?.oid) pairs.push([commit, base]);
  }
  await repository.bringMergeBases(pairs);
}

/** null: to be looked for in the next rerun. */
async function planFolder(
  { story, task, id, destination }: Folder,
  { scene, inputs, settings, repository }: PlanningContext,
): Promise<PlannedTask | null> {
  const { onBase, onBranch } = await statesOf(id, destination, scene, repository);
  const plan = planTask(
    id,
    story,
    { onBase, onBranch },
    {
      isRequested: inputs.task.includes(task.id),
      hasFeedback: inputs["feedback-run-id"] !== "",
      policy: settings["rerun-policy"],
    },
  );
  if (plan.kind === "next_rerun") return null;
  const made = [onBranch, onBase].find((state) => state?.story === story.digest) ?? null;
  const isTouched = onBranch !== null && !onBranch.isUntouched;
  const trees = { onBase: onBase?.tree ?? null, onBranch: onBranch?.tree ?? null };
  return { story, task, plan, destination, made, isTouched, trees };
}

async function statesOf(
  task: TaskId,
  { tip }: Destination,
  scene: Scene,
  repository: RepositoryReader,
): Promise<{ onBase: PresentTask | null; onBranch: PresentTask | null }> {
  const onBase = await readTask(repository, { commit: scene.base, task });
  const onBranch = tip === null ? null : await readTask(repository, { commit: tip, task });
  // A branch that is merged whole proposes nothing: what the base changed or lost since is not to be had from it.
  const differs = onBranch !== null && onBranch.tree !== onBase?.tree;
  if (differs && tip !== null && !scene.headDecides) {
    if (await repository.isAncestor(tip, scene.base)) return { onBase, onBranch: null };
  }
  const isOverruled = scene.headDecides && onBase?.tree !== onBranch?.tree;
  return { onBase: isOverruled ? null : onBase, onBranch };
}

function rerunId(task: TaskId, rerun: number): TaskId {
  const id = rerunOf(task, rerun);
  if (id !== null) return id;
  throw new PipelineError(
    "LIMIT_REACHED",
    `${task} is too long for a rerun: "${task}-r${rerun}" has more than the 64 characters of a task id`,
    { hint: "Give the story a shorter id, or use `rerun-policy: overwrite`." },
  );
}
