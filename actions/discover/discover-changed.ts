import type { Commits } from "../shared/core/commits.ts";
import { assertNever } from "../shared/core/errors.ts";
import type { RepositoryReader } from "../shared/ports/repository.ts";
import { commitOfFirst, commitsOf } from "./commits-of.ts";
import type { Discovery } from "./core/answer.ts";
import { changedTasks, type ChangedTasks } from "./core/changed-tasks.ts";
import type { Comparison } from "./core/comparison.ts";

interface Ports {
  readonly repository: RepositoryReader;
}

/** The tasks that a change adds or alters. */
export async function discoverChanged(
  comparison: Comparison,
  root: string,
  { repository }: Ports,
): Promise<Discovery> {
  switch (comparison.kind) {
    case "nothing":
      return { groups: [], deleted: [], rejected: [], commits: null };
    case "landed": {
      const after = await commitOfFirst([comparison.after], repository);
      const before =
        comparison.before === null ? null : await commitOfFirst([comparison.before], repository);
      const changed = await changedBetween(before, after, root, repository);
      return discoveryOf(changed, { head: after, base: after, mergeBase: after }, null);
    }
    case "proposed": {
      const head = await commitOfFirst(comparison.head, repository);
      const base = await commitOfFirst([comparison.base], repository);
      const commits = await commitsOf(head, base, repository);
      const changed = await changedBetween(commits.mergeBase, head, root, repository);
      return discoveryOf(changed, commits, comparison.pullRequest);
    }
    default:
      return assertNever(comparison);
  }
}

/** What happened to the task folders from one commit (null: from nothing) to another. */
export async function changedBetween(
  from: string | null,
  to: string,
  root: string,
  repository: RepositoryReader,
): Promise<ChangedTasks> {
  const changes = await repository.changes(from, to, root);
  if (changes.length === 0) return { tasks: [], deleted: [], rejected: [] };
  const atHead = await repository.list(to, root);
  return changedTasks(
    changes,
    atHead.map(({ path }) => path),
  );
}

function discoveryOf(
  { tasks, deleted, rejected }: ChangedTasks,
  commits: Commits,
  pullRequest: number | null,
): Discovery {
  return { groups: [{ commits, pullRequest, tasks }], deleted, rejected, commits };
}
