import { PipelineError } from "../../src/foundation/errors.ts";
import type { Repository } from "../../src/git/repository.ts";
import type {
  CommitStatuses,
  PullRequests,
  StickyComments,
} from "../../src/github/pull-requests.ts";
import { SECTION_LIMIT, withSection } from "../../src/github/sticky-comment.ts";
import { because, type Decision } from "../../src/handover/decision.ts";
import type { MatrixEntry } from "../../src/handover/matrix.ts";
import type { Log } from "../../src/runner/log.ts";
import type { Trigger } from "../../src/runner/trigger.ts";
import {
  decisionAnnotations,
  decisionBlocks,
  decisionLine,
} from "../../src/telling/decision-words.ts";
import { markdown } from "../../src/telling/markdown.ts";
import { plainLine } from "../../src/telling/plain.ts";
import { decide } from "./decide.ts";
import { gather, type Gathered, type GatherPorts, type Question } from "./gather.ts";
import type { Inputs } from "./inputs.ts";
import { deleteMergedBranch, differencesIn } from "./merge.ts";

export interface Ports extends GatherPorts {
  readonly repository: Repository;
  readonly comments: StickyComments;
  readonly statuses: CommitStatuses;
  readonly log: Log;
  readonly runUrl: string;
  readonly pause: (seconds: number) => Promise<void>;
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
  for (const question of await questionsOf(inputs.matrix, trigger, ports)) {
    const { number } = question;
    try {
      decided.push(
        await ports.log.group(`Pull request #${number}`, () => settle(question, inputs, ports)),
      );
    } catch (error) {
      undecided.push({ number, error });
    }
  }
  return { decided, undecided };
}

/** The pull requests that this run is about: those of the matrix, and its own even when nothing was verified. */
async function questionsOf(
  matrix: readonly MatrixEntry[],
  trigger: Trigger,
  { pullRequests }: Ports,
): Promise<Question[]> {
  const own = await ownPullRequest(trigger, pullRequests);
  const numberOf = (entry: MatrixEntry): number | null =>
    entry["pull-request"] === "" ? own : Number(entry["pull-request"]);
  const numbers = [own, ...matrix.map(numberOf)].filter((number) => number !== null);
  return [...new Set(numbers)].map((number) => ({
    number,
    entries: matrix.filter((entry) => numberOf(entry) === number),
    eventHead:
      trigger.kind === "pull_request" && trigger.number === number ? trigger.headSha : null,
    isDispatched: trigger.kind === "dispatch",
  }));
}

/** The pull request of the event; on a dispatch, the one open pull request of the branch. */
async function ownPullRequest(
  trigger: Trigger,
  pullRequests: PullRequests,
): Promise<number | null> {
  if (trigger.kind === "pull_request") return trigger.number;
  if (trigger.kind !== "dispatch" || trigger.branch === null) return null;
  if (trigger.branch === trigger.defaultBranch) return null;
  return (await pullRequests.find(trigger.branch, trigger.defaultBranch))?.number ?? null;
}

/** A merge that was asked for, and what it was to merge. */
interface Attempt {
  readonly gathered: Gathered;
  readonly decision: Decision;
}

async function settle(question: Question, inputs: Inputs, ports: Ports): Promise<Decided> {
  const { number } = question;
  let refusal: string | null = null;
  let lostAnswer: string | null = null;
  let attempt: Attempt | null = null;
  for (let look = 1; ; look += 1) {
    const gathered = await gather(question, ports);
    const merged = inputs["dry-run"] ? null : finishedMerge(gathered, attempt, inputs);
    if (merged !== null) return finish(number, merged, inputs, ports);
    if (lostAnswer !== null && look > MAX_LOOKS) throw notMerged(number, lostAnswer);

    const decision = decide({ ...gathered.facts, refusal }, inputs.mode);
    const failedTasks = gathered.facts.tasks.flatMap((finding) =>
      finding.kind === "reason" && finding.reason.code !== "partial_selection"
        ? [finding.task]
        : [],
    );
    if (decision.kind !== "merge" || inputs["dry-run"]) {
      await announce(gathered, decision, inputs, ports);
      return { number, decision, mergeSha: null, failedTasks };
    }
    await postStatus(gathered, decision, ports);
    attempt = { gathered, decision };
    const { head } = gathered.facts;
    const outcome = await ports.pullRequests.merge(number, head, inputs["merge-method"]);
    if (outcome.kind === "merged") {
      return finish(number, { ...attempt, sha: outcome.sha }, inputs, ports);
    }
    // Never again blindly: the next look sees the new head or base, or says what GitHub refuses.
    ports.log.info(`Not merged (${outcome.kind}); looking again`);
    lostAnswer = outcome.kind === "unknown" ? outcome.message : null;
    if (outcome.kind === "refused") refusal = outcome.message;
    else if (outcome.kind === "unknown") {
      await ports.pause(look);
    } else if (look >= MAX_LOOKS) {
      refusal = `${outcome.kind}, and so at each of ${MAX_LOOKS} looks`;
    }
  }
}

function notMerged(number: number, said: string): PipelineError {
  return new PipelineError(
    "SERVICE_UNAVAILABLE",
    `GitHub did not merge #${number} in ${MAX_LOOKS} tries, and said: ${said}`,
    { hint: "Everything is proven. Run this job again." },
  );
}

type Merge = Attempt & { readonly sha: string };

/**
 * A merge whose answer got lost, or whose run ended before it was read back. One that an earlier run or a person made is
 * read back too: the evidence of this run says what it had to hold.
 */
function finishedMerge(
  gathered: Gathered,
  attempt: Attempt | null,
  { mode }: Inputs,
): Merge | null {
  const sha = gathered.pullRequest.mergeCommit;
  if (sha === null) return null;
  if (attempt !== null && attempt.gathered.facts.head === gathered.facts.head) {
    return { ...attempt, sha };
  }
  const isProvenHead = gathered.facts.verifiedHeads.includes(gathered.facts.head);
  if (!isProvenHead || gathered.proven.inputs.size === 0) return null;
  return { gathered, decision: decide(gathered.facts, mode), sha };
}

/** What was merged is compared with what was proven, and said loudly if it differs. */
async function finish(
  number: number,
  { gathered, decision, sha }: Merge,
  inputs: Inputs,
  ports: Ports,
): Promise<Decided> {
  ports.log.info(`Merged #${number} at ${gathered.facts.head} as ${sha}`);
  const problem = await problemWith(sha, gathered, ports);
  const final: Decision =
    problem === null
      ? decision
      : { ...decision, reasons: [...decision.reasons, because("merged_differently", problem)] };
  if (problem !== null) ports.log.error(problem, { title: "Merged differently" });
  await tidyUp(gathered, final, inputs, ports);
  return { number, decision: final, mergeSha: sha, failedTasks: [] };
}

async function problemWith(
  sha: string,
  { proven, pullRequest }: Gathered,
  { repository, pullRequests }: Ports,
): Promise<string | null> {
  try {
    const { baseBranch } = await pullRequests.get(pullRequest.number);
    if (baseBranch !== pullRequest.baseBranch) {
      return `It was proven for ${pullRequest.baseBranch} and merged into ${baseBranch}`;
    }
    const differences = await differencesIn(sha, proven, repository);
    if (differences.length === 0) return null;
    return `${sha} holds something else than what was proven: ${differences.join(", ")}`;
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return `${sha} could not be read back: ${error.message}`;
  }
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
    if (!decision.reasons.some(({ code }) => code === "merged_differently")) {
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
  log.info(plainLine(decisionLine(decision, inputs["dry-run"])));
  const { number } = gathered.pullRequest;
  for (const { isError, message, title } of decisionAnnotations({ number, decision })) {
    if (isError) log.error(message, { title });
    else log.notice(message, { title });
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
  const report = markdown(decisionBlocks(decision, runUrl), SECTION_LIMIT);
  await comments.update(number, (present) => withSection(present, "gate", report));
}
