import { PipelineError } from "../../src/foundation/errors.ts";
import type { Commits } from "../../src/git/commits.ts";
import type { MatrixEntry } from "../../src/handover/matrix.ts";
import type { TaskId } from "../../src/task/task-id.ts";

/** The tasks of one head. Two pull requests never share a matrix entry: they have other commits. */
export interface TaskGroup {
  readonly commits: Commits;
  readonly pullRequest: number | null;
  /** In id order. */
  readonly tasks: readonly TaskId[];
}

/** One entry per task; where that is too many, every group is packed evenly by number, in id order. */
export function matrixEntries(
  groups: readonly TaskGroup[],
  maxEntries: number,
): readonly MatrixEntry[] {
  const filled = groups.filter(({ tasks }) => tasks.length > 0);
  if (filled.length > maxEntries) {
    throw new PipelineError(
      "LIMIT_REACHED",
      `${filled.length} pull requests do not fit into a matrix of ${maxEntries} entries`,
      { hint: "Two pull requests never share an entry. Run discover for fewer of them at a time." },
    );
  }
  const repeated = repeatedTasks(filled);
  const shares = entriesPerGroup(
    filled.map(({ tasks }) => tasks.length),
    maxEntries,
  );
  let shards = 0;
  return filled.flatMap((group, index) =>
    packed(group.tasks, shares[index] ?? 1).map((tasks) => ({
      entry: entryName(tasks, group.pullRequest, repeated, () => ++shards),
      tasks,
      head: group.commits.head,
      base: group.commits.base,
      "merge-base": group.commits.mergeBase,
      "pull-request": group.pullRequest === null ? "" : String(group.pullRequest),
    })),
  );
}

/** Gives each next entry to the group whose entries hold most tasks, the first of them when several do. */
function entriesPerGroup(sizes: readonly number[], maxEntries: number): readonly number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= maxEntries) return sizes;
  const shares = sizes.map(() => 1);
  for (let given = sizes.length; given < maxEntries; given++) {
    const loads = sizes.map((size, index) => size / shares[index]!);
    shares[loads.indexOf(Math.max(...loads))]! += 1;
  }
  return shares;
}

/** Cuts a list into consecutive parts whose lengths differ by one at most, the longer ones first. */
function packed(tasks: readonly TaskId[], parts: number): TaskId[][] {
  const size = Math.floor(tasks.length / parts);
  const longer = tasks.length % parts;
  return Array.from({ length: parts }, (_, index) => {
    const start = index * size + Math.min(index, longer);
    return tasks.slice(start, start + size + (index < longer ? 1 : 0));
  });
}

// No task id begins or ends with "_", so that no name can be that of another entry.
function entryName(
  tasks: readonly TaskId[],
  pullRequest: number | null,
  repeated: ReadonlySet<TaskId>,
  nextShard: () => number,
): string {
  const [task] = tasks;
  if (task === undefined || tasks.length > 1) {
    return `_shard-${String(nextShard()).padStart(3, "0")}`;
  }
  return repeated.has(task) ? `${task}_pr-${pullRequest ?? 0}_` : task;
}

function repeatedTasks(groups: readonly TaskGroup[]): ReadonlySet<TaskId> {
  if (groups.length < 2) return new Set();
  const seen = new Set<TaskId>();
  return new Set(
    groups.flatMap(({ tasks }) => tasks.filter((task) => seen.size === seen.add(task).size)),
  );
}
