import type { Commits } from "../shared/core/commits.ts";
import { PipelineError } from "../shared/core/errors.ts";
import type { RepositoryReader } from "../shared/ports/repository.ts";

/** The commit of the first name that exists on the remote. */
export async function commitOfFirst(
  names: readonly string[],
  repository: RepositoryReader,
): Promise<string> {
  for (const name of names) {
    const commit = await repository.commitOf(name);
    if (commit !== null) return commit;
  }
  throw new PipelineError("GIT_FAILED", `The remote has no commit ${names.join(" or ")}`, {
    hint: "It was deleted, or replaced by a forced push. A run on what is there now finds its tasks.",
  });
}

/** The three commits of a head that is to be merged into a base. */
export async function commitsOf(
  head: string,
  base: string,
  repository: RepositoryReader,
): Promise<Commits> {
  const mergeBases = await repository.mergeBases(base, head);
  const [mergeBase] = mergeBases;
  if (mergeBase === undefined) {
    throw new PipelineError("GIT_FAILED", `${head} and ${base} have no common history`, {
      hint: "What such a branch changes cannot be told. Rebuild it on the target branch.",
    });
  }
  if (mergeBases.length > 1) {
    throw new PipelineError(
      "GIT_FAILED",
      `${head} and ${base} have ${mergeBases.length} merge bases: ${mergeBases.slice(0, 5).join(", ")}`,
      { hint: "Merge the target branch into this one once more; then there is one." },
    );
  }
  return { head, base, mergeBase };
}
