import type { StartedRun, WorkflowDispatches } from "../github/workflow-runs.ts";
import {
  refusalText,
  requestFor,
  requestWithout,
  undeclaredText,
  type Wanted,
} from "./run-request.ts";
import type { WorkflowNames } from "./workflow-names.ts";

export type RunOutcome =
  | {
      readonly kind: "started";
      readonly workflow: string;
      /** null where GitHub did not name it. */
      readonly run: StartedRun | null;
      /** Inputs that the workflow does not declare, without which it was started. */
      readonly without: readonly string[];
    }
  /** What is missing, and what to write instead. */
  | { readonly kind: "refused"; readonly why: string };

/** Starts what is wanted, without an input that the workflow lacks where that is still the same thing to do. */
export async function startRun(
  wanted: Wanted,
  names: WorkflowNames,
  dispatches: WorkflowDispatches,
): Promise<RunOutcome> {
  let request = requestFor(wanted, names);
  let outcome = await dispatches.start(request);
  const without = outcome.kind === "undeclared" ? outcome.inputs : [];
  if (outcome.kind === "undeclared") {
    const rest = requestWithout(without, request, wanted);
    if (rest === null) return refused(undeclaredText(request.workflow, without));
    request = rest;
    outcome = await dispatches.start(request);
  }
  if (outcome.kind === "undeclared") {
    return refused(undeclaredText(request.workflow, [...without, ...outcome.inputs]));
  }
  if (outcome.kind === "refused") {
    return refused(refusalText(request, outcome, wanted.what === "retry"));
  }
  return { kind: "started", workflow: request.workflow, run: outcome.run, without };
}

function refused(why: string): RunOutcome {
  return { kind: "refused", why };
}
