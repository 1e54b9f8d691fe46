/** What GitHub says of a run of a workflow; it may be anybody's. */
export interface WorkflowRun {
  /** Path of the workflow file, such as `.github/workflows/agent-ci.yml`. */
  readonly workflow: string;
  /** `owner/name` of the repository whose commit it ran on; null where that is gone. */
  readonly headRepository: string | null;
}

export interface WorkflowRuns {
  /** A run of this repository; `INPUT_INVALID` where there is none with that id. */
  get(id: string): Promise<WorkflowRun>;
}
