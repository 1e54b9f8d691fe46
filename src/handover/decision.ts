import type { StatusState } from "../github/pull-requests.ts";

/** Why a decision was made: closed, as design and docs list it. */
export const DECISION_CODES = [
  "evidence_missing",
  "evidence_invalid",
  "evidence_stale",
  "not_passed",
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
  "checks_pending",
  "story_unbuilt",
  "human_commits",
  "replay_differs",
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
