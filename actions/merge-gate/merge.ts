import { taskFolder } from "../shared/core/task-folder.ts";
import type { TaskId } from "../shared/core/task-id.ts";
import type { Log } from "../shared/ports/log.ts";
import type { PullRequest, PullRequests } from "../shared/ports/pull-requests.ts";
import type { Repository } from "../shared/ports/repository.ts";
import type { Candidate } from "../shared/read-candidate.ts";

/**
 * Compares what was merged with what was proven, path by path. GitHub's merge takes no expected base, so a base that moved
 * in the last moment shows only here.
 */
export async function differencesIn(
  mergeCommit: string,
  candidates: ReadonlyMap<TaskId, Candidate>,
  repository: Repository,
): Promise<string[]> {
  const differences: string[] = [];
  for (const [task, candidate] of candidates) {
    if (candidate.kind === "conflict") continue;
    const expected = { [taskFolder(task)]: candidate.task, ...candidate.shared };
    for (const [path, oid] of Object.entries(expected)) {
      const merged = await repository.objectAt(mergeCommit, path);
      if ((merged?.oid ?? null) !== oid) differences.push(path);
    }
  }
  return [...new Set(differences)];
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
