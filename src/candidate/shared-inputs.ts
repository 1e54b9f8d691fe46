import { minimatch } from "minimatch";

/** Files outside the task folder that a verification depends on, besides the config's `shared-inputs`. */
export const ALWAYS_SHARED = ["requirements.txt", "test-requirements.txt"] as const;

/**
 * The folder that a glob can find files in: `data/prices` for `data/prices/*.csv`, and `""`, the root, for `**`, or where
 * its first part is a pattern already.
 */
export function folderOfGlob(glob: string): string {
  const parts = glob.split("/").slice(0, -1);
  const end = parts.findIndex(
    (part) => /[*?[\]{}()!+@\\]/.test(part) || part === "" || part === ".",
  );
  return (end < 0 ? parts : parts.slice(0, end)).join("/");
}

/** Whether a path of the repository is a shared input, by the globs of the config. */
export function isSharedInput(path: string, globs: readonly string[]): boolean {
  if ((ALWAYS_SHARED as readonly string[]).includes(path)) return true;
  return globs.some((glob) =>
    minimatch(path, glob, { dot: true, nocomment: true, nonegate: true }),
  );
}
