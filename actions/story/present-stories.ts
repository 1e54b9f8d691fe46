import type { RepositoryReader } from "../../src/git/repository.ts";
import {
  isStoryFile,
  parseStory,
  STORIES,
  STORY_MAX_BYTES,
  type Story,
} from "../../src/story/story.ts";
import { GENERATED, taskFolder } from "../../src/task/folder.ts";
import { isTaskOrRerunOf, isTaskId, partsOf, type TaskId } from "../../src/task/task-id.ts";

/** What of a commit has an id or a file already, as a sentence about the new story; null where both are free. */
export async function ownerOf(
  repository: RepositoryReader,
  commit: string,
  { key, path: file }: Pick<Story, "key" | "path">,
): Promise<string | null> {
  const entries = (await repository.list(commit, STORIES)).filter(
    ({ type, path }) => type === "blob" && isStoryFile(path),
  );
  const sizes = await repository.blobSizes(entries.map(({ oid }) => oid));
  const readable = entries.filter(({ oid }) => (sizes.get(oid) ?? Infinity) <= STORY_MAX_BYTES);
  const contents = await repository.readBlobs(
    readable.map(({ oid }) => oid),
    STORY_MAX_BYTES,
  );
  for (const { path, oid } of readable) {
    const read = parseStory(`${STORIES}/${path}`, contents.get(oid) ?? new Uint8Array());
    if (read.ok && read.story.key === key) {
      return `has the id "${key}", and so has ${STORIES}/${path}: choose another one, or change that story in a pull request`;
    }
  }
  // Whatever it holds: the name of a file need not be its story's id.
  if ((await repository.objectAt(commit, file)) !== null) {
    return `would be ${file}, which is there already: choose another id`;
  }
  const folders = (await repository.list(commit, GENERATED)).map(({ path }) => path);
  const taken = folders.filter(isTaskId).find((task) => belongsTo(task, key));
  return taken === undefined
    ? null
    : `has the id "${key}", and ${taskFolder(taken)} is there already: choose another one`;
}

function belongsTo(task: TaskId, key: TaskId): boolean {
  return isTaskOrRerunOf(task, key) || partsOf(task).story === key;
}
