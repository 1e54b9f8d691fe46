/** What GitHub says of a run of a workflow; it may be anybody's. */
export interface WorkflowRun {
  /** Path of the workflow file, such as `.github/workflows/agent-ci.yml`. */
  readonly workflow: string;
  /** `owner/name` of the repository whose commit it ran on; null where that is gone. */
  readonly headRepository: string | null;
  /** Whether nothing of it runs or waits any more. */
  readonly isOver: boolean;
  /** Whether it is over because somebody cancelled it. */
  readonly isCancelled: boolean;
}

export interface WorkflowRuns {
  /** A run of this repository; `INPUT_INVALID` where there is none with that id. */
  get(id: string): Promise<WorkflowRun>;
}

export interface RunsOfHeads {
  /** The runs of a workflow on a head that were not skipped as a whole, the newest first; none where it is not there. */
  of(workflow: string, head: string): Promise<readonly RunOfHead[]>;
}

export type RunOfHead = { readonly id: string } & Pick<WorkflowRun, "isOver" | "isCancelled">;

export interface StartedRun {
  readonly id: string;
  /** Its page. */
  readonly url: string;
}

/** A run to be started by `workflow_dispatch`. */
export interface Dispatch {
  /** File name of the workflow. */
  readonly workflow: string;
  /** The branch whose workflow file is run. */
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
}

export type DispatchOutcome =
  /** null where the server does not name the run that it started. */
  | { readonly kind: "started"; readonly run: StartedRun | null }
  /** The workflow does not declare these of the inputs. */
  | { readonly kind: "undeclared"; readonly inputs: readonly string[] }
  /** GitHub's status, and its own words. */
  | { readonly kind: "refused"; readonly status: number; readonly message: string };

export interface WorkflowDispatches {
  start(dispatch: Dispatch): Promise<DispatchOutcome>;
  /** The first run that a bot started of a workflow at that moment or later; null when there is none. */
  firstSince(workflow: string, at: string): Promise<(StartedRun & { isOver: boolean }) | null>;
}
