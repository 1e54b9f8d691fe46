import { readScope } from "../../actions/merge-gate/read-scope.ts";
import { type Evidence, parseEvidence } from "../../src/evidence/evidence.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { saidIn } from "../../src/next-runs/gate-status.ts";
import { isTaskId } from "../../src/task/task-id.ts";
import type { PullRequest } from "../../world/pull-request.ts";
import { digestOfStory } from "./folders.ts";
import type { Run } from "./run.ts";
import type { Artifacts, MergeMade, QueuedByGate, Town } from "./town.ts";

/** All that must never be, found after a sequence. Empty where all is well. */
export async function brokenRules(town: Town): Promise<string[]> {
  const merges = await Promise.all(town.merges.map((merge) => brokenByMerge(town, merge)));
  return [
    ...merges.flat(),
    ...town.queued.flatMap((entry) => brokenByEntry(town, entry)),
    ...town.open.flatMap((pullRequest) => brokenByWaiting(town, pullRequest)),
    ...brokenByStarts(town),
    ...brokenByMoney(town),
    ...town.runs.flatMap(brokenByRun),
    ...town.github.violations,
  ];
}

/** Nothing is merged but what this very run has proven, and only where people let it. */
async function brokenByMerge(town: Town, { by, ...merge }: MergeMade): Promise<string[]> {
  if (by === "person") return [];
  if (by === "queue") return brokenByQueue(town, merge);
  const name = `#${merge.number} was merged by run ${by.id}`;
  const { seen } = merge;
  // Nobody can forbid a person to give it another base in that very moment; it has to be said.
  if (seen !== undefined && seen.baseBranch !== merge.baseBranch) {
    return isSaidToDiffer(town, by, merge) ? [] : [`${name} into another base, and nobody says so`];
  }
  const against = [
    ...(seen?.isOurs === true ? [] : ["without our label"]),
    ...(seen?.isDraft === true ? ["as a draft"] : []),
    ...(town.habits.mode === "merge" ? [] : ["where it was to post only"]),
  ];
  const [mergeBase = ""] = await town.git.mergeBases(merge.onto, merge.head);
  const branch = town.pulls[merge.number - 1]?.headBranch ?? "";
  const scope = await readScope(town.git, mergeBase, merge.head, branch);
  if (scope.outOfScope.length > 0) against.push(`with ${scope.outOfScope.join(", ")}`);
  if (scope.tasks.length === 0) against.push("without a task");
  for (const path of scope.stories) {
    if (isUnbuilt(town, merge.commit, path)) against.push(`with ${path} unbuilt`);
  }
  for (const task of scope.tasks) {
    const why =
      unproven(merge.artifacts, by, merge.head, task) ??
      (await provenBesideOthers(town, by, merge, task));
    if (why !== null) against.push(`with ${task}, which ${why}`);
  }
  return [
    ...against.map((what) => `${name} ${what}`),
    ...wrongOnBase(town, by, merge, scope.tasks),
  ];
}

/**
 * What the queue merges was proven in its own group, which lies on what was ahead of it. Who put it there has answered for
 * the rest.
 */
async function brokenByQueue(
  town: Town,
  { number, onto, commit, artifacts }: Omit<MergeMade, "by">,
): Promise<string[]> {
  const runs = town.runs.filter(
    ({ request: { trigger } }) => trigger.kind === "merge_group" && trigger.headSha === commit,
  );
  const { tasks, stories } = await readScope(town.git, onto, commit, "");
  const unbuilt = stories.filter((path) => isUnbuilt(town, commit, path));
  const against = [
    ...unbuilt.map((path) => `with ${path} unbuilt`),
    ...tasks.flatMap((task) => {
      const why = runs.map((run) => unproven(artifacts, run, commit, task));
      const isShown = why.includes(null);
      return isShown ? [] : [`with ${task}, which ${why.join(", ") || "no run has looked at"}`];
    }),
    ...tasks.filter((task) => !town.isRight(commit, task)).map((task) => `with ${task}, wrong`),
  ];
  return against.map((what) => `#${number} was merged by the queue ${what}`);
}

function isUnbuilt(town: Town, commit: string, path: string): boolean {
  const [, id = ""] = /([^/]+)\.json$/.exec(path) ?? [];
  const ref = town.read(commit, `generated/${id}/meta/story_ref.json`) ?? "";
  return !ref.includes(digestOfStory(id, town.read(commit, path) ?? ""));
}

/** The gate adds what it might merge itself, and nothing else. */
function brokenByEntry(
  town: Town,
  { number, by, seen, head, matrix, artifacts }: QueuedByGate,
): string[] {
  const tasks = (matrix ?? []).filter((entry) => entry["pull-request"] === String(number));
  const against = [
    ...(seen?.isOurs === true ? [] : ["without our label"]),
    ...(seen?.isDraft === true ? ["as a draft"] : []),
    ...(seen?.baseBranch === "main" ? [] : ["though it goes elsewhere"]),
    ...(town.habits.mode === "merge" ? [] : ["where it was to post only"]),
    ...(tasks.length === 0 ? ["without a task"] : []),
    ...tasks.flatMap(({ entry }) => {
      const why = unproven(artifacts, by, head, entry);
      return why === null ? [] : [`with ${entry}, which ${why}`];
    }),
  ];
  return against.map((what) => `#${number} was put into the queue by run ${by.id} ${what}`);
}

/** What the verifier of the run has found is what counts, and it says what is true of the candidate. */
function unproven(artifacts: Artifacts, run: Run, head: string, task: string): string | null {
  const artifact = (artifacts.get(run.id) ?? []).find(({ entry }) => entry === task);
  const [file] = artifact?.files ?? [];
  if (file === undefined || !("json" in file)) return "has no evidence";
  const evidence = evidenceIn(file.json, task);
  if (evidence === null) return "has evidence that cannot be read";
  if (evidence.head !== head) return `was verified at ${evidence.head}`;
  return evidence.verdict === "passed" ? null : `was found ${evidence.verdict}`;
}

/** Where the base stood still since the last look, it holds what the tests ran beside. */
async function provenBesideOthers(
  town: Town,
  run: Run,
  { onto, commit, artifacts }: Omit<MergeMade, "by">,
  task: string,
): Promise<string | null> {
  if (run.lookedAt !== onto) return null;
  const artifact = (artifacts.get(run.id) ?? []).find(({ entry }) => entry === task);
  const [file] = artifact?.files ?? [];
  const evidence = file !== undefined && "json" in file ? evidenceIn(file.json, task) : null;
  const tested = evidence?.inputs?.shared["requirements.txt"] ?? null;
  const present = (await town.git.objectAt(commit, "requirements.txt"))?.oid ?? null;
  return tested === present ? null : "ran beside other requirements";
}

function evidenceIn(json: string, task: string): Evidence | null {
  if (!isTaskId(task)) return null;
  try {
    return parseEvidence(json, { task, entry: task });
  } catch (error) {
    if (error instanceof PipelineError) return null;
    throw error;
  }
}

/** A base that moved between the last look and the merge cannot be helped; it has to be said. */
function wrongOnBase(
  town: Town,
  run: Run,
  { number, onto, commit, head }: Omit<MergeMade, "by">,
  tasks: readonly string[],
): string[] {
  const wrong = tasks.filter((task) => !town.isRight(commit, task));
  if (wrong.length === 0) return [];
  if (run.lookedAt === onto) return [`#${number} brought ${wrong.join()} onto the base, wrong`];
  if (isSaidToDiffer(town, run, { number, head })) return [];
  return [`#${number} brought ${wrong.join()} onto the base, wrong, and nobody says so`];
}

function isSaidToDiffer(
  town: Town,
  run: Run,
  { number, head }: Pick<MergeMade, "number" | "head">,
): boolean {
  const isInStatus = town.statusOf(head)?.description.includes("merged_differently") === true;
  return isCutShort(run) || isInStatus || commentOf(town, number).includes("merged_differently");
}

function commentOf(town: Town, number: number): string {
  return (town.pulls[number - 1]?.comments ?? []).map(({ body }) => body).join("\n");
}

/** Whoever is open at the end waits for a person, who was told. */
function brokenByWaiting(town: Town, pullRequest: PullRequest): string[] {
  const { number, headSha, headRepository, labels, draft } = pullRequest;
  const status = town.statusOf(headSha);
  const left = (what: string): string[] => [
    `#${number} is left: ${what} (${status?.state ?? "no status"}: ${status?.description ?? ""})`,
  ];
  if (headRepository !== town.repository) {
    return status === null ? left("from a fork, without a word") : [];
  }
  // Whoever takes the label away, or makes it a draft, has it.
  if (!labels.includes("agent-pipeline") || draft) return [];
  if (status === null) return left("nobody has said anything");
  const said = saidIn(status.description);
  if (said.kind === "started" && said.what !== "after_merge") {
    return left("what was started is over");
  }
  if (status.state === "pending") return left("it waits, and nobody comes");
  if (status.state === "failure") {
    // Another pull request of the same head may be the one that was told.
    const isTold = town.pulls.some(
      (one) => one.headSha === headSha && commentOf(town, one.number) !== "",
    );
    // A person may cancel the gate between its status and the comment: the run shows it, and the next one makes it good.
    const isCancelled = town.runs.some(({ process }) => process?.state === "dead");
    return isTold || isCancelled || wasDisturbed(town) ? [] : left("without a sentence");
  }
  if (said.kind === "waits" && said.code === "queued") return left("the queue has let it go");
  if (status.description.includes("; a person must ")) {
    const isTold = labels.includes("needs-human") && commentOf(town, number) !== "";
    return isTold || wasDisturbed(town) ? [] : left("without a sentence for whoever must merge it");
  }
  if (said.kind !== "proven") return [];
  return pullRequest.mergeability === "clean" || pullRequest.mergeability === "unstable"
    ? left("it is proven, and could be merged")
    : [];
}

function wasDisturbed({ runs }: Town): boolean {
  return runs.some(({ faults }) => faults > 0);
}

function isCutShort({ process, faults }: Run): boolean {
  return process?.state === "dead" || faults > 0;
}

const MOST_STARTS = { retry: 3, reverify: 3, lost_job: 1, sweep: 3, after_merge: 1 } as const;

function brokenByStarts(town: Town): string[] {
  return [...town.repository.statusesBySha].flatMap(([head, statuses]) =>
    Object.entries(MOST_STARTS).flatMap(([kind, most]) => {
      const starts = statuses.filter(
        ({ context, description }) =>
          context === "agent-pipeline/journal" && description?.startsWith(`start ${kind} `),
      );
      return starts.length <= most ? [] : [`${head} has ${starts.length} starts of ${kind}`];
    }),
  );
}

const MOST_PAID = 3;

/** A person's push, or a run that was cut short between the payment and the note of it, lets one more be made. */
function brokenByMoney({ paid, excuses }: Town): string[] {
  return [...paid].flatMap(([made, times]) => {
    const [branch = ""] = made.split(" ");
    const most = MOST_PAID * (1 + (excuses.get(branch) ?? 0));
    return times <= most ? [] : [`${made} was paid ${times} times, and ${most} is the limit`];
  });
}

const MOST_CALLS = 150;

function brokenByRun({ id, process, outcome, request, swept }: Run): string[] {
  const name = `${request.workflow} ${id}`;
  const bugs = [
    process?.failure,
    ...(outcome?.undecided ?? []).map(({ error }) => error),
    ...(swept?.failures ?? []).map(({ error }) => error),
  ].filter((error) => error != null && !(error instanceof PipelineError));
  return [
    ...bugs
      .filter((error) => !(error instanceof Error && error.message === "The matrix is missing"))
      .map((error) => `${name} met a bug: ${error instanceof Error ? error.stack : String(error)}`),
    ...((process?.calls.length ?? 0) > MOST_CALLS
      ? [`${name} made ${process?.calls.length} calls`]
      : []),
  ];
}
