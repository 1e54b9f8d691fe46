import { PipelineError } from "../../src/foundation/errors.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import type { Story, StoryTask } from "../../src/story/story.ts";
import { isTaskId, type TaskId } from "../../src/task/task-id.ts";
import type { Inputs } from "./inputs.ts";
import type { Destination } from "./publish.ts";
import type { Scene } from "./scene.ts";
import { planTask, type TaskPlan } from "./task-plan.ts";
import { readTask, type PresentTask } from "./task-state.ts";

/** What is to be done about one task of a story, and where. */
export interface PlannedTask {
  readonly story: Story;
  readonly task: StoryTask;
  readonly plan: Exclude<TaskPlan, { kind: "next_rerun" }>;
  readonly destination: Destination;
  /** The folder as it is now, made from this very story; null when there is none. */
  readonly made: PresentTask | null;
  /** Whether a person changed the folder on the branch. */
  readonly isTouched: boolean;
}

export interface PlanningContext {
  readonly scene: Scene;
  readonly inputs: Inputs;
  readonly repository: RepositoryReader;
}

/** Looks at the folders that a task has, the task itself and its reruns, until one of them is to be worked on. */
export async function planStoryTask(
  story: Story,
  task: StoryTask,
  { scene, inputs, repository }: PlanningContext,
): Promise<PlannedTask> {
  const choice = { isRequested: inputs.task.includes(task.id), policy: inputs["rerun-policy"] };
  for (let rerun = 1; ; rerun += 1) {
    const id = rerun === 1 ? task.id : rerunOf(task.id, rerun);
    const destination = await scene.destinationOf(story, id, inputs["branch-strategy"]);
    const { onBase, onBranch } = await statesOf(id, destination, scene, repository);
    const plan = planTask(id, story, { onBase, onBranch }, choice);
    if (plan.kind === "next_rerun") continue;
    const made = [onBranch, onBase].find((state) => state?.story === story.digest) ?? null;
    const isTouched = onBranch !== null && !onBranch.isUntouched;
    return { story, task, plan, destination, made, isTouched };
  }
}

async function statesOf(
  task: TaskId,
  { tip }: Destination,
  scene: Scene,
  repository: RepositoryReader,
): Promise<{ onBase: PresentTask | null; onBranch: PresentTask | null }> {
  const onBase = await readTask(repository, scene.base, task);
  const onBranch = tip === null ? null : await readTask(repository, tip, task);
  // A branch that is merged whole proposes nothing: what the base changed or lost since is not to be had from it.
  const differs = onBranch !== null && onBranch.tree !== onBase?.tree;
  if (differs && tip !== null && !scene.headDecides) {
    if (await repository.isAncestor(tip, scene.base)) return { onBase, onBranch: null };
  }
  const isOverruled = scene.headDecides && onBase?.tree !== onBranch?.tree;
  return { onBase: isOverruled ? null : onBase, onBranch };
}

function rerunOf(task: TaskId, rerun: number): TaskId {
  const id = `${task}-r${rerun}`;
  if (isTaskId(id)) return id;
  throw new PipelineError(
    "LIMIT_REACHED",
    `${task} is too long for a rerun: "${id}" has more than the 64 characters of a task id`,
    { hint: "Give the story a shorter id, or use `rerun-policy: overwrite`." },
  );
}
