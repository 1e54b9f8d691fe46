import type { Reason } from "../evidence/reasons.ts";
import type { Commits } from "../git/commits.ts";
import { FOLDER } from "../git/modes.ts";
import type { RepositoryReader, TreeEntry } from "../git/repository.ts";
import {
  TASK_LIMITS,
  taskFolder,
  type TaskFile,
  TOO_MANY_FILES,
  type Violation,
  violationsOf,
  type TaskContent,
} from "../task/folder.ts";
import type { TaskId } from "../task/task-id.ts";
import { mergedAt } from "./read-candidate.ts";

export type TaskRead =
  | { readonly kind: "read"; readonly files: readonly TaskContent[] }
  | { readonly kind: "refused"; readonly reasons: readonly Reason[] };

/** Brings the folders of all tasks with two questions, where each by itself would ask as many. */
export async function readTasksAhead(
  repository: RepositoryReader,
  commits: Commits,
  tasks: readonly TaskId[],
): Promise<void> {
  const merged = await Promise.all(
    tasks.map((task) => mergedAt(repository, commits, taskFolder(task))),
  );
  const trees = merged.flatMap((one) =>
    one.kind === "resolved" && one.object?.mode === FOLDER ? [one.object.oid] : [],
  );
  await repository.bringFiles(trees, TASK_LIMITS.files);
}

/** Reads a task folder of the candidate, given as its tree id, unless something in it must not be there. */
export async function readTask(
  repository: RepositoryReader,
  commits: Commits,
  task: TaskId,
  tree: string,
): Promise<TaskRead> {
  const entries = await entriesOf(repository, commits, task, tree);
  if (entries === null) return refused([{ path: ".", problem: TOO_MANY_FILES }]);
  const blobs = entries.filter(({ type }) => type === "blob").map(({ oid }) => oid);
  const sizes = await repository.blobSizes(blobs);
  const files = entries.map(({ path, mode, oid }): TaskFile => ({
    path,
    mode,
    bytes: sizes.get(oid) ?? 0,
  }));
  const violations = violationsOf(files);
  if (violations.length > 0) return refused(violations);
  const content = await repository.readBlobs(blobs, TASK_LIMITS.fileBytes);
  return {
    kind: "read",
    files: entries.map(({ path, oid }) => ({ path, content: content.get(oid)! })),
  };
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
async function entriesOf(
  repository: RepositoryReader,
  { head, base }: Commits,
  task: TaskId,
  tree: string,
): Promise<readonly TreeEntry[] | null> {
  const folder = taskFolder(task);
  for (const commit of [head, base]) {
    if ((await repository.objectAt(commit, folder))?.oid === tree) {
      return repository.filesBelow(commit, folder, TASK_LIMITS.files);
    }
  }
  throw new Error(`Neither side of the merge holds the tree ${tree} at ${folder}`);
}
