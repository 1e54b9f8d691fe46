import { openRepository } from "../../src/git/adapters/repository.ts";
import type { Repository as GitPort } from "../../src/git/repository.ts";
import { git } from "../../world/git.ts";
import { gitHubInMemory, type Repository, startGitHub } from "../../world/github.ts";
import { MemoryStore } from "../../world/memory-store.ts";
import { mergedTree } from "../../world/pull-request.ts";
import { MemoryRepository } from "../support/memory-repository.ts";
import * as fc from "../support/properties.ts";

/** One commit of a history: some changes on top of a commit, or a merge of two; commits are named by their numbers. */
export type Step =
  | { readonly kind: "commit"; readonly on: number; readonly files: readonly FileStep[] }
  | { readonly kind: "merge"; readonly one: number; readonly other: number };

type FileStep = readonly [path: string, content: string | null, mode: string];

/** Few names and few texts, so that they meet: files of the same text in two places, a folder where a file was. */
const PATHS = ["a", "b", "A", "d/a", "d/b", "d/e/a", "d.x", "é/a b"];
const fileStep = fc.tuple(
  fc.constantFrom(...PATHS),
  // Several lines would be merged line by line by git alone.
  fc.constantFrom(null, "one\n", "two\n", "three\n", ""),
  fc.constantFrom("100644", "100644", "100755", "120000"),
);
const commitStep = fc.record({
  kind: fc.constant("commit" as const),
  on: fc.nat(30),
  files: fc.array(fileStep, { minLength: 1, maxLength: 3 }),
});
const mergeStep = fc.record({
  kind: fc.constant("merge" as const),
  one: fc.nat(30),
  other: fc.nat(30),
});

export const histories: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ weight: 3, arbitrary: commitStep }, { weight: 1, arbitrary: mergeStep }),
  { minLength: 2, maxLength: 12 },
);

/** Makes a history, and answers its commits; a merge that conflicts is none, in whatever repository it is made. */
export function built(repository: Repository, steps: readonly Step[]): string[] {
  const commits = [repository.commit("c0", { files: { a: "one\n" }, message: "0", parent: null })];
  for (const [index, step] of steps.entries()) {
    const at = (number: number): string => commits[number % commits.length]!;
    const branch = `c${index + 1}`;
    if (step.kind === "commit") {
      const files = Object.fromEntries(
        step.files.map(([path, content, mode]) => [
          path,
          content === null ? null : { content, mode },
        ]),
      );
      commits.push(repository.commit(branch, { files, message: branch, parent: at(step.on) }));
      continue;
    }
    const [one, other] = [at(step.one), at(step.other)];
    const tree = one === other ? null : mergedTree(repository, one, other);
    if (tree === null) continue;
    const parents = ["-p", one, "-p", other];
    const merge = repository.git("commit-tree", tree, ...parents, "-m", branch);
    repository.git("update-ref", `refs/heads/${branch}`, merge);
    commits.push(merge);
  }
  return commits;
}

/** All that the actions ask a repository, of each pair of the commits of a history. */
export async function answers(
  repository: Repository,
  port: GitPort,
  commits: readonly string[],
): Promise<unknown[]> {
  const found: unknown[] = [commits];
  await port.commitsOf(commits, { withHistory: true });
  for (const [index, commit] of commits.entries()) {
    const other = commits[(index * 7 + 3) % commits.length]!;
    const bases = (await port.mergeBases(commit, other)).toSorted();
    found.push(
      bases,
      await port.isAncestor(other, commit),
      mergedTree(repository, commit, other),
      await port.list(commit, ""),
      await port.filesBelow(commit, "d", 100),
      await port.committedAt(commit),
      await port.firstParents(commit, other, 5),
    );
    for (const folder of ["", "d", "d/e", "none"]) {
      found.push(
        inOrder(await port.changes(other, commit, folder)),
        inOrder(await port.changes(null, commit, folder)),
        inOrder((await port.modeChanges(other, commit, folder)).changes),
      );
    }
    for (const path of PATHS) {
      const at = await port.objectAt(commit, path);
      found.push(at, repository.ask("cat-file", "blob", `${commit}:${path}`));
    }
  }
  return found;
}

/** Which difference comes first is not promised. */
function inOrder<One extends { readonly path: string }>(changes: readonly One[]): readonly One[] {
  return changes.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

/** The same history in memory and in real git, and what both answer. */
export async function inBoth(
  steps: readonly Step[],
): Promise<{ readonly inMemory: unknown[]; readonly inGit: unknown[] }> {
  const real = await startGitHub();
  try {
    const memory = gitHubInMemory().createRepository("octo/app");
    if (!(memory.store instanceof MemoryStore)) throw new Error("It is not in memory");
    const folder = real.createRepository("octo/app");
    const remote = { url: `file://${folder.path}`, serverUrl: "", token: "" };
    const inMemory = await answers(
      memory,
      new MemoryRepository(memory.store),
      built(memory, steps),
    );
    const commits = built(folder, steps);
    const inGit = await answers(folder, openRepository(remote, real.folder), commits);
    git(folder.path, ["fsck", "--strict"]);
    return { inMemory, inGit };
  } finally {
    await real.stop();
  }
}
