import {
  readCandidate,
  readSharedInputs,
  type SharedBlobs,
} from "../../src/candidate/read-candidate.ts";
import { verifySettingsDigest } from "../../src/config/config.ts";
import { readConfigAt } from "../../src/config/read-config.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { Repository } from "../../src/git/repository.ts";
import type { PullRequest, PullRequests } from "../../src/github/pull-requests.ts";
import type { Log } from "../../src/runner/log.ts";
import { isOwnBranch } from "../../src/task/task-id.ts";
import type { Proven } from "./gather.ts";
import { changedInputs } from "./judge-evidence.ts";

/** Where it went, and what it holds that was not proven, if anything. */
export async function readBack(
  sha: string,
  proven: Proven,
  pullRequest: PullRequest,
  {
    repository,
    pullRequests,
  }: { readonly repository: Repository; readonly pullRequests: PullRequests },
): Promise<{ readonly baseBranch: string; readonly problem: string | null }> {
  let { baseBranch } = pullRequest;
  const found = (problem: string | null) => ({ baseBranch, problem });
  try {
    ({ baseBranch } = await pullRequests.get(pullRequest.number));
    if (baseBranch !== pullRequest.baseBranch) {
      return found(`It was proven for ${pullRequest.baseBranch} and merged into ${baseBranch}`);
    }
    const differences = await differencesIn(sha, proven, repository);
    if (differences.length === 0) return found(null);
    return found(`${sha} holds something else than what was proven: ${differences.join(", ")}`);
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return found(`${sha} could not be read back: ${error.message}`);
  }
}

/**
 * Compares what was merged with what was proven, by the same digest: task folders, shared inputs and settings, and the
 * stories. GitHub's merge takes no expected base, so a base that moved in the last moment shows only here.
 */
async function differencesIn(
  mergeCommit: string,
  { inputs, stories }: Proven,
  repository: Repository,
): Promise<string[]> {
  // Brought first: two who look into it at once would both ask for it.
  await repository.commitsOf([mergeCommit]);
  const differences = await Promise.all([
    changedTasks(mergeCommit, inputs, repository),
    changedStories(mergeCommit, stories, repository),
  ]);
  return differences.flat();
}

async function changedTasks(
  mergeCommit: string,
  inputs: Proven["inputs"],
  repository: Repository,
): Promise<string[]> {
  const settings = await readConfigAt(repository, mergeCommit);
  const config = verifySettingsDigest(settings);
  const commits = { head: mergeCommit, base: mergeCommit, mergeBase: mergeCommit };
  const inputsNow = await readSharedInputs(repository, commits, settings["shared-inputs"]);
  const differences = [...inputs].map(async ([task, tested]) => {
    const merged = await readCandidate(repository, commits, task, inputsNow);
    if (merged.kind === "conflict") throw new Error("One commit cannot conflict with itself");
    const shared = { ...absentIn(tested.shared), ...merged.shared };
    const present = { task: merged.task ?? "", shared, config };
    return changedInputs(tested, present).map((what) => `${task}: ${what}`);
  });
  return (await Promise.all(differences)).flat();
}

/** What the candidate had lost already: one commit alone does not name what it does not hold. */
function absentIn(shared: SharedBlobs): SharedBlobs {
  return Object.fromEntries(Object.entries(shared).filter(([, blob]) => blob === null));
}

async function changedStories(
  mergeCommit: string,
  stories: Proven["stories"],
  repository: Repository,
): Promise<string[]> {
  const differences = [...stories].map(async ([path, blob]) => {
    const merged = await repository.objectAt(mergeCommit, path);
    return (merged?.oid ?? null) === blob ? [] : [JSON.stringify(path)];
  });
  return (await Promise.all(differences)).flat();
}

/**
 * Deletes a merged branch if it still points to what was merged and no other pull request comes from it; those that go into
 * it are moved to its base first.
 */
export async function deleteMergedBranch(
  { number, headBranch, headSha }: PullRequest,
  which: "own" | "all" | "none",
  {
    repository,
    pullRequests,
    log,
    move,
  }: {
    repository: Repository;
    pullRequests: PullRequests;
    log: Log;
    /** Moves a pull request that goes into the branch to its base. */
    move: (number: number) => Promise<void>;
  },
): Promise<void> {
  if (which === "none" || (which === "own" && !isOwnBranch(headBranch))) return;
  const tip = await repository.branchTip(headBranch);
  if (tip === null) return;
  if (tip !== headSha) {
    log.notice(`The branch ${headBranch} moved after the merge, so it stays.`);
    return;
  }
  const { from, into } = await pullRequests.around(headBranch);
  const others = from.filter((one) => one !== number).map((one) => `#${one}`);
  if (others.length > 0) {
    const come = others.length === 1 ? "comes" : "come";
    log.notice(`The branch ${headBranch} stays, because ${others.join(", ")} ${come} from it.`);
    return;
  }
  for (const dependant of into) await move(dependant);
  if ((await repository.deleteBranch(headBranch, headSha)) === "deleted") {
    log.info(`Deleted the branch ${headBranch}`);
  } else {
    log.notice(`The branch ${headBranch} moved after the merge, so it stays.`);
  }
}
