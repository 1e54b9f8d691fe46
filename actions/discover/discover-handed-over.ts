import type { RepositoryReader } from "../../src/git/repository.ts";
import type { HandedOverPullRequest } from "../../src/handover/pull-requests.ts";
import type { Trigger } from "../../src/runner/trigger.ts";
import type { Discovery } from "./answer.ts";
import { changedSince } from "./changed-folders.ts";
import { headAndBase } from "./commits-of.ts";
import { branchRef } from "./comparison.ts";
import type { TaskGroup } from "./matrix-entries.ts";
import type { Rejection } from "./rejection.ts";

/** All tasks that the pull requests of generate change, whether or not generate named them. */
export async function discoverHandedOver(
  pullRequests: readonly HandedOverPullRequest[],
  root: string,
  trigger: Trigger,
  { repository }: { readonly repository: RepositoryReader },
): Promise<Discovery> {
  const groups: TaskGroup[] = [];
  const deleted: TaskGroup["tasks"][number][] = [];
  const rejected: Rejection[] = [];
  for (const { number, head, base: branch, tasks } of pullRequests) {
    const [, base] = await headAndBase(
      { name: head, otherwise: null },
      branchRef(branch ?? baseBranchOf(number, trigger)),
      root,
      repository,
    );
    const { commits, changed } = await changedSince(head, base, root, repository);
    groups.push({ commits, pullRequest: number, tasks: changed.tasks });
    deleted.push(...changed.deleted);
    rejected.push(...changed.rejected, ...withoutFolder(tasks, changed.tasks, number));
  }
  const [only, ...others] = groups;
  return {
    groups,
    deleted: [...new Set(deleted)].toSorted(),
    rejected,
    commits: others.length === 0 ? (only?.commits ?? null) : null,
  };
}

// generate writes to the pull request of the event, or opens its own on the default branch.
function baseBranchOf(number: number, trigger: Trigger): string {
  return trigger.kind === "pull_request" && trigger.number === number
    ? trigger.baseBranch
    : trigger.defaultBranch;
}

function withoutFolder(
  named: readonly string[],
  changed: readonly string[],
  number: number,
): Rejection[] {
  const present = new Set(changed);
  return [...new Set(named)]
    .filter((name) => !present.has(name))
    .map((name) => ({ name, reason: `is not changed by pull request #${number}` }));
}
