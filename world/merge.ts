import { Refusal } from "./api.ts";
import { type PullRequest, latestStatuses, mergedTree } from "./pull-request.ts";
import type { MergeMethod } from "./repository.ts";

export interface MergeRequest {
  readonly sha?: string | undefined;
  readonly merge_method?: MergeMethod | undefined;
  readonly commit_title?: string | undefined;
  readonly commit_message?: string | undefined;
}

const notMergeable = () => new Refusal(405, "Pull Request is not mergeable");
const baseMoved = () =>
  new Refusal(405, "Base branch was modified. Review and try the merge again.");

/** Merges as GitHub does: at once, or not at all with the reason. Returns the new base commit. */
export function mergePullRequest(pullRequest: PullRequest, request: MergeRequest): string {
  const { repository, headSha, baseBranch } = pullRequest;
  if (pullRequest.state === "closed") throw notMergeable();
  if (request.sha !== undefined && request.sha !== headSha) {
    throw new Refusal(409, "Head branch was modified. Review and try the merge again.");
  }
  if (pullRequest.draft) throw new Refusal(405, "Pull Request is still a draft");
  const method = request.merge_method ?? "merge";
  refuseForbiddenMethod(pullRequest, method);
  if (repository.queues.has(baseBranch)) {
    throw new Refusal(405, "Changes must be made through the merge queue");
  }
  refuseMissingStatus(pullRequest);
  const base = repository.tip(baseBranch);
  if (base === null) throw notMergeable();
  const merged = mergeCommit(method, pullRequest, base, request);
  if (merged === null) throw notMergeable();
  const isMoved = repository.ask("update-ref", `refs/heads/${baseBranch}`, merged, base) === null;
  if (isMoved) throw baseMoved();
  pullRequest.markMerged(merged);
  return merged;
}

function refuseForbiddenMethod({ repository }: PullRequest, method: MergeMethod): void {
  if (repository.settings.mergeMethods.includes(method)) return;
  const name = { merge: "Merge commits", squash: "Squash merges", rebase: "Rebase merges" }[method];
  throw new Refusal(405, `${name} are not allowed on this repository.`);
}

function refuseMissingStatus({ repository, headSha }: PullRequest): void {
  const latest = latestStatuses(repository, headSha);
  for (const context of repository.settings.requiredStatuses) {
    const state = latest.get(context);
    if (state === "success") continue;
    const isExpected = state === undefined || state === "pending";
    throw new Refusal(
      405,
      `Required status check "${context}" is ${isExpected ? "expected" : "failing"}.`,
    );
  }
}

/** The commit that a merge makes of a base, which stays where it is; null where git finds a conflict. */
export function mergeCommit(
  method: MergeMethod,
  pullRequest: PullRequest,
  base: string,
  request: MergeRequest,
): string | null {
  const { repository, headSha, number, title } = pullRequest;
  if (method === "rebase") return repository.store.rebased(headSha, base);
  const tree = mergedTree(repository, base, headSha);
  if (tree === null) return null;
  const isSquash = method === "squash";
  const usual = isSquash ? `${title} (#${number})` : mergeTitle(pullRequest);
  const text = request.commit_message ?? (isSquash ? "" : title);
  const parents = isSquash ? ["-p", base] : ["-p", base, "-p", headSha];
  const messages = ["-m", request.commit_title ?? usual, ...(text === "" ? [] : ["-m", text])];
  return repository.git("commit-tree", tree, ...parents, ...messages);
}

function mergeTitle({ number, headRepository, headBranch }: PullRequest): string {
  return `Merge pull request #${number} from ${headRepository.owner}/${headBranch}`;
}
