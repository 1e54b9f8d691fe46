import type { Trigger } from "../../src/runner/trigger.ts";
import type { PullRequest } from "../../world/pull-request.ts";
import { REQUIREMENTS } from "./folders.ts";
import { Run, type RunRequest, type Workflow } from "./run.ts";
import type { Town } from "./town.ts";

type Action = "opened" | "synchronize" | "reopened" | "ready_for_review" | "labeled" | "edited";

/** Starts what an event of a pull request starts, as the `on:` of our workflows says. */
export async function happens(town: Town, pullRequest: PullRequest, action: Action): Promise<void> {
  const { headRepository, baseBranch, headSha, state } = pullRequest;
  town.repository.refreshPullRequests();
  // The runs of forks can write nothing, and GitHub starts none where there is a conflict.
  if (headRepository !== town.repository || state === "closed") return;
  if (pullRequest.mergeCommit === null) return;
  const base = town.repository.tip(baseBranch);
  if (base === null) return;
  const [mergeBase] = await town.git.mergeBases(base, headSha);
  if (mergeBase === undefined) return;
  const changes = async (folder: string): Promise<boolean> =>
    (await town.git.changes(mergeBase, headSha, folder)).length > 0;
  if (baseBranch === "main" && (await changes("generated"))) {
    startForEvent(town, "agent-ci", pullRequest, action);
  }
  if (await changes("meta/stories")) startForEvent(town, "agent-pipeline", pullRequest, action);
}

function startForEvent(
  town: Town,
  workflow: Workflow,
  { number, headBranch, headSha, baseBranch }: PullRequest,
  action: Action,
): void {
  const trigger: Trigger = {
    kind: "pull_request",
    defaultBranch: "main",
    number,
    action,
    label: action === "labeled" ? "agent-pipeline" : null,
    isBaseChanged: action === "edited",
    headBranch,
    headSha,
    baseBranch,
    isFork: false,
    isByDependabot: false,
  };
  const id = town.github.runs.nextId();
  record(town, { id, event: "pull_request", workflow, branch: headBranch, sha: headSha });
  start(town, { id, workflow, trigger, pullRequest: number, given: null }, baseBranch);
}

/** Starts the runs that somebody has asked for since the last time. */
export function startDispatched(town: Town): number {
  const asked = town.takeDispatches();
  for (const { workflow: file, ref, inputs, runId } of asked) {
    const workflow = file === "agent-ci.yml" ? "agent-ci" : "agent-pipeline";
    const number = Number(inputs["pull-request"] ?? "") || null;
    const tasks = (inputs["task"] ?? "").split(",").filter((task) => task !== "");
    const trigger: Trigger = {
      kind: "dispatch",
      defaultBranch: "main",
      branch: ref,
      sha: town.tip(ref),
    };
    const request: RunRequest = {
      id: runId,
      workflow,
      trigger,
      pullRequest: number,
      given: number,
      ...(tasks.length === 0 ? {} : { tasks }),
      feedback: inputs["feedback-run-id"] || null,
      isPartial: (inputs["max-tests"] ?? "") !== "",
    };
    start(town, request, town.pulls[(number ?? 0) - 1]?.baseBranch ?? ref);
  }
  return asked.length;
}

/** The check that the pipeline does not make. */
export function outsideSaysOf(
  town: Town,
  head: string,
  state: "success" | "failure" | "pending",
): void {
  town.repository.addStatus(head, {
    id: 900_000_000 + town.nextSerial(),
    state,
    context: "outside",
    description: null,
    targetUrl: null,
    at: new Date(town.now).toISOString(),
  });
}

/** A person clicks "Merge when ready" wherever GitHub offers it. */
export function enqueueAll(town: Town): void {
  for (const pullRequest of town.open) {
    if (pullRequest.baseBranch === "main") town.queue?.add(pullRequest, false);
  }
}

/**
 * Lets the queue do what it can: merge or take out what is at its front, and ask for checks on groups that are new. Answers
 * whether anything happened.
 */
export function turnQueue(town: Town): boolean {
  const { queue } = town;
  if (queue === null) return false;
  const before = queue.entries.length;
  const groups = queue.build();
  for (const { branch, sha, builtOn } of groups) {
    startForGroup(town, branch, sha, builtOn);
    // Whose workflow does not listen to groups never says anything of one.
    if (!town.isCalm && town.dice.happens(0.5)) outsideSaysOf(town, sha, "success");
  }
  if (!town.isCalm && town.dice.happens(0.5)) overtake(town);
  const merged = queue.work();
  for (const { number, head, sha: commit, builtOn: onto } of merged) {
    const { artifacts } = town;
    const about = { number, by: "queue", head, baseBranch: "main" } as const;
    town.merges.push({ ...about, onto, commit, artifacts });
  }
  return groups.length > 0 || queue.entries.length < before;
}

/** Somebody pushes before the queue merges what is green: it has to be built anew, and beside other requirements. */
function overtake(town: Town): void {
  const { group } = town.queue?.entries[0] ?? {};
  if (group == null || town.statusOf(group.sha)?.state !== "success") return;
  const present = town.read("main", "requirements.txt");
  const files = { "requirements.txt": `${REQUIREMENTS.find((text) => text !== present)}\n` };
  town.repository.commit("main", { files, message: "Pin" });
}

function startForGroup(town: Town, branch: string, sha: string, baseSha: string): void {
  const workflow = "agent-ci";
  const id = town.github.runs.nextId();
  const trigger: Trigger = {
    kind: "merge_group",
    defaultBranch: "main",
    headBranch: branch,
    headSha: sha,
    baseSha,
    baseBranch: "main",
  };
  record(town, { id, event: "merge_group", workflow, branch, sha });
  start(town, { id, workflow, trigger, pullRequest: null, given: null }, "main");
}

/** Its clock has struck, or somebody has started it. */
export function startSweepRun(town: Town): Run {
  const id = town.github.runs.nextId();
  const trigger: Trigger = {
    kind: "other",
    defaultBranch: "main",
    event: "schedule",
    sha: town.tip("main"),
  };
  const workflow = "agent-sweep";
  record(town, { id, event: "schedule", workflow, branch: "main", sha: town.tip("main") });
  return start(town, { id, workflow, trigger, pullRequest: null, given: null }, "main");
}

function start(town: Town, request: RunRequest, baseBranch: string): Run {
  const run = new Run(request, baseBranch);
  town.runs.push(run);
  return run;
}

function record(
  town: Town,
  about: {
    readonly id: number;
    readonly event: string;
    readonly workflow: Workflow;
    readonly branch: string;
    readonly sha: string;
  },
): void {
  town.github.runs.record({
    id: about.id,
    repository: town.repository,
    event: about.event,
    headBranch: about.branch,
    headSha: about.sha,
    workflow: `.github/workflows/${about.workflow}.yml`,
    attempt: 1,
    actor: "octocat",
    status: "in_progress",
    conclusion: null,
  });
}

export function end(town: Town, run: Run, conclusion: "success" | "failure" | "cancelled"): void {
  run.isOver = true;
  run.process?.kill();
  town.github.runs.end(run.id, conclusion);
}
