import { PipelineError } from "../shared/core/errors.ts";
import type { Story, StoryTask } from "../shared/core/story.ts";
import type { TaskId } from "../shared/core/task-id.ts";
import type { Trigger } from "../shared/core/trigger.ts";
import { targetOf } from "./core/target.ts";
import type { SkipReason } from "./core/task-plan.ts";
import type { Inputs } from "./inputs.ts";
import { makeTask, type MakePorts } from "./make-task.ts";
import {
  ensurePullRequest,
  pushTasks,
  type Destination,
  type PublishPorts,
  type Written,
} from "./publish.ts";
import { openScene, type Scene } from "./scene.ts";
import { selectStories, type StoryFailure } from "./select-stories.ts";

export type Ports = PublishPorts & MakePorts;

/** One task that is on its branch, and the pull request that would merge it. */
export interface HandedOver {
  readonly task: TaskId;
  readonly number: number;
  readonly url: string;
  readonly branch: string;
  /** The branch's tip after the last push of this run. */
  readonly head: string;
}

export interface Outcome {
  readonly handedOver: readonly HandedOver[];
  readonly skipped: readonly {
    readonly subject: string;
    readonly reason: SkipReason | "dry_run";
  }[];
  /** Task → number of its latest attempt. */
  readonly attempts: Readonly<Record<string, number>>;
  readonly failures: readonly Failure[];
}

export interface Failure {
  readonly subject: string;
  readonly error: unknown;
}

const NOTHING: Outcome = { handedOver: [], skipped: [], attempts: {}, failures: [] };

/** Turns the stories of an event into tasks on branches with pull requests. One that fails never stops the others. */
export async function run(inputs: Inputs, trigger: Trigger, ports: Ports): Promise<Outcome> {
  const target = targetOf(trigger, inputs["pull-request"]);
  if (target.kind === "nothing") {
    ports.log.notice(`Nothing is generated. ${target.why}`);
    return NOTHING;
  }
  const scene = await openScene(target, trigger.defaultBranch, ports);
  if (scene === null) return NOTHING;

  const { stories, failures } = await selectStories(ports.repository, scene.commit, {
    patterns: inputs.story,
    tasks: inputs.task,
    changedSince: inputs.task.length > 0 ? null : scene.changedSince,
  });
  if (stories.length === 0 && failures.length === 0) {
    ports.log.notice("This event changed no story, so nothing is generated.");
  }
  const outcomes: Outcome[] = [{ ...NOTHING, failures: failures.map(asFailure) }];
  for (const work of await branchesOf(scene, stories, inputs)) {
    outcomes.push(await workOn(work, scene, inputs, ports));
  }
  return joined(outcomes);
}

function asFailure({ subject, problem }: StoryFailure): Failure {
  return { subject, error: new PipelineError("INPUT_INVALID", `${subject} ${problem}`) };
}

interface BranchWork {
  readonly destination: Destination;
  readonly tasks: readonly { readonly story: Story; readonly task: StoryTask }[];
}

/** The branches that the stories' tasks go to, each with its tasks. */
async function branchesOf(
  scene: Scene,
  stories: readonly Story[],
  inputs: Inputs,
): Promise<BranchWork[]> {
  const byBranch = new Map<string, BranchWork>();
  for (const story of stories) {
    for (const task of story.tasks) {
      if (inputs.task.length > 0 && !inputs.task.includes(task.id)) continue;
      const destination = await scene.destinationOf(story, task, inputs["branch-strategy"]);
      const work = byBranch.get(destination.branch) ?? { destination, tasks: [] };
      byBranch.set(destination.branch, { destination, tasks: [...work.tasks, { story, task }] });
    }
  }
  return [...byBranch.values()];
}

async function workOn(
  { destination, tasks }: BranchWork,
  scene: Scene,
  inputs: Inputs,
  ports: Ports,
): Promise<Outcome> {
  const written: Written[] = [];
  const adopted: Written[] = [];
  const skipped: Outcome["skipped"][number][] = [];
  const failures: Failure[] = [];
  for (const { story, task } of tasks) {
    try {
      const made = await ports.log.group(`Task ${task.id} (${story.path})`, () =>
        makeTask(story, task, { destination, scene, inputs }, ports),
      );
      if (made.kind === "written") written.push(made.task);
      else if (made.kind === "adopted") adopted.push(made.task);
      else skipped.push({ subject: made.task, reason: made.reason });
    } catch (error) {
      failures.push({ subject: task.id, error });
    }
  }
  const done = { ...NOTHING, skipped, failures };
  if (written.length + adopted.length === 0) return done;
  try {
    return { ...done, ...(await publish(destination, written, adopted, ports)) };
  } catch (error) {
    return { ...done, failures: [...failures, { subject: destination.branch, error }] };
  }
}

async function publish(
  destination: Destination,
  written: readonly Written[],
  adopted: readonly Written[],
  ports: Ports,
): Promise<Pick<Outcome, "handedOver" | "attempts">> {
  // What the branch holds already stays; only a branch without any of it starts again from the fresh base.
  const parent = adopted.length > 0 ? (destination.tip ?? destination.parent) : destination.parent;
  const head =
    written.length === 0 && destination.tip !== null
      ? destination.tip
      : await pushTasks({ ...destination, parent }, written, ports);
  const made = [...written, ...adopted];
  const { number, url } = await ensurePullRequest(destination, made, ports);
  return {
    handedOver: made.map(({ task }) => ({ task, number, url, branch: destination.branch, head })),
    attempts: Object.fromEntries(made.map(({ task, attempt }) => [task, attempt])),
  };
}

function joined(outcomes: readonly Outcome[]): Outcome {
  return {
    handedOver: outcomes.flatMap(({ handedOver }) => handedOver),
    skipped: outcomes.flatMap(({ skipped }) => skipped),
    attempts: Object.fromEntries(outcomes.flatMap(({ attempts }) => Object.entries(attempts))),
    failures: outcomes.flatMap(({ failures }) => failures),
  };
}
