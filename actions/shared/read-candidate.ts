import {
  ALWAYS_SHARED,
  isSharedInput,
  mergeObject,
  type Merged,
  type ObjectAt,
} from "./core/candidate.ts";
import type { Commits } from "./core/commits.ts";
import { taskFolder } from "./core/task-folder.ts";
import type { TaskId } from "./core/task-id.ts";
import type { RepositoryReader } from "./ports/repository.ts";

/** What the base would hold after the merge, at the paths that a verification of one task depends on. */
export type Candidate =
  | {
      readonly kind: "resolved";
      /** The tree of the task folder; null when the candidate has no such folder. */
      readonly task: string | null;
      /** Blob id of each shared input; null where there is none. */
      readonly shared: Readonly<Record<string, string | null>>;
    }
  | { readonly kind: "conflict"; readonly path: string };

const TREE = "040000";

export async function readCandidate(
  repository: RepositoryReader,
  commits: Commits,
  task: TaskId,
  sharedGlobs: readonly string[],
): Promise<Candidate> {
  const folder = taskFolder(task);
  const mergedFolder = await mergedAt(repository, commits, folder);
  if (mergedFolder.kind === "conflict") return { kind: "conflict", path: folder };

  const shared: Record<string, string | null> = {};
  for (const path of await sharedPaths(repository, commits, sharedGlobs)) {
    const merged = await mergedAt(repository, commits, path);
    if (merged.kind === "conflict") return { kind: "conflict", path };
    shared[path] = merged.object?.oid ?? null;
  }
  const { object } = mergedFolder;
  return { kind: "resolved", task: object?.mode === TREE ? object.oid : null, shared };
}

/** What the base would hold at one path after the merge. */
export async function mergedAt(
  repository: RepositoryReader,
  { mergeBase, base, head }: Commits,
  path: string,
): Promise<Merged> {
  const at = (commit: string): Promise<ObjectAt | null> => repository.objectAt(commit, path);
  return mergeObject(await at(mergeBase), await at(base), await at(head));
}

async function sharedPaths(
  repository: RepositoryReader,
  { mergeBase, base, head }: Commits,
  globs: readonly string[],
): Promise<readonly string[]> {
  if (globs.length === 0) return ALWAYS_SHARED;
  const paths = new Set<string>(ALWAYS_SHARED);
  for (const commit of new Set([mergeBase, base, head])) {
    for (const { path } of await repository.list(commit, "", { recursive: true })) {
      if (isSharedInput(path, globs)) paths.add(path);
    }
  }
  return [...paths].toSorted();
}
