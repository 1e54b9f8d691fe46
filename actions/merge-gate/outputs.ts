import { formatDecisions } from "../../src/handover/decision.ts";
import { formatNextRuns } from "../../src/next-runs/next-step.ts";
import type { Decided } from "./run.ts";

/** One key per output of merge-gate/action.yml; a contract test holds the two together. */
export interface Outputs {
  readonly decisions: string;
  readonly decision: string;
  readonly merged: string;
  readonly "merge-sha": string;
  readonly "failed-tasks": string;
  readonly "next-runs": string;
}

/** What a run says that ended before it decided anything. */
export const UNKNOWN_OUTPUTS: Outputs = {
  decisions: "{}",
  decision: "",
  merged: "",
  "merge-sha": "",
  "failed-tasks": "",
  "next-runs": "[]",
};

/**
 * `decisions` has those about pull requests, by number. `decision`, `merged` and `merge-sha` speak of one subject: with
 * several, or one undecided, they are empty.
 */
export function outputsOf(decided: readonly Decided[], isComplete: boolean): Outputs {
  const [only] = decided;
  const single = isComplete && decided.length === 1 && only !== undefined ? only : null;
  const isIdle = isComplete && decided.length === 0;
  return {
    decisions: formatDecisions(decided),
    decision: single?.decision.kind ?? (isIdle ? "nothing" : ""),
    merged: single === null ? "" : String(single.mergeSha !== null),
    "merge-sha": single?.mergeSha ?? "",
    "failed-tasks": decided.flatMap(({ failedTasks }) => failedTasks).join(","),
    "next-runs": formatNextRuns(decided),
  };
}
