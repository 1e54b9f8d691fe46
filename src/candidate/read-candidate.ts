import { PipelineError } from "../foundation/errors.ts";
import type { Commits } from "../git/commits.ts";
import { mergeObject, type Merged, type ObjectAt } from "../git/merged-object.ts";
import { FOLDER } from "../git/modes.ts";
import type { RepositoryReader } from "../git/repository.ts";
import { GENERATED, taskFolder } from "../task/folder.ts";
import type { TaskId } from "../task/task-id.ts";
import { ALWAYS_SHARED, folderOfGlob, isSharedInput } from "./shared-inputs.ts";

/** What the base would hold after the merge, at the paths that a verification of one task depends on. */
export type Candidate =
  | {
      readonly kind: "resolved";
      /** The tree of the task folder; null when the candidate has no such folder. */
      readonly task: string | null;
      readonly shared: SharedBlobs;
    }
  | Conflict;

/** Blob id of each shared input; null where there is none. */
export type SharedBlobs = Readonly<Record<string, string | null>>;

/** The shared inputs of the candidate, which are the same for all tasks. */
export type SharedInputs = { readonly kind: "resolved"; readonly blobs: SharedBlobs } | Conflict;

export interface Conflict {
  readonly kind: "conflict";
  readonly path: string;
}

/** Of one folder in which a glob looks for shared inputs. */
const MOST_SHARED_FILES = 500_000;

export async function readCandidate(
  repository: RepositoryReader,
  commits: Commits,
  task: TaskId,
  shared: SharedInputs,
): Promise<Candidate> {
  const folder = taskFolder(task);
  const merged = await mergedAt(repository, commits, folder);
  if (merged.kind === "conflict") return { kind: "conflict", path: folder };
  if (shared.kind === "conflict") return shared;
  const { object } = merged;
  return {
    kind: "resolved",
    task: object?.mode === FOLDER ? object.oid : null,
    shared: shared.blobs,
  };
}

export async function readSharedInputs(
  repository: RepositoryReader,
  commits: Commits,
  globs: readonly string[],
): Promise<SharedInputs> {
  const paths = await sharedPaths(repository, commits, globs);
  const found = await Promise.all(paths.map((path) => mergedAt(repository, commits, path)));
  const blobs: Record<string, string | null> = {};
  for (const [index, path] of paths.entries()) {
    const merged = found[index]!;
    if (merged.kind === "conflict") return { kind: "conflict", path };
    blobs[path] = merged.object?.oid ?? null;
  }
  return { kind: "resolved", blobs };
}

/** What the base would hold at one path after the merge. */
export async function mergedAt(
  repository: RepositoryReader,
  { mergeBase, base, head }: Commits,
  path: string,
): Promise<Merged> {
  const at = (commit: string): Promise<ObjectAt | null> => repository.objectAt(commit, path);
  const [ofMergeBase, ofBase, ofHead] = await Promise.all([at(mergeBase), at(base), at(head)]);
  return mergeObject(ofMergeBase, ofBase, ofHead);
}

async function sharedPaths(
  repository: RepositoryReader,
  { mergeBase, base, head }: Commits,
  globs: readonly string[],
): Promise<readonly string[]> {
  const found = new Set<string>(ALWAYS_SHARED);
  const commits = [...new Set([mergeBase, base, head])];
  for (const folder of outermost(globs.map(folderOfGlob))) {
    const lists = await Promise.all(
      commits.map((commit) => filesOutsideTasks(repository, commit, folder)),
    );
    for (const file of lists.flat()) if (isSharedInput(file, globs)) found.add(readable(file));
  }
  return [...found].toSorted();
}

/** Task folders may be thousands, and hold nothing that is shared. */
async function filesOutsideTasks(
  repository: RepositoryReader,
  commit: string,
  folder: string,
): Promise<string[]> {
  if (folder === GENERATED || folder.startsWith(`${GENERATED}/`)) return [];
  if (folder !== "") return filesBelow(repository, commit, folder);
  const entries = await repository.list(commit, "");
  const folders = entries.filter(({ type, path }) => type === "tree" && path !== GENERATED);
  const lists = await Promise.all(
    folders.map(({ path }) => filesBelow(repository, commit, readable(path))),
  );
  return [...entries.flatMap(({ type, path }) => (type === "blob" ? [path] : [])), ...lists.flat()];
}

/** Bytes that are no UTF-8 are lost once they are text: what lies there could change unseen. */
function readable(path: string): string {
  if (!path.includes("\uFFFD")) return path;
  throw new PipelineError(
    "INPUT_INVALID",
    `${JSON.stringify(path)}, where \`shared-inputs\` looks, has a name that is no UTF-8`,
    { hint: "Rename it, or begin the globs of `shared-inputs` with another folder." },
  );
}

async function filesBelow(
  repository: RepositoryReader,
  commit: string,
  folder: string,
): Promise<string[]> {
  const entries = await repository.filesBelow(commit, folder, MOST_SHARED_FILES);
  if (entries === null) {
    throw new PipelineError(
      "LIMIT_REACHED",
      `${JSON.stringify(folder)} holds more than ${MOST_SHARED_FILES} files, among which \`shared-inputs\` looks`,
      { hint: "Begin the globs of `shared-inputs` with the folder that they are about." },
    );
  }
  return entries.map(({ path }) => `${folder}/${path}`);
}

/** The folders that lie in none of the others. */
function outermost(folders: readonly string[]): string[] {
  return [...new Set(folders)].filter(
    (folder) =>
      !folders.some(
        (other) => other !== folder && (other === "" || folder.startsWith(`${other}/`)),
      ),
  );
}
