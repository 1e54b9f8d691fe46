import { PipelineError } from "../../foundation/errors.ts";
import { isObjectId } from "../commits.ts";
import type {
  CommitMessage,
  FolderAt,
  ModeChanges,
  NextQuestions,
  RepositoryReader,
  TreeChange,
  TreeEntry,
} from "../repository.ts";
import { GitFetcher } from "./fetcher.ts";
import { GitFolders } from "./folders.ts";
import { cutCommits, provenMergeBases } from "./history.ts";
import { contentOf, GitObjects, notSent, parentsIn } from "./objects.ts";
import type { History, Store } from "./store.ts";

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
  readonly #folders: GitFolders;
  /** Blobs that were left out of a folder because they are too large, and the least size that they can have. */
  readonly #tooLarge = new Map<string, number>();
  /** Of two commits they never change. */
  readonly #mergeBases = new Map<string, readonly string[]>();

  constructor(store: Store, depths: readonly number[] = DEPTHS) {
    this.#store = store;
    this.#depths = depths;
    this.#objects = new GitObjects(store.reading);
    this.#fetcher = new GitFetcher(store.fetching, store.directory, this.#objects);
    this.#folders = new GitFolders(this.#objects, this.#fetcher);
  }

  async branchTip(branch: string): Promise<string | null> {
    return (await this.branchTips(branch)).get(branch) ?? null;
  }

  async branchTips(...prefixes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const refs = await this.#fetcher.refs(prefixes.map((prefix) => `refs/heads/${prefix}*`));
    const tips = [...refs]
      .filter(([ref]) => prefixes.some((prefix) => ref.startsWith(`refs/heads/${prefix}`)))
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

  async committerOf(commit: string): Promise<string | null> {
    const object = await this.#objects.read(commit);
    const text = object?.content.toString("utf8") ?? "";
    return /^committer (.*) \d+ [+-]\d{4}$/m.exec(text)?.[1] ?? null;
  }

  async firstParents(commit: string, base: string, max: number): Promise<readonly CommitMessage[]> {
    const line: CommitMessage[] = [];
    let next: string | undefined = commit;
    while (next !== undefined && next !== base && line.length < max) {
      const object = await this.#objects.read(next);
      if (object === null) break;
      const text = object.content.toString("utf8");
      const end = text.indexOf("\n\n");
      const parents = parentsIn(object);
      line.push({ commit: next, parents, message: end === -1 ? "" : text.slice(end + 2) });
      [next] = parents;
    }
    return line;
  }

  async mergeBases(a: string, b: string): Promise<readonly string[]> {
    const here = await this.#mergeBasesHere(a, b);
    if (here !== null) return here;
    await this.#deepen([[a, b]]);
    const found = await this.#mergeBasesFetched(a, b);
    if (found !== null) return found;
    throw new PipelineError("GIT_FAILED", `The merge base of ${a} and ${b} cannot be proven`, {
      hint: "The remote itself holds a shortened history.",
    });
  }

  async bringMergeBases(pairs: readonly (readonly [string, string])[]): Promise<void> {
    await this.#deepen(await unproven(pairs, (a, b) => this.#mergeBasesHere(a, b)));
  }

  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    return (await this.mergeBases(ancestor, descendant)).includes(ancestor);
  }

  async committedAt(commit: string): Promise<number> {
    await this.commitsOf([commit]);
    const object = await this.#objects.read(commit);
    const [, seconds] =
      /^committer .* (\d{1,12}) [+-]\d{4}$/m.exec(object?.content.toString("utf8") ?? "") ?? [];
    if (seconds === undefined) {
      throw new PipelineError("GIT_FAILED", `${commit} does not say when it was made`);
    }
    return Number(seconds);
  }

  /** A commit that is not here is nobody's. */
  protected async areAllBy(author: string, after: string, upTo: string): Promise<boolean> {
    const seen = new Set([after]);
    const open = [upTo];
    for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
      if (seen.has(commit)) continue;
      seen.add(commit);
      const object = await this.#objects.read(commit);
      const by = /^author (.*) \d+ [+-]\d{4}$/m.exec(object?.content.toString("utf8") ?? "");
      if (by?.[1] !== author) return false;
      open.push(...parentsIn(object));
    }
    return true;
  }

  async objectAt(
    commit: string,
    path: string,
  ): Promise<Pick<TreeEntry, "mode" | "oid" | "type"> | null> {
    const entry = await this.#folders.entryAt(commit, path);
    return entry === null ? null : { mode: entry.mode, type: entry.type, oid: entry.oid };
  }

  list(commit: string, folder: string): Promise<readonly TreeEntry[]> {
    return this.#folders.entries(commit, folder);
  }

  async filesBelow(
    commit: string,
    folder: string,
    maxFiles: number,
  ): Promise<readonly TreeEntry[] | null> {
    const tree = await this.#folders.treeAt(commit, folder);
    return tree === null ? [] : this.#folders.filesIn(tree, maxFiles);
  }

  changes(from: string | null, to: string, folder: string): Promise<readonly TreeChange[]> {
    return this.#folders.changes(from, to, folder);
  }

  modeChanges(from: string | null, to: string, folder: string): Promise<ModeChanges> {
    return this.#folders.modeChanges(from, to, folder);
  }

  bringFolders(folders: readonly FolderAt[]): Promise<void> {
    return this.#folders.bring(folders);
  }

  async bringTrees(trees: readonly string[]): Promise<void> {
    const missing = await this.#objects.missing(trees);
    if (missing.length > 0) await this.#fetcher.treesBelow(missing);
  }

  async bringFiles(trees: readonly string[], maxFiles: number, maxBytes: number): Promise<void> {
    // One question for all, before each is listed by itself.
    await this.bringTrees(trees);
    const folders = await Promise.all(
      [...new Set(trees)].map(async (tree) => {
        const files = (await this.#folders.filesIn(tree, maxFiles)) ?? [];
        const blobs = files.filter(({ type }) => type === "blob").map(({ oid }) => oid);
        return { tree, blobs: blobs.filter((oid) => !this.#tooLarge.has(oid)) };
      }),
    );
    const missing = new Set(await this.#objects.missing(folders.flatMap(({ blobs }) => blobs)));
    const wanted = folders.filter(({ blobs }) => blobs.some((oid) => missing.has(oid)));
    if (wanted.length === 0) return;
    await this.#fetcher.filesBelow(
      wanted.map(({ tree }) => tree),
      maxBytes,
    );
    const leftOut = await this.#objects.missing([...missing]);
    for (const oid of leftOut) this.#tooLarge.set(oid, maxBytes + 1);
  }

  async blobSizes(oids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const wanted = [...new Set(oids)];
    const missing = await this.#objects.missing(wanted.filter((oid) => !this.#tooLarge.has(oid)));
    if (missing.length > 0) await this.#fetcher.objects(missing);
    const sizes = await Promise.all(
      wanted.map(async (oid): Promise<[string, number]> => {
        const size = this.#tooLarge.get(oid) ?? (await this.#objects.describe(oid))?.size;
        if (size === undefined) throw notSent(oid);
        return [oid, size];
      }),
    );
    return new Map(sizes);
  }

  async readBlobs(
    oids: readonly string[],
    maxBytes: number,
  ): Promise<ReadonlyMap<string, Uint8Array>> {
    // What was too large for a folder may be small enough here.
    for (const oid of oids) {
      if ((this.#tooLarge.get(oid) ?? Infinity) <= maxBytes) this.#tooLarge.delete(oid);
    }
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
        const blob = await this.#objects.read(oid);
        if (blob === null) throw notSent(oid);
        return [oid, contentOf(oid, blob, "blob")];
      }),
    );
    return new Map(blobs);
  }

  /** Fetches more and more of the history of all pairs, until their merge bases are proven or there is no more of it. */
  async #deepen(pairs: readonly (readonly [string, string])[]): Promise<void> {
    let open = pairs;
    for (const depth of this.#depths) {
      if (open.length === 0) return;
      await this.#fetcher.commits([...new Set(open.flat())], depth);
      open = await unproven(open, (a, b) => this.#mergeBasesFetched(a, b));
    }
  }

  /** What the objects that are here prove; null when they do not. */
  async #mergeBasesHere(a: string, b: string): Promise<readonly string[] | null> {
    const known = this.#mergeBases.get(`${a} ${b}`);
    if (known !== undefined) return known;
    if ((await this.#objects.missing([a, b])).length > 0) return null;
    if (await this.#isNearAncestor(a, b)) return [a];
    const { checkout } = this.#store;
    const found = checkout === null ? null : await mergeBasesIn(checkout, a, b);
    return found ?? this.#mergeBasesFetched(a, b);
  }

  async #mergeBasesFetched(a: string, b: string): Promise<readonly string[] | null> {
    const known = this.#mergeBases.get(`${a} ${b}`);
    const found = known ?? (await mergeBasesIn(this.#store.fetched, a, b));
    if (found !== null) this.#mergeBases.set(`${a} ${b}`, found);
    return found;
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
    const unseen = this.#objects.missing(ids);
    const asked = this.#store.checkout === null ? null : this.#tips(refs);
    asked?.catch(() => {});
    const missing = new Set(await unseen);
    if (missing.size === 0) {
      if (folder !== undefined) this.#folders.readAhead(ids, folder);
      // What is here already is not fetched for the sake of the refs beside it.
      const tips = await (asked ?? this.#tips(refs));
      const oids = names.map((name) =>
        name === null || isObjectId(name) ? name : (tips.get(name) ?? null),
      );
      const unknown = await this.#objects.missing(oids.filter((oid) => oid !== null));
      if (unknown.length > 0) await this.#fetcher.commits(unknown, depth);
      return oids;
    }
    const fetched = await this.#fetcher.named(wanted, depth);
    const found = new Map(wanted.map((name, index) => [name, fetched[index] ?? null]));
    return names.map((name) => (name === null ? null : (found.get(name) ?? null)));
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
    if ((await this.#objects.missing([target])).length > 0)
      await this.#fetcher.commits([target], 1);
    return this.#peeled(target);
  }
}

/** Those of some pairs that are not answered, one after the other: each may start a process. */
async function unproven(
  pairs: readonly (readonly [string, string])[],
  answer: (a: string, b: string) => Promise<unknown>,
): Promise<readonly (readonly [string, string])[]> {
  const open: (readonly [string, string])[] = [];
  for (const pair of pairs) if ((await answer(...pair)) === null) open.push(pair);
  return open;
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

function isFullName(name: string): boolean {
  return isObjectId(name) || name.startsWith("refs/");
}

/** The refs that a name may stand for, in the order in which they are believed. */
function refsNamed(name: string): readonly string[] {
  return name.startsWith("refs/") ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
}
