import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CommitPlace, type CommitRequest, commitStream } from "./commit-stream.ts";
import { git, gitOrNull } from "./git.ts";

/** The git that a repository of the stand-in is kept in. */
export interface GitStore {
  /** Where it lies on the disk; empty for one that does not. */
  readonly path: string;
  /** What git says to a command; an error where it says no. `date` is that of commits. */
  run(values: readonly string[], date: string): string;
  /** The same, or null when it says no. */
  ask(values: readonly string[]): string | null;
  /** The tip of a branch; null when there is none. */
  tip(branch: string): string | null;
  commit(place: CommitPlace, request: CommitRequest): void;
  /** Brings the branches of another repository, for a fork of it. */
  fork(from: GitStore): void;
  /** Brings a commit of a fork. */
  bring(from: GitStore, commit: string): void;
  /** What the commits that `head` has and `base` lacks become on top of `base`; null where they conflict. */
  rebased(head: string, base: string): string | null;
}

const configuration = `
[http]
	receivepack = true
[uploadpack]
	allowAnySHA1InWant = true
	allowFilter = true
[receive]
	fsckObjects = true
	autogc = false
	# GitHub lets nobody push to refs/pull.
	hideRefs = refs/pull
[gc]
	auto = 0
`;

/** A bare repository of real git. */
export class FolderStore implements GitStore {
  readonly path: string;

  constructor(path: string, defaultBranch: string) {
    this.path = path;
    mkdirSync(path, { recursive: true });
    git(path, ["init", "--quiet", "--bare", "--template=", `--initial-branch=${defaultBranch}`]);
    appendFileSync(join(path, "config"), configuration);
  }

  run(values: readonly string[], date: string): string {
    const environment = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    return git(this.path, values, { environment });
  }

  ask(values: readonly string[]): string | null {
    return gitOrNull(this.path, values);
  }

  tip(branch: string): string | null {
    const ref = `refs/heads/${branch}`;
    const loose = looseRef(join(this.path, ref));
    return loose ?? this.ask(["rev-parse", "--verify", "--quiet", `${ref}^{commit}`]);
  }

  commit(place: CommitPlace, request: CommitRequest): void {
    git(this.path, ["fast-import", "--quiet", "--force", "--date-format=raw"], {
      input: commitStream(place, request),
    });
  }

  fork(from: GitStore): void {
    git(this.path, ["fetch", "--quiet", from.path, "refs/heads/*:refs/heads/*"]);
  }

  bring(from: GitStore, commit: string): void {
    git(this.path, ["fetch", "--quiet", from.path, commit]);
  }

  // `git merge-tree` of git 2.39 cannot replay single commits, so this is done in a real work tree.
  rebased(head: string, base: string): string | null {
    const folder = mkdtempSync(join(tmpdir(), "world-rebase-"));
    const workTree = join(folder, "work");
    try {
      git(this.path, ["worktree", "add", "--quiet", "--detach", workTree, head]);
      if (gitOrNull(workTree, ["rebase", "--quiet", base]) === null) return null;
      return git(workTree, ["rev-parse", "HEAD"]);
    } finally {
      this.ask(["worktree", "remove", "--force", workTree]);
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

// Every request looks at the branches: git keeps a changed one in a file of its own.
function looseRef(file: string): string | null {
  try {
    return /^[0-9a-f]{40}(?=\n$)/.exec(readFileSync(file, "utf8"))?.[0] ?? null;
  } catch {
    return null;
  }
}
