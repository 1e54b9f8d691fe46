import type { Repository, RepositoryReader } from "../../src/git/repository.ts";
import { GENERATED, taskFolder } from "../../src/task/folder.ts";
import { commitMessage, type MadeTask } from "./messages.ts";

/** Where a branch stands, and what it is to be merged into. */
export interface Destination {
  readonly branch: string;
  readonly base: string;
  /** The remote tip that was read; null when there is no such branch yet. */
  readonly tip: string | null;
  /** The commit that the work is built on. */
  readonly parent: string;
  /** The pull request whose branch it is; null for a branch of ours, whose pull request may have to be opened. */
  readonly pullRequest: number | null;
}

export interface Written extends MadeTask {
  /** Holds what a person changed on the branch: their commits stay below it. */
  readonly isTouched?: boolean;
}

/** The commit of one task: its old folder is gone, its new one is there. */
export function commitOf(
  start: string,
  made: Written,
  repository: Pick<Repository, "commit">,
): Promise<string> {
  const folder = taskFolder(made.task);
  const changes = [
    { path: folder, content: null },
    ...[...made.files].map(([path, content]) => ({ path: `${folder}/${path}`, content })),
  ];
  return repository.commit(start, changes, commitMessage(made));
}

/** Brings what the start of each branch depends on, so that none of them asks for it by itself. */
export async function bringStarts(
  destinations: readonly Destination[],
  repository: RepositoryReader,
): Promise<void> {
  const grown = destinations.flatMap(({ tip, parent }) =>
    tip === null || tip === parent ? [] : [{ tip, parent }],
  );
  await repository.bringMergeBases(grown.map(({ tip, parent }) => [parent, tip]));
  const sides: string[] = [];
  for (const { tip, parent } of grown) {
    sides.push(parent, tip, ...(await repository.mergeBases(parent, tip)));
  }
  await repository.bringFolders(sides.map((commit) => ({ commit, folder: GENERATED })));
}

/**
 * A branch starts again from the fresh base when nothing is lost by that: it holds what is written anew, and what the
 * base holds as well. Otherwise the work goes on top of it, so that no push loses another task or a person's commit.
 */
export async function startOf(
  { tip, parent }: Destination,
  { task, isTouched }: Written,
  repository: Repository,
): Promise<string> {
  if (tip === null || tip === parent) return parent;
  const [mergeBase, ...others] = await repository.mergeBases(parent, tip);
  if (mergeBase === undefined || others.length > 0) return tip;
  if (mergeBase === tip) return parent;
  if (!(await repository.areAllOurs(mergeBase, tip))) return tip;
  const roots = await repository.changes(mergeBase, tip, "");
  if (roots.some(({ path }) => path !== GENERATED)) return tip;
  const folders = await repository.changes(mergeBase, tip, GENERATED);
  for (const { path, after } of folders) {
    if (path === task && isTouched !== true) continue;
    const merged = await repository.objectAt(parent, `${GENERATED}/${path}`);
    if (after?.oid !== merged?.oid) return tip;
  }
  return parent;
}
