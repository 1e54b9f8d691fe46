import { PipelineError } from "../../src/foundation/errors.ts";
import type { MergeQueue } from "../../src/github/merge-queue.ts";
import { because, type DecisionReason } from "../../src/handover/decision.ts";
import { provenButText } from "../../src/next-runs/gate-status.ts";
import { decide } from "./decide.ts";
import type { Orders } from "./inputs.ts";
import type { Verdict } from "./verdict.ts";

/**
 * Adds a pull request that only the merge queue keeps from being merged to that queue, where the gate has a token for it.
 * Without one, or where GitHub refuses, it stays proven for a person's click.
 */
export async function withQueue(
  verdict: Verdict,
  orders: Pick<Orders, "dry-run" | "mode">,
  queue: MergeQueue | null,
): Promise<Verdict> {
  const { gathered, decision } = verdict;
  const { facts, pullRequest } = gathered;
  // Of the present facts: somebody may have taken the label off since GitHub refused to merge.
  const isOnlyQueue =
    decision.kind === "wait" && decision.reasons.every(({ code }) => code === "queue_required");
  const isForQueue =
    isOnlyQueue && decide({ ...facts, refusal: null }, orders.mode).kind === "merge";
  if (!isForQueue || queue === null || pullRequest === null || orders["dry-run"]) return verdict;
  const refusal = await refusalOf(queue, pullRequest.number, facts.head);
  if (refusal !== null) {
    const reasons = decision.reasons.map(({ code, message }): DecisionReason =>
      because(code, `${message}. The App did not add it: ${refusal}`),
    );
    return { ...verdict, decision: { ...decision, reasons } };
  }
  return {
    ...verdict,
    decision: {
      kind: "wait",
      reasons: [because("queued", `it is in the merge queue of ${pullRequest.baseBranch}`)],
      status: {
        state: "success",
        description: provenButText(facts.tasks.length, "queued: wait"),
      },
    },
  };
}

/** null where it is in the queue. */
async function refusalOf(queue: MergeQueue, number: number, head: string): Promise<string | null> {
  try {
    const outcome = await queue.add(number, head);
    return outcome.kind === "queued" ? null : outcome.message;
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return error.hint === undefined ? error.message : `${error.message}. ${error.hint}`;
  }
}
