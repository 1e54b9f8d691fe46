import { NOTHING_SPENT, sumOf } from "../../src/authoring/spending.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { MATRIX_MAX_BYTES } from "../../src/handover/matrix.ts";
import { formatHandOver } from "../../src/handover/pull-requests.ts";
import type { Failure } from "../../src/runner/job.ts";
import type { Outcome } from "./outcome.ts";

/** One key per output of generate/action.yml; a contract test holds the two together. */
export interface Outputs {
  readonly tasks: string;
  readonly "has-tasks": "true" | "false";
  /** Empty: nothing was found out, which the next action takes for an error. */
  readonly "pull-requests": string;
  readonly skipped: string;
  readonly attempts: string;
  readonly tokens: string;
  readonly "cost-usd": string;
}

/** What a run says that ended before it knew anything. */
export const UNKNOWN_OUTPUTS: Outputs = {
  tasks: "",
  "has-tasks": "false",
  "pull-requests": "",
  skipped: "[]",
  attempts: "{}",
  tokens: JSON.stringify(NOTHING_SPENT.tokens),
  "cost-usd": String(NOTHING_SPENT.costUsd),
};

/** What a run says at its end. More tasks than the next action can be given are a failure of their own. */
export function endingOf({ handedOver, skipped, attempts, failures, spent }: Outcome): {
  readonly outputs: Outputs;
  readonly failures: readonly Failure[];
} {
  const tasks = handedOver.map(({ task }) => task).toSorted();
  const pullRequests = formatHandOver(handedOver);
  const total = sumOf([...spent.values()]);
  return {
    outputs: {
      tasks: tasks.join(","),
      "has-tasks": tasks.length > 0 ? "true" : "false",
      "pull-requests": pullRequests ?? "",
      skipped: JSON.stringify(skipped),
      attempts: JSON.stringify(attempts),
      tokens: JSON.stringify(total.tokens),
      "cost-usd": total.costUsd === null ? "unknown price" : String(total.costUsd),
    },
    failures:
      pullRequests === null
        ? [...failures, { subject: "pull-requests", error: tooMany(tasks.length) }]
        : failures,
  };
}

function tooMany(count: number): PipelineError {
  return new PipelineError(
    "LIMIT_REACHED",
    `${count} tasks are more than one job can hand to the next: the output "pull-requests" would have more than ${MATRIX_MAX_BYTES} bytes`,
    {
      hint: "All of them are on their branches. Run the job again for some of the stories at a time, by the input `story`.",
    },
  );
}
