import { now } from "./moment.ts";
import type { Repository } from "./repository.ts";

export interface OpenPullRequest {
  readonly head: string;
  readonly base?: string;
  readonly title?: string;
  readonly body?: string | null;
  readonly draft?: boolean;
  readonly labels?: readonly string[];
  /** The fork that holds the head branch. Otherwise it is a branch of the repository itself. */
  readonly fork?: Repository;
  /** Login of the author. */
  readonly user?: string;
}

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: string;
  readonly createdAt: string;
  updatedAt: string;
}

/** What a test sees of a pull request: a copy of one moment. */
export interface PullRequestView {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly state: "open" | "closed";
  readonly draft: boolean;
  readonly merged: boolean;
  readonly mergeCommit: string | null;
  readonly head: { readonly repository: string; readonly branch: string; readonly sha: string };
  readonly base: { readonly branch: string; readonly sha: string };
  readonly labels: readonly string[];
  readonly comments: readonly Comment[];
  readonly user: string;
}

export class PullRequest {
  readonly repository: Repository;
  readonly number: number;
  readonly headRepository: Repository;
  readonly headBranch: string;
  readonly user: string;
  draft: boolean;
  readonly createdAt = now();
  title: string;
  body: string | null;
  baseBranch: string;
  state: "open" | "closed" = "open";
  headSha: string;
  // As on GitHub it is the base of the last push to the head, so it grows stale.
  baseSha: string;
  merged = false;
  /** The merge that was made, or the trial merge of refs/pull/N/merge while it is open. */
  mergeCommit: string | null = null;
  updatedAt = this.createdAt;
  closedAt: string | null = null;
  readonly labels: string[];
  readonly comments: Comment[] = [];
  #seen = "";

  constructor(repository: Repository, number: number, request: OpenPullRequest) {
    this.repository = repository;
    this.number = number;
    this.headRepository = request.fork ?? repository;
    this.headBranch = request.head;
    this.baseBranch = request.base ?? repository.defaultBranch;
    this.user = request.user ?? "octocat";
    this.draft = request.draft ?? false;
    this.title = request.title ?? request.head;
    this.body = request.body ?? null;
    this.labels = [...(request.labels ?? [])];
    this.headSha = required(this.headTip(), `branch ${request.head}`);
    this.baseSha = required(repository.tip(this.baseBranch), `branch ${this.baseBranch}`);
    this.#publishHead(this.headSha);
  }

  /** The mergeable state in GitHub's words. */
  get mergeability(): "clean" | "dirty" | "draft" | "blocked" | "unstable" {
    if (this.draft) return "draft";
    if (this.mergeCommit === null) return "dirty";
    const latest = latestStatuses(this.repository, this.headSha);
    const isMissing = (context: string) => latest.get(context) !== "success";
    if (this.repository.settings.requiredStatuses.some(isMissing)) return "blocked";
    return [...latest.values()].some((state) => state !== "success") ? "unstable" : "clean";
  }

  headTip(): string | null {
    return this.headRepository.tip(this.headBranch);
  }

  close(): void {
    this.state = "closed";
    this.closedAt = this.updatedAt = now();
  }

  reopen(): void {
    this.state = "open";
    this.closedAt = null;
    this.updatedAt = now();
    this.#seen = "";
    this.refresh();
  }

  markMerged(commit: string): void {
    this.close();
    this.merged = true;
    this.mergeCommit = commit;
  }

  /** Looks where the two branches are now: a push moves, a deleted branch closes. */
  refresh(): void {
    if (this.state === "closed") return;
    const [head, base] = [this.headTip(), this.repository.tip(this.baseBranch)];
    if (head === null || base === null) return this.close();
    const seen = `${head} ${base}`;
    if (seen === this.#seen) return;
    this.#seen = seen;
    if (head !== this.headSha) this.#follow(head, base);
    else if (this.#isContained(head, base)) return this.markMerged(head);
    this.#tryMerge(head, base);
  }

  view(): PullRequestView {
    return {
      number: this.number,
      title: this.title,
      body: this.body,
      state: this.state,
      draft: this.draft,
      merged: this.merged,
      mergeCommit: this.merged ? this.mergeCommit : null,
      head: { repository: this.headRepository.name, branch: this.headBranch, sha: this.headSha },
      base: { branch: this.baseBranch, sha: this.baseSha },
      labels: [...this.labels],
      comments: this.comments.map((comment) => ({ ...comment })),
      user: this.user,
    };
  }

  #follow(head: string, base: string): void {
    this.#publishHead(head);
    this.headSha = head;
    this.baseSha = base;
    this.updatedAt = now();
  }

  #publishHead(head: string): void {
    const { headRepository, repository, number } = this;
    if (headRepository !== repository) repository.store.bring(headRepository.store, head);
    repository.git("update-ref", `refs/pull/${number}/head`, head);
  }

  #isContained(head: string, base: string): boolean {
    return this.repository.ask("merge-base", "--is-ancestor", head, base) !== null;
  }

  #tryMerge(head: string, base: string): void {
    const ref = `refs/pull/${this.number}/merge`;
    const tree = mergedTree(this.repository, base, head);
    if (tree === null) {
      this.mergeCommit = null;
      this.repository.git("update-ref", "-d", ref);
      return;
    }
    const message = `Merge ${head} into ${base}`;
    const parents = ["-p", base, "-p", head];
    this.mergeCommit = this.repository.git("commit-tree", tree, ...parents, "-m", message);
    this.repository.git("update-ref", ref, this.mergeCommit);
  }
}

/** The tree of the merge, or null where git finds a conflict. */
export function mergedTree(repository: Repository, base: string, head: string): string | null {
  return repository.ask("merge-tree", "--write-tree", base, head);
}

export function latestStatuses(repository: Repository, sha: string): ReadonlyMap<string, string> {
  const oldestFirst = repository.statuses(sha).toReversed();
  return new Map(oldestFirst.map(({ context, state }) => [context, state]));
}

function required<T>(value: T | null, what: string): T {
  if (value === null) throw new Error(`A pull request needs the ${what}, which does not exist`);
  return value;
}
