import type { ModeChanges, TreeChange } from "./repository.ts";
import { Entry, entriesOf, type Tree } from "./tree.ts";

/** What differs between two trees. */
export function treeChanges(before: Tree, after: Tree): TreeChange[] {
  return differences(before, after, (entry) => entry.object);
}

/** The same with modes only, which is half the work where thousands of entries differ. */
export function treeModeChanges(before: Tree, after: Tree): ModeChanges {
  return {
    changes: differences(before, after, (entry) => entry.mode),
    sameWithoutCase: sameWithoutCase(after),
  };
}

interface Difference<T> {
  readonly path: string;
  readonly before: T | null;
  readonly after: T | null;
}

interface Found<T> {
  readonly path: string;
  readonly object: T;
}

/** One difference per name: both trees are read side by side, in the order in which git sorts. */
function differences<T>(before: Tree, after: Tree, read: (entry: Entry) => T): Difference<T>[] {
  const found: Difference<T>[] = [];
  const removed = new Map<string, Found<T>>();
  const added = new Map<string, Found<T>>();
  const [left, right] = [before.places.starts, after.places.starts];
  const [old, young] = [new Entry(before), new Entry(after)];
  let [i, j] = [0, 0];
  while (i + 1 < left.length || j + 1 < right.length) {
    const hasOld = i + 1 < left.length;
    const hasYoung = j + 1 < right.length;
    if (hasOld) old.moveTo(left[i]!, left[i + 1]!);
    if (hasYoung) young.moveTo(right[j]!, right[j + 1]!);
    const order = hasOld && hasYoung ? old.orderTo(young) : Number(hasYoung) - Number(hasOld);
    if (order === 0 && old.isSameAs(young)) {
      // Where two are the same, many more may be: they are passed over byte by byte.
      const same = commonBytes(before.bytes, old.start, after.bytes, young.start);
      const passed = lastStart(right, j, young.start + same) - j;
      i += passed;
      j += passed;
      continue;
    }
    if (order === 0) found.push({ path: young.path, before: read(old), after: read(young) });
    else if (order < 0) removed.set(old.key, { path: old.path, object: read(old) });
    else added.set(young.key, { path: young.path, object: read(young) });
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  for (const [key, { path, object }] of added) {
    // A file and a folder of one name are sorted apart: that is one difference, not two.
    found.push({ path, before: removed.get(key)?.object ?? null, after: object });
    removed.delete(key);
  }
  for (const { path, object } of removed.values()) {
    found.push({ path, before: object, after: null });
  }
  return found;
}

/** The last entry from `first` on that starts at or before a place in the bytes. */
function lastStart(starts: Int32Array, first: number, place: number): number {
  let [least, most] = [first, starts.length - 1];
  while (least < most) {
    const middle = (least + most + 1) >> 1;
    if (starts[middle]! <= place) least = middle;
    else most = middle - 1;
  }
  return least;
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

function sameWithoutCase(tree: Tree): ReadonlySet<string> {
  const twins = new Set<string>();
  const seen = new Set<string>();
  for (const { path } of tree.places.hasCase ? entriesOf(tree) : []) {
    const folded = path.toLowerCase();
    if (seen.has(folded)) twins.add(folded);
    seen.add(folded);
  }
  return twins;
}
