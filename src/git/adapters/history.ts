import { readFileSync } from "node:fs";
import { PipelineError } from "../../foundation/errors.ts";
import type { GitProcess } from "./git-process.ts";

/**
 * All best common ancestors of two commits, or null when the history that is here does not prove them.
 *
 * A cut history can show a common ancestor and hide a better one. What it shows is proven when every commit that only
 * one side has, has its parents here: then all ways from either side lead to the ancestor that was found. Several of
 * them are proven by an uncut history only, because one may lie behind another.
 */
export async function provenMergeBases(
  git: GitProcess,
  a: string,
  b: string,
  cut: ReadonlySet<string>,
): Promise<readonly string[] | null> {
  if (a === b) return [a];
  const { ownCommits, boundary } = await symmetricDifference(git, a, b);
  if (ownCommits.some((commit) => cut.has(commit))) return null;
  // Every merge base is in the boundary; so are older common commits that a merge brought in.
  if (boundary.length <= 1) return boundary;
  const bases = await git.text(["merge-base", "--all", a, b], { answers: [1] });
  const found = bases === "" ? [] : bases.split("\n");
  return found.length === 1 || cut.size === 0 ? found : null;
}

async function symmetricDifference(
  git: GitProcess,
  a: string,
  b: string,
): Promise<{ readonly ownCommits: readonly string[]; readonly boundary: readonly string[] }> {
  const output = await git.text(["rev-list", "--boundary", `${a}...${b}`]);
  const lines = output === "" ? [] : output.split("\n");
  return {
    ownCommits: lines.filter((line) => !line.startsWith("-")),
    boundary: lines.filter((line) => line.startsWith("-")).map((line) => line.slice(1)),
  };
}

/** The commits whose parents a shallow repository leaves out. */
export function cutCommits(shallowFile: string): ReadonlySet<string> {
  try {
    const text = readFileSync(shallowFile, "utf8");
    return new Set(text.split("\n").filter((line) => line !== ""));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return new Set();
    throw new PipelineError("GIT_FAILED", `${shallowFile} cannot be read`, { cause: error });
  }
}
