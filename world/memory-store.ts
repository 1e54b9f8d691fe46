import { type CommitPlace, type CommitRequest, contentOf, PERSON } from "./commit-stream.ts";
import { type Entry, FOLDER, GitObjects } from "./git-objects.ts";
import type { GitStore } from "./git-store.ts";

const GITHUB = "GitHub <noreply@github.com>";

/** Says no, as git does by its exit code. */
class No extends Error {}

type Command = (values: readonly string[], date: string) => string;

/**
 * A repository in memory, with git's ids, which understands the commands that the stand-in gives, in the forms that it gives
 * them. It merges file by file and finds renames of equal files only; everything else says no, or is an error.
 */
export class MemoryStore implements GitStore {
  readonly path = "";
  readonly objects: GitObjects;
  /** By full name. */
  readonly refs = new Map<string, string>();

  /** Forks share the objects of what they come from. */
  constructor(objects = new GitObjects()) {
    this.objects = objects;
  }

  run(values: readonly string[], date: string): string {
    const [name = "", ...rest] = values;
    const command = this.#commands[name];
    if (command === undefined) throw new Error(`The git in memory lacks ${values.join(" ")}`);
    return command(rest, date);
  }

  ask(values: readonly string[]): string | null {
    try {
      return this.run(values, "0 +0000");
    } catch (error) {
      if (error instanceof No) return null;
      throw error;
    }
  }

  tip(branch: string): string | null {
    return this.refs.get(`refs/heads/${branch}`) ?? null;
  }

  commit({ branch, parent, moment }: CommitPlace, request: CommitRequest): void {
    const { objects } = this;
    const before = parent === null ? objects.addTree([]) : objects.commit(parent).tree;
    const tree = objects.withEntries(
      before,
      Object.entries(request.files).map(([path, content]) => [
        path,
        content === null ? null : this.#entryOf(content),
      ]),
    );
    const by = `${request.by ?? PERSON} ${moment}`;
    const parents = parent === null ? [] : [parent];
    const made = { tree, parents, author: by, committer: by, message: request.message };
    this.refs.set(`refs/heads/${branch}`, objects.addCommit(made));
  }

  fork(from: GitStore): void {
    const source = this.#relative(from);
    for (const [ref, oid] of source.refs)
      if (ref.startsWith("refs/heads/")) this.refs.set(ref, oid);
  }

  bring(from: GitStore): void {
    this.#relative(from);
  }

  rebased(head: string, base: string): string | null {
    let onto = base;
    for (const oid of this.#commitsOf(`${base}..${head}`)) {
      const commit = this.objects.commit(oid);
      const [parent = ""] = commit.parents;
      const before = this.objects.commit(parent).tree;
      const tree = this.objects.mergedTrees(before, this.objects.commit(onto).tree, commit.tree);
      if (tree === null) return null;
      onto = this.objects.addCommit({ ...commit, tree, parents: [onto] });
    }
    return onto;
  }

  readonly #commands: Readonly<Record<string, Command>> = {
    "rev-parse": (values) => this.#resolve(values.findLast((value) => !value.startsWith("--"))!),
    "update-ref": (values) => this.#updateRef(values),
    "merge-base": (values) => this.#mergeBase(values),
    "merge-tree": ([, one = "", other = ""]) =>
      this.objects.merged(this.#resolve(one), this.#resolve(other)) ?? no("conflict"),
    "commit-tree": (values, date) => this.#commitTree(values, date),
    "cat-file": ([how, place = ""]) => {
      const { oid } = this.#entryAt(place);
      return how === "-e" ? "" : this.objects.blob(oid).toString().trimEnd();
    },
    "show-ref": (values) => (this.refs.has(values.at(-1) ?? "") ? "" : no("no such ref")),
    "for-each-ref": () =>
      [...this.refs]
        .map(([ref, oid]) => `${ref} ${oid}`)
        .toSorted()
        .join("\n"),
    "rev-list": (values) => String(this.#commitsOf(values.at(-1) ?? "").length),
    log: (values) => this.#log(values),
    "ls-tree": (values) => this.#listTree(values),
    diff: (values) => this.#diff(values),
  };

  #relative(store: GitStore): MemoryStore {
    if (store instanceof MemoryStore && store.objects === this.objects) return store;
    throw new Error("A fork in memory shares the objects of its parent");
  }

  #entryOf(content: Parameters<typeof contentOf>[0]): Entry {
    const { mode, content: bytes } = contentOf(content);
    if (mode === "160000") return { mode, oid: bytes.toString() };
    return { mode, oid: this.objects.addBlob(Buffer.from(bytes)) };
  }

  /** The object that a name stands for, with `^`, `^2` or `^{commit}` behind it. */
  #resolve(expression: string): string {
    const [, name = "", suffix = ""] = /^(.*?)((?:\^(?:\{commit\}|\d?))*)$/.exec(expression) ?? [];
    let oid = this.#named(name);
    for (const [, which = ""] of suffix.matchAll(/\^(\{commit\}|\d?)/g)) {
      if (which === "{commit}") continue;
      oid = this.objects.commit(oid).parents[Number(which || 1) - 1] ?? no("no such parent");
    }
    return oid;
  }

  #named(name: string): string {
    const known = [name, `refs/${name}`, `refs/tags/${name}`, `refs/heads/${name}`];
    const ref = known.map((each) => this.refs.get(each)).find((oid) => oid !== undefined);
    if (ref !== undefined) return ref;
    const isHere = /^[0-9a-f]{40}$/.test(name) && this.objects.typeOf(name) !== null;
    return isHere ? name : no(`no ${name}`);
  }

  #updateRef(values: readonly string[]): string {
    const [ref = "", to = "", expected] = values.filter((value) => value !== "-d");
    if (values.includes("-d")) this.refs.delete(ref);
    else if (expected !== undefined && this.refs.get(ref) !== expected) no("it moved");
    else this.refs.set(ref, this.#resolve(to));
    return "";
  }

  #mergeBase(values: readonly string[]): string {
    const names = values.filter((value) => !value.startsWith("--"));
    const [one = "", other = ""] = names.map((name) => this.#resolve(name));
    const bases = this.objects.mergeBases(one, other);
    if (!values.includes("--is-ancestor")) return bases[0] ?? no("no common history");
    return bases.includes(one) ? "" : no("no ancestor");
  }

  #commitTree([tree = "", ...options]: readonly string[], date: string): string {
    const valuesOf = (name: string): string[] =>
      options.filter((_, index) => index % 2 === 1 && options[index - 1] === name);
    const by = `${GITHUB} ${date}`;
    const message = `${valuesOf("-m").join("\n\n")}\n`;
    return this.objects.addCommit({
      tree,
      parents: valuesOf("-p"),
      author: by,
      committer: by,
      message,
    });
  }

  #entryAt(place: string): Entry {
    const colon = place.indexOf(":");
    const [commit, path] = [place.slice(0, colon), place.slice(colon + 1)];
    const { tree } = this.objects.commit(this.#resolve(commit));
    return this.objects.at(tree, path) ?? no(`no ${path}`);
  }

  /** The oldest first. */
  #commitsOf(range: string): string[] {
    const [from, to] = range.includes("..") ? range.split("..") : [null, range];
    const without = from == null ? new Set<string>() : this.objects.ancestors(this.#resolve(from));
    return [...this.objects.ancestors(this.#resolve(to ?? ""))]
      .filter((oid) => !without.has(oid))
      .toSorted((one, other) => this.objects.commit(one).index - this.objects.commit(other).index);
  }

  #log(values: readonly string[]): string {
    const range = values.findLast((value) => !value.startsWith("-")) ?? "";
    const format = values.find((value) => value.startsWith("--format="))?.slice(9) ?? "";
    const isOne = values.includes("--max-count=1");
    const isFirstParent = values.includes("--first-parent");
    const oldestFirst = isFirstParent ? this.#firstParents(range) : this.#commitsOf(range);
    const shown = isOne ? oldestFirst.slice(-1) : oldestFirst;
    const inOrder = values.includes("--reverse") ? shown : shown.toReversed();
    const end = values.includes("-z") ? "\0" : "\n";
    return inOrder.map((oid) => this.#formatted(oid, format)).join(end);
  }

  #firstParents(name: string): string[] {
    const line = [this.#resolve(name)];
    for (;;) {
      const [parent] = this.objects.commit(line[0]!).parents;
      if (parent === undefined) return line;
      line.unshift(parent);
    }
  }

  #formatted(oid: string, format: string): string {
    const { tree, parents, author, message } = this.objects.commit(oid);
    const [, name = "", address = "", seconds = "0"] = /^(.*) <(.*)> (\d+) /.exec(author) ?? [];
    const date = new Date(Number(seconds) * 1_000).toISOString().replace(".000Z", "+00:00");
    const said: Readonly<Record<string, string>> = {
      H: oid,
      T: tree,
      P: parents.join(" "),
      an: name,
      ae: address,
      aI: date,
      B: message,
      s: message.split("\n")[0] ?? "",
      x1f: "\u001F",
    };
    return format.replaceAll(/%(x1f|an|ae|aI|[HTPBs])/g, (_, key: string) => said[key] ?? "");
  }

  #listTree(values: readonly string[]): string {
    const [name = "", path = ""] = values.filter((value) => !value.startsWith("--"));
    const { tree } = this.objects.commit(this.#resolve(name));
    const entries = [...this.objects.tree(tree)].filter(([each]) => path === "" || each === path);
    const isShort = values.includes("--name-only");
    return entries
      .map(([each, { mode, oid }]) =>
        isShort ? each : `${mode.padStart(6, "0")} ${this.#typeOf(mode)} ${oid}\t${each}`,
      )
      .join("\n");
  }

  #typeOf(mode: string): string {
    if (mode === FOLDER) return "tree";
    return mode === "160000" ? "commit" : "blob";
  }

  #diff(values: readonly string[]): string {
    const range = values.findLast((value) => !value.startsWith("-")) ?? "";
    const [one = "", other = ""] = range.split("...").map((name) => this.#resolve(name));
    const [base = no("no common history")] = this.objects.mergeBases(one, other);
    const before = this.objects.files(this.objects.commit(base).tree);
    const after = this.objects.files(this.objects.commit(other).tree);
    const isCounted = values.includes("--numstat");
    const lines = changesIn(before, after).map((change) =>
      isCounted ? this.#countedLine(change) : rawLine(change),
    );
    if (values.includes("-z")) return lines.join("");
    return lines.map((line) => line.replaceAll("\0", "")).join("\n");
  }

  /** Whole files: nobody asks for more. */
  #countedLine({ path, from, before, after }: FileChange): string {
    const linesOf = (entry: Entry | null): number =>
      entry === null || this.objects.typeOf(entry.oid) !== "blob"
        ? 0
        : this.objects.blob(entry.oid).toString().split("\n").length - 1;
    const isMoved = from !== null;
    const counts = `${isMoved ? 0 : linesOf(after)}\t${isMoved ? 0 : linesOf(before)}`;
    return isMoved ? `${counts}\t\0${from}\0${path}\0` : `${counts}\t${path}\0`;
  }
}

interface FileChange {
  readonly path: string;
  /** Where it was before, if it was moved. */
  readonly from: string | null;
  readonly before: Entry | null;
  readonly after: Entry | null;
}

function rawLine({ path, from, before, after }: FileChange): string {
  const [[oldMode, oldOid], [newMode, newOid]] = [sideOf(before), sideOf(after)];
  const isMoved = from === null ? "M" : "R100";
  const kept = after === null ? "D" : isMoved;
  const letter = before === null ? "A" : kept;
  const names = from === null ? [path] : [from, path];
  const head = `:${oldMode} ${newMode} ${oldOid} ${newOid} ${letter}`;
  return `${[head, ...names].join("\0")}\0`;
}

function sideOf(entry: Entry | null): readonly [mode: string, oid: string] {
  if (entry === null) return ["0".repeat(6), "0".repeat(40)];
  return [entry.mode.padStart(6, "0"), entry.oid];
}

function changesIn(before: Map<string, Entry>, after: Map<string, Entry>): FileChange[] {
  const gone = [...before].filter(([path]) => !after.has(path));
  const changes: FileChange[] = [];
  for (const [path, entry] of after) {
    const old = before.get(path) ?? null;
    if (old?.oid === entry.oid && old.mode === entry.mode) continue;
    const moved = old === null ? gone.findIndex(([, { oid }]) => oid === entry.oid) : -1;
    const [from = null] = moved < 0 ? [] : gone.splice(moved, 1);
    changes.push({ path, from: from?.[0] ?? null, before: from?.[1] ?? old, after: entry });
  }
  for (const [path, entry] of gone) changes.push({ path, from: null, before: entry, after: null });
  return changes.toSorted((one, other) =>
    Buffer.compare(Buffer.from(one.path), Buffer.from(other.path)),
  );
}

function no(why: string): never {
  throw new No(why);
}
