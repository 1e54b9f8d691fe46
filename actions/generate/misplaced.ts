import { FOLDER } from "../../src/git/modes.ts";
import type { RepositoryReader, TreeChange } from "../../src/git/repository.ts";
import { STORIES } from "../../src/story/story.ts";

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
    else if (!change.path.endsWith(".json")) found.push(...named(`${STORIES}/${change.path}`));
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
  const better = `${STORIES}/${stemOf(path)}.json`;
  if (!/\.(?:json|ya?ml)$/i.test(path)) return named(path);
  const how = /\.json$/i.test(path) ? `move it to ${better}` : `write it as JSON, in ${better}`;
  const problem = `lies in a folder of its own, ${NOT_BELOW}: ${how}`;
  return [{ path, problem, isMeantAsStory: true }];
}

const NOT_BELOW = `but stories are looked for directly in ${STORIES}/ only`;

export function named(path: string): Misplaced[] {
  const better = `${STORIES}/${stemOf(path)}.json`;
  if (/\.json$/i.test(path)) {
    const problem = `is not read as a story, because its name does not end in ".json" in lower case: rename it to ${better}`;
    return [{ path, problem, isMeantAsStory: true }];
  }
  if (/\.ya?ml$/i.test(path)) {
    const problem = `is not read as a story, because a story is a JSON file: write it as ${better}`;
    return [{ path, problem, isMeantAsStory: true }];
  }
  if (/\.(?:md|markdown|txt)$/i.test(path)) {
    const problem = `is not read as a story; if it is meant as one, write it as JSON, in ${better}`;
    return [{ path, problem, isMeantAsStory: false }];
  }
  return [];
}

function stemOf(path: string): string {
  const name = path.split("/").at(-1) ?? path;
  return name.replace(/\.[^.]*$/, "") || name;
}
