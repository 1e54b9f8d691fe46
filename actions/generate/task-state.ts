import { PipelineError } from "../../src/foundation/errors.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import { META, TASK_LIMITS, taskFolder } from "../../src/task/folder.ts";
import { isUntouched, Manifest } from "../../src/task/manifest.ts";
import { readMeta } from "../../src/task/meta-file.ts";
import { StoryRef } from "../../src/task/story-ref.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { TaskState } from "./task-plan.ts";

export interface PresentTask extends TaskState {
  readonly attempts: Manifest["attempts"];
  /** By path; null for a folder that holds something the pipeline never writes. */
  readonly files: ReadonlyMap<string, Uint8Array> | null;
}

/** Reads what one commit holds of one task; null when the folder does not exist. */
export async function readTask(
  repository: RepositoryReader,
  commit: string,
  task: TaskId,
): Promise<PresentTask | null> {
  const folder = await repository.objectAt(commit, taskFolder(task));
  if (folder === null) return null;
  const files = await readFiles(repository, commit, task);
  const manifest = files === null ? null : readMeta(Manifest, files.get(META.manifest));
  const reference = files === null ? null : readMeta(StoryRef, files.get(META.storyRef));
  return {
    tree: folder.oid,
    files,
    story: reference?.sha256 ?? null,
    storyPath: reference?.story ?? null,
    isUntouched: files !== null && isUntouched(files),
    attempts: manifest?.attempts ?? [],
  };
}

/** null for a folder that holds something the pipeline never writes: a link, a file above the limit, too many files. */
async function readFiles(
  repository: RepositoryReader,
  commit: string,
  task: TaskId,
): Promise<ReadonlyMap<string, Uint8Array> | null> {
  const entries = await repository.filesBelow(commit, taskFolder(task), TASK_LIMITS.files * 2);
  if (entries === null || entries.some(({ type, mode }) => type !== "blob" || mode !== "100644"))
    return null;
  try {
    const blobs = await repository.readBlobs(
      entries.map(({ oid }) => oid),
      TASK_LIMITS.totalBytes,
    );
    return new Map(entries.map(({ path, oid }) => [path, blobs.get(oid)!]));
  } catch (error) {
    if (error instanceof PipelineError && error.code === "INPUT_INVALID") return null;
    throw error;
  }
}
