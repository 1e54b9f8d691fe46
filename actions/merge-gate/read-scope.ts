import type { RepositoryReader } from "../../src/git/repository.ts";
import { STORIES } from "../../src/story/story.ts";
import { GENERATED } from "../../src/task/folder.ts";
import { scopeOf, type Scope } from "./scope.ts";

/** What a pull request changes, by our own comparison of trees: never GitHub's list, which ends at 3,000 files. */
export async function readScope(
  repository: RepositoryReader,
  mergeBase: string,
  head: string,
  branch: string,
): Promise<Scope> {
  const changesOf = (folder: string) => repository.changes(mergeBase, head, folder);
  const [root, meta, stories, generated] = await Promise.all([
    changesOf(""),
    changesOf("meta"),
    changesOf(STORIES),
    changesOf(GENERATED),
  ]);
  return scopeOf({ root, meta, stories, generated }, branch);
}
