import type { Digest } from "../foundation/digest.ts";
import { PLAIN_FILE } from "../git/modes.ts";
import type { RepositoryReader, TreeEntry } from "../git/repository.ts";
import { META, TASK_LIMITS } from "./folder.ts";
import { isUntouched, Manifest } from "./manifest.ts";
import { readMeta } from "./meta-file.ts";
import { bringFolders, contentsOf, listFolder, measured, type TaskAt } from "./read-folders.ts";
import { StoryRef } from "./story-ref.ts";

/** A person may have added to what the pipeline wrote. */
const MOST_FILES = TASK_LIMITS.files * 2;

/** What is known about one task folder of one commit. */
export interface TaskState {
  /** The story that the folder was made from; null for a folder that the pipeline did not make. */
  readonly story: Digest | null;
  /** The file of that story, by what the folder says. */
  readonly storyPath: string | null;
  readonly isUntouched: boolean;
  /** Nothing but the account of attempts that made nothing: there is no code yet. */
  readonly isUnfinished: boolean;
  readonly tree: string;
}

export interface PresentTask extends TaskState {
  readonly attempts: Manifest["attempts"];
  /** By path; null for a folder that holds something the pipeline never writes. */
  readonly files: ReadonlyMap<string, Uint8Array> | null;
}

/** Brings what is to be read next, with a few questions for all of it. */
export function bringTasks(repository: RepositoryReader, places: readonly TaskAt[]): Promise<void> {
  return bringFolders(repository, places, MOST_FILES);
}

/** Reads what one commit holds of one task; null when the folder does not exist. */
export async function readTask(
  repository: RepositoryReader,
  place: TaskAt,
): Promise<PresentTask | null> {
  const listing = await listFolder(repository, place, MOST_FILES);
  if (listing === null) return null;
  const files = listing.files === null ? null : await plainContents(repository, listing.files);
  const manifest = files === null ? null : readMeta(Manifest, files.get(META.manifest));
  const reference = files === null ? null : readMeta(StoryRef, files.get(META.storyRef));
  const isUnfinished = manifest !== null && files?.size === 1;
  return {
    tree: listing.tree,
    files,
    isUnfinished,
    story: reference?.sha256 ?? (isUnfinished ? manifest.story.sha256 : null),
    storyPath: reference?.story ?? null,
    isUntouched: files !== null && isUntouched(files),
    attempts: manifest?.attempts ?? [],
  };
}

/** null where one of them is nothing the pipeline ever writes: a link, a program, a submodule, a file above the limit. */
async function plainContents(
  repository: RepositoryReader,
  files: readonly TreeEntry[],
): Promise<ReadonlyMap<string, Uint8Array> | null> {
  if (files.some(({ mode }) => mode !== PLAIN_FILE)) return null;
  const sizes = await measured(repository, files);
  if (sizes.some(({ bytes }) => bytes > TASK_LIMITS.totalBytes)) return null;
  return contentsOf(repository, files, TASK_LIMITS.totalBytes);
}
