import type { ObjectAt } from "../core/candidate.ts";
import type { ModeChanges, TreeChange, TreeEntry } from "../ports/repository.ts";

const SPACE = 0x20;
const SLASH = 0x2f;
const FOLDER_MODE = "040000";
const OID_BYTES = 20;
/** `40000 `, one letter, the end of the name, and the id. */
const SHORTEST_ENTRY = 6 + 1 + 1 + OID_BYTES;

/**
 * Where the entries of a tree lie in its bytes: `<mode> <name>\0<20 bytes of id>`, again and again. A folder may hold
 * tens of thousands of tasks, of which a change touches a few: only those become text and objects. The loops over all
 * of them are plain and long on purpose: they run once, before anything is compiled.
 */
class Tree {
  readonly bytes: Buffer;
  /** Three numbers an entry: where it starts, where its name starts, where its name ends. */
  readonly places: Int32Array;
  readonly count: number;
  /** Whether a name has a letter that is no small ASCII one. Without one, names differ in more than case. */
  readonly hasCase: boolean;

  constructor(bytes: Buffer) {
    const places = new Int32Array(3 * Math.ceil(bytes.length / SHORTEST_ENTRY));
    let index = 0;
    let hasCase = false;
    for (let position = 0; position < bytes.length; position += 1 + OID_BYTES) {
      places[index++] = position;
      // "40000 " or six digits.
      position += bytes[position + 5] === SPACE ? 6 : 7;
      places[index++] = position;
      for (let byte = bytes[position]; byte !== 0 && byte !== undefined; byte = bytes[++position]) {
        if (byte > 0x7f || (byte >= 0x41 && byte <= 0x5a)) hasCase = true;
      }
      places[index++] = position;
    }
    this.bytes = bytes;
    this.places = places;
    this.count = index / 3;
    this.hasCase = hasCase;
  }

  /** How many entries from one on end at or before a place in the bytes. */
  entriesWithin(first: number, end: number): number {
    let [least, most] = [first, this.count];
    while (least < most) {
      const middle = (least + most) >> 1;
      if (this.nameEnd(middle) + 1 + OID_BYTES <= end) least = middle + 1;
      else most = middle;
    }
    return least - first;
  }

  start(index: number): number {
    return this.places[3 * index]!;
  }

  name(index: number): number {
    return this.places[3 * index + 1]!;
  }

  nameEnd(index: number): number {
    return this.places[3 * index + 2]!;
  }

  path(index: number): string {
    return this.bytes.toString("utf8", this.name(index), this.nameEnd(index));
  }

  isFolder(index: number): boolean {
    return this.name(index) - this.start(index) === 6; // "40000 "; all other modes have six digits
  }

  mode(index: number): string {
    if (this.isFolder(index)) return FOLDER_MODE;
    return this.bytes.toString("latin1", this.start(index), this.name(index) - 1);
  }

  object(index: number): ObjectAt {
    const oid = this.nameEnd(index) + 1;
    return { mode: this.mode(index), oid: this.bytes.toString("hex", oid, oid + OID_BYTES) };
  }
}

export function treeEntries(bytes: Buffer): TreeEntry[] {
  const tree = new Tree(bytes);
  return Array.from({ length: tree.count }, (_, index) => entryOf(tree, index));
}

/** The entry of one name in a tree; null when there is none. */
export function treeEntry(bytes: Buffer, name: string): TreeEntry | null {
  const tree = new Tree(bytes);
  const wanted = Buffer.from(name);
  for (let index = 0; index < tree.count; index++) {
    if (tree.nameEnd(index) - tree.name(index) !== wanted.length) continue;
    if (wanted.compare(bytes, tree.name(index), tree.nameEnd(index)) !== 0) continue;
    return entryOf(tree, index);
  }
  return null;
}

function entryOf(tree: Tree, index: number): TreeEntry {
  const { mode, oid } = tree.object(index);
  return { path: tree.path(index), mode, type: typeOf(mode), oid };
}

/** What differs between two trees. */
export function treeChanges(before: Buffer, after: Buffer): TreeChange[] {
  return differences(new Tree(before), new Tree(after), (tree, index) => tree.object(index));
}

/** The same with modes only, which is half the work where thousands of entries differ. */
export function treeModeChanges(before: Buffer, after: Buffer): ModeChanges {
  const tree = new Tree(after);
  return {
    changes: differences(new Tree(before), tree, (side, index) => side.mode(index)),
    sameWithoutCase: sameWithoutCase(tree),
  };
}

interface Difference<T> {
  readonly path: string;
  readonly before: T | null;
  readonly after: T | null;
}

/** One difference per name: both trees are read side by side, in the order in which git sorts. */
function differences<T>(
  before: Tree,
  after: Tree,
  read: (tree: Tree, index: number) => T,
): Difference<T>[] {
  const found: Difference<T>[] = [];
  const removed = new Map<string, T>();
  const added = new Map<string, T>();
  let left = 0;
  let right = 0;
  while (left < before.count || right < after.count) {
    const same = commonEntries(before, left, after, right);
    left += same;
    right += same;
    const order = orderOf(before, left, after, right);
    if (order === 0 && left < before.count) {
      found.push({
        path: before.path(left),
        before: read(before, left),
        after: read(after, right),
      });
    } else if (order < 0) removed.set(before.path(left), read(before, left));
    else if (order > 0) added.set(after.path(right), read(after, right));
    if (order <= 0) left++;
    if (order >= 0) right++;
  }
  for (const [path, object] of added) {
    // A file and a folder of one name are sorted apart: that is one difference, not two.
    found.push({ path, before: removed.get(path) ?? null, after: object });
    removed.delete(path);
  }
  for (const [path, object] of removed) found.push({ path, before: object, after: null });
  return found;
}

/** How many entries from two places on are the same in both trees, byte by byte. */
function commonEntries(before: Tree, left: number, after: Tree, right: number): number {
  if (left >= before.count || right >= after.count) return 0;
  const start = before.start(left);
  const common = commonBytes(before.bytes, start, after.bytes, after.start(right));
  return before.entriesWithin(left, start + common);
}

/** Compared so many bytes at a time where that is worth a call; below, one by one. */
const CALL_BYTES = 128;

/** How many bytes from two places on are the same: found by ever larger pieces, the last of which is halved. */
function commonBytes(a: Buffer, aStart: number, b: Buffer, bStart: number): number {
  const length = Math.min(a.length - aStart, b.length - bStart);
  const isSame = (from: number, to: number): boolean =>
    a.compare(b, bStart + from, bStart + to, aStart + from, aStart + to) === 0;
  let same = firstDifference(a, aStart, b, bStart, Math.min(length, CALL_BYTES));
  if (same < CALL_BYTES) return same;
  let end = same;
  for (let size = 2 * CALL_BYTES; end < length; size *= 2) {
    end = Math.min(same + size, length);
    if (!isSame(same, end)) break;
    same = end;
  }
  while (end - same > CALL_BYTES) {
    const middle = (same + end) >> 1;
    if (isSame(same, middle)) same = middle;
    else end = middle;
  }
  return same + firstDifference(a, aStart + same, b, bStart + same, end - same);
}

function firstDifference(
  a: Buffer,
  aStart: number,
  b: Buffer,
  bStart: number,
  length: number,
): number {
  let index = 0;
  while (index < length && a[aStart + index] === b[bStart + index]) index++;
  return index;
}

/** git's order: byte by byte, where a folder's name ends with a slash. What is at its end comes last. */
function orderOf(before: Tree, left: number, after: Tree, right: number): number {
  if (left >= before.count || right >= after.count) {
    return Number(left >= before.count) - Number(right >= after.count);
  }
  const a = before.bytes;
  const b = after.bytes;
  const leftEnd = before.nameEnd(left);
  const rightEnd = after.nameEnd(right);
  let i = before.name(left);
  let j = after.name(right);
  while (i < leftEnd && j < rightEnd && a[i] === b[j]) {
    i++;
    j++;
  }
  const leftByte = i < leftEnd ? a[i]! : endOfName(before, left);
  const rightByte = j < rightEnd ? b[j]! : endOfName(after, right);
  return leftByte - rightByte;
}

function endOfName(tree: Tree, index: number): number {
  return tree.isFolder(index) ? SLASH : 0;
}

function sameWithoutCase(tree: Tree): ReadonlySet<string> {
  const twins = new Set<string>();
  const seen = new Set<string>();
  for (let index = 0; tree.hasCase && index < tree.count; index++) {
    const folded = tree.path(index).toLowerCase();
    if (seen.has(folded)) twins.add(folded);
    seen.add(folded);
  }
  return twins;
}

function typeOf(mode: string): TreeEntry["type"] {
  if (mode === FOLDER_MODE) return "tree";
  return mode === "160000" ? "commit" : "blob";
}
