import type { CommitRequest } from "./commit-stream.ts";
import { FolderStore, type GitStore } from "./git-store.ts";
import type { MergeQueue } from "./merge-queue.ts";
import { type OpenPullRequest, PullRequest, type PullRequestView } from "./pull-request.ts";
import { type SharedSettings, USUAL_SETTINGS } from "./settings-endpoints.ts";

export interface Label {
  readonly id: number;
  readonly name: string;
}

export interface CommitStatus {
  readonly id: number;
  readonly state: "error" | "failure" | "pending" | "success";
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly at: string;
}

export interface CheckRun {
  readonly name: string;
  readonly status: "queued" | "in_progress" | "completed";
  readonly conclusion: string | null;
  /** The App that reports it. Otherwise GitHub does not say. */
  readonly app?: string;
}

export type MergeMethod = "merge" | "squash" | "rebase";

export interface RepositorySettings extends SharedSettings {
  /** "Allow GitHub Actions to create and approve pull requests". */
  allowActionsToCreatePullRequests: boolean;
  mergeMethods: readonly MergeMethod[];
  /** Contexts without whose success branch protection lets nothing be merged. */
  requiredStatuses: readonly string[];
}

export interface RepositoryOptions {
  readonly defaultBranch?: string;
  /** The first commit on the default branch. Without it the repository is empty. */
  readonly files?: CommitRequest["files"];
  readonly forkOf?: Repository;
  /** Whether its git lies in memory, where no git program can talk to it. */
  readonly isInMemory?: boolean;
  readonly settings?: Partial<RepositorySettings>;
}

// Commits of a world get the same dates, and so the same names, in every run.
const firstMoment = 1_790_000_000;

/** A repository of the stand-in: a git repository, and what GitHub knows beside git. */
export class Repository {
  readonly id: number;
  readonly name: string;
  readonly store: GitStore;
  readonly defaultBranch: string;
  readonly forkOf: Repository | null;
  readonly forks: Repository[] = [];
  readonly settings: RepositorySettings;
  readonly pulls: PullRequest[] = [];
  readonly labels: Label[] = [];
  /** What people may do, by login; everybody else may nothing. */
  readonly collaborators = new Map<string, "admin" | "write" | "read" | "none">([
    ["octocat", "write"],
  ]);
  readonly statusesBySha = new Map<string, CommitStatus[]>();
  /** By the branch that nothing but the queue may change then. */
  readonly queues = new Map<string, MergeQueue>();
  readonly checkRunsBySha = new Map<string, CheckRun[]>();
  #seconds = 0;

  /** `place` is where the repository is to lie on the disk, or the store that it has already. */
  constructor(id: number, name: string, place: string | GitStore, options: RepositoryOptions) {
    this.id = id;
    this.name = name;
    this.forkOf = options.forkOf ?? null;
    this.defaultBranch = options.defaultBranch ?? this.forkOf?.defaultBranch ?? "main";
    this.settings = {
      allowActionsToCreatePullRequests: true,
      mergeMethods: ["merge", "squash", "rebase"],
      requiredStatuses: [],
      ...USUAL_SETTINGS,
      ...options.settings,
    };
    this.store = typeof place === "string" ? new FolderStore(place, this.defaultBranch) : place;
    if (this.forkOf !== null) {
      this.store.fork(this.forkOf.store);
      this.forkOf.forks.push(this);
    }
    if (options.files !== undefined) {
      this.commit(this.defaultBranch, { files: options.files, message: "Start" });
    }
  }

  /** Where its git repository lies; empty for one in memory. */
  get path(): string {
    return this.store.path;
  }

  get owner(): string {
    return this.name.split("/")[0] ?? "";
  }

  git(...values: string[]): string {
    return this.store.run(values, this.#nextMoment());
  }

  /** What git says, or null when it says no. */
  ask(...values: string[]): string | null {
    return this.store.ask(values);
  }

  tip(branch: string): string | null {
    return this.store.tip(branch);
  }

  /** The commit that a branch, a tag, a full ref or a sha names. */
  commitOf(name: string): string | null {
    return this.ask("rev-parse", "--verify", "--quiet", `${name}^{commit}`);
  }

  /** Commits to a branch as a person's push would: no work tree, no request to the server. */
  commit(branch: string, request: CommitRequest): string {
    const place = { branch, parent: this.#parentOf(branch, request), moment: this.#nextMoment() };
    this.store.commit(place, request);
    const sha = this.tip(branch);
    if (sha === null) throw new Error(`git made no commit on ${branch} of ${this.name}`);
    return sha;
  }

  /** Opens a pull request as a person would, beside the API and its settings. */
  openPullRequest(request: OpenPullRequest): number {
    const pullRequest = new PullRequest(this, this.pulls.length + 1, request);
    this.pulls.push(pullRequest);
    for (const name of pullRequest.labels) this.label(name);
    this.refreshPullRequests();
    return pullRequest.number;
  }

  pullRequest(number: number): PullRequestView {
    const found = this.pulls[number - 1];
    if (found === undefined) throw new Error(`${this.name} has no pull request ${number}`);
    this.refreshPullRequests();
    return found.view();
  }

  pullRequests(): readonly PullRequestView[] {
    this.refreshPullRequests();
    return this.pulls.map((pullRequest) => pullRequest.view());
  }

  /** Brings all open pull requests to where the branches are now. */
  refreshPullRequests(): void {
    for (const pullRequest of this.pulls) pullRequest.refresh();
  }

  /** The statuses of a commit, newest first, as GitHub lists them. */
  statuses(sha: string): readonly CommitStatus[] {
    return this.statusesBySha.get(sha) ?? [];
  }

  addStatus(sha: string, status: CommitStatus): void {
    this.statusesBySha.set(sha, [status, ...this.statuses(sha)]);
  }

  addCheckRun(sha: string, checkRun: CheckRun): void {
    this.checkRunsBySha.set(sha, [...(this.checkRunsBySha.get(sha) ?? []), checkRun]);
  }

  /** The label of that name, made when it is missing. */
  label(name: string): Label {
    const known = this.findLabel(name);
    if (known !== undefined) return known;
    const made = { id: this.id * 1000 + this.labels.length + 1, name };
    this.labels.push(made);
    return made;
  }

  /** GitHub compares names of labels without case. */
  findLabel(name: string): Label | undefined {
    return this.labels.find((label) => label.name.toLowerCase() === name.toLowerCase());
  }

  #nextMoment(): string {
    this.#seconds += 1;
    return `${firstMoment + this.#seconds} +0000`;
  }

  #parentOf(branch: string, request: CommitRequest): string | null {
    if (request.parent !== undefined) return request.parent;
    if (request.from === undefined) return this.tip(branch) ?? this.tip(this.defaultBranch);
    const existing = this.tip(branch);
    if (existing !== null) return existing;
    const start = this.commitOf(request.from);
    if (start === null) throw new Error(`${this.name} has no ${request.from} to start from`);
    return start;
  }
}
