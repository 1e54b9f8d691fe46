import type { ObjectAt } from "../core/candidate.ts";
import type { TreeChange, TreeEntry } from "../ports/repository.ts";

const SPACE = 0x20;
const SLASH = 0x2f;
const FOLDER_MODE = "040000";
const OID_BYTES = 20;

/**
 * Walks over the bytes of a tree: `<mode> <name>\0<20 bytes of id>`, again and again. A folder may hold tens of
 * thousands of tasks, of which a change touches a few: only those become text and objects.
 */
class TreeCursor {
  readonly tree: Buffer;
  start = 0;
  name = 0;
  nameEnd = 0;

  constructor(tree: Buffer) {
    this.tree = tree;
    this.#read();
  }

  get isDone(): boolean {
    return this.start >= this.tree.length;
  }

  next(): void {
    this.start = this.nameEnd + 1 + OID_BYTES;
    this.#read();
  }

  get path(): string {
    return this.tree.toString("utf8", this.name, this.nameEnd);
  }

  get object(): ObjectAt {
    const mode = this.tree.toString("latin1", this.start, this.name - 1).padStart(6, "0");
    const oid = this.tree.toString("hex", this.nameEnd + 1, this.nameEnd + 1 + OID_BYTES);
    return { mode, oid };
  }

  get isFolder(): boolean {
    return this.name - this.start === 6; // "40000 "; all other modes have six digits
  }

  #read(): void {
    const { tree } = this;
    let position = this.start;
    while (position < tree.length && tree[position] !== SPACE) position++;
    this.name = ++position;
    while (position < tree.length && tree[position] !== 0) position++;
    this.nameEnd = position;
  }
}

export function treeEntries(tree: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (const cursor = new TreeCursor(tree); !cursor.isDone; cursor.next()) {
    const { mode, oid } = cursor.object;
    entries.push({ path: cursor.path, mode, type: typeOf(mode), oid });
  }
  return entries;
}

/** The object of one name in a tree; null when there is none. */
export function treeEntry(tree: Buffer, name: string): TreeEntry | null {
  const bytes = Buffer.from(name);
  for (const cursor = new TreeCursor(tree); !cursor.isDone; cursor.next()) {
    if (cursor.nameEnd - cursor.name !== bytes.length) continue;
    if (bytes.compare(tree, cursor.name, cursor.nameEnd) !== 0) continue;
    const { mode, oid } = cursor.object;
    return { path: name, mode, type: typeOf(mode), oid };
  }
  return null;
}

/** What differs between two trees, one change per name: both are read side by side, in the order in which git sorts. */
export function treeChanges(before: Buffer, after: Buffer): TreeChange[] {
  const changes: TreeChange[] = [];
  const removed = new Map<string, ObjectAt>();
  const added = new Map<string, ObjectAt>();
  const left = new TreeCursor(before);
  const right = new TreeCursor(after);
  while (!left.isDone || !right.isDone) {
    const order = orderOf(left, right);
    if (order < 0) removed.set(left.path, left.object);
    else if (order > 0) added.set(right.path, right.object);
    else if (!isSameObject(left, right)) {
      changes.push({ path: left.path, before: left.object, after: right.object });
    }
    if (order <= 0) left.next();
    if (order >= 0) right.next();
  }
  for (const [path, object] of added) {
    // A file and a folder of one name are sorted apart: that is one change, not two.
    changes.push({ path, before: removed.get(path) ?? null, after: object });
    removed.delete(path);
  }
  for (const [path, object] of removed) changes.push({ path, before: object, after: null });
  return changes;
}

/** The names of a tree that are equal to another one when case is ignored, in lower case. */
export function sameWithoutCase(tree: Buffer): ReadonlySet<string> {
  const twins = new Set<string>();
  if (!hasCase(tree)) return twins;
  const seen = new Set<string>();
  for (const cursor = new TreeCursor(tree); !cursor.isDone; cursor.next()) {
    const folded = cursor.path.toLowerCase();
    if (seen.has(folded)) twins.add(folded);
    seen.add(folded);
  }
  return twins;
}

/** Whether any name has a letter that is not a small ASCII one: without one, all names differ in more than case. */
function hasCase(tree: Buffer): boolean {
  for (const cursor = new TreeCursor(tree); !cursor.isDone; cursor.next()) {
    for (let position = cursor.name; position < cursor.nameEnd; position++) {
      const byte = tree[position]!;
      if ((byte >= 0x41 && byte <= 0x5a) || byte >= 0x80) return true;
    }
  }
  return false;
}

/** git's order: byte by byte, where a folder's name ends with a slash. What is done comes last. */
function orderOf(left: TreeCursor, right: TreeCursor): number {
  if (left.isDone) return 1;
  if (right.isDone) return -1;
  const a = left.tree;
  const b = right.tree;
  let i = left.name;
  let j = right.name;
  while (i < left.nameEnd && j < right.nameEnd && a[i] === b[j]) {
    i++;
    j++;
  }
  return byteAt(left, i) - byteAt(right, j);
}

function byteAt(cursor: TreeCursor, position: number): number {
  if (position < cursor.nameEnd) return cursor.tree[position]!;
  return cursor.isFolder ? SLASH : 0;
}

/** For entries of one name. Modes of equal length differ in a digit, ids nearly always in the last. */
function isSameObject(left: TreeCursor, right: TreeCursor): boolean {
  const length = left.nameEnd + 1 + OID_BYTES - left.start;
  if (length !== right.nameEnd + 1 + OID_BYTES - right.start) return false;
  for (let offset = length - 1; offset >= 0; offset--) {
    if (left.tree[left.start + offset] !== right.tree[right.start + offset]) return false;
  }
  return true;
}

function typeOf(mode: string): TreeEntry["type"] {
  if (mode === FOLDER_MODE) return "tree";
  return mode === "160000" ? "commit" : "blob";
}
