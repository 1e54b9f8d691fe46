import type { Decision } from "../../src/handover/decision.ts";
import type { NextStep } from "../../src/next-runs/next-step.ts";
import type { Gathered } from "./gather.ts";

/** A decision, and the facts that it was made from. */
export interface Verdict {
  readonly gathered: Gathered;
  readonly decision: Decision;
  /** What was started after it, or who has to act; null where the decision says it all. */
  readonly next: NextStep | null;
}
