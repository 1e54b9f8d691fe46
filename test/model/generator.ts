import { tellPullRequest } from "../../actions/generate/tell-pull-request.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import {
  githubPullRequests,
  githubStatuses,
  githubStickyComments,
} from "../../src/github/adapters/pull-requests.ts";
import { statusJournals } from "../../src/next-runs/adapters/journals.ts";
import type { End } from "../../src/next-runs/journal.ts";
import { type PresentTask, readTask } from "../../src/task/present-task.ts";
import { isTaskId, type TaskId } from "../../src/task/task-id.ts";
import type { PullRequest } from "../../world/pull-request.ts";
import {
  attempt,
  CALLS_A_TIME,
  digestOfStory,
  madeFolder,
  type Quality,
  storyPath,
  USD_A_TIME,
} from "./folders.ts";
import { urlOfRun } from "./jobs.ts";
import type { Made, Run } from "./run.ts";
import { BOT, HERE, type Town } from "./town.ts";

const MAX_ATTEMPTS = 3;

const LOG = {
  info: () => undefined,
  notice: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  group: <T>(_title: string, work: () => Promise<T>) => work(),
};

/**
 * The job generate up to its push: reads what is to be made, asks a model that is right by chance, and pays it. By the same
 * rules as the real one, which is tested with a model of its own.
 */
export async function generate(town: Town, run: Run): Promise<void> {
  const pullRequest = pullRequestOf(town, run);
  if (pullRequest === null) return;
  const { headBranch: branch } = pullRequest;
  const tip = town.tip(branch);
  for (const task of await wanted(town, run, pullRequest, tip)) {
    const story = town.read(tip, storyPath(task));
    if (story === null) {
      run.failures.push(`${task} has no story`);
      continue;
    }
    const present = await readTask(town.git, { commit: tip, task });
    const refusal = await againstAttempt(town, run, task, tip, present, story);
    if (refusal !== null) {
      if (refusal !== "") run.failures.push(refusal);
      continue;
    }
    const key = `${branch} ${task} ${digestOfStory(task, story)}`;
    town.paid.set(key, (town.paid.get(key) ?? 0) + 1);
    const folder = present?.tree ?? null;
    run.made.push({
      task,
      tip,
      branch,
      story,
      folder,
      files: made(town, run, task, story, present),
    });
  }
}

function pullRequestOf(town: Town, { request }: Run): PullRequest | null {
  const found = town.open.find(({ number }) => number === request.pullRequest);
  return found?.headRepository === town.repository ? found : null;
}

/** Tasks whose code is missing, or was made from another text; those that a dispatch names. */
async function wanted(
  town: Town,
  { request }: Run,
  { baseBranch }: PullRequest,
  tip: string,
): Promise<TaskId[]> {
  if (request.tasks !== undefined) return request.tasks.filter(isTaskId);
  const [mergeBase = tip] = await town.git.mergeBases(town.tip(baseBranch), tip);
  const changes = await town.git.changes(mergeBase, tip, "meta/stories");
  const tasks = changes
    .filter(({ after }) => after !== null)
    .map(({ path }) => path.replace(/\.json$/, ""))
    .filter(isTaskId);
  const found: TaskId[] = [];
  for (const task of tasks) {
    const present = await readTask(town.git, { commit: tip, task });
    const text = town.read(tip, storyPath(task)) ?? "";
    if (present?.story !== digestOfStory(task, text)) found.push(task);
  }
  return found;
}

/** Why no attempt is made; empty where that is no failure. null where one is. */
async function againstAttempt(
  town: Town,
  { request }: Run,
  task: TaskId,
  tip: string,
  present: PresentTask | null,
  story: string,
): Promise<string | null> {
  if (present !== null && !present.isUntouched) {
    return request.given === null ? "" : `${task} was changed by a person`;
  }
  const { ends } = await journals(town, request.id).read(tip);
  const isSame = present?.story === digestOfStory(task, story);
  const before = isSame ? (present?.attempts.length ?? 0) : 0;
  const own = ends.filter((end) => end.task === task);
  if (before + own.length >= MAX_ATTEMPTS) return `${task}: all attempts were made`;
  const { feedback } = request;
  if (feedback == null) return null;
  const evidence = (town.artifacts.get(Number(feedback)) ?? []).find(({ entry }) => entry === task);
  const [file] = evidence?.files ?? [];
  if (file === undefined || !("json" in file)) return `the run ${feedback} has no evidence`;
  if (!file.json.includes(tip)) return `the run ${feedback} verified another commit`;
  if (own.some(({ evidenceRun }) => evidenceRun === feedback)) {
    return `the run ${feedback} was gone on from already`;
  }
  return null;
}

/** The folder that comes of it; null where nothing does. */
function made(
  town: Town,
  { request }: Run,
  task: string,
  story: string,
  present: PresentTask | null,
): Made["files"] {
  const { dice } = town;
  if (dice.happens(0.15)) return null;
  const quality: Quality = dice.one<Quality>(
    "right",
    "right",
    "right",
    "needs_two",
    "wrong",
    "wrong",
    "unclear",
    "unlucky",
  );
  const isSame = present?.story === digestOfStory(task, story);
  const before = isSame ? (present?.attempts ?? []) : [];
  const reason = request.feedback == null ? "new" : "feedback";
  const attempts = [...before, attempt(before.length + 1, reason, null)];
  return madeFolder(task, story, { quality, serial: town.nextSerial() }, attempts);
}

/** The rest of the job: one push for what was made, the journal for what was not, and a word about it. */
export async function publish(town: Town, run: Run): Promise<void> {
  const pullRequest = pullRequestOf(town, run);
  if (pullRequest === null) return;
  const { number, headBranch: branch } = pullRequest;
  const ends: End[] = [];
  const before = town.tip(branch);
  let isPushed = false;
  for (const one of run.made) {
    if (one.files === null) ends.push(endOf(run, one));
    else if (await isOvertaken(town, one)) run.failures.push(`${one.task} was changed meanwhile`);
    else {
      town.repository.commit(branch, {
        files: one.files,
        message: `Generate ${one.task}`,
        by: BOT,
      });
      isPushed = true;
    }
  }
  town.repository.refreshPullRequests();
  const head = town.tip(branch);
  // A new head begins with what the one before it knew.
  for (const end of isPushed ? (await journals(town, run.id).read(before)).ends : []) {
    await journals(town, run.id).write(head, end);
  }
  for (const end of ends) {
    run.failures.push(`${end.task}: nothing came of it`);
    await journals(town, run.id).write(head, end);
  }
  if (isPushed) await statuses(town, run).post(head, "pending", "generated, and to be verified");
  await tell(town, run, isPushed);
  run.handedOver = isPushed || run.failures.length === 0 ? [{ number, head }] : [];
}

function endOf({ request }: Run, { task }: Made): End {
  if (!isTaskId(task)) throw new Error(`${task} is no task id`);
  return {
    kind: "end",
    task,
    code: "model_output_invalid",
    costUsd: USD_A_TIME,
    calls: CALLS_A_TIME,
    evidenceRun: request.feedback ?? null,
  };
}

/** Whether somebody changed the folder or its story since it was made. */
async function isOvertaken(town: Town, { task, branch, folder, story }: Made): Promise<boolean> {
  const tip = town.tip(branch);
  const now = await town.git.objectAt(tip, `generated/${task}`);
  return (now?.oid ?? null) !== folder || town.read(tip, storyPath(task)) !== story.trimEnd();
}

async function tell(town: Town, run: Run, isPushed: boolean): Promise<void> {
  const { pullRequest, given } = run.request;
  if (pullRequest === null) return;
  if (run.failures.length === 0) return;
  const { headBranch: branch, headSha: head, baseBranch: base } = town.pulls[pullRequest - 1]!;
  const handedOver = run.made
    .map(({ task }) => task)
    .filter(isTaskId)
    .filter(() => isPushed)
    .map((task) => ({ task, number: pullRequest, url: "", branch, head, base }));
  const failures = run.failures.map((message) => ({
    subject: null,
    error: new PipelineError("MODEL_OUTPUT_INVALID", message),
  }));
  await tellPullRequest(pullRequest, { failures, skipped: [], handedOver }, given !== null, {
    pullRequests: githubPullRequests(town.api, HERE),
    comments: githubStickyComments(town.api, HERE),
    statuses: statuses(town, run),
    log: LOG,
    runUrl: urlOfRun(String(run.id)),
  });
}

function journals(town: Town, run: number) {
  return statusJournals(town.api, HERE, urlOfRun(String(run)));
}

function statuses(town: Town, run: Run) {
  return githubStatuses(town.api, HERE, urlOfRun(String(run.id)));
}
