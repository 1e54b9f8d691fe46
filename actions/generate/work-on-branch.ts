import type { Failure } from "../../src/runner/job.ts";
import { makeTask, type MakePorts } from "./make-task.ts";
import { NOTHING_DONE, type Done, type Skipped } from "./outcome.ts";
import type { PlannedTask } from "./plan-tasks.ts";
import { publish, type Destination, type PublishPorts, type Written } from "./publish.ts";

export type BranchPorts = PublishPorts & MakePorts;

/** The tasks that go to one branch, with one push for all of them. */
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

/** Makes what is to be made and hands it over. What goes wrong with one task, or with the branch, is told as a failure. */
export async function workOnBranch(
  work: BranchWork,
  isDryRun: boolean,
  ports: BranchPorts,
): Promise<Done> {
  let isVetoed = false;
  try {
    isVetoed = await wasClosedByPerson(work, ports);
  } catch (error) {
    return { ...NOTHING_DONE, failures: [{ subject: work.destination.branch, error }] };
  }
  return handedOver(
    work.destination,
    await makeAll(work.tasks, { isVetoed, isDryRun }, ports),
    ports,
  );
}

/** A person's "no" to a branch of ours holds as long as nothing was pushed to it since. */
async function wasClosedByPerson(
  { destination: { branch, base, tip, pullRequest }, tasks }: BranchWork,
  { pullRequests }: BranchPorts,
): Promise<boolean> {
  if (pullRequest !== null || !tasks.some(({ plan }) => plan.kind === "adopt")) return false;
  if ((await pullRequests.find(branch, base)) !== null) return false;
  const closed = await pullRequests.lastClosed(branch, base);
  return closed !== null && !closed.isMerged && closed.headSha === tip;
}

interface Made {
  readonly written: readonly Written[];
  readonly adopted: readonly Written[];
  readonly skipped: readonly Skipped[];
  readonly failures: readonly Failure[];
}

async function makeAll(
  tasks: readonly PlannedTask[],
  how: { readonly isVetoed: boolean; readonly isDryRun: boolean },
  ports: BranchPorts,
): Promise<Made> {
  const written: Written[] = [];
  const adopted: Written[] = [];
  const skipped: Skipped[] = [];
  const failures: Failure[] = [];
  let { isVetoed } = how;
  for (const each of generatedFirst(tasks)) {
    const planned = isVetoed ? withoutAdoption(each) : each;
    const { plan, story } = planned;
    try {
      const made = await ports.log.group(`Task ${plan.task} (${story.path})`, () =>
        makeTask(planned, how.isDryRun, ports),
      );
      if (made.kind === "written") written.push(made.task);
      else if (made.kind === "adopted") adopted.push(made.task);
      else if (made.kind === "unfinished") failures.push({ subject: plan.task, error: made.error });
      else skipped.push({ subject: made.task, reason: made.reason });
      // What is written anew gets a pull request of its own, and the branch is one with it.
      if (plan.kind === "generate" && made.kind === "written") isVetoed = false;
    } catch (error) {
      failures.push({ subject: plan.task, error });
    }
  }
  return { written, adopted, skipped, failures };
}

/** Only when something was in fact made anew may what is there already be proposed a second time. */
function generatedFirst(tasks: readonly PlannedTask[]): PlannedTask[] {
  return tasks.toSorted((one, other) => rankOf(one) - rankOf(other));
}

function rankOf({ plan }: PlannedTask): number {
  return plan.kind === "generate" ? 0 : 1;
}

function withoutAdoption(planned: PlannedTask): PlannedTask {
  const { plan } = planned;
  if (plan.kind !== "adopt") return planned;
  return { ...planned, plan: { kind: "skip", task: plan.task, reason: "closed_by_person" } };
}

async function handedOver(
  destination: Destination,
  { written, adopted, skipped, failures }: Made,
  ports: BranchPorts,
): Promise<Done> {
  const done = { ...NOTHING_DONE, skipped, failures };
  const tasks = [...written, ...adopted];
  if (tasks.length === 0) return done;
  const { branch, base } = destination;
  try {
    const { head, pullRequest } = await publish(destination, written, adopted, ports);
    const { number, url } = pullRequest;
    return {
      ...done,
      handedOver: tasks.map(({ task }) => ({ task, number, url, branch, base, head })),
      attempts: Object.fromEntries(tasks.map(({ task, attempt }) => [task, attempt])),
    };
  } catch (error) {
    return { ...done, failures: [...failures, { subject: branch, error }] };
  }
}
