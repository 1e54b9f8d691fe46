import { PipelineError } from "../../src/foundation/errors.ts";
import type { Failure } from "../../src/runner/job.ts";
import type { Trigger } from "../../src/runner/trigger.ts";
import type { Story, StoryTask } from "../../src/story/story.ts";
import type { Inputs } from "./inputs.ts";
import { makeTask, type MakePorts } from "./make-task.ts";
import type { Outcome } from "./outcome.ts";
import { planStoryTask, type PlannedTask } from "./plan-tasks.ts";
import { publish, type Destination, type PublishPorts, type Written } from "./publish.ts";
import { openScene, type Scene } from "./scene.ts";
import { selectStories, type StoryFailure } from "./select-stories.ts";
import { targetOf } from "./target.ts";

export type Ports = PublishPorts & MakePorts;

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
    changedSince: scene.changedSince,
  });
  if (stories.length === 0 && failures.length === 0) {
    ports.log.notice("No story is new or changed, so nothing is generated.");
  }
  const { planned, unplanned } = await planAll(stories, scene, inputs, ports);
  const outcomes: Outcome[] = [
    { ...NOTHING, failures: [...failures.map(asFailure), ...unplanned] },
  ];
  for (const tasks of byBranch(planned)) {
    outcomes.push(await workOn(tasks, inputs["dry-run"], ports));
  }
  return joined(outcomes);
}

function asFailure({ subject, problem }: StoryFailure): Failure {
  return { subject, error: new PipelineError("INPUT_INVALID", `${subject} ${problem}`) };
}

async function planAll(
  stories: readonly Story[],
  scene: Scene,
  inputs: Inputs,
  { repository }: Ports,
): Promise<{ planned: PlannedTask[]; unplanned: Failure[] }> {
  const planned: PlannedTask[] = [];
  const unplanned: Failure[] = [];
  for (const [story, task] of stories.flatMap((one) => wantedTasks(one, inputs))) {
    try {
      planned.push(await planStoryTask(story, task, { scene, inputs, repository }));
    } catch (error) {
      unplanned.push({ subject: task.id, error });
    }
  }
  return { planned, unplanned };
}

function wantedTasks(story: Story, { task: named }: Inputs): [Story, StoryTask][] {
  return story.tasks
    .filter(({ id }) => named.length === 0 || named.includes(id))
    .map((task) => [story, task]);
}

/** The tasks of each branch, one push for all of them. */
function byBranch(planned: readonly PlannedTask[]): PlannedTask[][] {
  const branches = [...new Set(planned.map(({ destination }) => destination.branch))];
  return branches.map((branch) =>
    planned.filter(({ destination }) => destination.branch === branch),
  );
}

async function workOn(
  tasks: readonly PlannedTask[],
  isDryRun: boolean,
  ports: Ports,
): Promise<Outcome> {
  const written: Written[] = [];
  const adopted: Written[] = [];
  const skipped: Outcome["skipped"][number][] = [];
  const failures: Failure[] = [];
  const { destination } = tasks[0]!;
  let isVetoed = false;
  try {
    isVetoed = await wasClosedByPerson(tasks, ports);
  } catch (error) {
    return { ...NOTHING, failures: [{ subject: destination.branch, error }] };
  }
  for (const each of generatedFirst(tasks)) {
    const planned = isVetoed ? withoutAdoption(each) : each;
    const { plan, story } = planned;
    try {
      const made = await ports.log.group(`Task ${plan.task} (${story.path})`, () =>
        makeTask(planned, isDryRun, ports),
      );
      if (made.kind === "written") written.push(made.task);
      else if (made.kind === "adopted") adopted.push(made.task);
      else skipped.push({ subject: made.task, reason: made.reason });
      // What is written anew gets a pull request of its own, and the branch is one with it.
      if (plan.kind === "generate") isVetoed = false;
    } catch (error) {
      failures.push({ subject: plan.task, error });
    }
  }
  const done = { ...NOTHING, skipped, failures };
  if (written.length + adopted.length === 0) return done;
  try {
    return { ...done, ...(await handOver(destination, written, adopted, ports)) };
  } catch (error) {
    return { ...done, failures: [...failures, { subject: destination.branch, error }] };
  }
}

/** A person's "no" to a branch of ours holds as long as nothing was pushed to it since. */
async function wasClosedByPerson(
  tasks: readonly PlannedTask[],
  { pullRequests }: Ports,
): Promise<boolean> {
  const { branch, base, tip, pullRequest } = tasks[0]!.destination;
  if (pullRequest !== null || !tasks.some(({ plan }) => plan.kind === "adopt")) return false;
  if ((await pullRequests.find(branch, base)) !== null) return false;
  const closed = await pullRequests.lastClosed(branch, base);
  return closed !== null && !closed.isMerged && closed.headSha === tip;
}

/** Only when something was in fact made anew may what is there already be proposed a second time. */
function generatedFirst(tasks: readonly PlannedTask[]): PlannedTask[] {
  return tasks.toSorted((one, other) => rankOf(one) - rankOf(other));
}

function rankOf({ plan }: PlannedTask): number {
  return plan.kind === "generate" ? 0 : 1;
}

function withoutAdoption(planned: PlannedTask): PlannedTask {
  const { plan } = planned;
  if (plan.kind !== "adopt") return planned;
  return { ...planned, plan: { kind: "skip", task: plan.task, reason: "closed_by_person" } };
}

async function handOver(
  destination: Destination,
  written: readonly Written[],
  adopted: readonly Written[],
  ports: Ports,
): Promise<Pick<Outcome, "handedOver" | "attempts">> {
  const { head, pullRequest } = await publish(destination, written, adopted, ports);
  const { number, url } = pullRequest;
  const { branch, base } = destination;
  const tasks = [...written, ...adopted];
  return {
    handedOver: tasks.map(({ task }) => ({ task, number, url, branch, base, head })),
    attempts: Object.fromEntries(tasks.map(({ task, attempt }) => [task, attempt])),
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
