export interface PullRequest {
  readonly number: number;
  readonly url: string;
  /** As somebody wrote it. */
  readonly title: string;
  readonly isOpen: boolean;
  readonly isMerged: boolean;
  readonly mergeCommit: string | null;
  readonly isDraft: boolean;
  readonly headBranch: string;
  readonly headSha: string;
  /** Whether the head lies in another repository, or in one that was deleted. */
  readonly isFork: boolean;
  readonly baseBranch: string;
  readonly labels: readonly string[];
}

export type MergeMethod = "merge" | "squash" | "rebase";

export type MergeOutcome =
  | { readonly kind: "merged"; readonly sha: string }
  /** The head is no longer the one that was to be merged. */
  | { readonly kind: "head_moved" }
  /** The base moved while GitHub merged; the same call may work when it is made again. */
  | { readonly kind: "base_moved" }
  /** GitHub broke off: it may have merged or not, and only another look tells. */
  | { readonly kind: "unknown"; readonly message: string }
  /** GitHub or a rule of the repository refuses, in these words. */
  | { readonly kind: "refused"; readonly message: string };

/** What the pipeline asks of GitHub about pull requests, and no more. */
export interface PullRequests {
  get(number: number): Promise<PullRequest>;
  /** The open pull request from a branch of this repository into `base`, or null. */
  find(branch: string, base: string): Promise<PullRequest | null>;
  /** The newest closed or merged pull request from a branch of this repository into `base`, or null. */
  lastClosed(branch: string, base: string): Promise<PullRequest | null>;
  /** The open pull requests that come from a branch of this repository, and those that are to be merged into it. */
  around(branch: string): Promise<{
    readonly from: readonly number[];
    readonly into: readonly number[];
  }>;
  /** `PERMISSION_MISSING` when the repository does not let Actions open pull requests. */
  open(request: {
    readonly branch: string;
    readonly base: string;
    readonly title: string;
    readonly body: string;
    /** Some plans know no drafts, and refuse it. */
    readonly isDraft?: boolean;
  }): Promise<PullRequest>;
  addLabel(number: number, label: string): Promise<void>;
  /** Does nothing where it is not there. */
  removeLabel(number: number, label: string): Promise<void>;
  retarget(number: number, base: string): Promise<void>;
  /** Merges only if the head is still `sha`. */
  merge(number: number, sha: string, method: MergeMethod): Promise<MergeOutcome>;
}

/** The one comment of the pipeline on a pull request. */
export interface StickyComments {
  read(number: number): Promise<string | null>;
  /** Reads it, null when there is none, and writes what `change` makes of it at once: another job may write as well. */
  update(number: number, change: (present: string | null) => string): Promise<void>;
}

export type StatusState = "pending" | "success" | "failure";

/** What a status says. */
export interface Saying {
  readonly state: StatusState;
  readonly description: string;
}

export interface CommitStatuses {
  /** The latest `agent-pipeline/gate` on a commit; null when there is none. A success may be one for another base. */
  read(sha: string): Promise<Saying | null>;
  /** Posts `agent-pipeline/gate` on a commit. */
  post(sha: string, state: StatusState, description: string): Promise<void>;
}

/** The label that makes a pull request ours: set once by generate, or by a person. */
export const OURS_LABEL = "agent-pipeline";

/** Tells people that one of them has to look; it decides nothing. */
export const NEEDS_HUMAN_LABEL = "needs-human";
