import { join } from "node:path";
import type { CheckoutFolders } from "../../src/git/adapters/checkout.ts";
import { textAt } from "./folder.ts";

const ORIGIN_HEAD = "refs/remotes/origin/HEAD";

/** Name of the default branch: as the remote has it, and without one what is checked out. */
export function defaultBranch({ own, shared }: CheckoutFolders): string {
  return remoteDefault(shared) ?? branchIn(textAt(join(own, "HEAD")), "refs/heads/") ?? "main";
}

/** What a branch of this machine is compared with. */
export function defaultBase({ shared }: CheckoutFolders): string {
  const branch = remoteDefault(shared);
  if (branch !== null) return `refs/remotes/origin/${branch}`;
  const names = ["refs/remotes/origin/main", "refs/heads/main", "refs/heads/master"];
  const packed = textAt(join(shared, "packed-refs")) ?? "";
  const isThere = (name: string): boolean =>
    textAt(join(shared, name)) !== null || packed.includes(` ${name}\n`);
  return names.find(isThere) ?? "refs/heads/main";
}

function remoteDefault(shared: string): string | null {
  return branchIn(textAt(join(shared, ORIGIN_HEAD)), "refs/remotes/origin/");
}

function branchIn(text: string | null, prefix: string): string | null {
  const target = /^ref: (\S+)$/m.exec(text ?? "")?.[1];
  return target?.startsWith(prefix) === true ? target.slice(prefix.length) : null;
}
