import type { TaskId } from "../task/task-id.ts";

/** Linux ends one environment value at 131,071 bytes; the next action gets the matrix as one. */
export const MATRIX_MAX_BYTES = 120_000;
/** GitHub starts at most this many jobs from one matrix. */
export const MATRIX_MAX_ENTRIES = 256;

/** One job of the matrix. */
export interface MatrixEntry {
  /** A task id, `_shard-001`, or `<task>_pr-<number>_` when a task occurs in two pull requests of one run. */
  readonly entry: string;
  readonly tasks: readonly TaskId[];
  readonly head: string;
  readonly base: string;
  readonly "merge-base": string;
  /** Empty without a pull request. */
  readonly "pull-request": string;
}

/** As it travels in the `matrix` output: every value is a string. */
export function formatMatrix(entries: readonly MatrixEntry[]): string {
  return JSON.stringify({
    include: entries.map((entry) => ({ ...entry, tasks: entry.tasks.join(",") })),
  });
}
