import { PipelineError } from "../shared/core/errors.ts";
import type { MatrixEntry } from "../shared/core/matrix.ts";
import { withSection } from "../shared/core/sticky-comment.ts";
import type { Trigger } from "../shared/core/trigger.ts";
import type { Log } from "../shared/ports/log.ts";
import type {
  CommitStatuses,
  PullRequests,
  StickyComments,
} from "../shared/ports/pull-requests.ts";
import type { Repository } from "../shared/ports/repository.ts";
import { because, decide, type Decision } from "./core/decide.ts";
import { reportOf } from "./core/report.ts";
import { gather, type Gathered, type GatherPorts } from "./gather.ts";
import type { Inputs } from "./inputs.ts";
import { deleteMergedBranch, differencesIn } from "./merge.ts";

export interface Ports extends GatherPorts {
  readonly repository: Repository;
  readonly comments: StickyComments;
  readonly statuses: CommitStatuses;
  readonly log: Log;
  readonly runUrl: string;
}

export interface Decided {
  readonly number: number;
  readonly decision: Decision;
  readonly mergeSha: string | null;
  readonly failedTasks: readonly string[];
}

/** A base that keeps moving is left for a later run. */
const MAX_LOOKS = 3;

export interface Outcome {
  readonly decided: readonly Decided[];
  /** Pull requests that could not be decided, and why. */
  readonly undecided: readonly { readonly number: number; readonly error: unknown }[];
}

/** Decides each pull request of the matrix on its own, and acts on it. A fault with one never stops another. */
export async function run(inputs: Inputs, trigger: Trigger, ports: Ports): Promise<Outcome> {
  const decided: Decided[] = [];
  const undecided: Outcome["undecided"][number][] = [];
  for (const [number, entries] of await pullRequestsOf(inputs.matrix, trigger, ports)) {
    const look = () => settle(number, entries, inputs, ports);
    try {
      decided.push(await ports.log.group(`Pull request #${number}`, look));
    } catch (error) {
      undecided.push({ number, error });
    }
  }
  return { decided, undecided };
}

/** The pull requests that this run is about: those of the matrix, and that of the event even when nothing was verified. */
async function pullRequestsOf(
  matrix: readonly MatrixEntry[],
  trigger: Trigger,
  { pullRequests }: Ports,
): Promise<ReadonlyMap<number, readonly MatrixEntry[]>> {
  const own = await ownPullRequest(trigger, pullRequests);
  const entriesOf = new Map<number, MatrixEntry[]>();
  if (trigger.kind === "pull_request") entriesOf.set(trigger.number, []);
  for (const entry of matrix) {
    const number = entry["pull-request"] === "" ? own : Number(entry["pull-request"]);
    if (number !== null) entriesOf.set(number, [...(entriesOf.get(number) ?? []), entry]);
  }
  return entriesOf;
}

/** What entries without a number belong to: on a dispatch, the one open pull request of the branch. */
async function ownPullRequest(
  trigger: Trigger,
  pullRequests: PullRequests,
): Promise<number | null> {
  if (trigger.kind !== "dispatch" || trigger.branch === null) return null;
  if (trigger.branch === trigger.defaultBranch) return null;
  return (await pullRequests.find(trigger.branch, trigger.defaultBranch))?.number ?? null;
}

async function settle(
  number: number,
  entries: readonly MatrixEntry[],
  inputs: Inputs,
  ports: Ports,
): Promise<Decided> {
  let refusal: string | null = null;
  for (let look = 1; ; look += 1) {
    const gathered = await gather(number, entries, ports);
    const decision = decide({ ...gathered.facts, refusal }, inputs.mode);
    const failedTasks = gathered.facts.tasks.flatMap((finding) =>
      finding.kind === "reason" ? [finding.task] : [],
    );
    if (decision.kind !== "merge" || inputs["dry-run"]) {
      await announce(gathered, decision, inputs, ports);
      return { number, decision, mergeSha: null, failedTasks };
    }
    await postStatus(gathered, decision, ports);
    const { head } = gathered.facts;
    const outcome = await ports.pullRequests.merge(number, head, inputs["merge-method"]);
    if (outcome.kind === "merged") {
      const final = await readBack(outcome.sha, gathered, decision, inputs, ports);
      return { number, decision: final, mergeSha: outcome.sha, failedTasks };
    }
    // Never again blindly: the next look sees the new head or base, or says what GitHub refuses.
    if (outcome.kind === "refused") refusal = outcome.message;
    else if (look >= MAX_LOOKS) refusal = `head or base kept moving (${MAX_LOOKS} looks)`;
    ports.log.info(`Not merged (${outcome.kind}); looking again`);
  }
}

/** What was merged is compared with what was proven, and said loudly if it differs. */
async function readBack(
  mergeSha: string,
  gathered: Gathered,
  decision: Decision,
  inputs: Inputs,
  ports: Ports,
): Promise<Decision> {
  const { number } = gathered.pullRequest;
  ports.log.info(`Merged #${number} at ${gathered.facts.head} as ${mergeSha}`);
  const differences = await differencesIn(mergeSha, gathered.candidates, ports.repository);
  const final: Decision =
    differences.length === 0
      ? decision
      : {
          ...decision,
          reasons: [
            because(
              "merged_differently",
              `${mergeSha} holds something else than what was proven at ${differences.join(", ")}`,
            ),
          ],
        };
  for (const { message } of final.reasons)
    ports.log.error(message, { title: "Merged differently" });
  await tidyUp(gathered, final, inputs, ports);
  return final;
}

/** The merge is done: what fails from here on is said, and is no reason to call the merge failed. */
async function tidyUp(
  gathered: Gathered,
  decision: Decision,
  inputs: Inputs,
  ports: Ports,
): Promise<void> {
  try {
    await writeComment(gathered, decision, ports);
    if (decision.reasons.length === 0) {
      await deleteMergedBranch(gathered.pullRequest, inputs["delete-branch"], ports);
    }
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    ports.log.warning(`Merged, but the tidying up failed: ${error.message}`);
  }
}

async function announce(
  gathered: Gathered,
  decision: Decision,
  inputs: Inputs,
  ports: Ports,
): Promise<void> {
  const { log } = ports;
  log.info(`Decision: ${decision.kind}${inputs["dry-run"] ? " (dry run: nothing is done)" : ""}`);
  for (const { code, message } of decision.reasons) {
    const title = `#${gathered.pullRequest.number}: ${decision.kind}`;
    if (decision.kind === "hold") log.error(`${code}: ${message}`, { title });
    else log.notice(`${code}: ${message}`, { title });
  }
  if (inputs["dry-run"] || decision.status === null) return;
  await postStatus(gathered, decision, ports);
  // A pull request that is none of the pipeline's business gets no comment.
  if (gathered.facts.concernsPipeline) await writeComment(gathered, decision, ports);
}

async function postStatus(gathered: Gathered, { status }: Decision, ports: Ports): Promise<void> {
  if (status === null) return;
  await ports.statuses.post(gathered.facts.head, status.state, status.description);
}

async function writeComment(
  { pullRequest: { number } }: Gathered,
  decision: Decision,
  { comments, runUrl }: Ports,
): Promise<void> {
  const present = await comments.read(number);
  await comments.write(number, withSection(present, "gate", reportOf(decision, runUrl)));
}
