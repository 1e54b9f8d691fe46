import { PipelineError } from "../../src/foundation/errors.ts";
import type { Commits } from "../../src/git/commits.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import type { Side } from "./comparison.ts";

/** The commits of all names. */
export async function commitsNamed(
  names: readonly string[],
  repository: RepositoryReader,
): Promise<readonly string[]> {
  const commits = await repository.commitsOf(names);
  return commits.map((commit, index) => commit ?? fail(names[index] ?? ""));
}

export async function headCommit(head: Side, repository: RepositoryReader): Promise<string> {
  return (await repository.commitOf(head.name)) ?? otherHead(head, repository);
}

/** The commits of a head and of the base that it is to be merged into; how they differ in `folder` is asked next. */
export async function headAndBase(
  head: Side,
  base: string,
  folder: string,
  repository: RepositoryReader,
): Promise<readonly [head: string, base: string]> {
  const next = { withHistory: true, folder };
  const [first, second] = await repository.commitsOf([head.name, base], next);
  return [first ?? (await otherHead(head, repository)), second ?? fail(base)];
}

/** The three commits; of several merge bases, the first in order. */
export function threeCommits(head: string, base: string, mergeBases: readonly string[]): Commits {
  const [mergeBase] = mergeBases.toSorted();
  if (mergeBase !== undefined) return { head, base, mergeBase };
  throw new PipelineError("GIT_FAILED", `${head} and ${base} have no common history`, {
    hint: "What such a branch changes cannot be told. Rebuild it on the target branch.",
  });
}

async function otherHead(head: Side, repository: RepositoryReader): Promise<string> {
  const other = head.otherwise === null ? null : await repository.commitOf(head.otherwise);
  return other ?? fail(head.name);
}

function fail(name: string): never {
  throw new PipelineError("GIT_FAILED", `The remote has no ${name}`, {
    hint: "It was deleted, or replaced by a forced push. A run on what is there now finds its tasks.",
  });
}
