import { PipelineError } from "../core/errors.ts";
import type {
  ModeChanges,
  NextQuestions,
  RepositoryReader,
  TreeChange,
  TreeEntry,
} from "../ports/repository.ts";
import { GitFetcher } from "./git-fetcher.ts";
import { cutCommits, provenMergeBases } from "./git-history.ts";
import { GitObjects, type GitObject } from "./git-objects.ts";
import type { History, Store } from "./git-store.ts";
import { Tree, treeChanges, treeEntries, treeEntry, treeModeChanges } from "./git-tree.ts";

const EMPTY_TREE = new Tree(Buffer.alloc(0));

/** A branch that starts from the tip of its base seldom has more commits than these. */
const NEAR_COMMITS = 16;

/**
 * How much history is fetched to find a merge base: nearly every pull request needs a few commits, and the last step
 * is all there is, commits only.
 */
const DEPTHS: readonly number[] = [64, 1_024, 2 ** 31 - 1];

/** Reads the objects of a store; what is missing is fetched into it. */
export class GitReader implements RepositoryReader {
  readonly #store: Store;
  readonly #depths: readonly number[];
  readonly #fetcher: GitFetcher;
  readonly #objects: GitObjects;
  readonly #trees = new Map<string, Promise<Tree>>();

  constructor(store: Store, depths: readonly number[] = DEPTHS) {
    this.#store = store;
    this.#depths = depths;
    this.#fetcher = new GitFetcher(store.fetching, store.directory);
    this.#objects = new GitObjects(store.reading);
  }

  async branchTip(branch: string): Promise<string | null> {
    return (await this.branchTips(branch)).get(branch) ?? null;
  }

  async branchTips(prefix: string): Promise<ReadonlyMap<string, string>> {
    const refs = await this.#fetcher.refs([`refs/heads/${prefix}*`]);
    const tips = [...refs]
      .filter(([ref]) => ref.startsWith(`refs/heads/${prefix}`))
      .map(([ref, oid]): [string, string] => [ref.slice("refs/heads/".length), oid]);
    return new Map(tips);
  }

  async commitOf(name: string): Promise<string | null> {
    const [commit] = await this.commitsOf([name]);
    return commit ?? null;
  }

  async commitsOf(
    names: readonly string[],
    { withHistory = false, folder }: NextQuestions = {},
  ): Promise<readonly (string | null)[]> {
    const depth = withHistory ? (this.#depths[0] ?? 1) : 1;
    const bare = await this.#tips(names.filter((name) => !isFullName(name)));
    const full = names.map((name) => (isFullName(name) ? name : (bare.get(name) ?? null)));
    const oids = await this.#objectsNamed(full, depth, folder);
    return Promise.all(oids.map(async (oid) => (oid === null ? null : this.#peeled(oid))));
  }

  async mergeBases(a: string, b: string): Promise<readonly string[]> {
    const { checkout, fetched } = this.#store;
    if ((await this.#missing([a, b])).length === 0) {
      if (await this.#isNearAncestor(a, b)) return [a];
      const histories = checkout === null ? [fetched] : [checkout, fetched];
      for (const history of histories) {
        const found = await mergeBasesIn(history, a, b);
        if (found !== null) return found;
      }
    }
    for (const depth of this.#depths) {
      await this.#fetcher.commits([a, b], depth);
      const found = await mergeBasesIn(fetched, a, b);
      if (found !== null) return found;
    }
    throw new PipelineError("GIT_FAILED", `The merge base of ${a} and ${b} cannot be proven`, {
      hint: "The remote itself holds a shortened history.",
    });
  }

  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    return (await this.mergeBases(ancestor, descendant)).includes(ancestor);
  }

  async objectAt(
    commit: string,
    path: string,
  ): Promise<Pick<TreeEntry, "mode" | "oid" | "type"> | null> {
    const names = path.split("/");
    const name = names.pop() ?? "";
    const folder = await this.#folder(await this.#rootOf(commit), names);
    if (folder === null) return null;
    const entry = treeEntry(await this.#tree(folder), name);
    return entry === null ? null : { mode: entry.mode, type: entry.type, oid: entry.oid };
  }

  async list(
    commit: string,
    folder: string,
    options: { recursive?: boolean } = {},
  ): Promise<readonly TreeEntry[]> {
    const tree = await this.#folder(await this.#rootOf(commit), namesOf(folder));
    if (tree === null) return [];
    const entries = treeEntries(await this.#tree(tree));
    return options.recursive === true ? this.#below(entries) : entries;
  }

  async changes(
    from: string | null,
    to: string,
    folder: string,
    options: { recursive?: boolean } = {},
  ): Promise<readonly TreeChange[]> {
    const [before, after] = await this.#folders(from, to, folder);
    const changes = await this.#treeChanges(before, after);
    return options.recursive === true ? this.#changesBelow(changes) : changes;
  }

  async modeChanges(from: string | null, to: string, folder: string): Promise<ModeChanges> {
    const [before, after] = await this.#folders(from, to, folder);
    const [left, right] = await this.#twoTrees(before, after);
    return treeModeChanges(left, right);
  }

  async bringFiles(trees: readonly string[], maxFiles: number): Promise<void> {
    const missing = await this.#missing(trees);
    if (missing.length > 0) await this.#fetcher.treesBelow(missing);
    const folders = await Promise.all(
      [...new Set(trees)].map(async (tree) => this.#below(treeEntries(await this.#tree(tree)))),
    );
    const blobs = folders
      .filter((files) => files.length <= maxFiles)
      .flatMap((files) => files.filter(({ type }) => type === "blob").map(({ oid }) => oid));
    const wanted = await this.#missing(blobs);
    if (wanted.length > 0) await this.#fetcher.objects(wanted);
  }

  async blobSizes(oids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const wanted = [...new Set(oids)];
    const missing = await this.#missing(wanted);
    if (missing.length > 0) await this.#fetcher.objects(missing);
    const sizes = await Promise.all(
      wanted.map(async (oid): Promise<[string, number]> => {
        const blob = await this.#objects.describe(oid);
        if (blob === null) throw notThere(oid);
        return [oid, blob.size];
      }),
    );
    return new Map(sizes);
  }

  async readBlobs(
    oids: readonly string[],
    maxBytes: number,
  ): Promise<ReadonlyMap<string, Uint8Array>> {
    const sizes = await this.blobSizes(oids);
    for (const [oid, size] of sizes) {
      if (size > maxBytes) {
        throw new PipelineError(
          "INPUT_INVALID",
          `Blob ${oid} has ${size} bytes, more than ${maxBytes}`,
        );
      }
    }
    const blobs = await Promise.all(
      [...sizes.keys()].map(async (oid): Promise<[string, Uint8Array]> => {
        return [oid, await this.#content(oid, "blob")];
      }),
    );
    return new Map(blobs);
  }

  /** Sees to it that the trees of some folders of a commit are in the store that is fetched into. */
  async bring(commit: string, folders: Iterable<string>): Promise<void> {
    const root = await this.#rootOf(commit);
    const trees = await Promise.all(
      [...folders].map((folder) => this.#folder(root, namesOf(folder))),
    );
    await Promise.all(trees.filter((oid) => oid !== null).map((oid) => this.#tree(oid)));
  }

  async #objectsNamed(
    names: readonly (string | null)[],
    depth: number,
    folder: string | undefined,
  ): Promise<readonly (string | null)[]> {
    const wanted = names.filter((name) => name !== null);
    const ids = wanted.filter(isObjectId);
    const refs = wanted.filter((name) => !isObjectId(name));
    // A checkout most often has the commits by id: then only the refs are asked for, and the sooner the better.
    const unseen = this.#missing(ids);
    const asked = this.#store.checkout === null ? null : this.#tips(refs);
    asked?.catch(() => {});
    const missing = new Set(await unseen);
    if (missing.size === 0) {
      if (folder !== undefined) this.#readAhead(ids, folder);
      // What is here already is not fetched for the sake of the refs beside it.
      const tips = await (asked ?? this.#tips(refs));
      const oids = names.map((name) =>
        name === null || isObjectId(name) ? name : (tips.get(name) ?? null),
      );
      const unknown = await this.#missing(oids.filter((oid) => oid !== null));
      if (unknown.length > 0) await this.#fetcher.commits(unknown, depth);
      return oids;
    }
    const fetched = await this.#fetcher.named(wanted, depth);
    const found = new Map(wanted.map((name, index) => [name, fetched[index] ?? null]));
    return names.map((name) => (name === null ? null : (found.get(name) ?? null)));
  }

  /**
   * While the server is asked, what is here already can be read; whoever needs it finds it there, or its error. The
   * merge base is most often a parent of the head; whether it is, the server's answer will tell.
   */
  #readAhead(commits: readonly string[], folder: string): void {
    for (const commit of commits) {
      void this.#rootOf(commit)
        .then((root) => this.#folder(root, namesOf(folder)))
        .then((tree) => (tree === null ? null : this.#tree(tree)))
        .then((tree) => tree?.places)
        .catch(() => {});
      void this.#readParents(commit, namesOf(folder)).catch(() => {});
    }
  }

  /** Fetches nothing: these trees may not be needed at all. */
  async #readParents(commit: string, names: readonly string[]): Promise<void> {
    const parents = parentsIn(await this.#objects.read(commit)).slice(0, 2);
    await Promise.all(
      parents.map(async (parent) => {
        let tree = treeIn(await this.#objects.read(parent));
        for (const name of [...names, null]) {
          if (tree === null || (await this.#objects.describe(tree)) === null) return;
          const entries = await this.#tree(tree);
          const entry = name === null ? null : treeEntry(entries, name);
          tree = entry?.type === "tree" ? entry.oid : null;
        }
      }),
    );
  }

  /**
   * Whether a commit is found among the nearest ones that another names as its ancestors: then it is their only merge
   * base, whatever else of the history is here. Looking costs less than starting a process that knows it all.
   */
  async #isNearAncestor(ancestor: string, descendant: string): Promise<boolean> {
    if (ancestor === descendant) return true;
    const seen = new Set<string>();
    let generation = [descendant];
    while (generation.length > 0 && seen.size < NEAR_COMMITS) {
      const parents: string[] = [];
      for (const commit of generation) {
        seen.add(commit);
        const object = await this.#objects.read(commit);
        parents.push(...parentsIn(object).filter((parent) => !seen.has(parent)));
      }
      if (parents.includes(ancestor)) return true;
      generation = [...new Set(parents)];
    }
    return false;
  }

  async #missing(oids: readonly string[]): Promise<readonly string[]> {
    const wanted = [...new Set(oids)];
    const found = await Promise.all(wanted.map((oid) => this.#objects.describe(oid)));
    return wanted.filter((_, index) => found[index] === null);
  }

  /** What the remote's branches and tags of these names point to now. */
  async #tips(names: readonly string[]): Promise<ReadonlyMap<string, string>> {
    if (names.length === 0) return new Map();
    const refs = await this.#fetcher.refs(names.flatMap(refsNamed));
    return new Map(
      names.flatMap((name): [string, string][] => {
        const [oid] = refsNamed(name).flatMap((ref) => refs.get(ref) ?? []);
        return oid === undefined ? [] : [[name, oid]];
      }),
    );
  }

  /** The commit that an object is, or that a tag stands for; null for all else. */
  async #peeled(oid: string): Promise<string | null> {
    const object = await this.#objects.read(oid);
    if (object?.type === "commit") return oid;
    if (object?.type !== "tag") return null;
    const [, target = ""] =
      /^object ([0-9a-f]{40})\n/.exec(object.content.toString("latin1")) ?? [];
    if ((await this.#missing([target])).length > 0) await this.#fetcher.commits([target], 1);
    return this.#peeled(target);
  }

  async #rootOf(commit: string): Promise<string> {
    let object = await this.#objects.read(commit);
    if (object === null) {
      await this.#fetcher.singleCommits([commit]);
      object = await this.#objects.read(commit);
    }
    if (object?.type === "tree") return commit;
    const tree = treeIn(object);
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

  #tree(oid: string): Promise<Tree> {
    const known = this.#trees.get(oid);
    if (known !== undefined) return known;
    const tree = this.#content(oid, "tree").then((content) => new Tree(content));
    this.#trees.set(oid, tree);
    return tree;
  }

  async #content(oid: string, type: "tree" | "blob"): Promise<Buffer> {
    const object = (await this.#objects.read(oid)) ?? (await this.#fetched(oid));
    return contentOf(oid, object, type);
  }

  async #fetched(oid: string): Promise<GitObject> {
    await this.#fetcher.objects([oid]);
    const object = await this.#objects.read(oid);
    if (object === null) throw notThere(oid);
    return object;
  }

  /** All files at and below the entries of a folder. What is missing below comes with one question a level at most. */
  async #below(entries: readonly TreeEntry[]): Promise<TreeEntry[]> {
    const folders = entries.filter(({ type }) => type === "tree").map(({ oid }) => oid);
    const missing = await this.#missing(folders);
    if (missing.length > 0) await this.#fetcher.treesBelow(missing);
    const lists = await Promise.all(
      entries.map(async (entry): Promise<TreeEntry[]> => {
        if (entry.type !== "tree") return [entry];
        const below = await this.#below(treeEntries(await this.#tree(entry.oid)));
        return below.map((file) => ({ ...file, path: `${entry.path}/${file.path}` }));
      }),
    );
    return lists.flat();
  }

  async #treeChanges(before: string | null, after: string | null): Promise<TreeChange[]> {
    return before === after ? [] : treeChanges(...(await this.#twoTrees(before, after)));
  }

  async #twoTrees(before: string | null, after: string | null): Promise<readonly [Tree, Tree]> {
    await this.#bringTrees([before, after]);
    return Promise.all([
      before === null ? EMPTY_TREE : this.#tree(before),
      after === null ? EMPTY_TREE : this.#tree(after),
    ]);
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
      await this.#bringTrees([before, after]);
      [before, after] = await Promise.all([
        before === null ? null : this.#folder(before, [name]),
        after === null ? null : this.#folder(after, [name]),
      ]);
    }
    return [before, after];
  }

  /** Reads some trees, and fetches those that are not here with one question. */
  async #bringTrees(oids: readonly (string | null)[]): Promise<void> {
    const unread = [...new Set(oids)].filter(
      (oid): oid is string => oid !== null && !this.#trees.has(oid),
    );
    const objects = await Promise.all(
      unread.map(async (oid): Promise<[string, GitObject | null]> => [
        oid,
        await this.#objects.read(oid),
      ]),
    );
    const missing: string[] = [];
    for (const [oid, object] of objects) {
      if (object === null) missing.push(oid);
      else this.#trees.set(oid, Promise.resolve(new Tree(contentOf(oid, object, "tree"))));
    }
    if (missing.length > 0) await this.#fetcher.objects(missing);
  }

  async #changesBelow(changes: readonly TreeChange[]): Promise<TreeChange[]> {
    const lists = await Promise.all(
      changes.map(async (change): Promise<TreeChange[]> => {
        const before = change.before?.mode === "040000" ? change.before.oid : null;
        const after = change.after?.mode === "040000" ? change.after.oid : null;
        if (before === null && after === null) return [change];
        const below = await this.#changesBelow(await this.#treeChanges(before, after));
        const here = withoutFolders(change);
        return [
          ...(here === null ? [] : [here]),
          ...below.map((file) => ({ ...file, path: `${change.path}/${file.path}` })),
        ];
      }),
    );
    return lists.flat();
  }
}

/** What is left of a change once its folders are told file by file: the file that one of its sides was. */
function withoutFolders({ path, before, after }: TreeChange): TreeChange | null {
  const file = {
    path,
    before: before?.mode === "040000" ? null : before,
    after: after?.mode === "040000" ? null : after,
  };
  return file.before === null && file.after === null ? null : file;
}

async function mergeBasesIn(
  { git, shallowFile }: History,
  a: string,
  b: string,
): Promise<readonly string[] | null> {
  try {
    return await provenMergeBases(git, a, b, cutCommits(shallowFile));
  } catch (error) {
    // A history with holes proves nothing; a further one may.
    if (error instanceof PipelineError && error.code === "GIT_FAILED") return null;
    throw error;
  }
}

function contentOf(oid: string, object: GitObject, type: "tree" | "blob"): Buffer {
  if (object.type !== type) throw new PipelineError("GIT_FAILED", `${oid} is no ${type}`);
  return object.content;
}

function treeIn(commit: GitObject | null): string | null {
  if (commit?.type !== "commit") return null;
  return /^tree ([0-9a-f]{40})\n/.exec(commit.content.toString("latin1", 0, 46))?.[1] ?? null;
}

function parentsIn(commit: GitObject | null): string[] {
  if (commit?.type !== "commit") return [];
  const [headers = ""] = commit.content.toString("latin1").split("\n\n", 1);
  return [...headers.matchAll(/^parent ([0-9a-f]{40})$/gm)].map(([, parent = ""]) => parent);
}

function isObjectId(name: string): boolean {
  return /^[0-9a-f]{40}$/.test(name);
}

function isFullName(name: string): boolean {
  return isObjectId(name) || name.startsWith("refs/");
}

/** The refs that a name may stand for, in the order in which they are believed. */
function refsNamed(name: string): readonly string[] {
  return name.startsWith("refs/") ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
}

function namesOf(folder: string): readonly string[] {
  return folder === "" ? [] : folder.split("/");
}

function notThere(oid: string): PipelineError {
  return new PipelineError("GIT_FAILED", `The remote did not send object ${oid}`);
}
