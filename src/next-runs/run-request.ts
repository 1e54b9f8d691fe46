import type { Dispatch } from "../github/workflow-runs.ts";
import { type TaskId, taskBranch } from "../task/task-id.ts";
import type { RunKind } from "./journal.ts";
import type { WorkflowNames } from "./workflow-names.ts";

/** What a run is to be started for. */
export interface Wanted {
  readonly what: RunKind;
  readonly tasks: readonly TaskId[];
  readonly pullRequest: {
    readonly number: number;
    readonly headBranch: string;
    readonly baseBranch: string;
  };
  /** The run whose evidence asks for it. */
  readonly evidenceRun: string;
  readonly defaultBranch: string;
}

/** On the default branch: of all files of a workflow, the one there is the present one. */
export function requestFor(wanted: Wanted, names: WorkflowNames): Dispatch {
  const { what, tasks, pullRequest, evidenceRun, defaultBranch: ref } = wanted;
  if (what === "after_merge") {
    // What is on that branch now, and no pull request.
    const inputs = { task: tasks.join(",") };
    return { workflow: names.reverify, ref: pullRequest.baseBranch, inputs };
  }
  const number = { "pull-request": String(pullRequest.number) };
  if (what !== "retry") return { workflow: names.reverify, ref, inputs: number };
  const inputs = { task: tasks.join(","), ...number, "feedback-run-id": evidenceRun };
  return { workflow: names.retry, ref, inputs };
}

/**
 * The same without inputs that the workflow does not declare; null where that would no longer be what is wanted. An
 * attempt can begin anew, and one at a task that has a branch of its own finds its pull request by that. A branch into the
 * default branch can be verified by the workflow file that it holds.
 */
export function requestWithout(
  undeclared: readonly string[],
  { workflow, ref, inputs }: Dispatch,
  { what, tasks, pullRequest, defaultBranch }: Wanted,
): Dispatch | null {
  const { headBranch, baseBranch } = pullRequest;
  const rest = Object.fromEntries(
    Object.entries(inputs).filter(([name]) => !undeclared.includes(name)),
  );
  if (!undeclared.includes("pull-request")) {
    return undeclared.includes("task") ? null : { workflow, ref, inputs: rest };
  }
  if (baseBranch !== defaultBranch) return null;
  if (what !== "retry") return { workflow, ref: headBranch, inputs: {} };
  const isOwn = tasks.length === 1 && tasks.every((task) => taskBranch(task) === headBranch);
  return isOwn && !undeclared.includes("task") ? { workflow, ref, inputs: rest } : null;
}

/** What a caller's `inputs:` lacks. */
export function missingLines(undeclared: readonly string[]): string[] {
  return undeclared.map((name) => `${name}: { type: string, default: "" }`);
}

/** Why GitHub started nothing, and what to write instead. */
export function refusalText(
  { workflow, ref }: Dispatch,
  { status, message }: { readonly status: number; readonly message: string },
  isRetry: boolean,
): string {
  const setting = isRetry ? "retry-workflow" : "reverify-workflow";
  if (status === 401 || status === 403) {
    return `GitHub does not let this token start ${workflow}: give the job of the gate \`actions: write\` (${message})`;
  }
  if (status === 404) {
    return `There is no workflow ${workflow} on the default branch: add it, or name yours by \`${setting}\` in the config or as an input of the gate`;
  }
  if (/'workflow_dispatch' trigger/i.test(message)) {
    return `${workflow} of ${ref} cannot be started: add \`workflow_dispatch:\` to its \`on:\``;
  }
  return `GitHub does not start ${workflow} on ${ref}: ${message}`;
}

/** The same where a workflow lacks an input without which a run would be about something else. */
export function undeclaredText(workflow: string, undeclared: readonly string[]): string {
  return `${workflow} cannot be told what to do: add to \`inputs:\` of its \`workflow_dispatch:\`, and hand on to what it calls: ${missingLines(undeclared).join(", ")}`;
}
