import type { RepositoryReader } from "../../src/git/repository.ts";
import { STORIES } from "../../src/story/story.ts";
import { GENERATED, TASK_LIMITS, TOO_MANY_FILES, taskFolder } from "../../src/task/folder.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import { scopeOf, type Scope } from "./scope.ts";

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

/** The files of a task folder that are no plain files (links, programs, submodules), or that they are too many. */
export async function badModes(
  repository: RepositoryReader,
  head: string,
  task: TaskId,
): Promise<string[]> {
  const entries = await repository.filesBelow(head, taskFolder(task), TASK_LIMITS.files);
  if (entries === null) return [`${taskFolder(task)} ${TOO_MANY_FILES}`];
  return entries
    .filter(({ mode }) => mode !== "100644")
    .map(({ path, mode }) => `${taskFolder(task)}/${JSON.stringify(path)} has the mode ${mode}`);
}
