import { BrokenObject } from "./broken-object.ts";
import type { ObjectAt } from "./merged-object.ts";
import { FOLDER, SUBMODULE } from "./modes.ts";
import type { TreeEntry } from "./repository.ts";

const SPACE = 0x20;
const SLASH = 0x2f;
const ZERO = 0x30;
const ONE = 0x31;
const TWO = 0x32;
const FOUR = 0x34;
const SIX = 0x36;
const SEVEN = 0x37;
const OID_BYTES = 20;
/** `40000 `, one letter, the end of the name, and the id. */
const SHORTEST_ENTRY = 6 + 1 + 1 + OID_BYTES;

/**
 * A tree object: `<mode> <name>\0<20 bytes of id>`, again and again. A folder may hold tens of thousands of tasks, of
 * which a change touches a few: only those become text and objects.
 *
 * It is read whole and strictly before anything is told of it. git itself takes other modes for folders, names with a
 * slash for folders of their own, and the last of two entries with one name; nothing that is told of such a tree could be
 * relied on.
 */
export class Tree {
  readonly bytes: Buffer;
  #places: Places | null = null;
  #text: string | null = null;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** Where its entries are; found at the first question. A tree that git does not write so is a `BrokenObject` error. */
  get places(): Places {
    this.#places ??= placesIn(this.bytes);
    return this.#places;
  }

  /** The number of its entries. */
  get size(): number {
    return this.places.starts.length - 1;
  }

  /** The name between two places. To cut ten thousand of them out of one text is faster than to decode each. */
  nameAt(start: number, end: number): string {
    if (!this.places.isAscii) return this.bytes.toString("utf8", start, end);
    this.#text ??= this.bytes.toString("latin1");
    return this.#text.slice(start, end);
  }
}

interface Places {
  /** Where each entry starts, and at last where they end. */
  readonly starts: Int32Array;
  /** Whether a name has a letter that is no small ASCII one. Without one, names differ in more than case. */
  readonly hasCase: boolean;
  /** Whether every byte of every name is ASCII. */
  readonly isAscii: boolean;
}

/** One loop, plain and long on purpose: it runs over tens of thousands of entries before anything is compiled. */
function placesIn(bytes: Buffer): Places {
  const starts = new Int32Array(Math.ceil(bytes.length / SHORTEST_ENTRY) + 1);
  let count = 0;
  let hasCase = false;
  let isAscii = true;
  let position = 0;
  let lastName = 0;
  let lastNameEnds = 0;
  /** Files whose names the next ones begin with: a folder of one of these names can come much later. */
  const files: Name[] = [];
  while (position < bytes.length) {
    starts[count++] = position;
    const nameEnds = bytes[position] === FOUR ? SLASH : 0;
    position = nameStart(bytes, position);
    const name = position;
    // The names must ascend in git's order, where a folder's name ends with a slash.
    let isLikeLast = count > 1;
    for (let byte = bytes[position]; byte !== 0; byte = bytes[++position]) {
      if (byte === undefined || byte === SLASH) throw odd();
      if (byte > 0x7f) isAscii = false;
      else if (byte >= 0x41 && byte <= 0x5a) hasCase = true;
      if (isLikeLast) {
        const last = bytes[lastName++]! || lastNameEnds;
        if (last > byte) throw odd();
        isLikeLast = last === byte;
      }
    }
    if (position === name) throw odd();
    if (isLikeLast && (bytes[lastName]! || lastNameEnds) >= nameEnds) throw odd();
    if (nameEnds === 0 || files.length > 0) followFiles(files, bytes, name, position, nameEnds);
    lastName = name;
    lastNameEnds = nameEnds;
    position += 1 + OID_BYTES;
  }
  if (position !== bytes.length) throw odd();
  starts[count] = position;
  return {
    starts: starts.subarray(0, count + 1),
    hasCase: hasCase || !isAscii,
    isAscii,
  };
}

interface Name {
  readonly start: number;
  readonly end: number;
}

/** Takes the next name; refused is a folder that has the name of a file. */
function followFiles(
  files: Name[],
  bytes: Buffer,
  start: number,
  end: number,
  nameEnds: number,
): void {
  while (files.length > 0) {
    const file = files.at(-1)!;
    const length = file.end - file.start;
    if (bytes.compare(bytes, file.start, file.end, start, Math.min(start + length, end)) === 0) {
      if (length === end - start) throw odd();
      break;
    }
    files.pop();
  }
  if (nameEnds === 0) files.push({ start, end });
}

/** Where a name starts: behind `40000 ` of a folder, or six digits and a space of anything else. */
function nameStart(bytes: Buffer, start: number): number {
  const isFolder =
    bytes[start] === FOUR &&
    bytes[start + 1] === ZERO &&
    bytes[start + 2] === ZERO &&
    bytes[start + 3] === ZERO &&
    bytes[start + 4] === ZERO &&
    bytes[start + 5] === SPACE;
  if (isFolder) return start + 6;
  const kind = bytes[start + 1];
  const isOther =
    bytes[start] === ONE &&
    (kind === ZERO || kind === TWO || kind === SIX) &&
    bytes[start + 2] === ZERO &&
    // The rights of a file. A link and a submodule have none.
    isDigit(bytes[start + 3], kind) &&
    isDigit(bytes[start + 4], kind) &&
    isDigit(bytes[start + 5], kind) &&
    bytes[start + 6] === SPACE;
  if (isOther) return start + 7;
  throw odd();
}

function isDigit(byte: number | undefined, kind: number): boolean {
  if (byte === undefined) return false;
  return byte >= ZERO && byte <= (kind === ZERO ? SEVEN : ZERO);
}

/** One entry of a tree, and after a move another one. */
export class Entry {
  readonly #bytes: Buffer;
  readonly #tree: Tree;
  start = 0;
  name = 0;
  nameEnd = 0;

  constructor(tree: Tree) {
    this.#tree = tree;
    this.#bytes = tree.bytes;
  }

  /** By the places of its tree. */
  moveTo(start: number, end: number): this {
    this.start = start;
    this.name = start + (this.#bytes[start + 5] === SPACE ? 6 : 7);
    this.nameEnd = end - OID_BYTES - 1;
    return this;
  }

  get end(): number {
    return this.nameEnd + 1 + OID_BYTES;
  }

  get path(): string {
    return this.#tree.nameAt(this.name, this.nameEnd);
  }

  /** The bytes of the name, one letter for each. Names that are no UTF-8 can have one path and are two all the same. */
  get key(): string {
    return this.#tree.places.isAscii
      ? this.path
      : this.#bytes.toString("latin1", this.name, this.nameEnd);
  }

  get isFolder(): boolean {
    return this.name - this.start === 6;
  }

  get mode(): string {
    if (this.isFolder) return FOLDER;
    return this.#bytes.toString("latin1", this.start, this.name - 1);
  }

  get object(): ObjectAt {
    const oid = this.nameEnd + 1;
    return { mode: this.mode, oid: this.#bytes.toString("hex", oid, oid + OID_BYTES) };
  }

  hasName(name: Buffer): boolean {
    return (
      this.nameEnd - this.name === name.length &&
      name.compare(this.#bytes, this.name, this.nameEnd) === 0
    );
  }

  /** git's order: byte by byte, where a folder's name ends with a slash. */
  orderTo(other: Entry): number {
    let i = this.name;
    let j = other.name;
    while (i < this.nameEnd && j < other.nameEnd && this.#bytes[i] === other.#bytes[j]) {
      i++;
      j++;
    }
    return this.#nameByte(i) - other.#nameByte(j);
  }

  /** Whether two entries of one name have the same mode and id as well. */
  isSameAs(other: Entry): boolean {
    return (
      this.#bytes[this.nameEnd + 1] === other.#bytes[other.nameEnd + 1] &&
      this.#bytes.compare(other.#bytes, other.start, other.end, this.start, this.end) === 0
    );
  }

  #nameByte(position: number): number {
    if (position < this.nameEnd) return this.#bytes[position]!;
    return this.isFolder ? SLASH : 0;
  }
}

export function* entriesOf(tree: Tree): Generator<Entry> {
  const { starts } = tree.places;
  const entry = new Entry(tree);
  for (let index = 0; index + 1 < starts.length; index++) {
    yield entry.moveTo(starts[index]!, starts[index + 1]!);
  }
}

export function treeEntries(tree: Tree): TreeEntry[] {
  return Array.from(entriesOf(tree), listed);
}

/** The entry of one name in a tree; null when there is none. */
export function treeEntry(tree: Tree, name: string): TreeEntry | null {
  const wanted = Buffer.from(name);
  for (const entry of entriesOf(tree)) if (entry.hasName(wanted)) return listed(entry);
  return null;
}

function listed(entry: Entry): TreeEntry {
  const { mode, oid } = entry.object;
  return { path: entry.path, mode, type: typeOf(mode), oid };
}

function odd(): BrokenObject {
  return new BrokenObject("A tree object of the repository is not as git writes it", {
    hint: "`git fsck` in a full clone names it. Write that folder anew: its commit cannot be judged.",
  });
}

function typeOf(mode: string): TreeEntry["type"] {
  if (mode === FOLDER) return "tree";
  return mode === SUBMODULE ? "commit" : "blob";
}
