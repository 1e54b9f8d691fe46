import type { StartedRun } from "../github/workflow-runs.ts";
import type { TaskId } from "../task/task-id.ts";
import type { Start } from "./journal.ts";

type Named = Pick<Start, "what" | "number">;

/** What was started after a decision, or who has to act. */
export type NextStep =
  | (Named & {
      readonly kind: "started";
      readonly workflow: string;
      readonly tasks: readonly TaskId[];
      /** null where GitHub did not name it. */
      readonly run: StartedRun | null;
      /** Inputs that the workflow does not declare, without which it was started. */
      readonly without: readonly string[];
    })
  /** Started by an earlier job. */
  | (Named & { readonly kind: "under_way"; readonly run: StartedRun })
  | {
      readonly kind: "none";
      readonly why: string;
      /** Whether a person wrote what failed, so that no attempt would touch it. */
      readonly isByHand?: true | undefined;
    };

/** The output `next-runs`: what this run started. */
export function formatNextRuns(
  steps: readonly { readonly pullRequest: number | null; readonly next: NextStep | null }[],
): string {
  const started = steps.flatMap(({ pullRequest, next }) =>
    next?.kind === "started"
      ? [
          {
            "pull-request": pullRequest,
            kind: next.what,
            number: next.number,
            tasks: next.tasks,
            workflow: next.workflow,
            run: next.run?.id ?? null,
            url: next.run?.url ?? null,
          },
        ]
      : [],
  );
  return JSON.stringify(started);
}
