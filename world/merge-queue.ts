import { ALREADY } from "./graphql.ts";
import { mergeCommit } from "./merge.ts";
import { latestStatuses, type PullRequest } from "./pull-request.ts";
import type { MergeMethod, Repository } from "./repository.ts";

export interface QueueSettings {
  readonly method: MergeMethod;
  /** So many from its front may be merged at once. */
  readonly mostAtOnce: number;
  /** "Require all queue entries to pass required checks". Otherwise the last of those that are merged at once speaks for all. */
  readonly asksEach: boolean;
}

/** The commit that the base becomes if an entry and all ahead of it are merged. */
export interface Group {
  readonly number: number;
  readonly sha: string;
  readonly branch: string;
  /** The group ahead of it, or the tip of the base. */
  readonly builtOn: string;
}

interface Entry {
  readonly pullRequest: PullRequest;
  readonly head: string;
  readonly isByApp: boolean;
  group: Group | null;
}

export interface MergedByQueue extends Group {
  readonly pullRequest: PullRequest;
  readonly head: string;
}

/**
 * The merge queue of a branch. Nothing happens by itself: `build` makes the groups that GitHub would ask for checks on, and
 * `work` does what the statuses on them allow.
 */
export class MergeQueue {
  /** Never changed in place: who goes through it may take some out. */
  entries: readonly Entry[] = [];
  readonly #repository: Repository;
  readonly #baseBranch: string;
  readonly #settings: QueueSettings;

  constructor(repository: Repository, baseBranch: string, settings: QueueSettings) {
    this.#repository = repository;
    this.#baseBranch = baseBranch;
    this.#settings = settings;
  }

  /** Why it is not added, in GitHub's words; null where it is. */
  add(pullRequest: PullRequest, isByApp: boolean): string | null {
    if (this.has(pullRequest)) return ALREADY;
    if (pullRequest.state === "closed") return "Pull request is closed";
    if (pullRequest.draft) return "Pull request is in draft state";
    const { mergeability, headSha: head } = pullRequest;
    if (mergeability === "dirty") return "Pull request has merge conflicts";
    if (mergeability === "blocked") return "Required status checks have not succeeded";
    this.entries = [...this.entries, { pullRequest, head, isByApp, group: null }];
    return null;
  }

  has(pullRequest: PullRequest): boolean {
    return this.entries.some((entry) => entry.pullRequest === pullRequest);
  }

  /** Takes one out, for whatever reason; those behind it lose their groups at the next `build`. */
  remove(pullRequest: PullRequest): void {
    const found = this.entries.find((entry) => entry.pullRequest === pullRequest);
    if (found === undefined) return;
    this.entries = this.entries.filter((entry) => entry !== found);
    this.#drop(found);
  }

  /** Groups that were not there before, front first. Whose head moved, or whose group would conflict, is out. */
  build(): readonly Group[] {
    for (const { pullRequest, head } of this.entries) {
      pullRequest.refresh();
      const isSame = pullRequest.headSha === head && pullRequest.baseBranch === this.#baseBranch;
      if (pullRequest.state === "closed" || pullRequest.draft || !isSame) this.remove(pullRequest);
    }
    const made: Group[] = [];
    let on = this.#tip();
    for (const entry of this.entries) {
      if (entry.group?.builtOn !== on) {
        this.#drop(entry);
        const sha = this.#groupOf(entry.pullRequest, on);
        if (sha === null) {
          this.remove(entry.pullRequest);
          continue;
        }
        const { number } = entry.pullRequest;
        const branch = `gh-readonly-queue/${this.#baseBranch}/pr-${number}-${on}`;
        this.#repository.git("update-ref", `refs/heads/${branch}`, sha);
        entry.group = { number, sha, branch, builtOn: on };
        made.push(entry.group);
      }
      on = entry.group?.sha ?? on;
    }
    return made;
  }

  /** Merges from the front what may be, else takes out the first one if it may not. Answers what was merged. */
  work(): readonly MergedByQueue[] {
    const front = this.entries.slice(0, this.#settings.mostAtOnce);
    const states = front.map(({ group }) => (group === null ? "open" : this.#stateOf(group.sha)));
    const firstOther = states.findIndex((state) => state !== "green");
    const greens = firstOther < 0 ? states.length : firstOther;
    const count = this.#settings.asksEach ? greens : states.lastIndexOf("green") + 1;
    if (count > 0) return this.#merge(front.slice(0, count));
    const isLost = this.#settings.asksEach || !states.includes("open");
    if (states[0] === "red" && isLost) this.remove(front[0]!.pullRequest);
    return [];
  }

  /** Never the head itself, whose statuses would count for the group: GitHub makes every commit anew. */
  #groupOf(pullRequest: PullRequest, on: string): string | null {
    const sha = mergeCommit(this.#settings.method, pullRequest, on, {});
    if (sha !== pullRequest.headSha) return sha;
    const [tree = "", parent = ""] =
      this.#repository.ask("log", "--max-count=1", "--format=%T %P", sha)?.split(" ") ?? [];
    return this.#repository.git("commit-tree", tree, "-p", parent, "-m", pullRequest.title);
  }

  #merge(entries: readonly Entry[]): readonly MergedByQueue[] {
    const last = entries.at(-1)?.group;
    if (last == null || entries[0]?.group?.builtOn !== this.#tip()) return [];
    const merged = entries.flatMap(({ pullRequest, head, group }) =>
      group === null ? [] : [{ ...group, pullRequest, head }],
    );
    for (const { pullRequest, sha } of merged) {
      pullRequest.markMerged(sha);
      this.remove(pullRequest);
    }
    this.#repository.git("update-ref", `refs/heads/${this.#baseBranch}`, last.sha);
    return merged;
  }

  #stateOf(sha: string): "green" | "red" | "open" {
    const latest = latestStatuses(this.#repository, sha);
    const states = this.#repository.settings.requiredStatuses.map((name) => latest.get(name));
    if (states.every((state) => state === "success")) return "green";
    return states.some((state) => state === "failure" || state === "error") ? "red" : "open";
  }

  #drop(entry: Entry): void {
    if (entry.group === null) return;
    this.#repository.git("update-ref", "-d", `refs/heads/${entry.group.branch}`);
    entry.group = null;
  }

  #tip(): string {
    const tip = this.#repository.tip(this.#baseBranch);
    if (tip === null) throw new Error(`There is no branch ${this.#baseBranch}`);
    return tip;
  }
}
