import type { ObjectAt } from "../core/candidate.ts";
import type { TreeChange, TreeEntry } from "../ports/repository.ts";

const SPACE = 0x20;
const SLASH = 0x2f;
const OID_BYTES = 20;

/** Where one entry lies in the bytes of a tree: `<mode> <name>\0<20 bytes of id>`. */
interface Entry {
  readonly start: number;
  readonly name: number;
  readonly nameEnd: number;
  readonly end: number;
}

function entryAt(tree: Buffer, start: number): Entry {
  const name = tree.indexOf(SPACE, start) + 1;
  const nameEnd = tree.indexOf(0, name);
  return { start, name, nameEnd, end: nameEnd + 1 + OID_BYTES };
}

export function treeEntries(tree: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let position = 0; position < tree.length;) {
    const entry = entryAt(tree, position);
    entries.push({ path: pathOf(tree, entry), ...objectOf(tree, entry) });
    position = entry.end;
  }
  return entries;
}

/**
 * What differs between two trees, one change per name. Both are read side by side in the order that git sorts them,
 * so that the text of a name is made for those that differ only.
 */
export function treeChanges(before: Buffer, after: Buffer): TreeChange[] {
  const changes: TreeChange[] = [];
  const removed = new Map<string, TreeEntry>();
  const added: TreeEntry[] = [];
  let left = before.length === 0 ? null : entryAt(before, 0);
  let right = after.length === 0 ? null : entryAt(after, 0);
  while (left !== null || right !== null) {
    const order = orderOf(before, left, after, right);
    if (order === 0 && !isSame(before, left!, after, right!)) {
      changes.push({
        path: pathOf(before, left!),
        before: objectAtOf(before, left!),
        after: objectAtOf(after, right!),
      });
    }
    if (order < 0) {
      const entry = { path: pathOf(before, left!), ...objectOf(before, left!) };
      removed.set(entry.path, entry);
    }
    if (order > 0) added.push({ path: pathOf(after, right!), ...objectOf(after, right!) });
    if (order <= 0) left = left!.end < before.length ? entryAt(before, left!.end) : null;
    if (order >= 0) right = right!.end < after.length ? entryAt(after, right!.end) : null;
  }
  for (const { path, mode, oid } of added) {
    // A file and a folder of one name are sorted apart: that is one change, not two.
    const other = removed.get(path);
    removed.delete(path);
    changes.push({
      path,
      before: other === undefined ? null : { mode: other.mode, oid: other.oid },
      after: { mode, oid },
    });
  }
  for (const { path, mode, oid } of removed.values()) {
    changes.push({ path, before: { mode, oid }, after: null });
  }
  return changes;
}

/** git's order of names: byte by byte, where a folder's name ends with a slash. */
function orderOf(a: Buffer, left: Entry | null, b: Buffer, right: Entry | null): number {
  if (left === null) return 1;
  if (right === null) return -1;
  let i = left.name;
  let j = right.name;
  while (i < left.nameEnd && j < right.nameEnd && a[i] === b[j]) {
    i++;
    j++;
  }
  return byteAt(a, left, i) - byteAt(b, right, j);
}

function byteAt(tree: Buffer, entry: Entry, position: number): number {
  if (position < entry.nameEnd) return tree[position]!;
  return isFolder(tree, entry) ? SLASH : 0;
}

function isFolder(tree: Buffer, { start, name }: Entry): boolean {
  return name - start === 6 && tree[start] === 0x34; // "40000 "
}

function isSame(a: Buffer, left: Entry, b: Buffer, right: Entry): boolean {
  return a.compare(b, right.start, right.end, left.start, left.end) === 0;
}

function pathOf(tree: Buffer, { name, nameEnd }: Entry): string {
  return tree.toString("utf8", name, nameEnd);
}

function objectAtOf(tree: Buffer, entry: Entry): ObjectAt {
  return { mode: modeOf(tree, entry), oid: oidOf(tree, entry) };
}

function objectOf(tree: Buffer, entry: Entry): Omit<TreeEntry, "path"> {
  const mode = modeOf(tree, entry);
  return { mode, type: typeOf(mode), oid: oidOf(tree, entry) };
}

function oidOf(tree: Buffer, { nameEnd, end }: Entry): string {
  return tree.toString("hex", nameEnd + 1, end);
}

function modeOf(tree: Buffer, { start, name }: Entry): string {
  return tree.toString("latin1", start, name - 1).padStart(6, "0");
}

function typeOf(mode: string): TreeEntry["type"] {
  if (mode === "040000") return "tree";
  return mode === "160000" ? "commit" : "blob";
}
