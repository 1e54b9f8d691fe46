import { PipelineError } from "../foundation/errors.ts";
import type { WorkflowDispatches, WorkflowRuns } from "../github/workflow-runs.ts";
import type { Journal, RunKind } from "./journal.ts";
import type { LastStart } from "./next-run.ts";
import type { WorkflowNames } from "./workflow-names.ts";

export interface LastStartPorts {
  readonly runs: WorkflowRuns;
  readonly dispatches: WorkflowDispatches;
  /** The run that asks. */
  readonly runId: string;
}

/** The starts that are of one sort with a kind: all that verify do the same, and one of them at a time is enough. */
export function startsLike(what: RunKind, { starts }: Journal): Journal["starts"] {
  return starts.filter((one) => groupOf(one.what) === groupOf(what));
}

function groupOf(what: RunKind): "retry" | "verification" | "after_merge" {
  return what === "retry" || what === "after_merge" ? what : "verification";
}

/** The last of some starts, and what became of it; null for none. */
export async function lastStart(
  starts: Journal["starts"],
  names: WorkflowNames,
  { runs, dispatches, runId }: LastStartPorts,
): Promise<LastStart | null> {
  const last = starts.at(-1);
  if (last === undefined) return null;
  // What is decided now is all that this run was started for: nobody comes after it.
  if (last.run === runId) return { ...last, state: "over" };
  if (last.run !== null) {
    return { ...last, state: (await isRunOver(last.run, runs)) ? "over" : "alive" };
  }
  const workflow = last.what === "retry" ? names.retry : names.reverify;
  const found = await dispatches.firstSince(workflow, last.at);
  if (found === null) return { ...last, state: "never" };
  const isOver = found.isOver || found.id === runId;
  return { ...last, run: found.id, state: isOver ? "over" : "alive" };
}

/** One that is gone does nothing any more. */
async function isRunOver(id: string, runs: WorkflowRuns): Promise<boolean> {
  try {
    return (await runs.get(id)).isOver;
  } catch (error) {
    if (error instanceof PipelineError && error.code === "INPUT_INVALID") return true;
    throw error;
  }
}
