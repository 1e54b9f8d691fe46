import { readCandidate, readSharedInputs } from "../../src/candidate/read-candidate.ts";
import { verifySettingsDigest } from "../../src/config/config.ts";
import { readConfigAt } from "../../src/config/read-config.ts";
import type { Repository } from "../../src/git/repository.ts";
import type { PullRequest, PullRequests } from "../../src/github/pull-requests.ts";
import type { Log } from "../../src/runner/log.ts";
import type { Proven } from "./gather.ts";
import { changedInputs } from "./judge-evidence.ts";

/**
 * Compares what was merged with what was proven, by the same digest: task folders, shared inputs and settings, and the
 * stories. GitHub's merge takes no expected base, so a base that moved in the last moment shows only here.
 */
export async function differencesIn(
  mergeCommit: string,
  { inputs, stories }: Proven,
  repository: Repository,
): Promise<string[]> {
  const differences: string[] = [];
  const config = await readConfigAt(repository, mergeCommit);
  const commits = { head: mergeCommit, base: mergeCommit, mergeBase: mergeCommit };
  const shared = await readSharedInputs(repository, commits, config["shared-inputs"]);
  for (const [task, tested] of inputs) {
    const merged = await readCandidate(repository, commits, task, shared);
    if (merged.kind === "conflict") throw new Error("One commit cannot conflict with itself");
    const present = {
      task: merged.task ?? "",
      shared: merged.shared,
      config: verifySettingsDigest(config),
    };
    differences.push(...changedInputs(tested, present).map((what) => `${task}: ${what}`));
  }
  for (const [path, blob] of stories) {
    const merged = await repository.objectAt(mergeCommit, path);
    if ((merged?.oid ?? null) !== blob) differences.push(JSON.stringify(path));
  }
  return differences;
}

const OWN_BRANCH = /^(?:task|story)\//;

/** Deletes a merged branch if it still points to what was merged; pull requests into it are moved to its base first. */
export async function deleteMergedBranch(
  { headBranch, headSha, baseBranch }: PullRequest,
  which: "own" | "all" | "none",
  {
    repository,
    pullRequests,
    log,
  }: { repository: Repository; pullRequests: PullRequests; log: Log },
): Promise<void> {
  if (which === "none" || (which === "own" && !OWN_BRANCH.test(headBranch))) return;
  const tip = await repository.branchTip(headBranch);
  if (tip === null) return;
  if (tip !== headSha) {
    log.notice(`The branch ${headBranch} moved after the merge, so it stays.`);
    return;
  }
  for (const dependant of await pullRequests.into(headBranch)) {
    await pullRequests.retarget(dependant, baseBranch);
    log.info(`#${dependant} goes into ${baseBranch} now`);
  }
  if ((await repository.deleteBranch(headBranch, headSha)) === "deleted") {
    log.info(`Deleted the branch ${headBranch}`);
  } else {
    log.notice(`The branch ${headBranch} moved after the merge, so it stays.`);
  }
}
