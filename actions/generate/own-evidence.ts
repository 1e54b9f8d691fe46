import type { Config } from "../../src/config/config.ts";
import type { PullRequests } from "../../src/github/pull-requests.ts";
import { OURS_LABEL } from "../../src/github/pull-requests.ts";
import type { Journals } from "../../src/next-runs/journal.ts";
import { nextRun } from "../../src/next-runs/next-run.ts";
import type { Log } from "../../src/runner/log.ts";
import { type FeedbackPorts, newestEvidence } from "./feedback.ts";
import type { PlannedTask } from "./plan-tasks.ts";

export interface OwnEvidencePorts extends FeedbackPorts {
  readonly pullRequests: PullRequests;
  readonly journals: Journals;
  readonly log: Log;
  readonly run: { readonly id: string; readonly attempt: number };
}

/**
 * Where all jobs of a run are run again, what an earlier attempt of it has found of a task is what the next version goes on
 * from, by the rule by which the gate would start one. Otherwise the same version would be verified to the same end.
 */
export async function withOwnEvidence(
  planned: readonly PlannedTask[],
  config: Config,
  ports: OwnEvidencePorts,
): Promise<readonly PlannedTask[]> {
  if (ports.run.attempt < 2) return planned;
  return Promise.all(
    planned.map(async (one): Promise<PlannedTask> => {
      const goesOn = one.plan.kind === "adopt" && (await mayGoOn(one, config, ports));
      if (!goesOn) return one;
      const { task } = one.plan;
      ports.log.info(`${task} goes on from what an earlier attempt of this run has found`);
      return { ...one, plan: { kind: "generate", task, reason: "feedback" } };
    }),
  );
}

async function mayGoOn(
  { plan: { task }, destination, made, isTouched }: PlannedTask,
  config: Config,
  ports: OwnEvidencePorts,
): Promise<boolean> {
  const { run, evidenceOf, journals, log } = ports;
  const head = destination.tip;
  if (head === null || made === null) return false;
  const evidence = await newestEvidence(evidenceOf(run.id), task);
  if (evidence === null || evidence.verdict === "passed" || evidence.head !== head) return false;
  const isOurs = await carriesLabel(destination, ports);
  const journal = await journals.read(head);
  // Somebody else is at it, or was: what came of that is said on the pull request.
  if (journal.starts.some(({ what }) => what === "retry")) return false;
  const next = nextRun({
    decision: "retry",
    isOurs,
    mode: "merge",
    run: run.id,
    failed: [
      {
        task,
        codes: evidence.reasons.map(({ code }) => code),
        fingerprint: evidence.fingerprint,
        story: made.story,
        isUntouched: !isTouched,
        attempts: made.attempts,
      },
    ],
    lost: [],
    isHeldOtherwise: false,
    journal,
    last: null,
    limits: {
      attempts: config["max-attempts"],
      usd: config["budget-usd"],
      calls: config["max-calls"],
    },
  });
  if (next.kind === "hold") {
    log.notice(`${task} is verified once more as it is: ${next.reasons[0]?.message ?? ""}`);
  }
  const isForPerson = evidence.reasons.some(
    ({ code }) => code === "story_unclear" || code === "test_overruled",
  );
  return next.kind === "start" && !isForPerson;
}

async function carriesLabel(
  { branch, base, pullRequest: number }: PlannedTask["destination"],
  { pullRequests }: OwnEvidencePorts,
): Promise<boolean> {
  const pullRequest =
    number === null ? await pullRequests.find(branch, base) : await pullRequests.get(number);
  const labels = pullRequest?.labels ?? [];
  return labels.some((label) => label.toLowerCase() === OURS_LABEL);
}
