import { PipelineError } from "../../foundation/errors.ts";
import type { FolderAt, ModeChanges, TreeChange, TreeEntry } from "../repository.ts";
import { treeChanges, treeModeChanges } from "../tree-changes.ts";
import { Tree, treeEntries, treeEntry } from "../tree.ts";
import type { GitFetcher } from "./fetcher.ts";
import {
  contentOf,
  notSent,
  parentsIn,
  rootIn,
  type GitObject,
  type GitObjects,
} from "./objects.ts";

const EMPTY_TREE = new Tree(Buffer.alloc(0));

/** More folders for each file than any folder of people has. */
const FOLDERS_A_FILE = 4;

interface Folder {
  /** Ends with a slash, unless it is empty. */
  readonly path: string;
  readonly oid: string;
}

/** Reads folders of commits, level by level; each tree is read once, and fetched when it is not here. */
export class GitFolders {
  readonly #objects: GitObjects;
  readonly #fetcher: GitFetcher;
  /** Every tree that was needed: read, or on its way. Whoever needs it next waits with the others. */
  readonly #trees = new Map<string, Promise<Tree>>();
  /** What was read without need, or is being read: null where it is not here. */
  readonly #read = new Map<string, Promise<Tree | null>>();

  constructor(objects: GitObjects, fetcher: GitFetcher) {
    this.#objects = objects;
    this.#fetcher = fetcher;
  }

  /** What stands at a path of a commit. */
  async entryAt(commit: string, path: string): Promise<TreeEntry | null> {
    const names = path.split("/");
    const name = names.pop() ?? "";
    const folder = await this.#folder(await this.#rootOf(commit), names);
    return folder === null ? null : treeEntry(await this.#tree(folder), name);
  }

  /** The entries directly in a folder. */
  async entries(commit: string, folder: string): Promise<readonly TreeEntry[]> {
    const tree = await this.treeAt(commit, folder);
    return tree === null ? [] : treeEntries(await this.#tree(tree));
  }

  /** The id of a folder's tree; null when there is no such folder. */
  async treeAt(commit: string, folder: string): Promise<string | null> {
    return this.#folder(await this.#rootOf(commit), namesOf(folder));
  }

  /**
   * All files below a tree, level by level, where what is missing comes with one question a level at most; null when
   * there are more than `maxFiles`, or too many folders.
   */
  async filesIn(tree: string, maxFiles: number): Promise<readonly TreeEntry[] | null> {
    const files: TreeEntry[] = [];
    let seen = 0;
    for (let level: Folder[] = [{ path: "", oid: tree }]; level.length > 0;) {
      const oids = level.map(({ oid }) => oid);
      const missing = await this.#objects.missing(oids);
      if (missing.length > 0) await this.#fetcher.treesBelow(missing);
      const trees = await this.#treesOf(oids);
      const below: Folder[] = [];
      for (const [index, { path }] of level.entries()) {
        const here = trees[index]!;
        seen += here.size;
        if (seen > maxFiles * FOLDERS_A_FILE + maxFiles) return null;
        for (const entry of treeEntries(here)) {
          const at = { ...entry, path: `${path}${entry.path}` };
          if (entry.type === "tree") below.push({ path: `${at.path}/`, oid: entry.oid });
          else files.push(at);
        }
      }
      if (files.length > maxFiles) return null;
      level = below;
    }
    return files;
  }

  async changes(from: string | null, to: string, folder: string): Promise<readonly TreeChange[]> {
    const [before, after] = await this.#folders(from, to, folder);
    return before === after ? [] : treeChanges(...(await this.#twoTrees(before, after)));
  }

  async modeChanges(from: string | null, to: string, folder: string): Promise<ModeChanges> {
    const [before, after] = await this.#folders(from, to, folder);
    return treeModeChanges(...(await this.#twoTrees(before, after)));
  }

  /** Sees to it that folders of commits are in the store that is fetched into: one question for each level of them. */
  async bring(folders: readonly FolderAt[]): Promise<void> {
    const missing = await this.#objects.missing(folders.map(({ commit }) => commit));
    if (missing.length > 0) await this.#fetcher.singleCommits(missing);
    const roots = await Promise.all(folders.map(({ commit }) => this.#rootOf(commit)));
    let level = folders.map(({ folder }, index) => ({
      oid: roots[index]!,
      below: namesOf(folder),
    }));
    while (level.length > 0) {
      const trees = await this.#treesOf(level.map(({ oid }) => oid));
      level = level.flatMap(({ below: [name, ...below] }, index) => {
        const entry = name === undefined ? null : treeEntry(trees[index]!, name);
        return entry?.type === "tree" ? [{ oid: entry.oid, below }] : [];
      });
    }
  }

  /**
   * While the server is asked, what is here already can be read; nothing is fetched. The merge base is most often a parent
   * of the head; whether it is, the server's answer will tell.
   */
  readAhead(commits: readonly string[], folder: string): void {
    for (const commit of commits) {
      // Whoever needs it meets the error himself.
      void this.#readHere(commit, namesOf(folder)).catch(() => {});
    }
  }

  async #readHere(commit: string, names: readonly string[]): Promise<void> {
    const object = await this.#objects.read(commit);
    const parents = parentsIn(object).slice(0, 2);
    const [tree] = await Promise.all([
      this.#folderHere(object, names),
      ...parents.map(async (parent) => this.#folderHere(await this.#objects.read(parent), names)),
    ]);
    // Which finds its entries, now that there is time.
    void tree?.places;
  }

  async #folderHere(commit: GitObject | null, names: readonly string[]): Promise<Tree | null> {
    const root = rootIn(commit);
    let tree = root === null ? null : await this.#here(root);
    for (const name of names) {
      const entry = tree === null ? null : treeEntry(tree, name);
      tree = entry?.type === "tree" ? await this.#here(entry.oid) : null;
    }
    return tree;
  }

  async #rootOf(commit: string): Promise<string> {
    let object = await this.#objects.read(commit);
    if (object === null) {
      await this.#fetcher.singleCommits([commit]);
      object = await this.#objects.read(commit);
    }
    if (object?.type === "tree") return commit;
    const tree = rootIn(object);
    if (tree === null) throw new PipelineError("GIT_FAILED", `${commit} is no commit`);
    return tree;
  }

  async #folder(root: string, names: readonly string[]): Promise<string | null> {
    let tree = root;
    for (const name of names) {
      const entry = treeEntry(await this.#tree(tree), name);
      if (entry?.type !== "tree") return null;
      tree = entry.oid;
    }
    return tree;
  }

  async #tree(oid: string): Promise<Tree> {
    const [tree] = await this.#treesOf([oid]);
    return tree!;
  }

  /** Trees by id; those that are not here are fetched with one question. */
  #treesOf(oids: readonly string[]): Promise<readonly Tree[]> {
    const wanted = [...new Set(oids)].filter((oid) => !this.#trees.has(oid));
    const arrived = this.#readOrFetch(wanted);
    for (const oid of wanted) {
      const tree = arrived.then((trees) => trees.get(oid) ?? this.#fetched(oid));
      this.#trees.set(oid, tree);
      // Whoever asks again asks anew.
      tree.catch(() => this.#trees.delete(oid));
    }
    return Promise.all(oids.map((oid) => this.#trees.get(oid)!));
  }

  /** Those that were here; the others are in the store now. */
  async #readOrFetch(oids: readonly string[]): Promise<ReadonlyMap<string, Tree>> {
    const found = await Promise.all(oids.map((oid) => this.#here(oid)));
    const missing = oids.filter((_, index) => found[index] === null);
    if (missing.length > 0) await this.#fetcher.objects(missing);
    return new Map(
      oids.flatMap((oid, index): [string, Tree][] => {
        const tree = found[index] ?? null;
        return tree === null ? [] : [[oid, tree]];
      }),
    );
  }

  async #fetched(oid: string): Promise<Tree> {
    const tree = treeOf(oid, await this.#objects.read(oid));
    if (tree === null) throw notSent(oid);
    return tree;
  }

  /** A tree that can be had without the server; null for any other. */
  #here(oid: string): Promise<Tree | null> {
    const known = this.#trees.get(oid) ?? this.#read.get(oid);
    if (known !== undefined) return known;
    const tree = this.#objects.read(oid).then((object) => treeOf(oid, object));
    this.#read.set(oid, tree);
    const forget = (): boolean => this.#read.delete(oid);
    void tree.then((found) => found ?? forget(), forget);
    return tree;
  }

  async #twoTrees(before: string | null, after: string | null): Promise<readonly [Tree, Tree]> {
    const trees = await this.#treesOf([before, after].filter((oid) => oid !== null));
    return [
      before === null ? EMPTY_TREE : trees[0]!,
      after === null ? EMPTY_TREE : trees[trees.length - 1]!,
    ];
  }

  /** The trees of one folder in two commits, read level by level: what both lack is one question, not two. */
  async #folders(
    from: string | null,
    to: string,
    folder: string,
  ): Promise<readonly [before: string | null, after: string | null]> {
    let [before, after]: readonly [string | null, string | null] = await Promise.all([
      from === null ? null : this.#rootOf(from),
      this.#rootOf(to),
    ]);
    for (const name of namesOf(folder)) {
      await this.#treesOf([before, after].filter((oid) => oid !== null));
      [before, after] = await Promise.all([
        before === null ? null : this.#folder(before, [name]),
        after === null ? null : this.#folder(after, [name]),
      ]);
    }
    return [before, after];
  }
}

function treeOf(oid: string, object: GitObject | null): Tree | null {
  return object === null ? null : new Tree(contentOf(oid, object, "tree"));
}

function namesOf(folder: string): readonly string[] {
  return folder === "" ? [] : folder.split("/");
}
