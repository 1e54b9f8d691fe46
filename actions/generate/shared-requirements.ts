import { ALWAYS_SHARED } from "../../src/candidate/shared-inputs.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import { TASK_LIMITS, type TaskContent } from "../../src/task/folder.ts";

/** What the repository itself asks for, at the commit that is merged into: what tests of a task run with besides its own. */
export async function sharedRequirementsAt(
  repository: RepositoryReader,
  commit: string,
): Promise<TaskContent[]> {
  const files: { path: string; oid: string }[] = [];
  for (const path of ALWAYS_SHARED) {
    const object = await repository.objectAt(commit, path);
    if (object?.type === "blob") files.push({ path, oid: object.oid });
  }
  if (files.length === 0) return [];
  const content = await repository.readBlobs(
    files.map(({ oid }) => oid),
    TASK_LIMITS.fileBytes,
  );
  return files.map(({ path, oid }) => ({ path, content: content.get(oid)! }));
}
