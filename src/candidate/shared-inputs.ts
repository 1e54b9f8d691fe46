import { minimatch } from "minimatch";

/**
 * What one path is in one tree: the id of its blob or tree together with the mode, so that a change of mode alone is
 * a change too. `null` where the path does not exist.
 */
export interface ObjectAt {
  readonly mode: string;
  readonly oid: string;
}

export type Merged =
  | { readonly kind: "resolved"; readonly object: ObjectAt | null }
  | { readonly kind: "conflict" };

/**
 * What the base would hold at one path after the merge: whichever side changed it, or what both changed it to.
 * Both sides differently is a conflict, even where a merge of their lines would work: nobody has tested that.
 */
export function mergeObject(
  mergeBase: ObjectAt | null,
  base: ObjectAt | null,
  head: ObjectAt | null,
): Merged {
  if (isSame(base, head) || isSame(mergeBase, head)) return { kind: "resolved", object: base };
  if (isSame(mergeBase, base)) return { kind: "resolved", object: head };
  return { kind: "conflict" };
}

function isSame(a: ObjectAt | null, b: ObjectAt | null): boolean {
  return a?.oid === b?.oid && a?.mode === b?.mode;
}

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
