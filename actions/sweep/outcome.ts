import type { StartedRun } from "../../src/github/workflow-runs.ts";
import type { BranchStep } from "./branch-rows.ts";
import type { PullRequestStep } from "./pull-request-rows.ts";

export type SweptSubject =
  | { readonly kind: "pull_request"; readonly number: number; readonly url: string }
  | { readonly kind: "branch"; readonly name: string };

/** What was done about one subject, or in a dry run would be. */
export interface Swept {
  readonly subject: SweptSubject;
  readonly step: PullRequestStep | BranchStep;
  readonly run: StartedRun | null;
}

export interface Outcome {
  readonly swept: readonly Swept[];
  readonly failures: readonly { readonly subject: SweptSubject; readonly error: unknown }[];
}
