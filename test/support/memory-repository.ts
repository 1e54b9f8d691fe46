import { PipelineError } from "../../src/foundation/errors.ts";
import { isObjectId } from "../../src/git/commits.ts";
import type {
  Change,
  CommitMessage,
  ModeChanges,
  Repository,
  TreeChange,
  TreeEntry,
} from "../../src/git/repository.ts";
import { type Entry, FOLDER } from "../../world/git-objects.ts";
import type { MemoryStore } from "../../world/memory-store.ts";

/** Who signs what `commit` makes. */
const AUTHOR = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>";

type Found = Pick<TreeEntry, "mode" | "oid" | "type">;

/** Waits, fails or goes on, before the remote is asked for something. */
type Ask = (what: string) => Promise<void>;

/**
 * The port of the actions over git in memory. What real git has to ask the remote for is asked by `ask` first; objects are
 * simply there.
 */
export class MemoryRepository implements Repository {
  readonly #store: MemoryStore;
  readonly #ask: Ask;
  readonly #now: () => number;

  constructor(store: MemoryStore, ask: Ask = () => Promise.resolve(), now = () => 0) {
    this.#store = store;
    this.#ask = ask;
    this.#now = now;
  }

  async branchTip(branch: string): Promise<string | null> {
    await this.#ask(`git: the tip of ${branch}`);
    return this.#store.tip(branch);
  }

  async branchTips(...prefixes: readonly string[]): Promise<ReadonlyMap<string, string>> {
    await this.#ask("git: the tips of branches");
    const tips = [...this.#store.refs]
      .map(([ref, oid]): [string, string] => [ref.slice("refs/heads/".length), oid])
      .filter(([name]) => this.#store.tip(name) !== null)
      .filter(([name]) => prefixes.some((prefix) => name.startsWith(prefix)));
    return new Map(tips.toSorted(([one], [other]) => (one < other ? -1 : 1)));
  }

  async commitOf(name: string): Promise<string | null> {
    return (await this.commitsOf([name]))[0] ?? null;
  }

  async commitsOf(names: readonly string[]): Promise<readonly (string | null)[]> {
    // What is here already is not asked for.
    const { objects, refs } = this.#store;
    if (!names.every(isObjectId)) await this.#ask(`git: ${names.join(", ")}`);
    return names.map((name) => {
      if (isObjectId(name)) return objects.typeOf(name) === "commit" ? name : null;
      return refs.get(name) ?? this.#store.tip(name) ?? refs.get(`refs/tags/${name}`) ?? null;
    });
  }

  committerOf(commit: string): Promise<string | null> {
    const { objects } = this.#store;
    if (objects.typeOf(commit) !== "commit") return Promise.resolve(null);
    return Promise.resolve(objects.commit(commit).committer.replace(/ \d+ \S+$/, ""));
  }

  firstParents(commit: string, base: string, max: number): Promise<readonly CommitMessage[]> {
    const { objects } = this.#store;
    const line: CommitMessage[] = [];
    let next: string | undefined = commit;
    while (next !== undefined && next !== base && line.length < max) {
      const { message, parents } = objects.commit(next);
      line.push({ commit: next, parents, message });
      [next] = parents;
    }
    return Promise.resolve(line);
  }

  mergeBases(a: string, b: string): Promise<readonly string[]> {
    return Promise.resolve(this.#store.objects.mergeBases(a, b));
  }

  async isAncestor(ancestor: string, descendant: string): Promise<boolean> {
    return (await this.mergeBases(ancestor, descendant)).includes(ancestor);
  }

  committedAt(commit: string): Promise<number> {
    const [, seconds] = / (\d+) \S+$/.exec(this.#store.objects.commit(commit).committer) ?? [];
    return Promise.resolve(Number(seconds));
  }

  objectAt(commit: string, path: string): Promise<Found | null> {
    const { objects } = this.#store;
    const found = objects.at(objects.commit(commit).tree, path);
    return Promise.resolve(found === null ? null : described(found));
  }

  list(commit: string, folder: string): Promise<readonly TreeEntry[]> {
    return Promise.resolve(
      [...this.#folder(commit, folder)].map(([path, entry]) => ({ path, ...described(entry) })),
    );
  }

  filesBelow(
    commit: string,
    folder: string,
    maxFiles: number,
  ): Promise<readonly TreeEntry[] | null> {
    const { objects } = this.#store;
    const tree = objects.at(objects.commit(commit).tree, folder);
    if (tree?.mode !== FOLDER) return Promise.resolve([]);
    const files = [...objects.files(tree.oid)].map(([path, entry]) => ({
      path,
      ...described(entry),
    }));
    const sorted = files.toSorted((one, other) => depthOf(one) - depthOf(other));
    return Promise.resolve(sorted.length > maxFiles ? null : sorted);
  }

  changes(from: string | null, to: string, folder: string): Promise<readonly TreeChange[]> {
    const before = from === null ? new Map<string, Entry>() : this.#folder(from, folder);
    const after = this.#folder(to, folder);
    const changes = [...new Set([...before.keys(), ...after.keys()])]
      .map((path): TreeChange => {
        const [old, young] = [before.get(path), after.get(path)];
        return {
          path,
          before: old === undefined ? null : objectOf(old),
          after: young === undefined ? null : objectOf(young),
        };
      })
      .filter((one) => one.before?.oid !== one.after?.oid || one.before?.mode !== one.after?.mode);
    return Promise.resolve(changes);
  }

  async modeChanges(from: string | null, to: string, folder: string): Promise<ModeChanges> {
    const changes = await this.changes(from, to, folder);
    return {
      changes: changes.map(({ path, before, after }) => ({
        path,
        before: before?.mode ?? null,
        after: after?.mode ?? null,
      })),
      sameWithoutCase: new Set(),
    };
  }

  bringMergeBases = () => Promise.resolve();
  bringTrees = () => Promise.resolve();
  bringFolders = () => Promise.resolve();
  bringFiles = () => Promise.resolve();

  blobSizes(oids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const { objects } = this.#store;
    return Promise.resolve(new Map(oids.map((oid) => [oid, objects.blob(oid).length])));
  }

  async readBlobs(
    oids: readonly string[],
    maxBytes: number,
  ): Promise<ReadonlyMap<string, Uint8Array>> {
    for (const [oid, size] of await this.blobSizes(oids)) {
      if (size <= maxBytes) continue;
      throw new PipelineError(
        "INPUT_INVALID",
        `Blob ${oid} has ${size} bytes, more than ${maxBytes}`,
      );
    }
    return new Map(oids.map((oid) => [oid, this.#store.objects.blob(oid)]));
  }

  commit(parent: string, changes: readonly Change[], message: string): Promise<string> {
    const { objects } = this.#store;
    const entries = changes.map(({ path, content }): [string, Entry | null] => [
      path,
      content === null ? null : { mode: "100644", oid: objects.addBlob(Buffer.from(content)) },
    ]);
    const by = `${AUTHOR} ${this.#now()} +0000`;
    const tree = objects.withEntries(objects.commit(parent).tree, entries);
    const commit = { tree, parents: [parent], author: by, committer: by, message };
    return Promise.resolve(objects.addCommit(commit));
  }

  async push(
    branch: string,
    commit: string,
    expected: string | null,
  ): Promise<"pushed" | "rejected"> {
    await this.#ask(`git: push ${branch}`);
    if (this.#store.tip(branch) !== expected) return "rejected";
    this.#store.refs.set(`refs/heads/${branch}`, commit);
    return "pushed";
  }

  areAllOurs(after: string, upTo: string): Promise<boolean> {
    const { objects } = this.#store;
    const before = objects.ancestors(after);
    const own = [...objects.ancestors(upTo)].filter((commit) => !before.has(commit));
    return Promise.resolve(own.every((one) => objects.commit(one).author.startsWith(AUTHOR)));
  }

  async deleteBranch(branch: string, expected: string): Promise<"deleted" | "rejected"> {
    await this.#ask(`git: delete ${branch}`);
    if (this.#store.tip(branch) !== expected) return "rejected";
    this.#store.refs.delete(`refs/heads/${branch}`);
    return "deleted";
  }

  #folder(commit: string, folder: string): ReadonlyMap<string, Entry> {
    const { objects } = this.#store;
    const found = objects.at(objects.commit(commit).tree, folder);
    return found?.mode === FOLDER ? objects.tree(found.oid) : new Map();
  }
}

/** git pads the mode of a folder where it shows one. */
function objectOf({ mode, oid }: Entry): { readonly mode: string; readonly oid: string } {
  return { mode: mode.padStart(6, "0"), oid };
}

function described(entry: Entry): Found {
  const isBlob = entry.mode === "160000" ? "commit" : "blob";
  return { ...objectOf(entry), type: entry.mode === FOLDER ? "tree" : isBlob };
}

function depthOf({ path }: TreeEntry): number {
  return path.split("/").length;
}
