export interface OpenPullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly baseBranch: string;
}

/** Asked only where a task or a pull request was named that the event does not know; never for a diff. */
export interface OpenPullRequests {
  /** One that is open and whose head lies in this repository; otherwise why there is nothing to do about it. */
  get(number: number): Promise<OpenPullRequest | string>;
  /** Every open pull request whose head lies in this repository, by number. */
  list(): Promise<readonly OpenPullRequest[]>;
}
