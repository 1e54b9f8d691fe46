import type { ObjectAt } from "./merged-object.ts";

export interface TreeEntry extends ObjectAt {
  readonly type: "blob" | "tree" | "commit";
  /** Path from the folder that was listed. Any byte but NUL may occur in it: untrusted. */
  readonly path: string;
}

/** One difference between the same folder of two commits. */
export interface TreeChange {
  readonly path: string;
  readonly before: ObjectAt | null;
  readonly after: ObjectAt | null;
}

/** The same with git's file modes only: `040000` is a folder. */
export interface ModeChange {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ModeChanges {
  readonly changes: readonly ModeChange[];
  /** The names in `to`, changed or not, that are equal to another one there when case is ignored, in lower case. */
  readonly sameWithoutCase: ReadonlySet<string>;
}

/** A folder of a commit. `""` is the root. */
export interface FolderAt {
  readonly commit: string;
  readonly folder: string;
}

/** A commit, and what its author wrote about it: untrusted. */
export interface CommitMessage {
  readonly commit: string;
  /** The first is that of the line; a merge has more. */
  readonly parents: readonly string[];
  readonly message: string;
}

/** What will be asked about some commits next, so that it can be brought along with them. */
export interface NextQuestions {
  /** Their merge base. */
  readonly withHistory?: boolean;
  /** What a folder of theirs holds. */
  readonly folder?: string;
}

/**
 * Reads a repository's objects, never a work tree. What is missing is fetched; what cannot be had is a `GIT_FAILED`
 * error, so that no answer is ever narrower than the question.
 */
export interface RepositoryReader {
  /** The remote tip of a branch, asked now; null when there is no such branch. */
  branchTip(branch: string): Promise<string | null>;
  /**
   * The commit that a branch, a tag, a full ref (such as `refs/pull/7/head`) or a full commit id names on the remote,
   * asked now; null when there is none.
   */
  commitOf(name: string): Promise<string | null>;
  /** The same for several names at once. */
  commitsOf(names: readonly string[], options?: NextQuestions): Promise<readonly (string | null)[]>;
  /** The remote tips of all branches whose name starts with one of the prefixes, by name, all of one moment. */
  branchTips(...prefixes: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Who committed a commit, as `name <address>`; null where the commit is not here. */
  committerOf(commit: string): Promise<string | null>;
  /**
   * A commit and its first parents, the newest first: at most `max` of them, none that `base` is or that is not here.
   */
  firstParents(commit: string, base: string, max: number): Promise<readonly CommitMessage[]>;
  /** All best common ancestors: none for unrelated histories, several after criss-cross merges. */
  mergeBases(a: string, b: string): Promise<readonly string[]>;
  /**
   * Brings the commits that prove the merge bases of some pairs, with a few questions for all of them, so that who asks
   * for the merge bases of one of them asks the remote nothing.
   */
  bringMergeBases(pairs: readonly (readonly [a: string, b: string])[]): Promise<void>;
  isAncestor(ancestor: string, descendant: string): Promise<boolean>;
  /** When a commit was made, in seconds since 1970, as far as who made it tells the truth. */
  committedAt(commit: string): Promise<number>;
  /** The object at a path of a commit; null when nothing is there. */
  objectAt(commit: string, path: string): Promise<(ObjectAt & { type: TreeEntry["type"] }) | null>;
  /** The entries directly in a folder; empty when the folder does not exist. */
  list(commit: string, folder: string): Promise<readonly TreeEntry[]>;
  /**
   * All files below a folder, those of the upper folders first; empty when the folder does not exist. null when there are
   * more than `maxFiles`, or many more folders than that many files need: a few small trees that name each other again and
   * again can stand for more files than there are atoms.
   */
  filesBelow(
    commit: string,
    folder: string,
    maxFiles: number,
  ): Promise<readonly TreeEntry[] | null>;
  /**
   * What differs directly in a folder of two commits, without looking for renames. `""` is the root; from `null`
   * everything is new.
   */
  changes(from: string | null, to: string, folder: string): Promise<readonly TreeChange[]>;
  /** The same by modes. */
  modeChanges(from: string | null, to: string, folder: string): Promise<ModeChanges>;
  /** Brings folders, given by their tree ids, with all folders below them, with one question for all of them; no file. */
  bringTrees(trees: readonly string[]): Promise<void>;
  /**
   * Brings folders of commits with all that lead to them, with one question for each level of them, so that what is asked
   * about them next is there already.
   */
  bringFolders(folders: readonly FolderAt[]): Promise<void>;
  /**
   * Brings the files of folders, given by their tree ids, with two questions for all of them, so that what is asked about
   * them next is there already; but none of a folder that has more than `maxFiles`, and none that is larger than
   * `maxBytes`.
   */
  bringFiles(trees: readonly string[], maxFiles: number, maxBytes: number): Promise<void>;
  /** Size in bytes of blobs, by id. Of one that `bringFiles` left out for its size, one byte more than `maxBytes` was. */
  blobSizes(oids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Content of blobs, by id. A blob above `maxBytes` is an `INPUT_INVALID` error. */
  readBlobs(oids: readonly string[], maxBytes: number): Promise<ReadonlyMap<string, Uint8Array>>;
}

export interface Change {
  readonly path: string;
  /** null removes whatever is at the path: a file, or a folder with all that it holds. */
  readonly content: Uint8Array | null;
}

/** Builds commits from objects and moves branches; nobody's work tree is touched. */
export interface RepositoryWriter {
  /** A new commit on top of `parent`, with the changes applied in order. Not pushed. */
  commit(parent: string, changes: readonly Change[], message: string): Promise<string>;
  /**
   * Moves a remote branch in one push, if its tip is still `expected` (null: if there is no such branch).
   * `rejected` means that somebody else moved it; nothing was changed then.
   */
  push(branch: string, commit: string, expected: string | null): Promise<"pushed" | "rejected">;
  /** Whether all commits that `upTo` has and its ancestor `after` lacks were made by `commit`, here or in another run. */
  areAllOurs(after: string, upTo: string): Promise<boolean>;
  /** Deletes a remote branch if its tip is still `expected`. */
  deleteBranch(branch: string, expected: string): Promise<"deleted" | "rejected">;
}

export type Repository = RepositoryReader & RepositoryWriter;
