import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PipelineError } from "../../foundation/errors.ts";

// git is never run in a checkout: what its configuration names would be started, be it to fetch an object that a forged
// history lacks. Files of it are read here, and its objects are borrowed by a store of our own.

/** Where a checkout keeps what it has checked out, and what it shares with its other work trees. */
export interface CheckoutFolders {
  readonly own: string;
  readonly shared: string;
}

/** null where there is no checkout. */
export function checkoutFolders(workspace: string): CheckoutFolders | null {
  if (workspace === "") return null;
  const dotGit = join(workspace, ".git");
  const linked = /^gitdir: (.+)$/m.exec(textOf(dotGit) ?? "")?.[1];
  const own = linked === undefined ? dotGit : resolve(workspace, linked);
  if (textOf(join(own, "HEAD")) === null) return null;
  const common = textOf(join(own, "commondir"))?.trim();
  return { own, shared: common === undefined ? own : resolve(own, common) };
}

/** The commit that is checked out; null where nothing is committed yet, or what stands there names no commit. */
export function headCommit(folders: CheckoutFolders): string | null {
  return commitNamed("HEAD", folders, MOST_STEPS);
}

/** The commit that is checked out in a folder. */
export function checkedOutIn(workspace: string): string {
  const folders = checkoutFolders(workspace);
  const commit = folders === null ? null : headCommit(folders);
  if (commit !== null) return commit;
  throw new PipelineError("INPUT_INVALID", "There is no commit to verify", {
    hint: 'Pass "head", "base" and "merge-base" of the matrix entry, or check the repository out first.',
  });
}

/** A ref that names a ref that names a ref … */
const MOST_STEPS = 5;

/** A branch, by a name that leads nowhere else. */
const REF = /^ref: (refs\/(?!.*(?:\.\.|\/\/))[^\s\\~^:?*[]+)$/;

function commitNamed(name: string, folders: CheckoutFolders, steps: number): string | null {
  if (steps === 0) return null;
  const folder = name === "HEAD" ? folders.own : folders.shared;
  const text = textOf(join(folder, name))?.trim() ?? packedRef(name, folders.shared);
  if (text === null) return null;
  if (/^[0-9a-f]{40}$/.test(text)) return text;
  const [, target] = REF.exec(text) ?? [];
  return target === undefined ? null : commitNamed(target, folders, steps - 1);
}

function packedRef(name: string, folder: string): string | null {
  const lines = (textOf(join(folder, "packed-refs")) ?? "").split("\n");
  return lines.find((line) => line.endsWith(` ${name}`))?.split(" ")[0] ?? null;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}
