import { readScope } from "../../actions/merge-gate/read-scope.ts";
import { readCandidate, readSharedInputs } from "../../src/candidate/read-candidate.ts";
import { verifySettingsDigest } from "../../src/config/config.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import type { ReasonCode } from "../../src/evidence/reasons.ts";
import type { Commits } from "../../src/git/commits.ts";
import { formatMatrix, type MatrixEntry, parseMatrix } from "../../src/handover/matrix.ts";
import { isTaskId, type TaskId } from "../../src/task/task-id.ts";
import { passedEvidence, someInputs } from "../support/evidence.ts";
import { codePath, type Quality, qualityOf } from "./folders.ts";
import type { Run } from "./run.ts";
import { isRightBeside, type Town } from "./town.ts";

/** The job discover: which task folders a pull request changes, at its present tip or at the one that was handed over. */
export async function discover(town: Town, run: Run): Promise<void> {
  const { request } = run;
  if (request.workflow === "agent-pipeline" && run.handedOver === null) return;
  const asked =
    request.workflow === "agent-pipeline"
      ? (run.handedOver ?? [])
      : town.pulls
          .filter(({ number }) => number === request.pullRequest)
          .filter(
            ({ state, headRepository }) => state === "open" && headRepository === town.repository,
          )
          .map(({ number, headSha }) => ({ number, head: headSha }));
  const entries: MatrixEntry[] = [];
  for (const { number, head } of asked) {
    const pullRequest = town.pulls[number - 1]!;
    const base = town.repository.tip(pullRequest.baseBranch);
    if (base === null) continue;
    run.baseBranch = pullRequest.baseBranch;
    const bases = await town.git.mergeBases(base, head);
    const [mergeBase] = bases;
    if (mergeBase === undefined || bases.length > 1) return;
    const { tasks } = await readScope(town.git, mergeBase, head, pullRequest.headBranch);
    entries.push(...tasks.map((task) => entryOf(number, task, { head, base, mergeBase })));
  }
  if (request.trigger.kind === "merge_group") {
    const { headSha: head, baseSha: base, headBranch } = request.trigger;
    const { tasks } = await readScope(town.git, base, head, headBranch);
    const commits = { head, base, mergeBase: base };
    entries.push(...tasks.map((task) => ({ ...entryOf(0, task, commits), "pull-request": "" })));
  } else if (request.workflow === "agent-ci" && request.pullRequest === null) {
    entries.push(...tasksOnBranch(town, run));
  }
  // As it comes out of one job and goes into another.
  run.matrix = parseMatrix(formatMatrix(entries));
}

/** A dispatch on a branch without a pull request: the three commits are one. */
function tasksOnBranch(town: Town, { request }: Run): MatrixEntry[] {
  if (request.trigger.kind !== "dispatch") return [];
  const { sha } = request.trigger;
  const commits = { head: sha, base: sha, mergeBase: sha };
  return (request.tasks ?? [])
    .filter(isTaskId)
    .filter((task) => town.read(sha, codePath(task)) !== null)
    .map((task) => ({ ...entryOf(0, task, commits), "pull-request": "" }));
}

function entryOf(number: number, task: TaskId, { head, base, mergeBase }: Commits): MatrixEntry {
  const entry = { entry: task, tasks: [task], head, base, "merge-base": mergeBase };
  return { ...entry, "pull-request": String(number) };
}

/** The jobs verify: each finds out what is true, or ends without a word. */
export async function verify(town: Town, run: Run): Promise<void> {
  for (const entry of run.matrix ?? []) {
    if (town.dice.happens(town.isCalm ? 0 : lossOf(run))) continue;
    for (const task of entry.tasks) {
      const text = JSON.stringify(await evidenceOf(town, run, entry, task));
      const isCut = !town.isCalm && town.dice.happens(0.02);
      const json = isCut ? text.slice(0, text.length / 2) : text;
      const artifact = { entry: entry.entry, isPart: false, files: [{ task, json }] };
      town.upload(run.id, artifact);
    }
  }
}

/** How likely a job is lost. What a queue does with a group after that is seldom seen otherwise. */
function lossOf({ request: { trigger } }: Run): number {
  return trigger.kind === "merge_group" ? 0.25 : 0.06;
}

async function evidenceOf(
  town: Town,
  run: Run,
  { head, base, "merge-base": mergeBase }: MatrixEntry,
  task: TaskId,
): Promise<Evidence> {
  const commits = { head, base, mergeBase };
  const settings = await town.settingsAt(base);
  const shared = await readSharedInputs(town.git, commits, settings["shared-inputs"]);
  const candidate = await readCandidate(town.git, commits, task, shared);
  const attempt = { id: String(run.id), attempt: run.attempt };
  const about = { commits, run: attempt };
  if (candidate.kind === "conflict") return found("conflict", task, { ...about, inputs: null });
  const inputs = someInputs({
    task: candidate.task ?? "0".repeat(40),
    shared: { ...candidate.shared },
    config: verifySettingsDigest(settings),
  });
  const quality = await qualityIn(town, candidate.task, [head, base], task);
  const requirements = await textOf(town, candidate.shared["requirements.txt"] ?? null);
  if (run.request.isPartial === true) {
    return found("partial_selection", task, { ...about, inputs });
  }
  if (quality === null) return found("no_task_folder", task, { ...about, inputs });
  if (isRightBeside(quality, requirements)) {
    const passed = passedEvidence(task, { ...about, inputs });
    const tests = passed.results.map(({ id }) => id);
    return { ...passed, criteria: { "AC-1": { tests, example: null } }, replay: "same" };
  }
  return found(CODES[quality] ?? "test_failed", task, { ...about, inputs });
}

const CODES: Readonly<Partial<Record<Quality, ReasonCode>>> = {
  unclear: "story_unclear",
  unlucky: "isolation_unavailable",
};

function found(
  code: ReasonCode,
  task: string,
  about: Parameters<typeof passedEvidence>[1],
): Evidence {
  const isWrong = code === "test_failed";
  const passed = passedEvidence(task, about);
  return {
    ...passed,
    verdict: isWrong ? "failed" : "unproven",
    reasons: [{ code, message: "assert 1 == 2" }],
    fingerprint: isWrong
      ? `sha256:${passed.inputs?.task.slice(0, 40) ?? ""}`.padEnd(71, "0")
      : null,
  };
}

/** Of the code in the folder that a candidate holds, wherever it comes from. */
async function qualityIn(
  town: Town,
  tree: string | null,
  commits: readonly string[],
  task: string,
): Promise<Quality | null> {
  for (const commit of commits) {
    const folder = await town.git.objectAt(commit, `generated/${task}`);
    if (folder === null || folder.oid !== tree) continue;
    const text = town.read(commit, codePath(task));
    return text === null ? null : qualityOf(`${text}\n`);
  }
  return null;
}

async function textOf(town: Town, blob: string | null): Promise<string> {
  if (blob === null) return "";
  const content = (await town.git.readBlobs([blob], 10_000)).get(blob);
  return Buffer.from(content ?? []).toString();
}
