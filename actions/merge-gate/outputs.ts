import { sha256 } from "../../src/foundation/digest.ts";
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
  readonly "test-result-sha256": string;
}

/** What a run says that ended before it decided anything. */
export const UNKNOWN_OUTPUTS: Outputs = {
  decisions: "{}",
  decision: "",
  merged: "",
  "merge-sha": "",
  "failed-tasks": "",
  "next-runs": "[]",
  "test-result-sha256": "",
};

/**
 * `decisions` has those about pull requests, by number. `decision`, `merged` and `merge-sha` speak of one subject: with
 * several, or one undecided, they are empty. `statement` says what was proven of what was merged.
 */
export function outputsOf(
  decided: readonly Decided[],
  isComplete: boolean,
  statement: string | null = null,
): Outputs {
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
    // As `sha256sum` writes it.
    "test-result-sha256": statement === null ? "" : sha256(statement).replace("sha256:", ""),
  };
}
