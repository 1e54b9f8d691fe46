import type { Evidence } from "../../src/evidence/evidence.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { Repository } from "../../src/git/repository.ts";
import type {
  CommitStatuses,
  MergeOutcome,
  PullRequest,
  PullRequests,
  StickyComments,
} from "../../src/github/pull-requests.ts";
import { NEEDS_HUMAN_LABEL } from "../../src/github/pull-requests.ts";
import { SECTION_LIMIT, withoutSection, withSection } from "../../src/github/sticky-comment.ts";
import { because, type Decision, type DecisionKind } from "../../src/handover/decision.ts";
import { newestIn } from "../../src/handover/run-documents.ts";
import { nameOf } from "../../src/handover/subject.ts";
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
import type { Gathered } from "./gather.ts";
import type { Inputs } from "./inputs.ts";
import { deleteMergedBranch, differencesIn } from "./merge.ts";
import { type OddMerge, proceedAfterMerge, type ProceedPorts } from "./proceed.ts";

export interface CarryOutPorts {
  readonly repository: Repository;
  readonly pullRequests: PullRequests;
  readonly comments: StickyComments;
  readonly statuses: CommitStatuses;
  readonly log: Log;
  readonly runUrl: string;
  /** Address of a file at a commit. */
  readonly urlOfFile: (commit: string, path: string, line?: number) => string;
}

export type Orders = Pick<Inputs, "mode" | "merge-method" | "delete-branch" | "dry-run">;

export type FinishOrders = Orders & Pick<Inputs, "retry-workflow" | "reverify-workflow">;
export type FinishPorts = CarryOutPorts & ProceedPorts;

/** A decision, and the facts that it was made from. */
export interface Verdict {
  readonly gathered: Gathered;
  readonly decision: Decision;
  /** What was started after it, or who has to act; null where the decision says it all. */
  readonly next: NextStep | null;
}

/** What became of a decision. */
export interface Settled {
  readonly decision: Decision;
  readonly next: NextStep | null;
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
  verdict: Verdict,
  orders: FinishOrders,
  ports: FinishPorts,
): Promise<CarriedOut> {
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
  const found = await readBack(sha, gathered, pullRequest, ports);
  const shown = shownOf(gathered);
  if (found.problem === null) {
    await tidyUp({ gathered, decision, next: null }, pullRequest, orders, ports);
    const readBack = gathered.proven.evidence;
    return { decision, next: null, ...shown, mergeSha: sha, readBack, failedTasks: [] };
  }
  const reasons = [...decision.reasons, because("merged_differently", found.problem)];
  const final: Decision = { ...decision, reasons };
  log.error(found.problem, { title: "Merged differently" });
  const { number } = pullRequest;
  const odd = { gathered, number, baseBranch: found.baseBranch, sha };
  const next = await verifyBase(odd, orders, ports);
  await tidyUp({ gathered, decision: final, next }, pullRequest, orders, ports);
  return { decision: final, next, ...shown, mergeSha: sha, readBack: [], failedTasks: [] };
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

/** Where it went, and what it holds that was not proven, if anything. */
async function readBack(
  sha: string,
  { proven }: Gathered,
  pullRequest: PullRequest,
  { repository, pullRequests }: CarryOutPorts,
): Promise<{ readonly baseBranch: string; readonly problem: string | null }> {
  let { baseBranch } = pullRequest;
  const found = (problem: string | null) => ({ baseBranch, problem });
  try {
    ({ baseBranch } = await pullRequests.get(pullRequest.number));
    if (baseBranch !== pullRequest.baseBranch) {
      return found(`It was proven for ${pullRequest.baseBranch} and merged into ${baseBranch}`);
    }
    const differences = await differencesIn(sha, proven, repository);
    if (differences.length === 0) return found(null);
    return found(`${sha} holds something else than what was proven: ${differences.join(", ")}`);
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return found(`${sha} could not be read back: ${error.message}`);
  }
}

/** The merge is done: what fails from here on is said, each by itself, and is no reason to call the merge failed. */
async function tidyUp(
  verdict: Verdict,
  pullRequest: PullRequest,
  orders: Orders,
  ports: CarryOutPorts,
): Promise<void> {
  const { log } = ports;
  await orWarn(log, "The comment was not written", () => writeComment(pullRequest, verdict, ports));
  if (!verdict.decision.reasons.some(({ code }) => code === "merged_differently")) {
    await orWarn(log, "The merged branch was not deleted", () =>
      deleteMergedBranch(pullRequest, orders["delete-branch"], ports),
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

async function announce(verdict: Verdict, orders: Orders, ports: CarryOutPorts): Promise<void> {
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
  await orWarn(log, "The comment was not written", () => writeComment(pullRequest, verdict, ports));
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
  { gathered, decision: { status } }: Verdict,
  { statuses, log }: CarryOutPorts,
): Promise<void> {
  if (status === null) return;
  await orWarn(log, "The status was not posted", () =>
    statuses.post(gathered.facts.head, status.state, status.description),
  );
}

async function writeComment(
  { number }: PullRequest,
  { gathered, decision, next }: Verdict,
  { comments, runUrl, urlOfFile }: CarryOutPorts,
): Promise<void> {
  const { head } = gathered.facts;
  const shown = { head, pullRequest: number, decision, next, ...shownOf(gathered) };
  const report = markdown(decisionBlocks(shown, { runUrl, urlOfFile }), SECTION_LIMIT);
  await comments.update(number, (present) =>
    withSection(withoutSection(present, "sweep"), "gate", report),
  );
}

/** The tasks that the pull request changes, with their evidence. */
function shownOf({ facts, seen }: Gathered): { tasks: TaskShown[]; base: string | null } {
  if (seen === null) return { tasks: [], base: null };
  const proven = new Set(
    facts.tasks.flatMap(({ kind, task }) => (kind === "proven" ? [task] : [])),
  );
  const against = new Set(
    facts.tasks.flatMap(({ kind, task }) => (kind === "reason" ? [task] : [])),
  );
  const tasks = seen.tasks.map((task): TaskShown => {
    const history = seen.documents.get(task);
    const evidence = history === undefined ? null : newestIn(history);
    return { task, isProven: proven.has(task) && !against.has(task), evidence };
  });
  return { tasks, base: seen.base };
}

/** The tasks that the decision stands or falls with; one that nobody asked about is none. */
export function failedTasksIn({ tasks }: Pick<Gathered["facts"], "tasks">): string[] {
  return tasks.flatMap((finding) =>
    finding.kind === "reason" && finding.reason.code !== "partial_selection" ? [finding.task] : [],
  );
}
