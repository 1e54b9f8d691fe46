import { PipelineError } from "../../src/foundation/errors.ts";
import type { PullRequestLists } from "../../src/github/pull-request-lists.ts";
import {
  type CommitStatuses,
  NEEDS_HUMAN_LABEL,
  type PullRequest,
  type PullRequests,
  type StickyComments,
} from "../../src/github/pull-requests.ts";
import { SWEEP_LIMIT, withSection } from "../../src/github/sticky-comment.ts";
import { successFor } from "../../src/github/success-base.ts";
import type { StartedRun, WorkflowDispatches } from "../../src/github/workflow-runs.ts";
import {
  type HeadRecord,
  type HeadRecords,
  provenForPerson,
} from "../../src/next-runs/gate-status.ts";
import { type Journals, namingOf } from "../../src/next-runs/journal.ts";
import { startRun } from "../../src/next-runs/start-run.ts";
import type { WorkflowNames } from "../../src/next-runs/workflow-names.ts";
import { markdown } from "../../src/telling/markdown.ts";
import { handOverBlocks } from "./page.ts";
import type { PullRequestStep } from "./pull-request-rows.ts";

export interface CarryOutPorts {
  readonly lists: PullRequestLists;
  readonly records: HeadRecords;
  readonly pullRequests: Pick<PullRequests, "addLabel">;
  readonly comments: StickyComments;
  readonly statuses: Pick<CommitStatuses, "post">;
  readonly journals: Pick<Journals, "write">;
  readonly dispatches: WorkflowDispatches;
  readonly defaultBranch: string;
  readonly runId: string;
  readonly urlOfRun: (id: string) => string;
}

export type Doing = Exclude<PullRequestStep, { kind: "nothing" }>;

/** Does what a row says; answers the run that it started. */
export async function carryOut(
  step: Doing,
  pullRequest: PullRequest,
  record: HeadRecord | null,
  names: WorkflowNames,
  ports: CarryOutPorts,
): Promise<StartedRun | null> {
  const { statuses } = ports;
  const { headSha } = pullRequest;
  switch (step.kind) {
    case "start":
      return start(step, pullRequest, record, names, ports);
    case "hand_over":
      await handOver(step, pullRequest, record, ports);
      return null;
    case "post":
      await statuses.post(headSha, step.state, step.description);
      return null;
    default:
      return step satisfies never;
  }
}

async function start(
  { number, isWritten, state }: Extract<Doing, { kind: "start" }>,
  pullRequest: PullRequest,
  record: HeadRecord | null,
  names: WorkflowNames,
  ports: CarryOutPorts,
): Promise<StartedRun | null> {
  const { journals, dispatches, statuses, defaultBranch, runId } = ports;
  const what = "sweep";
  const { headSha } = pullRequest;
  // Before the run is asked for: whoever comes after a crash between the two looks whether it was started.
  if (!isWritten) {
    await journals.write(headSha, { kind: "start", what, number, evidenceRun: runId });
  }
  const wanted = { what, tasks: [], pullRequest, evidenceRun: runId, defaultBranch } as const;
  const outcome = await startRun(wanted, names, dispatches);
  if (outcome.kind === "refused") throw new PipelineError("PERMISSION_MISSING", outcome.why);
  const { run } = outcome;
  const name = run === null ? `${what} ${number}` : namingOf({ what, number }, run.id);
  const said = `${name}: verified once more`;
  if (state === "success") await postSuccess(said, pullRequest, record, ports);
  else await statuses.post(headSha, state, said);
  return run;
}

/**
 * What was shown stays so, unless somebody has acted while this was at work: GitHub merges by the latest status, and a
 * success over a refusal would let it.
 */
async function postSuccess(
  said: string,
  pullRequest: PullRequest,
  record: HeadRecord | null,
  ports: CarryOutPorts,
): Promise<void> {
  if ((await changedSince(pullRequest, record, ports)) !== null) return;
  const { headSha, baseBranch } = pullRequest;
  await ports.statuses.post(headSha, "success", successFor(said, baseBranch));
}

/** The status comes last: it is what the next sweep goes by. */
async function handOver(
  step: Extract<Doing, { kind: "hand_over" }>,
  pullRequest: PullRequest,
  record: HeadRecord | null,
  ports: CarryOutPorts,
): Promise<void> {
  const { number, headSha, labels } = pullRequest;
  const { pullRequests, comments, statuses, urlOfRun } = ports;
  if (!labels.some((label) => label.toLowerCase() === NEEDS_HUMAN_LABEL)) {
    await pullRequests.addLabel(number, NEEDS_HUMAN_LABEL);
  }
  const url = step.run === null ? null : urlOfRun(step.run);
  const text = markdown(handOverBlocks(step, url), SWEEP_LIMIT);
  await comments.update(number, (present) => withSection(present, "sweep", text));
  if (step.code !== null) return statuses.post(headSha, "failure", `${step.code}: hold`);
  // Not taken back: otherwise our own status would be in the way of the person's click.
  const description = provenForPerson(record?.gate?.description ?? "", step);
  return postSuccess(description, pullRequest, record, ports);
}

/**
 * Why what was decided no longer holds; null where it does. A person may have acted since, and a run may have posted its
 * status and ended between the two questions about them.
 */
export async function changedSince(
  before: PullRequest,
  record: HeadRecord | null,
  { lists, records }: Pick<CarryOutPorts, "lists" | "records">,
): Promise<string | null> {
  const [now, { gate }] = await Promise.all([
    lists.now(before.number),
    records.read(before.headSha),
  ]);
  const isSame =
    now.isOpen &&
    now.headSha === before.headSha &&
    now.baseBranch === before.baseBranch &&
    now.isDraft === before.isDraft &&
    othersThanOurs(now).join() === othersThanOurs(before).join();
  if (!isSame) return "somebody changed it while it was looked at";
  const was = record?.gate ?? null;
  const isSaid = gate?.state === was?.state && gate?.description === was?.description;
  return isSaid ? null : "it got another status while it was looked at";
}

/** The label of a hand-over is set by the sweep itself, and decides nothing. */
function othersThanOurs({ labels }: PullRequest): readonly string[] {
  return labels.filter((label) => label.toLowerCase() !== NEEDS_HUMAN_LABEL);
}
