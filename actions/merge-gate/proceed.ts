import { readConfigAt } from "../../src/config/read-config.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import type {
  StartedRun,
  WorkflowDispatches,
  WorkflowRuns,
} from "../../src/github/workflow-runs.ts";
import { because, type Decision } from "../../src/handover/decision.ts";
import { newestIn } from "../../src/handover/run-documents.ts";
import { endsBelow } from "../../src/next-runs/earlier-ends.ts";
import {
  type Journal,
  type JournalEntry,
  type Journals,
  namingOf,
  type RunKind,
} from "../../src/next-runs/journal.ts";
import { lastStart, startsLike } from "../../src/next-runs/last-start.ts";
import {
  type FailedTask,
  kindAskedFor,
  nextRun,
  type NextRun,
  runAfterMerge,
} from "../../src/next-runs/next-run.ts";
import type { NextStep } from "../../src/next-runs/next-step.ts";
import { requestFor, type Wanted } from "../../src/next-runs/run-request.ts";
import { startRun } from "../../src/next-runs/start-run.ts";
import { workflowNames, type WorkflowNames } from "../../src/next-runs/workflow-names.ts";
import type { Log } from "../../src/runner/log.ts";
import { readTask } from "../../src/task/present-task.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import { countHolding, held } from "./decide.ts";
import type { Gathered, Seen } from "./gather.ts";
import type { Orders as GateOrders } from "./inputs.ts";
import type { Verdict } from "./verdict.ts";

export interface ProceedPorts {
  readonly repository: RepositoryReader;
  readonly journals: Journals;
  readonly runs: WorkflowRuns;
  readonly dispatches: WorkflowDispatches;
  readonly log: Log;
  readonly runId: string;
  /** File of the workflow that was started; empty where it is not known. */
  readonly workflow: string;
  readonly defaultBranch: string;
  readonly urlOfRun: (id: string) => string;
}

type Orders = Pick<
  GateOrders,
  "mode" | "dry-run" | "budget-usd" | "retry-workflow" | "reverify-workflow"
>;

/** A decision with what follows from it. */
export interface Proceeding {
  readonly decision: Decision;
  readonly next: NextStep | null;
}

/**
 * Starts what a decision asks for, once for the same evidence, or says why nothing is started. What only a person can
 * settle becomes `hold`.
 */
export async function proceed(
  { gathered, decision }: Pick<Verdict, "gathered" | "decision">,
  orders: Orders,
  ports: ProceedPorts,
): Promise<Proceeding> {
  const { facts, seen, pullRequest } = gathered;
  const lost = seen === null ? [] : lostTasks(gathered, seen);
  const asked = {
    decision: decision.kind,
    lost,
    isHeldOtherwise: countHolding(facts) > lost.length,
  };
  const what = kindAskedFor(asked);
  if (what === null || seen === null || pullRequest === null) return { decision, next: null };

  const names = namesIn(seen, orders, ports);
  const given = { ...asked, isOurs: facts.isOurs, mode: orders.mode, run: ports.runId };
  const journal = await journalFor(given, facts.head, ports);
  const last = await lastStart(startsLike(what, journal), names, ports);
  const { settings } = seen;
  const failed = what === "retry" ? await failedTasks(gathered, seen, ports.repository) : [];
  const next = nextRun({
    ...given,
    failed,
    journal: await withEarlierEnds(journal, failed, gathered, ports),
    last,
    limits: {
      attempts: settings["max-attempts"],
      usd: orders["budget-usd"],
      calls: settings["max-calls"],
    },
  });
  switch (next.kind) {
    case "none":
      return { decision, next: next.why === null ? null : { ...next, why: next.why } };
    case "hold":
      return { decision: held([...next.reasons, ...decision.reasons]), next: null };
    case "under_way": {
      const run = { id: next.run, url: ports.urlOfRun(next.run) };
      return { decision: named(decision, next, run), next: { ...next, run } };
    }
    case "start": {
      const { evidenceRun, defaultBranch } = { evidenceRun: ports.runId, ...ports };
      const wanted = { what, tasks: next.tasks, pullRequest, evidenceRun, defaultBranch };
      return start(decision, next, { wanted, names, head: facts.head }, orders, ports);
    }
    default:
      return next satisfies never;
  }
}

async function start(
  decision: Decision,
  next: ToStart,
  request: StartRequest,
  orders: Orders,
  ports: ProceedPorts,
): Promise<Proceeding> {
  const outcome = await startOnce(next, request, orders, ports);
  switch (outcome.kind) {
    case "none":
      return { decision, next: outcome };
    case "refused":
      return refused(decision, outcome.why);
    case "started":
      return { decision: named(decision, next, outcome.run), next: outcome };
    default:
      return outcome satisfies never;
  }
}

type ToStart = Extract<NextRun, { kind: "start" }>;

interface StartRequest {
  readonly wanted: Wanted;
  readonly names: WorkflowNames;
  readonly head: string;
}

/** Writes it into the journal and asks GitHub for it, if need be without what the workflow does not declare. */
async function startOnce(
  { what, number, tasks, isWritten }: ToStart,
  { wanted, names, head }: StartRequest,
  orders: Pick<Orders, "dry-run">,
  { journals, dispatches, log }: ProceedPorts,
): Promise<
  | Extract<NextStep, { kind: "started" | "none" }>
  | { readonly kind: "refused"; readonly why: string }
> {
  if (orders["dry-run"]) {
    const { workflow } = requestFor(wanted, names);
    const why = `a dry run starts nothing; otherwise ${workflow} would be`;
    return { kind: "none", why };
  }
  // Before the run is asked for: whoever comes after a crash between the two looks whether it was started.
  if (!isWritten) {
    const { evidenceRun } = wanted;
    const refusal = await refusalToWrite(journals, head, {
      kind: "start",
      what,
      number,
      evidenceRun,
    });
    if (refusal !== null) return { kind: "refused", why: refusal };
  }
  const outcome = await startRun(wanted, names, dispatches);
  if (outcome.kind === "refused") return outcome;
  const { run } = outcome;
  log.info(`Started ${outcome.workflow}${run === null ? "" : `: ${run.url}`}`);
  return { ...outcome, what, number, tasks };
}

/** What is not counted is not started. null where it was written; what a later try may do stays an error. */
async function refusalToWrite(
  journals: Journals,
  head: string,
  entry: JournalEntry,
): Promise<string | null> {
  try {
    await journals.write(head, entry);
    return null;
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code === "SERVICE_UNAVAILABLE") throw error;
    return `what is started has to be counted, and ${error.message}`;
  }
}

/** A merge that made something else than was proven. */
export interface OddMerge {
  readonly gathered: Gathered;
  readonly number: number;
  /** Where it went. */
  readonly baseBranch: string;
  readonly sha: string;
}

/** Has the tasks of such a merge verified as the base holds them now; null where that says nothing. */
export async function proceedAfterMerge(
  { gathered, number, baseBranch, sha }: OddMerge,
  orders: Orders,
  ports: ProceedPorts,
): Promise<NextStep | null> {
  const { facts, proven, pullRequest } = gathered;
  const tasks = [...proven.inputs.keys()].toSorted();
  if (pullRequest === null || tasks.length === 0) return null;
  const settings = gathered.seen?.settings ?? (await readConfigAt(ports.repository, sha));
  const names = namesIn({ settings }, orders, ports);
  const given = { isOurs: facts.isOurs, mode: orders.mode };
  const journal = await journalFor(given, facts.head, ports);
  const last = await lastStart(startsLike("after_merge", journal), names, ports);
  const next = runAfterMerge({ ...given, journal, last, tasks });
  switch (next.kind) {
    case "none":
    case "hold":
      return next.kind === "none" && next.why !== null ? { kind: "none", why: next.why } : null;
    case "under_way":
      return { ...next, run: { id: next.run, url: ports.urlOfRun(next.run) } };
    case "start": {
      const { headBranch } = pullRequest;
      const wanted: Wanted = {
        what: "after_merge",
        tasks,
        pullRequest: { number, headBranch, baseBranch },
        evidenceRun: ports.runId,
        defaultBranch: ports.defaultBranch,
      };
      const started = await startOnce(next, { wanted, names, head: facts.head }, orders, ports);
      return started.kind === "refused" ? { kind: "none", why: started.why } : started;
    }
    default:
      return next satisfies never;
  }
}

/** With what another attempt would have to be paid of, and that stands in the journals of heads below this one. */
async function withEarlierEnds(
  journal: Journal,
  failed: readonly FailedFolder[],
  { facts, seen }: Gathered,
  ports: ProceedPorts,
): Promise<Journal> {
  if (failed.length === 0 || journal.ends.length > 0 || seen === null || !facts.isOurs)
    return journal;
  const paths = new Map(failed.map(({ task, storyPath }) => [task, storyPath]));
  const storyOf = (task: TaskId): string | null => paths.get(task) ?? null;
  return { ...journal, ends: await endsBelow(facts.head, seen.base, storyOf, ports) };
}

function refused(decision: Decision, why: string): Proceeding {
  return {
    decision: held([because("dispatch_refused", why), ...decision.reasons]),
    next: null,
  };
}

/** The status names the run, so that the next gate knows it by the same question that reads the journal. */
function named(
  { kind, reasons }: Decision,
  one: { readonly what: RunKind; readonly number: number },
  run: StartedRun | null,
): Decision {
  const isVerified = one.what !== "retry";
  const [first] = reasons;
  const begin = run === null ? `${one.what} ${one.number}` : namingOf(one, run.id);
  return {
    kind: isVerified ? "reverify" : kind,
    reasons,
    status: {
      state: isVerified ? "pending" : "failure",
      description: `${begin}: ${first?.code ?? kind}`,
    },
  };
}

export function namesIn(
  { settings }: Pick<Seen, "settings">,
  orders: Pick<Orders, "retry-workflow" | "reverify-workflow">,
  { workflow }: Pick<ProceedPorts, "workflow">,
): WorkflowNames {
  return workflowNames(
    workflow,
    { retry: orders["retry-workflow"], reverify: orders["reverify-workflow"] },
    { retry: settings["retry-workflow"], reverify: settings["reverify-workflow"] },
  );
}

/** Where nothing is started whatever it says, it is not read. */
function journalFor(
  { isOurs, mode }: { readonly isOurs: boolean; readonly mode: Orders["mode"] },
  head: string,
  { journals }: ProceedPorts,
): Promise<Journal> | Journal {
  return isOurs && mode === "merge" ? journals.read(head) : { starts: [], ends: [], unreadable: 0 };
}

/** Tasks that the matrix names, and of which nothing was uploaded. */
function lostTasks({ facts }: Gathered, { tasks, documents }: Seen): TaskId[] {
  const missing = new Set(
    facts.tasks.flatMap((finding) =>
      finding.kind === "reason" && finding.reason.code === "evidence_missing" ? [finding.task] : [],
    ),
  );
  return tasks.filter((task) => missing.has(task) && documents.get(task)?.kind === "missing");
}

interface FailedFolder extends FailedTask {
  /** The file of its story, by what the folder says. */
  readonly storyPath: string | null;
}

function failedTasks(
  { facts }: Gathered,
  { tasks, documents }: Seen,
  repository: RepositoryReader,
): Promise<FailedFolder[]> {
  const failed = new Set(
    facts.tasks.flatMap((finding) =>
      finding.kind === "reason" && finding.reason.code === "not_passed" ? [finding.task] : [],
    ),
  );
  return Promise.all(
    tasks
      .filter((task) => failed.has(task))
      .map(async (task): Promise<FailedFolder> => {
        const folder = await readTask(repository, { commit: facts.head, task });
        const history = documents.get(task);
        const evidence = history === undefined ? null : newestIn(history);
        return {
          task,
          codes: evidence?.reasons.map(({ code }) => code) ?? [],
          fingerprint: evidence?.fingerprint ?? null,
          story: folder?.story ?? null,
          storyPath: folder?.storyPath ?? null,
          isUntouched: folder?.isUntouched === true,
          attempts: folder?.attempts ?? [],
        };
      }),
  );
}
