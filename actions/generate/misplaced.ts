import { FOLDER } from "../../src/git/modes.ts";
import type { RepositoryReader, TreeChange } from "../../src/git/repository.ts";
import { isStoryFile, STORIES } from "../../src/story/story.ts";

/** A file below the folder of stories that is none, and what to do about it. */
export interface Misplaced {
  readonly path: string;
  readonly problem: string;
  /** Whether somebody most likely meant it as a story. */
  readonly isMeantAsStory: boolean;
}

/** So many files of one folder are named one by one. */
const MOST_FILES = 100;

/**
 * What was added or changed below the folder of stories where no story is looked for, or under a name that no story has.
 * Passed over in silence, its author would wait for it. `since` is null where everything counts.
 */
export async function misplacedSince(
  repository: RepositoryReader,
  since: string | null,
  commit: string,
): Promise<readonly Misplaced[]> {
  const changes = await repository.changes(since, commit, STORIES);
  const found: Misplaced[] = [];
  for (const change of changes) {
    if (change.after === null) continue;
    if (change.after.mode === FOLDER)
      found.push(...(await inFolder(repository, since, commit, change)));
    else if (!isStoryFile(change.path)) found.push(...named(`${STORIES}/${change.path}`));
  }
  return found.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

async function inFolder(
  repository: RepositoryReader,
  since: string | null,
  commit: string,
  { path, before }: TreeChange,
): Promise<Misplaced[]> {
  const folder = `${STORIES}/${path}`;
  const files = await repository.filesBelow(commit, folder, MOST_FILES);
  if (files === null)
    return [{ path: folder, problem: `holds files, ${NOT_BELOW}`, isMeantAsStory: true }];
  const old =
    since === null || before?.mode !== FOLDER
      ? []
      : ((await repository.filesBelow(since, folder, MOST_FILES)) ?? []);
  const known = new Map(old.map((file) => [file.path, file.oid]));
  return files
    .filter((file) => known.get(file.path) !== file.oid)
    .flatMap((file) => below(`${folder}/${file.path}`));
}

export function below(path: string): Misplaced[] {
  if (!/\.(?:json|md|ya?ml)$/i.test(path)) return named(path);
  const better = storyPathFor(path);
  const how = /\.ya?ml$/i.test(path) ? `write it as JSON, in ${better}` : `move it to ${better}`;
  const problem = `lies in a folder of its own, ${NOT_BELOW}: ${how}`;
  return isReadme(path) ? [] : [{ path, problem, isMeantAsStory: true }];
}

const NOT_BELOW = `but stories are looked for directly in ${STORIES}/ only`;

export function named(path: string): Misplaced[] {
  const better = storyPathFor(path);
  if (isReadme(path)) return [];
  const ending = /\.(json|md)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending !== undefined) {
    const problem = `is not read as a story, because its name does not end in ".${ending}" in lower case: rename it to ${better}`;
    return [{ path, problem, isMeantAsStory: true }];
  }
  if (/\.ya?ml$/i.test(path)) {
    const problem = `is not read as a story, because a story is JSON or Markdown: write it as ${better}`;
    return [{ path, problem, isMeantAsStory: true }];
  }
  if (/\.(?:markdown|txt)$/i.test(path)) {
    const problem = `is not read as a story; if it is meant as one, rename it to ${better}`;
    return [{ path, problem, isMeantAsStory: false }];
  }
  return [];
}

function storyPathFor(path: string): string {
  return `${STORIES}/${stemOf(path)}.${/\.(?:md|markdown|txt)$/i.test(path) ? "md" : "json"}`;
}

function isReadme(path: string): boolean {
  return /(?:^|\/)readme\.\w+$/i.test(path);
}

function stemOf(path: string): string {
  const name = path.split("/").at(-1) ?? path;
  return name.replace(/\.[^.]*$/, "") || name;
}
