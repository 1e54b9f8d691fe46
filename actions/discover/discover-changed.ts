import { assertNever } from "../../src/foundation/errors.ts";
import type { Commits } from "../../src/git/commits.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import type { Discovery } from "./answer.ts";
import { changedBetween, changedSince } from "./changed-folders.ts";
import type { ChangedTasks } from "./changed-tasks.ts";
import { commitsNamed, headAndBase } from "./commits-of.ts";
import type { Comparison } from "./comparison.ts";

/** The tasks that a change adds or alters. */
export async function discoverChanged(
  comparison: Comparison,
  root: string,
  { repository }: { readonly repository: RepositoryReader },
): Promise<Discovery> {
  switch (comparison.kind) {
    case "nothing":
      return { groups: [], deleted: [], rejected: [], commits: null };
    case "landed": {
      const { before } = comparison;
      const names = [comparison.after, ...(before === null ? [] : [before])];
      const [after = "", earlier = null] = await commitsNamed(names, repository);
      const changed = await changedBetween(earlier, after, root, repository);
      return discoveryOf(changed, { head: after, base: after, mergeBase: after }, null);
    }
    case "proposed": {
      const [head, base] = await headAndBase(comparison.head, comparison.base, root, repository);
      const { commits, changed } = await changedSince(head, base, root, repository);
      return discoveryOf(changed, commits, comparison.pullRequest);
    }
    default:
      return assertNever(comparison);
  }
}

function discoveryOf(
  { tasks, deleted, rejected }: ChangedTasks,
  commits: Commits,
  pullRequest: number | null,
): Discovery {
  return { groups: [{ commits, pullRequest, tasks }], deleted, rejected, commits };
}
