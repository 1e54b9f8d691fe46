import { createHash } from "node:crypto";
import type { ObjectAt } from "../../src/git/merged-object.ts";
import type { FolderAt, RepositoryReader, TreeEntry } from "../../src/git/repository.ts";

/** The files of one commit: a text, or a text and the mode of its file. */
export type Files = Readonly<
  Record<string, string | { readonly text: string; readonly mode: string }>
>;

/** Its id is that of a commit of another repository, whose content nobody here has. */
const SUBMODULE = "160000";

type Found = ObjectAt & { readonly type: TreeEntry["type"]; readonly path: string };

/** Commits that are nothing but their files, for what decides by what git answers. git itself is tested with real git. */
export class FixedRepository implements RepositoryReader {
  readonly #commits: Readonly<Record<string, Files>>;
  readonly #branches: Readonly<Record<string, string>>;
  /** Which trees were brought, and with which limit. */
  readonly brought: { readonly trees: readonly string[]; readonly maxFiles: number }[] = [];
  readonly broughtFolders: FolderAt[] = [];
  /** What was asked of which commit, as `filesBelow HEAD data`. */
  readonly asked: string[] = [];

  constructor(
    commits: Readonly<Record<string, Files>>,
    branches: Readonly<Record<string, string>> = {},
  ) {
    this.#commits = commits;
    this.#branches = branches;
  }

  branchTip(branch: string): Promise<string | null> {
    return Promise.resolve(this.#branches[branch] ?? null);
  }

  objectAt(commit: string, path: string): Promise<Found | null> {
    return Promise.resolve(this.#at(commit, path));
  }

  list(commit: string, folder: string): Promise<readonly TreeEntry[]> {
    this.asked.push(`list ${commit} ${folder}`);
    const prefix = folder === "" ? "" : `${folder}/`;
    const names = this.#pathsOf(commit)
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length).split("/")[0]!);
    return Promise.resolve(
      [...new Set(names)].map((path) => ({ ...this.#at(commit, `${prefix}${path}`)!, path })),
    );
  }

  filesBelow(
    commit: string,
    folder: string,
    maxFiles: number,
  ): Promise<readonly TreeEntry[] | null> {
    this.asked.push(`filesBelow ${commit} ${folder}`);
    const paths = this.#pathsOf(commit).filter((path) => path.startsWith(`${folder}/`));
    if (paths.length > maxFiles) return Promise.resolve(null);
    return Promise.resolve(
      paths.map((path) => ({ ...this.#at(commit, path)!, path: path.slice(folder.length + 1) })),
    );
  }

  bringFiles(trees: readonly string[], maxFiles: number): Promise<void> {
    this.brought.push({ trees, maxFiles });
    return Promise.resolve();
  }

  bringFolders(folders: readonly FolderAt[]): Promise<void> {
    this.broughtFolders.push(...folders);
    return Promise.resolve();
  }

  bringTrees(): Promise<void> {
    return Promise.resolve();
  }

  bringMergeBases(): Promise<void> {
    return Promise.resolve();
  }

  blobSizes(oids: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const blobs = this.#blobs();
    return Promise.resolve(new Map(oids.map((oid) => [oid, blobs.get(oid)!.length])));
  }

  readBlobs(oids: readonly string[], maxBytes: number): Promise<ReadonlyMap<string, Uint8Array>> {
    const blobs = this.#blobs();
    for (const oid of oids) {
      if (blobs.get(oid)!.length > maxBytes)
        throw new Error(`${oid} is larger than ${maxBytes} bytes`);
    }
    return Promise.resolve(new Map(oids.map((oid) => [oid, blobs.get(oid)!])));
  }

  commitOf = never;
  committerOf = never;
  firstParents = never;
  commitsOf = never;
  branchTips = never;
  mergeBases = never;
  isAncestor = never;
  committedAt = never;
  changes = never;
  modeChanges = never;

  #pathsOf(commit: string): string[] {
    const files = this.#commits[commit];
    if (files === undefined) throw new Error(`There is no commit ${commit}`);
    return Object.keys(files);
  }

  #at(commit: string, path: string): Found | null {
    const file = this.#commits[commit]?.[path];
    if (file !== undefined) {
      const { text, mode } = typeof file === "string" ? { text: file, mode: "100644" } : file;
      return { type: mode === SUBMODULE ? "commit" : "blob", path, mode, oid: idOf(text) };
    }
    const below = this.#pathsOf(commit)
      .filter((each) => each.startsWith(`${path}/`))
      .map((each) => {
        const { mode, oid } = this.#at(commit, each)!;
        return `${mode} ${oid} ${each.slice(path.length)}`;
      });
    if (below.length === 0) return null;
    return { type: "tree", path, mode: "040000", oid: idOf(below.toSorted().join("\n")) };
  }

  #blobs(): ReadonlyMap<string, Uint8Array> {
    const texts = Object.values(this.#commits)
      .flatMap((files) => Object.values(files))
      .flatMap((file) => {
        if (typeof file === "string") return [file];
        return file.mode === SUBMODULE ? [] : [file.text];
      });
    return new Map(texts.map((text) => [idOf(text), new TextEncoder().encode(text)]));
  }
}

/** As long as git's, and like them the same for the same content. */
export function idOf(content: string): string {
  return createHash("sha1").update(content).digest("hex");
}

function never(): never {
  throw new Error("That was not to be asked");
}
