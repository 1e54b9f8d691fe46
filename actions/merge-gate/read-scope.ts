import { parseStory, STORIES, STORY_MAX_BYTES, type Story } from "../shared/core/story.ts";
import { GENERATED, META, TASK_LIMITS, taskFolder } from "../shared/core/task-folder.ts";
import type { TaskId } from "../shared/core/task-id.ts";
import { readMeta, StoryRef } from "../shared/core/task-meta.ts";
import type { RepositoryReader } from "../shared/ports/repository.ts";
import { scopeOf, type Scope } from "./core/scope.ts";

/** What a pull request changes, by our own comparison of trees: never GitHub's list, which ends at 3,000 files. */
export async function readScope(
  repository: RepositoryReader,
  mergeBase: string,
  head: string,
  branch: string,
): Promise<Scope> {
  const changesOf = (folder: string) => repository.changes(mergeBase, head, folder);
  return scopeOf(
    {
      root: await changesOf(""),
      meta: await changesOf("meta"),
      stories: await changesOf(STORIES),
      generated: await changesOf(GENERATED),
    },
    branch,
  );
}

/** The files of a task folder that are no plain files: links, programs, submodules. */
export async function badModes(
  repository: RepositoryReader,
  head: string,
  task: TaskId,
): Promise<string[]> {
  const entries = await repository.list(head, taskFolder(task), { recursive: true });
  return entries
    .filter(({ mode }) => mode !== "100644")
    .map(({ path, mode }) => `${taskFolder(task)}/${JSON.stringify(path)} has the mode ${mode}`);
}

/**
 * The stories of the head that no task folder was made from: for every task of a story the head must hold its folder, or
 * a rerun of it, made from the story's present text.
 */
export async function unbuiltStories(
  repository: RepositoryReader,
  head: string,
  paths: readonly string[],
): Promise<string[]> {
  const unbuilt: string[] = [];
  for (const path of paths) {
    const story = await readStory(repository, head, path);
    if (typeof story === "string") unbuilt.push(story);
    else unbuilt.push(...(await unbuiltTasks(repository, head, story)));
  }
  return unbuilt;
}

async function readStory(
  repository: RepositoryReader,
  head: string,
  path: string,
): Promise<Story | string> {
  const file = await repository.objectAt(head, path);
  if (file === null) return `${path} is not at the head`;
  const blobs = await repository.readBlobs([file.oid], STORY_MAX_BYTES * 4);
  const result = parseStory(path, blobs.get(file.oid)!);
  return result.ok ? result.story : `${path} cannot be built: ${result.problems.join("; ")}`;
}

async function unbuiltTasks(
  repository: RepositoryReader,
  head: string,
  story: Story,
): Promise<string[]> {
  const folders = (await repository.list(head, GENERATED)).map(({ path }) => path);
  const unbuilt: string[] = [];
  for (const { id } of story.tasks) {
    const candidates = folders.filter((name) => name === id || isRerun(name, id));
    const refs = await Promise.all(candidates.map((name) => storyRefOf(repository, head, name)));
    if (!refs.some((ref) => ref?.sha256 === story.digest)) {
      unbuilt.push(`${taskFolder(id)} was not made from the present text of ${story.path}`);
    }
  }
  return unbuilt;
}

function isRerun(name: string, task: TaskId): boolean {
  return name.startsWith(task) && /^-r\d+$/.test(name.slice(task.length));
}

async function storyRefOf(
  repository: RepositoryReader,
  head: string,
  folder: string,
): Promise<StoryRef | null> {
  const file = await repository.objectAt(head, `${GENERATED}/${folder}/${META.storyRef}`);
  if (file?.type !== "blob") return null;
  const blobs = await repository.readBlobs([file.oid], TASK_LIMITS.fileBytes);
  return readMeta(StoryRef, blobs.get(file.oid));
}
