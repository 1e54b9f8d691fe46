/** A run of a workflow on a commit, as GitHub reports it. */
export interface RunReport {
  /** What started it, such as `pull_request`. */
  readonly event: string;
  readonly isOver: boolean;
  /** Such as `success`, `skipped` or `action_required`; null before the end. */
  readonly conclusion: string | null;
  /** Its page. */
  readonly url: string;
}

/** What GitHub says about a commit that the pipeline does not say itself. */
export interface CheckReports {
  /** Context → state of the latest commit status in it. */
  statuses(commit: string): Promise<ReadonlyMap<string, string>>;
  /** The runs of a workflow on a commit of this repository, the newest first; null where there is no such workflow. */
  runs(workflow: string, commit: string): Promise<readonly RunReport[] | null>;
  /**
   * The latest check run of a name by each App other than GitHub Actions, whose jobs are those of workflows; null where the
   * token may not read them. `event` is the App.
   */
  checkRuns(name: string, commit: string): Promise<readonly RunReport[] | null>;
}
