import { PipelineError } from "../../src/foundation/errors.ts";
import type { CommitStatuses, PullRequest, PullRequests } from "../../src/github/pull-requests.ts";
import { isUnshownSuccess } from "../../src/github/success-base.ts";
import { because, type Decision } from "../../src/handover/decision.ts";
import { FORK_MOVED } from "../../src/next-runs/gate-status.ts";
import { type Seen, unexamined } from "./gather.ts";
import { proceed, type ProceedPorts } from "./proceed.ts";
import type { Verdict } from "./verdict.ts";

export interface DependantPorts extends ProceedPorts {
  readonly pullRequests: Pick<PullRequests, "get" | "retarget">;
  readonly statuses: Pick<CommitStatuses, "read" | "post">;
  /** Says what was decided, by status, comment and label. */
  readonly announce: (verdict: Verdict) => Promise<void>;
}

/** What was merged: the pull request, and the settings and the tip of where it went. */
export interface MergedInto {
  readonly merged: Pick<PullRequest, "number" | "headBranch" | "baseBranch">;
  readonly base: string;
  readonly settings: Seen["settings"];
}

/**
 * Moves a pull request that goes into a merged branch to the base of that one. What was proven of it was proven for the
 * branch: one of ours is pending before it is moved, and verified for its new base afterwards. An edit by the token of a job
 * starts no run. Any other is pending as well where it was green for anything but its new base, because GitHub asks for no
 * base: a person starts its run, and one from a fork, whose runs may post nothing, is the sweep's.
 */
export async function moveDependant(
  number: number,
  { merged, base, settings }: MergedInto,
  orders: Parameters<typeof proceed>[1],
  ports: DependantPorts,
): Promise<void> {
  const { pullRequests, statuses, log } = ports;
  const { headBranch: from, baseBranch: into } = merged;
  const pullRequest = await pullRequests.get(number);
  // Somebody was faster.
  if (!pullRequest.isOpen || pullRequest.baseBranch !== from) return;
  const moved = { ...pullRequest, baseBranch: into };
  const gathered = unexamined(moved, {
    base,
    settings,
    tasks: [],
    documents: new Map(),
    costs: new Map(),
  });
  const { isOurs, isFork } = gathered.facts;
  const isVerified = isOurs && !isFork && orders.mode === "merge";
  const decision = toVerify(merged);
  const { headSha } = pullRequest;
  const isGreen = isVerified || isUnshownSuccess(await statuses.read(headSha), into);
  // One that would stay green is not moved.
  if (isGreen) {
    await statuses.post(headSha, PENDING.state, isFork ? FORK_MOVED : PENDING.description);
  }
  await pullRequests.retarget(number, into);
  log.info(`#${number} goes into ${into} now`);
  if (!isVerified) return;
  try {
    const proceeding = await proceed({ gathered, decision }, orders, ports);
    await ports.announce({ gathered, ...proceeding });
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    // It is pending, and so is the sweep's.
    log.warning(`#${number} is not verified for ${into} yet: ${error.message}`);
  }
}

const PENDING = { state: "pending", description: "inputs_changed: reverify" } as const;

function toVerify({ number, headBranch, baseBranch }: MergedInto["merged"]): Decision {
  const why = `it was proven for ${headBranch}, which #${number} merged into ${baseBranch}, and goes there now`;
  return {
    kind: "reverify",
    reasons: [because("inputs_changed", why)],
    status: PENDING,
  };
}
