import * as z from "zod/mini";
import { PipelineError } from "../foundation/errors.ts";
import { jsonIn } from "../foundation/json.ts";
import { ObjectId } from "../git/commits.ts";
import type { TaskId } from "../task/task-id.ts";
import { formatTaskList, strictTaskList } from "../task/task-list.ts";

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
    include: entries.map((entry) => ({ ...entry, tasks: formatTaskList(entry.tasks) })),
  });
}

const Matrix = z.strictObject({
  include: z
    .array(
      z.strictObject({
        entry: z.string().check(z.regex(/^[a-z0-9_-]{1,100}$/)),
        tasks: strictTaskList,
        head: ObjectId,
        base: ObjectId,
        "merge-base": ObjectId,
        "pull-request": z.string().check(z.regex(/^(?:[1-9]\d*)?$/, "must be a number or empty")),
      }),
    )
    .check(z.maxLength(MATRIX_MAX_ENTRIES)),
});

/** Reads the `matrix` output of discover. An empty string means that discover did not answer, which is an error. */
export function parseMatrix(json: string): readonly MatrixEntry[] {
  if (json === "") {
    throw new PipelineError("INPUT_INVALID", 'Invalid input: "matrix" is empty', {
      hint: "discover sets it even when there is no task; look at that job.",
    });
  }
  const matrix = z.safeParse(Matrix, jsonIn(json));
  const problem = matrix.success
    ? repetitionIn(matrix.data.include)
    : z.prettifyError(matrix.error);
  if (matrix.success && problem === null) return matrix.data.include;
  throw new PipelineError(
    "INPUT_INVALID",
    `Invalid input: "matrix" is not what discover writes: ${problem}`,
  );
}

/** Evidence is looked up by entry, and a task of a pull request has one answer: of two, the worse could be overlooked. */
function repetitionIn(entries: readonly MatrixEntry[]): string | null {
  if (!areDistinct(entries.map(({ entry }) => entry))) return "it names an entry twice";
  const tasks = entries.flatMap((entry) =>
    entry.tasks.map((task) => `${entry["pull-request"]}/${task}`),
  );
  return areDistinct(tasks) ? null : "it names a task of a pull request twice";
}

function areDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
