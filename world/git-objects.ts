import { createHash } from "node:crypto";

export interface Entry {
  /** A git mode; `40000` is a folder. */
  readonly mode: string;
  readonly oid: string;
}

/** The entries of a folder, in the order in which git sorts them. */
export type Tree = ReadonlyMap<string, Entry>;

export interface Commit {
  readonly tree: string;
  readonly parents: readonly string[];
  /** As `name <address> seconds zone`. */
  readonly author: string;
  readonly committer: string;
  readonly message: string;
  /** Later ones have higher numbers. */
  readonly index: number;
}

export const FOLDER = "40000";

/** Objects of git in memory, with git's own ids. Nothing in it ever goes. */
export class GitObjects {
  readonly #blobs = new Map<string, Buffer>();
  readonly #trees = new Map<string, Tree>();
  readonly #commits = new Map<string, Commit>();
  readonly #mergeBases = new Map<string, readonly string[]>();

  addBlob(content: Buffer): string {
    const oid = idOf("blob", content);
    this.#blobs.set(oid, content);
    return oid;
  }

  addTree(entries: Iterable<readonly [string, Entry]>): string {
    const sorted = [...entries].toSorted(([one, a], [other, b]) =>
      Buffer.compare(sortKey(one, a), sortKey(other, b)),
    );
    const bytes = sorted.flatMap(([name, { mode, oid }]) => [
      Buffer.from(`${mode} ${name}\0`),
      Buffer.from(oid, "hex"),
    ]);
    const oid = idOf("tree", Buffer.concat(bytes));
    if (!this.#trees.has(oid)) this.#trees.set(oid, new Map(sorted));
    return oid;
  }

  addCommit(commit: Omit<Commit, "index">): string {
    const { tree, parents, author, committer, message } = commit;
    const lines = [
      `tree ${tree}`,
      ...parents.map((parent) => `parent ${parent}`),
      `author ${author}`,
      `committer ${committer}`,
    ];
    const oid = idOf("commit", Buffer.from(`${lines.join("\n")}\n\n${message}`));
    if (!this.#commits.has(oid)) this.#commits.set(oid, { ...commit, index: this.#commits.size });
    return oid;
  }

  typeOf(oid: string): "blob" | "tree" | "commit" | null {
    if (this.#blobs.has(oid)) return "blob";
    if (this.#trees.has(oid)) return "tree";
    return this.#commits.has(oid) ? "commit" : null;
  }

  blob(oid: string): Buffer {
    return required(this.#blobs.get(oid), oid);
  }

  tree(oid: string): Tree {
    return required(this.#trees.get(oid), oid);
  }

  commit(oid: string): Commit {
    return required(this.#commits.get(oid), oid);
  }

  /** What stands at a path of a tree; the tree itself for an empty path. */
  at(tree: string, path: string): Entry | null {
    let found: Entry | null = { mode: FOLDER, oid: tree };
    for (const name of path === "" ? [] : path.split("/")) {
      if (found?.mode !== FOLDER) return null;
      found = this.tree(found.oid).get(name) ?? null;
    }
    return found;
  }

  /**
   * The tree with other entries at some paths, written in their order; null takes away what is there. Folders without
   * entries do not stay.
   */
  withEntries(tree: string, changes: Iterable<readonly [string, Entry | null]>): string {
    const entries = new Map(this.tree(tree));
    const below = new Map<string, [string, Entry | null][]>();
    for (const [path, entry] of changes) {
      const end = path.indexOf("/");
      if (end >= 0) {
        const name = path.slice(0, end);
        const inside = below.get(name) ?? [];
        inside.push([path.slice(end + 1), entry]);
        below.set(name, inside);
      } else if (entry === null) entries.delete(path);
      else entries.set(path, entry);
    }
    for (const [name, inside] of below) {
      const present = entries.get(name);
      const from = present?.mode === FOLDER ? present.oid : this.addTree([]);
      const oid = this.withEntries(from, inside);
      if (this.tree(oid).size === 0) entries.delete(name);
      else entries.set(name, { mode: FOLDER, oid });
    }
    return this.addTree(entries);
  }

  /** All files of a tree by path; a submodule counts as one. */
  files(tree: string, prefix = ""): Map<string, Entry> {
    const files = new Map<string, Entry>();
    for (const [name, entry] of this.tree(tree)) {
      if (entry.mode !== FOLDER) files.set(prefix + name, entry);
      else for (const file of this.files(entry.oid, `${prefix}${name}/`)) files.set(...file);
    }
    return files;
  }

  /** The commit and all that come before it. */
  ancestors(commit: string): Set<string> {
    const seen = new Set<string>();
    const open = [commit];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...this.commit(next).parents);
    }
    return seen;
  }

  /** All best common ancestors. */
  mergeBases(one: string, other: string): readonly string[] {
    const key = `${one} ${other}`;
    const known = this.#mergeBases.get(key);
    if (known !== undefined) return known;
    const best = this.#bestCommon(one, other);
    this.#mergeBases.set(key, best);
    return best;
  }

  #bestCommon(one: string, other: string): readonly string[] {
    const others = this.ancestors(other);
    if (others.has(one)) return [one];
    const common = [...this.ancestors(one)].filter((each) => others.has(each));
    const below = new Set(
      common.flatMap((each) => [...this.ancestors(each)].filter((ancestor) => ancestor !== each)),
    );
    return common.filter((each) => !below.has(each));
  }

  /** The tree that a merge of two commits would hold; null where both changed the same file differently. */
  merged(one: string, other: string): string | null {
    const base = this.#mergedBases(this.mergeBases(one, other));
    if (base === null) return null;
    return this.mergedTrees(base, this.commit(one).tree, this.commit(other).tree);
  }

  /** Lines of one file are not merged: git would, where they lie apart. */
  mergedTrees(base: string, ours: string, theirs: string): string | null {
    const found = this.#mergedEntry(folder(base), folder(ours), folder(theirs));
    if (found === undefined) return null;
    return found === null ? this.addTree([]) : found.oid;
  }

  /** undefined for a conflict. */
  #mergedEntry(base: Entry | null, ours: Entry | null, theirs: Entry | null) {
    if (isSame(ours, theirs) || isSame(base, theirs)) return ours;
    if (isSame(base, ours)) return theirs;
    if (ours?.mode !== FOLDER || theirs?.mode !== FOLDER) return undefined;
    const before = base?.mode === FOLDER ? this.tree(base.oid) : new Map<string, Entry>();
    return this.#mergedFolder(before, this.tree(ours.oid), this.tree(theirs.oid));
  }

  #mergedFolder(base: Tree, ours: Tree, theirs: Tree): Entry | null | undefined {
    const entries: [string, Entry][] = [];
    for (const name of new Set([...ours.keys(), ...theirs.keys()])) {
      const three = [base, ours, theirs].map((tree) => tree.get(name) ?? null);
      const entry: Entry | null | undefined = this.#mergedEntry(three[0]!, three[1]!, three[2]!);
      if (entry === undefined) return undefined;
      if (entry !== null) entries.push([name, entry]);
    }
    return entries.length === 0 ? null : folder(this.addTree(entries));
  }

  /** The tree that several merge bases stand for together. */
  #mergedBases([first, ...others]: readonly string[]): string | null {
    if (first === undefined) return null;
    return others.reduce<string | null>((tree, other) => {
      const base = this.#mergedBases(this.mergeBases(first, other));
      if (tree === null || base === null) return null;
      return this.mergedTrees(base, tree, this.commit(other).tree);
    }, this.commit(first).tree);
  }
}

function folder(oid: string): Entry {
  return { mode: FOLDER, oid };
}

function isSame(one: Entry | null, other: Entry | null): boolean {
  return one?.oid === other?.oid && one?.mode === other?.mode;
}

function sortKey(name: string, { mode }: Entry): Buffer {
  return Buffer.from(mode === FOLDER ? `${name}/` : name);
}

function idOf(type: string, content: Buffer): string {
  return createHash("sha1").update(`${type} ${content.length}\0`).update(content).digest("hex");
}

function required<T>(value: T | undefined, oid: string): T {
  if (value === undefined) throw new Error(`There is no object ${oid}`);
  return value;
}
