import type { Failure } from "../../src/runner/job.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { SkipReason } from "./task-plan.ts";

/** One task that is on its branch, and the pull request that would merge it. */
export interface HandedOver {
  readonly task: TaskId;
  readonly number: number;
  readonly url: string;
  readonly branch: string;
  /** The branch that it is to be merged into. */
  readonly base: string;
  /** The branch's tip after the last push of this run. */
  readonly head: string;
}

/** What a run of generate came to. */
export interface Outcome {
  readonly handedOver: readonly HandedOver[];
  readonly skipped: readonly {
    readonly subject: string;
    readonly reason: SkipReason | "dry_run";
  }[];
  /** Task → number of its latest attempt. */
  readonly attempts: Readonly<Record<string, number>>;
  readonly failures: readonly Failure[];
}
