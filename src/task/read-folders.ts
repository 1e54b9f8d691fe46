import type { RepositoryReader, TreeEntry } from "../git/repository.ts";
import { GENERATED, TASK_LIMITS, type TaskFile, taskFolder } from "./folder.ts";
import type { TaskId } from "./task-id.ts";

/** The folder of a task in one commit. */
export interface TaskAt {
  readonly commit: string;
  readonly task: TaskId;
}

/** What lies at the place of a task's folder. */
export interface FolderListing {
  /** The id of its tree. */
  readonly tree: string;
  /** All files below it; null when they are too many, or in many more folders than they need. */
  readonly files: readonly TreeEntry[] | null;
}

/**
 * Brings many task folders with as many questions as one of them takes, so that reading each asks the remote nothing. What
 * is wrong with one of them its own reader finds out, so who brings them may go on after an error.
 */
export async function bringFolders(
  repository: RepositoryReader,
  places: readonly TaskAt[],
  maxFiles: number = TASK_LIMITS.files,
): Promise<void> {
  await repository.bringFolders(places.map(({ commit }) => ({ commit, folder: GENERATED })));
  const objects = await Promise.all(
    places.map(({ commit, task }) => repository.objectAt(commit, taskFolder(task))),
  );
  const trees = objects.flatMap((object) => (object?.type === "tree" ? [object.oid] : []));
  await repository.bringFiles(trees, maxFiles, TASK_LIMITS.fileBytes);
}

/** null when nothing is there. */
export async function listFolder(
  repository: RepositoryReader,
  { commit, task }: TaskAt,
  maxFiles: number = TASK_LIMITS.files,
): Promise<FolderListing | null> {
  const object = await repository.objectAt(commit, taskFolder(task));
  if (object === null) return null;
  const files = await repository.filesBelow(commit, taskFolder(task), maxFiles);
  return { tree: object.oid, files };
}

/** The files with their sizes; what is no blob has none. */
export async function measured(
  repository: RepositoryReader,
  files: readonly TreeEntry[],
): Promise<readonly TaskFile[]> {
  const sizes = await repository.blobSizes(blobsOf(files));
  return files.map(({ path, mode, oid }) => ({ path, mode, bytes: sizes.get(oid) ?? 0 }));
}

/** The content of files that are blobs, by path. One above `maxBytes` is an `INPUT_INVALID` error. */
export async function contentsOf(
  repository: RepositoryReader,
  files: readonly TreeEntry[],
  maxBytes: number,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const blobs = await repository.readBlobs(blobsOf(files), maxBytes);
  return new Map(
    files.flatMap(({ path, oid }): [string, Uint8Array][] => {
      const content = blobs.get(oid);
      return content === undefined ? [] : [[path, content]];
    }),
  );
}

function blobsOf(files: readonly TreeEntry[]): readonly string[] {
  return files.filter(({ type }) => type === "blob").map(({ oid }) => oid);
}
