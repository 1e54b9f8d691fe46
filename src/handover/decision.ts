import * as z from "zod/mini";
import { jsonIn } from "../foundation/json.ts";
import type { StatusState } from "../github/pull-requests.ts";
import type { Subject } from "./subject.ts";

/** Why a decision was made: closed, as design and docs list it. */
export const DECISION_CODES = [
  "evidence_missing",
  "evidence_invalid",
  "evidence_stale",
  "not_passed",
  "test_overruled",
  "story_unclear",
  "inputs_changed",
  "head_moved",
  "out_of_scope",
  "bad_mode",
  "not_ours",
  "fork",
  "draft",
  "closed",
  "conflict",
  "protected",
  "base_moved",
  "queue_required",
  "queued",
  "method_refused",
  "check_missing",
  "review_missing",
  "checks_pending",
  "check_failed",
  "check_not_started",
  "story_unbuilt",
  "human_commits",
  "replay_differs",
  "replay_unavailable",
  "attempts_exhausted",
  "budget_exhausted",
  "no_progress",
  "flaky",
  "partial_selection",
  "dispatch_refused",
  "merged_differently",
  "already_merged",
] as const;
export type DecisionCode = (typeof DECISION_CODES)[number];

export interface DecisionReason {
  readonly code: DecisionCode;
  readonly message: string;
}

export const DECISION_KINDS = ["merge", "wait", "reverify", "retry", "hold", "nothing"] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export interface Decision {
  readonly kind: DecisionKind;
  readonly reasons: readonly DecisionReason[];
  /** What `agent-pipeline/gate` says on the head; null: nothing is posted. */
  readonly status: { readonly state: StatusState; readonly description: string } | null;
}

export function because(code: DecisionCode, message: string): DecisionReason {
  return { code, message };
}

/** The output `decisions` of the gate: number of the pull request, or `group:<commit>` → what was decided about it. */
const decisionsOutput = () =>
  z.record(
    z.string(),
    z.object({
      decision: z.enum(DECISION_KINDS),
      reasons: z.array(z.object({ code: z.enum(DECISION_CODES), message: z.string() })),
    }),
  );
export type Decisions = z.infer<ReturnType<typeof decisionsOutput>>;

export function formatDecisions(
  decided: readonly (Subject & { readonly decision: Decision })[],
): string {
  const decisions = decided.map(({ head, pullRequest, decision: { kind, reasons } }) => [
    pullRequest ?? `group:${head}`,
    { decision: kind, reasons },
  ]);
  return JSON.stringify(Object.fromEntries(decisions));
}

/** null where it is nothing that the gate writes. */
export function parseDecisions(json: string): Decisions | null {
  return z.safeParse(decisionsOutput(), jsonIn(json)).data ?? null;
}
