import type { Config } from "../../src/config/config.ts";
import { readConfigAt } from "../../src/config/read-config.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { Failure } from "../../src/runner/job.ts";
import type { Trigger } from "../../src/runner/trigger.ts";
import type { Story } from "../../src/story/story.ts";
import { ahead } from "./ahead.ts";
import type { Authoring } from "./authoring.ts";
import type { Inputs } from "./inputs.ts";
import { joined, NOTHING, NOTHING_DONE, type Done, type Outcome } from "./outcome.ts";
import { planTasks, type PlannedTask, type WantedTask } from "./plan-tasks.ts";
import { bringStarts, type PublishPorts } from "./publish.ts";
import { openScene, type Scene } from "./scene.ts";
import { selectStories, type StoryFailure } from "./select-stories.ts";
import { targetOf } from "./target.ts";
import { byBranch, willWrite, workOnBranch, type BranchPorts } from "./work-on-branch.ts";

export interface Ports extends PublishPorts {
  /** Whoever asks models, as the config says. */
  readonly authoringBy: (config: Config) => Authoring;
}

/** Turns the stories of an event into tasks on branches with pull requests. One that fails never stops the others. */
export async function run(inputs: Inputs, trigger: Trigger, ports: Ports): Promise<Outcome> {
  const target = targetOf(trigger, inputs["pull-request"]);
  if (target.kind === "nothing") {
    ports.log.notice(`Nothing is generated. ${target.why}`);
    return NOTHING;
  }
  const strategy = inputs["branch-strategy"];
  const scene = await openScene(target, trigger.defaultBranch, strategy, ports);
  if (scene === null) return NOTHING;

  const config = await readConfigAt(ports.repository, scene.baseTip);
  const authoring = ports.authoringBy(config);
  const done = await workOn(scene, inputs, { ...ports, authoring });
  return { ...done, spent: authoring.spending.stages };
}

async function workOn(scene: Scene, inputs: Inputs, ports: BranchPorts): Promise<Done> {
  const { repository, log } = ports;
  const { stories, failures } = await selectStories(repository, scene.commit, {
    patterns: inputs.story,
    tasks: inputs.task,
    changedSince: scene.changedSince,
  });
  if (stories.length === 0 && failures.length === 0) {
    log.notice("No story is new or changed, so nothing is generated.");
  }
  const wanted = stories.flatMap((story) => wantedTasks(story, inputs));
  const { planned, unplanned } = await planTasks(wanted, { scene, inputs, repository, log });
  ports.authoring.plan(planned);
  const unread = { ...NOTHING_DONE, failures: [...failures.map(asFailure), ...unplanned] };
  return joined([unread, ...(await workOnAll(planned, inputs["dry-run"], ports))]);
}

function wantedTasks(story: Story, { task: named }: Inputs): WantedTask[] {
  return story.tasks
    .filter(({ id }) => named.length === 0 || named.includes(id))
    .map((task) => ({ story, task }));
}

function asFailure({ subject, problem }: StoryFailure): Failure {
  return { subject, error: new PipelineError("INPUT_INVALID", `${subject} ${problem}`) };
}

async function workOnAll(
  planned: readonly PlannedTask[],
  isDryRun: boolean,
  ports: BranchPorts,
): Promise<Done[]> {
  const branches = byBranch(planned);
  const pushed = isDryRun ? [] : branches.filter(willWrite);
  const starts = pushed.map(({ destination }) => destination);
  await ahead(() => bringStarts(starts, ports.repository), ports.log);
  const done: Done[] = [];
  for (const branch of branches) done.push(await workOnBranch(branch, isDryRun, ports));
  return done;
}
