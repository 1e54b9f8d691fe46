import type { PullRequest } from "./pull-requests.ts";

/** What GitHub says about merging a pull request now; null while it computes. */
export type Mergeability = "free" | "in_the_way" | null;

/** What is asked about all pull requests of a repository, and not about that of an event. */
export interface PullRequestLists {
  /** Every open one, those of forks as well, by number. */
  open(): Promise<readonly PullRequest[]>;
  /** Those from a branch of this repository, into whatever base, the newest first. */
  from(branch: string): Promise<readonly PullRequest[]>;
  /** One of them as it is now. */
  now(number: number): Promise<PullRequest & { readonly mergeability: Mergeability }>;
}
