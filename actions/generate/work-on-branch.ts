import { sumOfCosts } from "../../src/authoring/prices.ts";
import { assertNever, PipelineError } from "../../src/foundation/errors.ts";
import type { Lanes } from "../../src/foundation/lanes.ts";
import type { End, Journals } from "../../src/next-runs/journal.ts";
import { META } from "../../src/task/folder.ts";
import { Manifest } from "../../src/task/manifest.ts";
import { readMeta } from "../../src/task/meta-file.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import { accountOf, todoOf } from "./account.ts";
import type { Destination, Written } from "./commit-task.ts";
import { makeTask, type MakePorts } from "./make-task.ts";
import type { MadeTask } from "./messages.ts";
import { MovingBranch, type BranchPorts } from "./moving-branch.ts";
import { joined, NOTHING_DONE, type Done, type Skipped } from "./outcome.ts";
import type { PlannedTask } from "./plan-tasks.ts";
import { propose, type PublishPorts } from "./publish.ts";
import { logOf } from "./task-log.ts";
import { causeIn } from "./tell-pull-request.ts";

export interface WorkPorts extends PublishPorts, BranchPorts, MakePorts {
  readonly journals: Journals;
  /** Paid attempts that pushed nothing, by the heads that hold their entries. */
  readonly ends: ReadonlyMap<string, KnownEnds>;
  /** The run whose evidence an attempt goes on from, if it goes on from one. */
  readonly feedbackRun: string;
  /** Where models are asked: for so many tasks at a time. */
  readonly asking: Lanes;
  /** Where the repository and its pull requests are written to: one thing at a time. */
  readonly writing: Lanes;
}

/** What was paid for the tasks of a head and pushed nothing. */
export interface KnownEnds {
  readonly entries: readonly End[];
  /** Whether the journal of that very head has them; otherwise that of a head below it. */
  readonly isOnHead: boolean;
}

/** The tasks that go to one branch. */
export interface BranchWork {
  readonly destination: Destination;
  readonly tasks: readonly PlannedTask[];
}

export function byBranch(planned: readonly PlannedTask[]): BranchWork[] {
  const branches = [...new Set(planned.map(({ destination }) => destination.branch))];
  return branches.map((branch) => {
    const tasks = planned.filter(({ destination }) => destination.branch === branch);
    return { destination: tasks[0]!.destination, tasks };
  });
}

/** Whether something is to be pushed, unless that goes wrong. */
export function willWrite({ tasks }: BranchWork): boolean {
  return tasks.some(({ plan }) => plan.kind === "generate" || plan.kind === "rename");
}

/**
 * Makes what is to be made, each task beside the others, pushes each when it is done, and hands the branch over once all
 * of them are. What goes wrong with one task, or with the branch, is told as a failure.
 */
export async function workOnBranch(work: BranchWork, ports: WorkPorts): Promise<Done> {
  const branch = new MovingBranch(work.destination, ports);
  let isVetoed = false;
  try {
    isVetoed = await ports.writing.run(() => wasClosedByPerson(work, ports));
  } catch (error) {
    return { ...NOTHING_DONE, failures: [{ subject: branch.name, error }] };
  }
  const made = await workOnTasks(
    work.tasks.filter((planned) => !isThere(planned)),
    branch,
    ports,
  );
  // Only when something was in fact made anew may what is there already be proposed a second time: that gets a pull
  // request of its own, and the branch is one with it.
  const there = work.tasks.filter(isThere);
  const adopted = await workOnTasks(
    isVetoed && !made.some(isMadeAnew) ? there.map(withoutAdoption) : there,
    branch,
    ports,
  );
  const results = inOrder(work.tasks, [...made, ...adopted]);
  return ports.writing.run(() => handedOver(work, branch, results, ports));
}

function isThere({ plan }: PlannedTask): boolean {
  return plan.kind === "adopt";
}

function isMadeAnew(result: Result): boolean {
  return result.kind === "ready" && result.planned.plan.kind === "generate";
}

function withoutAdoption(planned: PlannedTask): PlannedTask {
  const { task } = planned.plan;
  return { ...planned, plan: { kind: "skip", task, reason: "closed_by_person" } };
}

function inOrder(tasks: readonly PlannedTask[], results: readonly Result[]): readonly Result[] {
  const places = new Map(tasks.map(({ plan }, index) => [plan.task, index]));
  const placeOf = ({ task }: Result): number => places.get(task) ?? 0;
  return results.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** A person's "no" to a branch of ours holds as long as nothing was pushed to it since. */
export async function wasClosedByPerson(
  { destination: { branch, base, tip, pullRequest }, tasks }: BranchWork,
  { pullRequests }: Pick<WorkPorts, "pullRequests">,
): Promise<boolean> {
  if (pullRequest !== null || !tasks.some(({ plan }) => plan.kind === "adopt")) return false;
  if ((await pullRequests.find(branch, base)) !== null) return false;
  const closed = await pullRequests.lastClosed(branch, base);
  return closed !== null && !closed.isMerged && closed.headSha === tip;
}

/** What came of one task before its branch is handed over. */
type Result = { readonly task: TaskId } & (
  | {
      readonly kind: "ready";
      readonly planned: PlannedTask;
      readonly made: MadeTask;
      readonly isPushed: boolean;
    }
  | { readonly kind: "skipped"; readonly reason: Skipped["reason"]; readonly end?: End }
  | { readonly kind: "failed"; readonly error: unknown; readonly end?: End }
);

function workOnTasks(
  tasks: readonly PlannedTask[],
  branch: MovingBranch,
  ports: WorkPorts,
): Promise<Result[]> {
  return Promise.all(tasks.map((planned) => workOnTask(planned, branch, ports)));
}

async function workOnTask(
  planned: PlannedTask,
  branch: MovingBranch,
  ports: WorkPorts,
): Promise<Result> {
  const { task } = planned.plan;
  try {
    const log = logOf(task, ports.log);
    const made = await ports.asking.run(() => makeTask(planned, false, { ...ports, log }));
    switch (made.kind) {
      case "skipped":
        return { kind: "skipped", task, reason: made.reason };
      case "adopted":
        return { kind: "ready", task, planned, made: made.task, isPushed: false };
      case "written":
        return await ports.writing.run(() => landed(planned, made.task, branch, ports));
      case "unfinished": {
        const isPushed = await ports.writing.run(() =>
          accountedFor(planned, made.task, branch, ports),
        );
        const end = endOf(planned, made.task, causeIn(made.error), ports);
        return { kind: "failed", task, error: made.error, ...(!isPushed && { end }) };
      }
      default:
        return assertNever(made);
    }
  } catch (error) {
    return { kind: "failed", task, error };
  }
}

/** What an attempt came to that pushes nothing: its manifest, which nobody will see, says what it took. */
function endOf(
  { plan }: PlannedTask,
  { task, files }: Written,
  cause: string,
  { feedbackRun }: WorkPorts,
): End {
  const calls = readMeta(Manifest, files.get(META.manifest))?.attempts.at(-1)?.calls ?? [];
  const goesOn = plan.kind === "generate" && plan.reason === "feedback";
  return {
    kind: "end",
    task,
    code: cause,
    costUsd: sumOfCosts(calls.map(({ costUsd }) => costUsd)),
    calls: calls.length,
    evidenceRun: goesOn ? feedbackRun : null,
  };
}

/**
 * What was paid for nothing is written down where nothing else is, so that no run pays for the same again and again:
 * whether it was.
 */
async function accountedFor(
  planned: PlannedTask,
  account: Written,
  branch: MovingBranch,
  { statuses, log }: WorkPorts,
): Promise<boolean> {
  const { plan } = planned;
  const isFree =
    plan.kind === "generate" && (plan.reason === "new" || plan.reason === "unfinished");
  if (!isFree) return false;
  try {
    const landing = await branch.land(planned, account);
    if (landing.kind !== "landed" || branch.tip === null) return false;
    await statuses.post(branch.tip, "failure", `Nothing could be generated for ${account.task}`);
    return true;
  } catch (error) {
    log.warning(`What was paid for ${account.task} could not be written down: ${String(error)}`);
    return false;
  }
}

async function landed(
  planned: PlannedTask,
  made: Written,
  branch: MovingBranch,
  ports: WorkPorts,
): Promise<Result> {
  const { task } = made;
  const isPaid = planned.plan.kind === "generate";
  const end = (cause: string) => (isPaid ? { end: endOf(planned, made, cause, ports) } : {});
  let landing;
  try {
    landing = await branch.land(planned, made);
  } catch (error) {
    const isPushed = branch.hasBrought(task);
    return { kind: "failed", task, error, ...(!isPushed && end(causeIn(error))) };
  }
  switch (landing.kind) {
    case "landed":
      return { kind: "ready", task, planned, made, isPushed: true };
    case "adopted":
      return {
        kind: "ready",
        task,
        planned,
        made: { ...made, attempt: landing.attempt },
        isPushed: false,
      };
    case "skip":
      return { kind: "skipped", task, reason: landing.reason, ...end(landing.reason) };
    default:
      return assertNever(landing);
  }
}

async function handedOver(
  { destination }: BranchWork,
  branch: MovingBranch,
  results: readonly Result[],
  ports: WorkPorts,
): Promise<Done> {
  const done = {
    ...NOTHING_DONE,
    skipped: results
      .filter((result) => result.kind === "skipped")
      .map(({ task: subject, reason }) => ({ subject, reason })),
    failures: results
      .filter((result) => result.kind === "failed")
      .map(({ task: subject, error }) => ({ subject, error })),
  };
  const ready = results.filter((result) => result.kind === "ready");
  await writtenDown(destination, branch, results, ports);
  try {
    return joined([done, await proposed(destination, branch, ready, ports)]);
  } catch (error) {
    return joined([done, { ...NOTHING_DONE, failures: [{ subject: branch.name, error }] }]);
  }
}

/** In the journal of the head: what was paid here, and all that is known and does not stand there yet. */
async function writtenDown(
  destination: Destination,
  branch: MovingBranch,
  results: readonly Result[],
  { journals, ends, log }: WorkPorts,
): Promise<void> {
  const head = branch.tip;
  if (head === null) return;
  const known = ends.get(destination.tip ?? "") ?? { entries: [], isOnHead: true };
  const own = results.flatMap((result) =>
    result.kind !== "ready" && result.end !== undefined ? [result.end] : [],
  );
  const isMoved = head !== destination.tip;
  // Who looks below a head stops where there is an entry.
  const isNeeded = isMoved || (own.length > 0 && !known.isOnHead);
  for (const entry of [...(isNeeded ? known.entries : []), ...own]) {
    try {
      await journals.write(head, entry);
    } catch (error) {
      if (!(error instanceof PipelineError)) throw error;
      log.warning(`What was paid for ${entry.task} could not be written down: ${error.message}`);
    }
  }
}

async function proposed(
  destination: Destination,
  branch: MovingBranch,
  ready: readonly Extract<Result, { kind: "ready" }>[],
  ports: WorkPorts,
): Promise<Done> {
  const present: (typeof ready)[number][] = [];
  const skipped: Skipped[] = [];
  for (const result of ready) {
    const lost = await branch.lost(result.planned);
    if (lost === null) present.push(result);
    else skipped.push({ subject: result.made.task, reason: lost.reason });
  }
  const head = branch.tip;
  if (present.length === 0 || head === null) return { ...NOTHING_DONE, skipped };
  const tasks = present.map(({ made }) => made);
  const isNew = present.some(({ isPushed }) => isPushed);
  const { number, url } = await propose({ destination, head, tasks, isNew }, ports);
  const { base } = destination;
  return {
    ...NOTHING_DONE,
    skipped,
    handedOver: tasks.map(({ task }) => ({ task, number, url, branch: branch.name, base, head })),
    accounts: present
      .filter(({ isPushed }) => isPushed)
      .map(({ made: { task, files } }) => ({
        task,
        blocks: [...todoOf(task, files), ...accountOf(files)],
      }))
      .filter(({ blocks }) => blocks.length > 0),
    attempts: Object.fromEntries(tasks.map(({ task, attempt }) => [task, attempt])),
  };
}
