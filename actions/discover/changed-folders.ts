import { PipelineError } from "../../src/foundation/errors.ts";
import type { Commits } from "../../src/git/commits.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import { changedTasks, type ChangedTasks } from "./changed-tasks.ts";
import { threeCommits } from "./commits-of.ts";

export interface ProposedChange {
  readonly commits: Commits;
  readonly changed: ChangedTasks;
}

/** What a head changes since it left its base. */
export async function changedSince(
  head: string,
  base: string,
  root: string,
  repository: RepositoryReader,
): Promise<ProposedChange> {
  const mergeBases = await repository.mergeBases(base, head);
  const commits = threeCommits(head, base, mergeBases);
  const changed = await changedBetween(commits.mergeBase, head, root, repository);
  // After criss-cross merges there are several. The answer holds if each of them gives it; the gate calls the
  // candidate a conflict all the same.
  for (const other of mergeBases.filter((mergeBase) => mergeBase !== commits.mergeBase)) {
    const again = await changedBetween(other, head, root, repository);
    if (JSON.stringify(again) !== JSON.stringify(changed)) throw ambiguous(commits, mergeBases);
  }
  return { commits, changed };
}

/** What happened to the task folders from one commit (null: from nothing) to another. */
export async function changedBetween(
  from: string | null,
  to: string,
  root: string,
  repository: RepositoryReader,
): Promise<ChangedTasks> {
  return changedTasks(await repository.modeChanges(from, to, root));
}

function ambiguous({ head, base }: Commits, mergeBases: readonly string[]): PipelineError {
  return new PipelineError(
    "GIT_FAILED",
    `${head} and ${base} have ${mergeBases.length} merge bases, which differ in their tasks: ${mergeBases.slice(0, 5).join(", ")}`,
    { hint: "Merge the target branch into this one once more; then there is one." },
  );
}
