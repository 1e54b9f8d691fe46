import { PipelineError } from "../../src/foundation/errors.ts";
import type { Commits } from "../../src/git/commits.ts";
import type { Clock } from "../../src/handover/clock.ts";
import { MATRIX_MAX_BYTES, formatMatrix, type MatrixEntry } from "../../src/handover/matrix.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import { matrixEntries, type TaskGroup } from "./matrix-entries.ts";
import type { Rejection } from "./rejection.ts";

/** All that a run found out. */
export interface Discovery {
  readonly groups: readonly TaskGroup[];
  readonly deleted: readonly TaskId[];
  readonly rejected: readonly Rejection[];
  /** The commits of the whole run; null where its pull requests have commits of their own. */
  readonly commits: Commits | null;
}

/** One key per output of discover/action.yml. */
export interface Outputs {
  readonly tasks: string;
  readonly matrix: string;
  readonly count: string;
  readonly "has-tasks": "true" | "false";
  readonly deleted: string;
  readonly rejected: string;
  readonly base: string;
  readonly head: string;
  readonly "merge-base": string;
  readonly "base-branch": string;
  /** A clock as JSON. */
  readonly clock: string;
}

/** What the outputs say, and why the step fails all the same. */
export interface Answer {
  readonly outputs: Outputs;
  /** A few lines for the log, however many tasks there are. */
  readonly summary: readonly string[];
  readonly problem: PipelineError | null;
}

const NO_ENTRIES = formatMatrix([]);

/**
 * The outputs of a run that found out nothing. The matrix is the empty string, which the gate refuses; an empty matrix
 * would say that there is no task.
 */
export const NO_ANSWER: Outputs = {
  tasks: "",
  matrix: "",
  count: "0",
  "has-tasks": "false",
  deleted: "",
  rejected: "[]",
  base: "",
  head: "",
  "merge-base": "",
  "base-branch": "",
  clock: "",
};

export function answerOf(
  discovery: Discovery,
  maxEntries: number,
  baseBranch: string | null = null,
  clock: Clock | null = null,
): Answer {
  const tasks = allTasks(discovery.groups);
  const { matrix, refusal } = matrixOf(discovery.groups, tasks.length, maxEntries);
  const { commits, deleted, rejected } = discovery;
  return {
    outputs: {
      tasks: tasks.join(","),
      matrix,
      count: String(tasks.length),
      // Of the matrix: this decides whether the jobs of the matrix are started.
      "has-tasks": matrix === NO_ENTRIES ? "false" : "true",
      deleted: deleted.join(","),
      rejected: JSON.stringify(rejected),
      base: commits?.base ?? "",
      head: commits?.head ?? "",
      "merge-base": commits?.mergeBase ?? "",
      "base-branch": baseBranch ?? "",
      clock: clock === null ? "" : JSON.stringify(clock),
    },
    summary: summaryOf(discovery, tasks),
    problem: refusal ?? rejectionProblem(rejected),
  };
}

/** How many names of a list the log shows. */
const SHOWN = 20;

function summaryOf(discovery: Discovery, tasks: readonly TaskId[]): readonly string[] {
  const { commits, deleted, rejected } = discovery;
  return [
    ...(commits === null
      ? []
      : [`head ${commits.head}, base ${commits.base}, merge base ${commits.mergeBase}`]),
    `${tasks.length} changed: ${listed(tasks)}`,
    ...(deleted.length === 0 ? [] : [`${deleted.length} deleted: ${listed(deleted)}`]),
    ...(rejected.length === 0 ? [] : [`${rejected.length} rejected: see the output \`rejected\``]),
  ];
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return "none";
  const more = names.length - SHOWN;
  return `${names.slice(0, SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function allTasks(groups: readonly TaskGroup[]): readonly TaskId[] {
  const [only, ...others] = groups;
  if (others.length === 0) return only?.tasks ?? [];
  return [...new Set(groups.flatMap(({ tasks }) => tasks))].toSorted();
}

function matrixOf(
  groups: readonly TaskGroup[],
  count: number,
  maxEntries: number,
): { readonly matrix: string; readonly refusal: PipelineError | null } {
  let entries: readonly MatrixEntry[];
  try {
    entries = matrixEntries(groups, maxEntries);
  } catch (error) {
    if (error instanceof PipelineError) return { matrix: NO_ENTRIES, refusal: error };
    throw error;
  }
  const matrix = formatMatrix(entries);
  const bytes = Buffer.byteLength(matrix);
  if (bytes <= MATRIX_MAX_BYTES) return { matrix, refusal: null };
  return { matrix: NO_ENTRIES, refusal: tooLarge(count, bytes) };
}

function tooLarge(count: number, bytes: number): PipelineError {
  return new PipelineError(
    "LIMIT_REACHED",
    `The matrix of ${count} tasks has ${bytes} bytes, more than the ${MATRIX_MAX_BYTES} that one job can be given`,
    {
      hint: `The outputs \`tasks\` and \`count\` are complete. Split the change into at least ${Math.ceil(bytes / MATRIX_MAX_BYTES)} pull requests, or run discover with \`task\` for a part of them at a time.`,
    },
  );
}

function rejectionProblem(rejected: readonly Rejection[]): PipelineError | null {
  if (rejected.length === 0) return null;
  const reasons = [...new Set(rejected.map(({ reason }) => reason))].slice(0, 5);
  return new PipelineError(
    "INPUT_INVALID",
    `${rejected.length} ${rejected.length === 1 ? "name was" : "names were"} rejected: ${reasons.join("; ")}`,
    {
      hint: "The output `rejected` lists each name with its reason. Every other task is in the matrix.",
    },
  );
}
