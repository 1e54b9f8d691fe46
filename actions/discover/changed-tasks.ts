import { FOLDER, isFile, LINK, SUBMODULE } from "../../src/git/modes.ts";
import type { ModeChanges } from "../../src/git/repository.ts";
import { isTaskId, type TaskId } from "../../src/task/task-id.ts";
import { EQUAL_WITHOUT_CASE, NOT_AN_ID, type Rejection } from "./rejection.ts";

/** What happened to the task folders between two commits. */
export interface ChangedTasks {
  /** Folders that differ and exist at the head, in id order. */
  readonly tasks: readonly TaskId[];
  /** Folders that the head no longer has, in id order. */
  readonly deleted: readonly TaskId[];
  readonly rejected: readonly Rejection[];
}

/** A folder that was not touched can be the one that a new one is not told from: hence all names without case. */
export function changedTasks({ changes, sameWithoutCase }: ModeChanges): ChangedTasks {
  const tasks: TaskId[] = [];
  const deleted: TaskId[] = [];
  const rejected: Rejection[] = [];
  for (const { path: name, before, after } of changes) {
    if (after === null) {
      // Nothing is left to verify; taking away a folder that was no task is no fault either.
      if (isFolder(before) && isTaskId(name)) deleted.push(name);
      continue;
    }
    // A file beside the task folders, such as a README, is nobody's task.
    if (isFile(after) && !isFolder(before)) continue;
    if (!isTaskId(name)) {
      rejected.push({ name, reason: NOT_AN_ID });
      continue;
    }
    const reason = reasonAgainst(name, after, sameWithoutCase);
    if (reason === null) tasks.push(name);
    else rejected.push({ name, reason });
  }
  return { tasks: tasks.toSorted(), deleted: deleted.toSorted(), rejected };
}

/** Why what stands at the name of a task cannot be one; null when it can. `twins` are in lower case, as every id is. */
export function reasonAgainst(id: TaskId, mode: string, twins: ReadonlySet<string>): string | null {
  if (twins.has(id)) return EQUAL_WITHOUT_CASE;
  if (isFolder(mode)) return null;
  switch (mode) {
    case SUBMODULE:
      return "is a submodule, not a folder";
    case LINK:
      return "is a symbolic link, not a folder";
    default:
      return "is a file, not a folder";
  }
}

function isFolder(mode: string | null): boolean {
  return mode === FOLDER;
}
