import { type RefusalKind, refusalsIn } from "../../src/github/merge-refusal.ts";
import type { StatusState } from "../../src/github/pull-requests.ts";
import {
  because,
  type Decision,
  type DecisionCode,
  type DecisionKind,
  type DecisionReason,
} from "../../src/handover/decision.ts";
import {
  MERGED_BY_PEOPLE,
  NO_TASK,
  provenButText,
  provenText,
} from "../../src/next-runs/gate-status.ts";

/** What the gate found out about one task that a pull request changes, or that the matrix names. */
export type TaskFinding =
  | { readonly task: string; readonly kind: "proven" }
  | { readonly task: string; readonly kind: "reason"; readonly reason: DecisionReason };

export interface PullRequestFacts {
  readonly isOpen: boolean;
  readonly isMerged: boolean;
  readonly isFork: boolean;
  readonly isDraft: boolean;
  /** Whether it carries our label. */
  readonly isOurs: boolean;
  readonly head: string;
  /** The heads that the matrix names for it; empty when it has no entry. */
  readonly verifiedHeads: readonly string[];
  /** Whether this run was given it: what has no code by now gets none by waiting. */
  readonly isGiven: boolean;
  readonly concernsPipeline: boolean;
  readonly outOfScope: readonly string[];
  readonly tasks: readonly TaskFinding[];
  /** Stories without a proven task made from the text that would be merged. */
  readonly unbuiltStories: readonly string[];
  /** What base and head both changed, besides task folders and their inputs. */
  readonly conflicts: readonly string[];
  /** Checks that the config waits for and that are not green; empty as long as something else keeps it from being merged. */
  readonly checks: readonly DecisionReason[];
  /** What GitHub said when it was asked to merge, if it refused. */
  readonly refusal: string | null;
}

export type Mode = "merge" | "status-only";

/** Decides what to do with one pull request. Pure: the same facts give the same answer. */
export function decide(facts: PullRequestFacts, mode: Mode): Decision {
  const outside = standsOutside(facts);
  if (outside !== null) return nothing([outside], null);
  if (!facts.concernsPipeline) {
    return nothing([], { state: "success", description: NO_TASK });
  }

  const own = [...findings(facts), ...withoutHead(facts), ...facts.checks];
  const found = strongestFirst([...own, ...refusals(facts)], facts);
  const [first] = found;
  if (first !== undefined) {
    const kind = kindOf(first, facts);
    // What is proven stays so: otherwise our own status would be one more thing in the way of a person's click.
    const isProven = own.length === 0 && kind === "wait";
    const decision = blocked(kind, found);
    return isProven ? { ...decision, status: successOf(facts, decision.status) } : decision;
  }

  // Nothing was found wrong, but nothing was shown either.
  if (facts.tasks.length === 0)
    return nothing([], { state: "success", description: "No task to prove" });

  const unwanted = reasonsNotToMerge(facts);
  if (mode === "status-only") {
    return nothing(unwanted, successOf(facts, { description: MERGED_BY_PEOPLE }));
  }
  if (unwanted.length > 0) return nothing(unwanted, successOf(facts));
  return { kind: "merge", reasons: [], status: successOf(facts) };
}

/** What is asked of a group of a merge queue. */
export type GroupFacts = Pick<
  PullRequestFacts,
  "concernsPipeline" | "tasks" | "unbuiltStories" | "conflicts"
>;

/**
 * Says what is proven about a group, which GitHub merges or not: nothing but the status is ours. Which files may be changed
 * was asked of the pull request, and whoever put it into the queue has answered.
 */
export function decideGroup(facts: GroupFacts): Decision {
  if (!facts.concernsPipeline) {
    return nothing([], { state: "success", description: NO_TASK });
  }
  const found = findings({ ...facts, outOfScope: [] });
  const [first] = found;
  if (first !== undefined) {
    const description = `${first.code}${moreThanOne(found)}: not to be merged`;
    return nothing(listed(found), { state: "failure", description });
  }
  if (facts.tasks.length === 0) {
    return nothing([], { state: "success", description: "No task to prove" });
  }
  return nothing([], successOf(facts));
}

/** How many of the reasons that were found hold the pull request by themselves. */
export function countHolding(facts: PullRequestFacts): number {
  return findings(facts).filter((reason) => kindOf(reason, facts) === "hold").length;
}

/** The decision for a person, by reasons of which the first ones are its cause. */
export function held(reasons: readonly DecisionReason[]): Decision {
  return blocked("hold", reasons);
}

/** What a reason leads to when it stands alone. */
const KIND_OF: Readonly<Record<DecisionCode, DecisionKind>> = {
  evidence_missing: "hold",
  evidence_invalid: "hold",
  evidence_stale: "hold",
  not_passed: "retry",
  test_overruled: "hold",
  story_unclear: "hold",
  inputs_changed: "reverify",
  head_moved: "nothing",
  out_of_scope: "hold",
  bad_mode: "hold",
  not_ours: "nothing",
  fork: "nothing",
  draft: "nothing",
  closed: "nothing",
  conflict: "hold",
  protected: "wait",
  base_moved: "wait",
  queue_required: "wait",
  queued: "wait",
  method_refused: "hold",
  check_missing: "wait",
  review_missing: "wait",
  checks_pending: "wait",
  check_failed: "hold",
  check_not_started: "hold",
  story_unbuilt: "wait",
  human_commits: "hold",
  replay_differs: "hold",
  replay_unavailable: "hold",
  attempts_exhausted: "hold",
  budget_exhausted: "hold",
  no_progress: "hold",
  flaky: "hold",
  partial_selection: "nothing",
  dispatch_refused: "hold",
  merged_differently: "hold",
  already_merged: "nothing",
};

/** Where something is found of a task, it says what follows: a story without its code may be no more than that. */
function kindOf({ code }: DecisionReason, { isGiven, tasks }: PullRequestFacts): DecisionKind {
  const isFinal = isGiven && tasks.every(({ kind }) => kind === "proven");
  return code === "story_unbuilt" && isFinal ? "hold" : KIND_OF[code];
}

/** Of several reasons the first of these decides. */
const STRENGTH: readonly DecisionKind[] = ["hold", "retry", "nothing", "reverify", "wait", "merge"];

/** Nothing is hidden by what is worse: a person who mends one fault should know of the others. */
function strongestFirst(
  reasons: readonly DecisionReason[],
  facts: PullRequestFacts,
): DecisionReason[] {
  const rankOf = (reason: DecisionReason): number => STRENGTH.indexOf(kindOf(reason, facts));
  return reasons.toSorted((one, other) => rankOf(one) - rankOf(other));
}

/** Why a pull request is none of this run's business, or null. */
function standsOutside(facts: PullRequestFacts): DecisionReason | null {
  if (facts.isMerged) return because("already_merged", "The pull request is merged already");
  if (!facts.isOpen) return because("closed", "The pull request is closed");
  if (facts.isFork) return because("fork", "The pull request comes from another repository");
  const stale = facts.verifiedHeads.find((head) => head !== facts.head);
  if (stale !== undefined) {
    return because("head_moved", `${stale} was verified, and the head is ${facts.head} now`);
  }
  return null;
}

function findings(facts: GroupFacts & Pick<PullRequestFacts, "outOfScope">): DecisionReason[] {
  return [
    ...facts.outOfScope.map((what) => because("out_of_scope", what)),
    ...facts.tasks.flatMap((finding) => (finding.kind === "reason" ? [finding.reason] : [])),
    ...facts.conflicts.map((what) => because("conflict", what)),
    ...facts.unbuiltStories.map((what) => because("story_unbuilt", what)),
  ];
}

/** What is proven, is proven of a head. */
function withoutHead({ head, verifiedHeads, tasks }: PullRequestFacts): DecisionReason[] {
  if (tasks.length === 0 || verifiedHeads.includes(head)) return [];
  return [because("evidence_missing", `Nothing says that ${head} was verified`)];
}

const CODE_OF: Readonly<Record<RefusalKind, DecisionCode>> = {
  base_modified: "base_moved",
  not_mergeable: "conflict",
  conflict: "conflict",
  queue_required: "queue_required",
  method_not_allowed: "method_refused",
  check_missing: "check_missing",
  review_missing: "review_missing",
  unknown: "protected",
};

/** What GitHub said when it was asked to merge. */
function refusals({ refusal }: PullRequestFacts): DecisionReason[] {
  if (refusal === null) return [];
  return refusalsIn(refusal).map(({ kind, said }) =>
    because(CODE_OF[kind], `GitHub does not merge it: ${said}`),
  );
}

function reasonsNotToMerge({ isOurs, isDraft }: PullRequestFacts): DecisionReason[] {
  return [
    ...(isOurs ? [] : [because("not_ours", "It does not carry the label `agent-pipeline`")]),
    ...(isDraft ? [because("draft", "It is a draft")] : []),
  ];
}

/** With what else is missing: the sweep reads there what a proven pull request waits for. */
function successOf(
  { tasks: { length } }: GroupFacts,
  missing: Pick<NonNullable<Decision["status"]>, "description"> | null = null,
): NonNullable<Decision["status"]> {
  const description =
    missing === null ? provenText(length) : provenButText(length, missing.description);
  return { state: "success", description };
}

const STATE_OF: Readonly<Record<DecisionKind, StatusState | null>> = {
  hold: "failure",
  retry: "failure",
  nothing: null,
  reverify: "pending",
  wait: "pending",
  merge: "success",
};

function blocked(kind: DecisionKind, reasons: readonly DecisionReason[]): Decision {
  const state = STATE_OF[kind];
  if (state === null) return nothing(listed(reasons), null);
  const [first] = reasons;
  const description = `${first?.code ?? kind}${moreThanOne(reasons)}: ${kind}`;
  return { kind, reasons: listed(reasons), status: { state, description } };
}

function moreThanOne({ length }: readonly DecisionReason[]): string {
  return length > 1 ? ` (and ${length - 1} more)` : "";
}

/** A pull request may have thousands of faults; comments, annotations and outputs have limits. */
const MAX_REASONS = 50;

function listed(reasons: readonly DecisionReason[]): readonly DecisionReason[] {
  if (reasons.length <= MAX_REASONS) return reasons;
  const shown = reasons.slice(0, MAX_REASONS - 1);
  const next = reasons[MAX_REASONS - 1]!;
  return [...shown, because(next.code, `and ${reasons.length - shown.length} more`)];
}

function nothing(reasons: readonly DecisionReason[], status: Decision["status"]): Decision {
  return { kind: "nothing", reasons, status };
}
