import { readConfigAt } from "../../src/config/read-config.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { Repository } from "../../src/git/repository.ts";
import type { MergeQueue } from "../../src/github/merge-queue.ts";
import type {
  CommitStatuses,
  MergeOutcome,
  PullRequest,
  PullRequests,
  StickyComments,
} from "../../src/github/pull-requests.ts";
import { NEEDS_HUMAN_LABEL } from "../../src/github/pull-requests.ts";
import {
  SECTION_LIMIT,
  sectionOf,
  withoutSection,
  withSection,
} from "../../src/github/sticky-comment.ts";
import { successFor } from "../../src/github/success-base.ts";
import { because, type Decision, type DecisionKind } from "../../src/handover/decision.ts";
import { nameOf } from "../../src/handover/subject.ts";
import { provenText } from "../../src/next-runs/gate-status.ts";
import { namingOf } from "../../src/next-runs/journal.ts";
import type { NextStep } from "../../src/next-runs/next-step.ts";
import type { Log } from "../../src/runner/log.ts";
import {
  decisionAnnotations,
  decisionBlocks,
  decisionLine,
} from "../../src/telling/decision-words.ts";
import { markdown } from "../../src/telling/markdown.ts";
import { nextStepLine } from "../../src/telling/next-step-words.ts";
import { plainLine } from "../../src/telling/plain.ts";
import type { TaskShown } from "../../src/telling/task-table.ts";
import { moveDependant } from "./dependants.ts";
import { withQueue } from "./enqueue.ts";
import type { Gathered } from "./gather.ts";
import type { Orders as GateOrders } from "./inputs.ts";
import { deleteMergedBranch, readBack } from "./merge.ts";
import { namesIn, type OddMerge, proceedAfterMerge, type ProceedPorts } from "./proceed.ts";
import { failedTasksIn, shownOf } from "./shown.ts";
import type { Verdict } from "./verdict.ts";

export interface CarryOutPorts {
  readonly repository: Repository;
  readonly pullRequests: PullRequests;
  readonly comments: StickyComments;
  readonly statuses: CommitStatuses;
  /** null without a token that may add to it. */
  readonly queue: MergeQueue | null;
  readonly log: Log;
  readonly runUrl: string;
  /** Address of a file at a commit. */
  readonly urlOfFile: (commit: string, path: string, line?: number) => string;
}

export type Orders = Pick<GateOrders, "mode" | "merge-method" | "delete-branch" | "dry-run">;

export type FinishOrders = Orders &
  Pick<GateOrders, "budget-usd" | "retry-workflow" | "reverify-workflow">;
export type FinishPorts = CarryOutPorts & ProceedPorts;

/** What became of a decision. */
export interface Settled {
  readonly decision: Decision;
  readonly next: NextStep | null;
  /** Of the pull request; null for a group of a merge queue. */
  readonly title: string | null;
  /** What is to be shown of its tasks, and of the base that they were judged by. */
  readonly tasks: readonly TaskShown[];
  readonly base: string | null;
  readonly mergeSha: string | null;
  /** What the merge was found to hold when it was read back, as it was proven; empty where nothing was. */
  readonly readBack: readonly Evidence[];
  readonly failedTasks: readonly string[];
}

export type CarriedOut =
  | { readonly kind: "settled"; readonly settled: Settled }
  /** A merge was asked for, and did not come about: the facts are no longer those that were decided by. */
  | { readonly kind: "not_merged"; readonly outcome: Exclude<MergeOutcome, { kind: "merged" }> };

/** Does what was decided: merges, or says why not. */
export async function carryOut(
  decided: Verdict,
  orders: FinishOrders,
  ports: FinishPorts,
): Promise<CarriedOut> {
  const verdict = await withQueue(decided, orders, ports.queue);
  const { gathered, decision, next } = verdict;
  const { facts, pullRequest } = gathered;
  if (decision.kind !== "merge" || orders["dry-run"] || pullRequest === null) {
    await announce(verdict, orders, ports);
    const failedTasks = failedTasksIn(facts);
    const shown = shownOf(gathered);
    const settled = { decision, next, ...shown, mergeSha: null, readBack: [], failedTasks };
    return { kind: "settled", settled };
  }
  await postStatus(verdict, ports);
  const outcome = await ports.pullRequests.merge(
    pullRequest.number,
    facts.head,
    orders["merge-method"],
  );
  if (outcome.kind !== "merged") return { kind: "not_merged", outcome };
  const settled = await finish({ ...verdict, pullRequest, sha: outcome.sha }, orders, ports);
  return { kind: "settled", settled };
}

/** A merge that was made, by whomever. */
export interface Merge extends Verdict {
  readonly pullRequest: PullRequest;
  readonly sha: string;
}

/** What was merged is compared with what was proven, and said loudly if it differs. */
export async function finish(
  { gathered, decision, pullRequest, sha }: Merge,
  orders: FinishOrders,
  ports: FinishPorts,
): Promise<Settled> {
  const { log } = ports;
  log.info(`Merged #${pullRequest.number} at ${gathered.facts.head} as ${sha}`);
  const found = await readBack(sha, gathered.proven, pullRequest, ports);
  const shown = shownOf(gathered);
  if (found.problem === null) {
    // An earlier run made the merge, and may have come no further: what it had to say could be all that is missing.
    const isFoundLater = decision.status === null && gathered.proven.isWhole;
    if (isFoundLater) await postProven(gathered, pullRequest, ports);
    const told = isFoundLater ? MERGED : decision;
    await tidyUp({ gathered, decision: told, next: null, pullRequest, sha }, orders, ports);
    const settled = { decision, next: null, ...shown, mergeSha: sha, failedTasks: [] };
    return { ...settled, readBack: gathered.proven.evidence };
  }
  const reasons = [...decision.reasons, because("merged_differently", found.problem)];
  const final: Decision = { ...decision, reasons };
  log.error(found.problem, { title: "Merged differently" });
  const { number } = pullRequest;
  const odd = { gathered, number, baseBranch: found.baseBranch, sha };
  const next = await verifyBase(odd, orders, ports);
  await tidyUp({ gathered, decision: final, next, pullRequest, sha }, orders, ports);
  return { decision: final, next, ...shown, mergeSha: sha, readBack: [], failedTasks: [] };
}

const MERGED: Decision = { kind: "merge", reasons: [], status: null };

async function postProven(
  { facts, proven }: Gathered,
  pullRequest: PullRequest,
  { statuses, log }: CarryOutPorts,
): Promise<void> {
  const description = successFor(provenText(proven.inputs.size), pullRequest.baseBranch);
  await orWarn(log, "The status was not posted", () =>
    statuses.post(facts.head, "success", description),
  );
}

/** The run is named by the status, where the next gate of this head looks for it. */
async function verifyBase(
  odd: OddMerge,
  orders: FinishOrders,
  ports: FinishPorts,
): Promise<NextStep | null> {
  try {
    const next = await proceedAfterMerge(odd, orders, ports);
    if (next?.kind === "started" && next.run !== null) {
      const description = `${namingOf(next, next.run.id)}: merged_differently`;
      await orWarn(ports.log, "The status was not posted", () =>
        ports.statuses.post(odd.gathered.facts.head, "failure", description),
      );
    }
    return next;
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return { kind: "none", why: error.message };
  }
}

/** The merge is done: what fails from here on is said, each by itself, and is no reason to call the merge failed. */
async function tidyUp(
  { pullRequest, sha, ...verdict }: Merge,
  orders: FinishOrders,
  ports: FinishPorts,
): Promise<void> {
  const { log } = ports;
  const { seen } = verdict.gathered;
  await orWarn(log, "The comment was not written", () =>
    writeComment(pullRequest, verdict, orders, ports),
  );
  if (!verdict.decision.reasons.some(({ code }) => code === "merged_differently")) {
    await orWarn(log, "The merged branch was not deleted", () =>
      deleteMergedBranch(pullRequest, orders["delete-branch"], {
        ...ports,
        move: async (number) => {
          const settings = seen?.settings ?? (await readConfigAt(ports.repository, sha));
          await moveDependant(number, { merged: pullRequest, base: sha, settings }, orders, {
            ...ports,
            announce: (moved) => announce(moved, orders, ports),
          });
        },
      }),
    );
  }
  await orWarn(log, "The label was not changed", () => markForPeople(pullRequest, "merge", ports));
}

/** For what tells people, or tidies up: nothing hangs on it, so that a refusal of GitHub is a warning. */
export async function orWarn(log: Log, what: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    log.warning(`${what}: ${error.message}`);
  }
}

async function announce(verdict: Verdict, orders: FinishOrders, ports: FinishPorts): Promise<void> {
  const { gathered, decision, next } = verdict;
  const { facts, pullRequest } = gathered;
  const { log } = ports;
  log.info(plainLine(decisionLine(decision, orders["dry-run"])));
  const subject = { head: facts.head, pullRequest: pullRequest?.number ?? null };
  for (const { isError, title, message } of decisionAnnotations({ ...subject, decision })) {
    if (isError) log.error(message, { title });
    else log.notice(message, { title });
  }
  if (next !== null) log.notice(plainLine(nextStepLine(next)), { title: nameOf(subject) });
  if (orders["dry-run"] || decision.status === null) return;
  await postStatus(verdict, ports);
  // A pull request that is none of the pipeline's business gets no comment.
  if (!facts.concernsPipeline || pullRequest === null) return;
  await orWarn(log, "The comment was not written", () =>
    writeComment(pullRequest, verdict, orders, ports),
  );
  const isOurs = facts.isOurs && orders.mode === "merge";
  // What waits for nobody but the one who wrote it stays as that person left it.
  if (!isOurs || next?.kind === "none") return;
  await orWarn(log, "The label was not changed", () =>
    markForPeople(pullRequest, decision.kind, ports),
  );
}

/** The label tells people apart what waits for one of them. */
async function markForPeople(
  { number, labels }: PullRequest,
  kind: DecisionKind,
  { pullRequests }: CarryOutPorts,
): Promise<void> {
  const isMarked = labels.some((label) => label.toLowerCase() === NEEDS_HUMAN_LABEL);
  if (kind === "hold" && !isMarked) await pullRequests.addLabel(number, NEEDS_HUMAN_LABEL);
  if (kind !== "hold" && kind !== "nothing" && isMarked) {
    await pullRequests.removeLabel(number, NEEDS_HUMAN_LABEL);
  }
}

async function postStatus(
  { gathered: { facts, pullRequest }, decision: { status } }: Verdict,
  { statuses, log }: CarryOutPorts,
): Promise<void> {
  if (status === null) return;
  const isSuccess = status.state === "success" && pullRequest !== null;
  const description = isSuccess
    ? successFor(status.description, pullRequest.baseBranch)
    : status.description;
  await orWarn(log, "The status was not posted", () =>
    statuses.post(facts.head, status.state, description),
  );
}

async function writeComment(
  { number }: PullRequest,
  { gathered, decision, next }: Verdict,
  orders: FinishOrders,
  ports: FinishPorts,
): Promise<void> {
  const { comments, runId: run, runUrl, urlOfFile } = ports;
  const { head } = gathered.facts;
  const workflows = gathered.seen === null ? null : namesIn(gathered.seen, orders, ports);
  const shown = { head, pullRequest: number, decision, next, workflows, run, ...shownOf(gathered) };
  const report = markdown(decisionBlocks(shown, { runUrl, urlOfFile }), SECTION_LIMIT);
  const isOdd = decision.reasons.some(({ code }) => code === "merged_differently");
  const isUnseen = gathered.seen === null && !isOdd;
  await comments.update(number, (present) => {
    // Whoever looked at it has said more.
    if (isUnseen && present !== null && isMergedIn(present)) return present;
    return withSection(withoutSection(present, "sweep"), "gate", report);
  });
}

function isMergedIn(comment: string): boolean {
  return sectionOf(comment, "gate")?.startsWith("### ✅ Merged") === true;
}
