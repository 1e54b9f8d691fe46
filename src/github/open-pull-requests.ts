export interface OpenPullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly baseBranch: string;
}

/** Asked only where a task was named that the dispatched ref may not hold; never for a diff. */
export interface OpenPullRequests {
  /** Every open pull request whose head lies in this repository, by number. */
  list(): Promise<readonly OpenPullRequest[]>;
}
