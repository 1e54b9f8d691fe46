import type { Config } from "../../src/config/config.ts";
import { readConfigAt } from "../../src/config/read-config.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { Lanes } from "../../src/foundation/lanes.ts";
import type { End, Journals } from "../../src/next-runs/journal.ts";
import type { Failure } from "../../src/runner/job.ts";
import type { Trigger } from "../../src/runner/trigger.ts";
import type { Story } from "../../src/story/story.ts";
import { ahead } from "./ahead.ts";
import type { Authoring } from "./authoring.ts";
import { bringStarts } from "./commit-task.ts";
import { intend, type DryPorts } from "./dry-run.ts";
import { type FeedbackPorts, readFeedback } from "./feedback.ts";
import type { Inputs } from "./inputs.ts";
import type { BranchPorts } from "./moving-branch.ts";
import { joined, NOTHING, NOTHING_DONE, type Done, type Outcome } from "./outcome.ts";
import { withOwnEvidence } from "./own-evidence.ts";
import { planTasks, type PlannedTask, type WantedTask } from "./plan-tasks.ts";
import type { PublishPorts } from "./publish.ts";
import { openScene, type Scene } from "./scene.ts";
import { selectStories, type StoryFailure } from "./select-stories.ts";
import { type Target, targetOf } from "./target.ts";
import { tellPullRequest } from "./tell-pull-request.ts";
import { leftForNextRun, withinLimit } from "./within-limit.ts";
import {
  byBranch,
  willWrite,
  workOnBranch,
  type BranchWork,
  type WorkPorts,
} from "./work-on-branch.ts";

export interface Ports
  extends PublishPorts, BranchPorts, FeedbackPorts, Omit<DryPorts, "authoring"> {
  readonly journals: Journals;
  /** This one. */
  readonly run: { readonly id: string; readonly attempt: number };
  /** Whoever asks models, as the config says, for what is merged into a commit. */
  readonly authoringBy: (config: Config, base: string) => Authoring;
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
  try {
    const outcome = await workAt(scene, config, inputs, ports);
    await tell(target, outcome, inputs, ports);
    return outcome;
  } catch (error) {
    await tell(target, { ...NOTHING, failures: [{ subject: null, error }] }, inputs, ports);
    throw error;
  }
}

/** Where the run writes to a pull request that was there before it, that has to show how it ended. */
async function tell(target: Target, outcome: Outcome, inputs: Inputs, ports: Ports): Promise<void> {
  if (target.kind !== "pull_request" || inputs["dry-run"]) return;
  const isGiven = inputs["pull-request"] === target.number;
  await tellPullRequest(target.number, outcome, isGiven, ports);
}

async function workAt(
  scene: Scene,
  config: Config,
  inputs: Inputs,
  ports: Ports,
): Promise<Outcome> {
  const { done: unread, planned: asTheyAre } = await planAll(scene, inputs, ports);
  const isTold = inputs["feedback-run-id"] !== "" || inputs["dry-run"];
  const planned = isTold ? asTheyAre : await withOwnEvidence(asTheyAre, config, ports);
  const feedbackRun = inputs["feedback-run-id"] || ports.run.id;
  const limit = config["tasks-per-run"];
  const { taken, left } = withinLimit(planned, limit);
  const skipped = leftForNextRun(left, limit, ports.log);

  const authoring = ports.authoringBy(config, scene.baseTip);
  const ends = inputs["dry-run"] ? new Map<string, readonly End[]>() : await endsAt(taken, ports);
  authoring.plan(taken, [...ends.values()].flat());
  const branches = byBranch(taken);
  const done = inputs["dry-run"]
    ? await intendAll(branches, { ...ports, authoring })
    : await workOnAll(branches, {
        ...ports,
        authoring,
        feedbackFor: (one) =>
          readFeedback(
            one,
            feedbackRun,
            feedbackRun === ports.run.id ? null : config["feedback-workflows"],
            ends.get(one.destination.tip ?? "") ?? [],
            ports,
          ),
        ends,
        feedbackRun,
        asking: new Lanes(config["parallel-tasks"]),
        writing: new Lanes(1),
      });
  return {
    ...joined([unread, ...done, { ...NOTHING_DONE, skipped }]),
    spent: authoring.spending.stages,
    spans: authoring.stopwatch.spans,
  };
}

/** What was paid on the heads that are to be written to, and pushed nothing. */
async function endsAt(
  planned: readonly PlannedTask[],
  { journals }: Ports,
): Promise<ReadonlyMap<string, readonly End[]>> {
  const heads = new Set(
    planned.flatMap(({ plan, destination: { tip } }) =>
      plan.kind === "generate" && tip !== null ? [tip] : [],
    ),
  );
  const ends = await Promise.all(
    [...heads].map(async (head) => [head, (await journals.read(head)).ends] as const),
  );
  return new Map(ends);
}

/** What is to be done, and what went wrong on the way to know it. */
async function planAll(
  scene: Scene,
  inputs: Inputs,
  { repository, log }: Ports,
): Promise<{ readonly planned: readonly PlannedTask[]; readonly done: Done }> {
  const { stories, failures, misplaced } = await selectStories(repository, scene.commit, {
    patterns: inputs.story,
    tasks: inputs.task,
    changedSince: scene.changedSince,
  });
  for (const { subject, problem } of misplaced)
    log.notice(`${subject} ${problem}`, { file: subject });
  if (stories.length + failures.length + misplaced.length === 0) {
    log.notice("No story is new or changed, so nothing is generated.");
  }
  const wanted = stories.flatMap((story) => wantedTasks(story, inputs));
  const { planned, unplanned } = await planTasks(wanted, { scene, inputs, repository, log });
  return {
    planned,
    done: { ...NOTHING_DONE, failures: [...failures.map(asFailure), ...unplanned] },
  };
}

function wantedTasks(story: Story, { task: named }: Inputs): WantedTask[] {
  return story.tasks
    .filter(({ id }) => named.length === 0 || named.includes(id))
    .map((task) => ({ story, task }));
}

function asFailure({ subject, problem }: StoryFailure): Failure {
  return { subject, error: new PipelineError("INPUT_INVALID", `${subject} ${problem}`) };
}

async function intendAll(branches: readonly BranchWork[], ports: DryPorts): Promise<Done[]> {
  const done: Done[] = [];
  for (const branch of branches) done.push(await intend(branch, ports));
  return done;
}

async function workOnAll(branches: readonly BranchWork[], ports: WorkPorts): Promise<Done[]> {
  const starts = branches.filter(willWrite).map(({ destination }) => destination);
  await ahead(() => bringStarts(starts, ports.repository), ports.log);
  return Promise.all(branches.map((branch) => workOnBranch(branch, ports)));
}
