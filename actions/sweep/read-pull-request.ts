import { PipelineError } from "../../src/foundation/errors.ts";
import type { ObjectAt } from "../../src/git/merged-object.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import type { QueueEntries } from "../../src/github/merge-queue.ts";
import type { PullRequestLists } from "../../src/github/pull-request-lists.ts";
import type { PullRequest } from "../../src/github/pull-requests.ts";
import type {
  RunOfHead,
  RunsOfHeads,
  WorkflowDispatches,
  WorkflowRuns,
} from "../../src/github/workflow-runs.ts";
import { type HeadRecord, type HeadRecords, saidIn } from "../../src/next-runs/gate-status.ts";
import { lastStart } from "../../src/next-runs/last-start.ts";
import type { WorkflowNames } from "../../src/next-runs/workflow-names.ts";
import { STORIES } from "../../src/story/story.ts";
import { GENERATED } from "../../src/task/folder.ts";
import { settled } from "./ask.ts";
import { isOurs } from "./ours.ts";
import {
  type AskedOfPullRequest,
  type PullRequestStep,
  rowOfPullRequest,
  type RunState,
} from "./pull-request-rows.ts";

export interface ReadPorts {
  readonly repository: RepositoryReader;
  readonly lists: PullRequestLists;
  readonly queueEntries: QueueEntries;
  readonly records: HeadRecords;
  readonly runs: WorkflowRuns;
  readonly runsOfHeads: RunsOfHeads;
  readonly dispatches: WorkflowDispatches;
  readonly runId: string;
}

/** What is to be done about one open pull request, and the record of its head that this was decided by. */
export async function stepFor(
  pullRequest: PullRequest,
  open: readonly PullRequest[],
  names: WorkflowNames,
  ports: ReadPorts,
): Promise<{ readonly step: PullRequestStep; readonly record: HeadRecord | null }> {
  const { number, headSha, isFork, isDraft, baseBranch } = pullRequest;
  const known = {
    isFork,
    isDraft,
    baseBranch,
    isOurs: isOurs(pullRequest),
    isHeadHere: open.some((other) => !other.isFork && other.headSha === headSha),
  };
  const { step, asked } = await settled<typeof known, AskedOfPullRequest, PullRequestStep>(
    rowOfPullRequest,
    known,
    {
      record: () => ports.records.read(headSha),
      namedRun: ({ record }) => namedRun(record ?? null, ports),
      headRun: () => headRun(headSha, names, ports),
      lastStart: ({ record }) => startOf(record ?? null, names, ports),
      mergeability: async () => (await ports.lists.now(number)).mergeability,
      isInQueue: () => ports.queueEntries.has(number),
      concernsPipeline: () => concernsPipeline(pullRequest, ports.repository),
    },
  );
  return { step, record: asked.record ?? null };
}

/** One that is named in the words goes before the one that posted them. */
async function namedRun(record: HeadRecord | null, ports: ReadPorts): Promise<RunState | null> {
  const gate = record?.gate ?? null;
  if (gate === null) return null;
  const said = saidIn(gate.description);
  const id = (said.kind === "started" ? said.run : null) ?? gate.run;
  return id === null ? null : stateOfRun(id, ports);
}

async function stateOfRun(id: string, { runs, runId }: ReadPorts): Promise<RunState> {
  // What this run posted was said at its end.
  if (id === runId) return "over";
  try {
    return stateOf(await runs.get(id));
  } catch (error) {
    // One that is gone does nothing any more.
    if (error instanceof PipelineError && error.code === "INPUT_INVALID") return "over";
    throw error;
  }
}

function stateOf({ isOver, isCancelled }: Pick<RunOfHead, "isOver" | "isCancelled">): RunState {
  if (!isOver) return "alive";
  return isCancelled ? "cancelled" : "over";
}

async function headRun(
  head: string,
  names: WorkflowNames,
  { runsOfHeads }: ReadPorts,
): Promise<RunState | null> {
  const found = await Promise.all(
    [names.reverify, names.retry].map((workflow) => runsOfHeads.of(workflow, head)),
  );
  const runs = found.flat();
  if (runs.some(({ isOver }) => !isOver)) return "alive";
  // Their ids grow.
  const [newest] = runs.toSorted((one, other) => Number(other.id) - Number(one.id));
  return newest === undefined ? null : stateOf(newest);
}

async function startOf(
  record: HeadRecord | null,
  names: WorkflowNames,
  ports: ReadPorts,
): Promise<AskedOfPullRequest["lastStart"]> {
  const starts = record?.journal.starts ?? [];
  const last = starts.at(-1);
  if (last === undefined) return null;
  if (last.run !== null) return { ...last, state: await stateOfRun(last.run, ports) };
  return lastStart(starts, names, ports);
}

/** By the ids of the two folders: what holds the same files has the same. */
async function concernsPipeline(
  { number, headSha, baseBranch }: PullRequest,
  repository: RepositoryReader,
): Promise<boolean> {
  const [head, base] = await repository.commitsOf(
    [`refs/pull/${number}/head`, `refs/heads/${baseBranch}`],
    { withHistory: true },
  );
  if (head !== headSha) {
    throw new PipelineError("GIT_FAILED", `The head of #${number} moved while it was looked at`);
  }
  // Its base is gone.
  if (typeof base !== "string") return true;
  const mergeBases = await repository.mergeBases(base, head);
  if (mergeBases.length === 0) return true;
  for (const mergeBase of mergeBases) {
    for (const folder of [GENERATED, STORIES]) {
      const [before, after] = await Promise.all([
        repository.objectAt(mergeBase, folder),
        repository.objectAt(head, folder),
      ]);
      if (!isSame(before, after)) return true;
    }
  }
  return false;
}

function isSame(before: ObjectAt | null, after: ObjectAt | null): boolean {
  return before?.oid === after?.oid && before?.mode === after?.mode;
}
