import type { Config } from "../../src/config/config.ts";
import { readConfigAt } from "../../src/config/read-config.ts";
import { settled } from "../../src/config/settings.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { Repository } from "../../src/git/repository.ts";
import type { PullRequest } from "../../src/github/pull-requests.ts";
import { workflowNames, type WorkflowNames } from "../../src/next-runs/workflow-names.ts";
import type { Log } from "../../src/runner/log.ts";
import { STORY_BRANCHES, TASK_BRANCHES } from "../../src/task/task-id.ts";
import { type CarryOutPorts, carryOut, changedSince } from "./carry-out.ts";
import type { Inputs } from "./inputs.ts";
import type { Outcome, Swept, SweptSubject } from "./outcome.ts";
import { type BranchPorts, stepForBranch } from "./read-branch.ts";
import { type ReadPorts, stepFor } from "./read-pull-request.ts";

export interface Ports extends CarryOutPorts, ReadPorts, BranchPorts {
  readonly repository: Repository;
  readonly log: Log;
  /** File of the workflow that was started; empty where it is not known. */
  readonly workflow: string;
}

/** So much is done by one sweep: GitHub lets a token write 80 times a minute, and one step writes up to four times. */
export const STEPS_A_SWEEP = 50;

/** Looks at each open pull request and each branch of ours on its own. A fault with one never stops another. */
export async function run(inputs: Inputs, ports: Ports): Promise<Outcome> {
  const { lists, repository, log } = ports;
  const swept: Swept[] = [];
  const failures: Outcome["failures"][number][] = [];
  const config = await configOf(ports);
  const names = namesFor(inputs, config, ports);
  const open = await lists.open();

  const sweep = async (subject: SweptSubject, work: () => Promise<Omit<Swept, "subject">>) => {
    try {
      const found = { subject, ...(await work()) };
      swept.push(found);
      log.info(`${subjectName(subject)}: ${found.step.kind}, because ${found.step.why}`);
    } catch (error) {
      failures.push({ subject, error });
    }
  };
  const isFull = (): boolean =>
    swept.filter(({ step }) => step.kind !== "nothing").length >= STEPS_A_SWEEP;

  for (const pullRequest of open) {
    const { number, url } = pullRequest;
    await sweep({ kind: "pull_request", number, url }, async () =>
      isFull() ? LEFT : sweepPullRequest(pullRequest, open, names, inputs, ports),
    );
  }
  const deleting = settled(config, { "delete-branch": inputs["delete-branch"] });
  if (deleting["delete-branch"] === "none") return { swept, failures };
  for (const [name, tip] of await repository.branchTips(TASK_BRANCHES, STORY_BRANCHES)) {
    await sweep({ kind: "branch", name }, async () =>
      isFull() ? LEFT : sweepBranch(name, tip, open, inputs, ports),
    );
  }
  return { swept, failures };
}

const LEFT = {
  step: { kind: "nothing", why: `${STEPS_A_SWEEP} others came first; the next sweep goes on` },
  run: null,
} as const;

export function subjectName(subject: SweptSubject): string {
  return subject.kind === "pull_request" ? `#${subject.number}` : subject.name;
}

async function sweepPullRequest(
  pullRequest: PullRequest,
  open: readonly PullRequest[],
  names: WorkflowNames,
  inputs: Inputs,
  ports: Ports,
): Promise<Omit<Swept, "subject">> {
  const { step, record } = await stepFor(pullRequest, open, names, ports);
  if (step.kind === "nothing" || inputs["dry-run"]) return { step, run: null };
  const changed = await changedSince(pullRequest, record, ports);
  if (changed !== null) return { step: { kind: "nothing", why: changed }, run: null };
  return { step, run: await carryOut(step, pullRequest, names, ports) };
}

async function sweepBranch(
  name: string,
  tip: string,
  open: readonly PullRequest[],
  inputs: Inputs,
  ports: Ports,
): Promise<Omit<Swept, "subject">> {
  const step = await stepForBranch(name, tip, open, ports);
  if (step.kind === "nothing" || inputs["dry-run"]) return { step, run: null };
  if ((await ports.repository.deleteBranch(name, step.tip)) === "deleted") {
    return { step, run: null };
  }
  return { step: { kind: "nothing", why: "it moved while it was looked at" }, run: null };
}

/** Of the default branch, where every branch of ours comes from. */
async function configOf({ repository, defaultBranch }: Ports): Promise<Config> {
  const tip = await repository.commitOf(`refs/heads/${defaultBranch}`);
  if (tip === null) {
    throw new PipelineError(
      "INPUT_INVALID",
      `The default branch ${JSON.stringify(defaultBranch)} does not exist`,
    );
  }
  return readConfigAt(repository, tip);
}

function namesFor(inputs: Inputs, config: Config, { workflow }: Ports): WorkflowNames {
  return workflowNames(
    workflow,
    { retry: inputs["retry-workflow"], reverify: inputs["reverify-workflow"] },
    { retry: config["retry-workflow"], reverify: config["reverify-workflow"] },
  );
}
