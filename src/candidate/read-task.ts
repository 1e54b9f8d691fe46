import type { Reason } from "../evidence/reasons.ts";
import { BrokenObject } from "../git/broken-object.ts";
import type { Commits } from "../git/commits.ts";
import { FOLDER } from "../git/modes.ts";
import type { RepositoryReader } from "../git/repository.ts";
import {
  brokenBy,
  GENERATED,
  TASK_LIMITS,
  taskFolder,
  TOO_MANY_FILES,
  type Violation,
  violationsOf,
  type TaskContent,
} from "../task/folder.ts";
import { contentsOf, type FolderListing, listFolder, measured } from "../task/read-folders.ts";
import type { TaskId } from "../task/task-id.ts";
import { mergedAt } from "./read-candidate.ts";

export type TaskRead =
  | { readonly kind: "read"; readonly files: readonly TaskContent[] }
  | { readonly kind: "refused"; readonly reasons: readonly Reason[] };

/** Brings the folders of all tasks with a few questions, where each by itself would ask as many. */
export async function readTasksAhead(
  repository: RepositoryReader,
  commits: Commits,
  tasks: readonly TaskId[],
): Promise<void> {
  const sides = new Set([commits.mergeBase, commits.base, commits.head]);
  await repository.bringFolders([...sides].map((commit) => ({ commit, folder: GENERATED })));
  const merged = await Promise.all(
    tasks.map((task) => mergedAt(repository, commits, taskFolder(task))),
  );
  const trees = merged.flatMap((one) =>
    one.kind === "resolved" && one.object?.mode === FOLDER ? [one.object.oid] : [],
  );
  await repository.bringFiles(trees, TASK_LIMITS.files, TASK_LIMITS.fileBytes);
}

/** Reads a task folder of the candidate, given as its tree id, unless something in it must not be there. */
export async function readTask(
  repository: RepositoryReader,
  commits: Commits,
  task: TaskId,
  tree: string,
): Promise<TaskRead> {
  try {
    return await readFiles(repository, commits, task, tree);
  } catch (error) {
    // What stands above the folder has been read by now: it is an object of the task that git would not have written.
    if (error instanceof BrokenObject) return refused([{ path: ".", problem: brokenBy(error) }]);
    throw error;
  }
}

async function readFiles(
  repository: RepositoryReader,
  commits: Commits,
  task: TaskId,
  tree: string,
): Promise<TaskRead> {
  const { files } = await listingOf(repository, commits, task, tree);
  if (files === null) return refused([{ path: ".", problem: TOO_MANY_FILES }]);
  await repository.bringFiles([tree], TASK_LIMITS.files, TASK_LIMITS.fileBytes);
  const violations = violationsOf(await measured(repository, files));
  if (violations.length > 0) return refused(violations);
  const contents = await contentsOf(repository, files, TASK_LIMITS.fileBytes);
  return { kind: "read", files: [...contents].map(([path, content]) => ({ path, content })) };
}

function refused(violations: readonly Violation[]): TaskRead {
  return {
    kind: "refused",
    reasons: violations.map(({ path, problem }) => ({
      code: "policy_violation",
      message: `${JSON.stringify(path)} ${problem}`,
      file: path,
    })),
  };
}

/** The merged tree is that of one of the two sides, so one of them can list it. */
async function listingOf(
  repository: RepositoryReader,
  { head, base }: Commits,
  task: TaskId,
  tree: string,
): Promise<FolderListing> {
  for (const commit of [head, base]) {
    if ((await repository.objectAt(commit, taskFolder(task)))?.oid !== tree) continue;
    const listing = await listFolder(repository, { commit, task });
    if (listing !== null) return listing;
  }
  throw new Error(`Neither side of the merge holds the tree ${tree} at ${taskFolder(task)}`);
}
