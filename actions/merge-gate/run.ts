import { parseConfig } from "../../src/config/config.ts";
import { readConfigAt } from "../../src/config/read-config.ts";
import { settled as settledBy } from "../../src/config/settings.ts";
import type { EvidenceDownloads } from "../../src/evidence/store.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { BASE_MODIFIED, isPassing } from "../../src/github/merge-refusal.ts";
import type { Stretch } from "../../src/handover/clock.ts";
import { documentsOf } from "../../src/handover/run-documents.ts";
import { headingOf, nameOf, type Subject } from "../../src/handover/subject.ts";
import type { Trigger } from "../../src/runner/trigger.ts";
import {
  type CarriedOut,
  carryOut,
  type CarryOutPorts,
  finish,
  type Merge,
  type Settled,
} from "./carry-out.ts";
import { decide } from "./decide.ts";
import { gather, type Gathered, type GatherPorts } from "./gather.ts";
import type { Inputs, Orders } from "./inputs.ts";
import { settleGroup, subjectOf } from "./merge-group.ts";
import { proceed, type ProceedPorts } from "./proceed.ts";
import { type Question, questionsOf } from "./questions.ts";
import { type CheckPorts, checksOn } from "./required-checks.ts";
import type { Verdict } from "./verdict.ts";

export interface Ports extends GatherPorts, CarryOutPorts, ProceedPorts, CheckPorts {
  readonly repository: CarryOutPorts["repository"];
  readonly evidence: EvidenceDownloads;
  readonly pause: (seconds: number) => Promise<void>;
  /** Seconds since the step began. */
  readonly now: () => number;
}

export interface Decided extends Subject, Settled {
  /** When the gate was at it. */
  readonly took: Stretch;
}

export interface Outcome {
  readonly decided: readonly Decided[];
  /** Subjects that could not be decided, and why. */
  readonly undecided: readonly (Subject & { readonly error: unknown })[];
}

/** Decides each subject of the run on its own, and acts on it. A fault with one never stops another. */
export async function run(inputs: Inputs, trigger: Trigger, ports: Ports): Promise<Outcome> {
  if (trigger.kind === "merge_group") {
    const group = subjectOf(trigger);
    return decideEach([group], ports, () =>
      settleGroup(trigger, inputs.matrix ?? [], inputs, ports),
    );
  }
  const questions = await questionsOf(inputs, trigger, ports.pullRequests);
  return decideEach(questions, ports, (question) => settle(question, inputs, ports));
}

async function decideEach<One extends Subject>(
  subjects: readonly One[],
  { log, now }: Ports,
  settleOne: (subject: One) => Promise<Settled>,
): Promise<Outcome> {
  const decided: Decided[] = [];
  const undecided: Outcome["undecided"][number][] = [];
  for (const subject of subjects) {
    const { head, pullRequest } = subject;
    const start = now();
    try {
      const settled = await log.group(headingOf(subject), () => settleOne(subject));
      decided.push({ head, pullRequest, ...settled, took: { start, seconds: now() - start } });
    } catch (error) {
      undecided.push({ head, pullRequest, error });
    }
  }
  return { decided, undecided };
}

/** A base that keeps moving is left for a later run. */
const MAX_LOOKS = 3;

/** What the looks before this one leave behind. */
interface Past {
  /** The last merge that was asked for. */
  readonly attempt: Verdict | null;
  /** What GitHub said when it refused it. */
  readonly refusal: string | null;
  /** What came in place of an answer. */
  readonly lostAnswer: string | null;
  /** Whether GitHub may have refused only because it had not computed yet what a merge would be. */
  readonly isPassing: boolean;
}

/** What GitHub needs after a push, and more at each further look. */
const SECONDS_TO_COMPUTE = 3;

/** Gathers, decides, acts; and again where what was decided by had changed when it was acted on. */
async function settle(question: Question, inputs: Inputs, ports: Ports): Promise<Settled> {
  const documents = documentsOf(question.entries, ports.evidence);
  let past: Past = { attempt: null, refusal: null, lostAnswer: null, isPassing: false };
  for (let look = 1; ; look += 1) {
    const gathered = await gather(question, documents, ports);
    const orders = await ordersFor(gathered, inputs, ports);
    const merge = inputs["dry-run"] ? null : mergeIn(gathered, past.attempt, orders);
    if (merge !== null) return finish(merge, orders, ports);
    if (past.lostAnswer !== null && look > MAX_LOOKS) throw notMerged(question, past.lostAnswer);

    const facts = { ...gathered.facts, refusal: past.refusal };
    const decided = await decideOn({ ...gathered, facts }, orders, ports);
    const verdict = { gathered, ...(await proceed(decided, orders, ports)) };
    const result = await carryOut(verdict, orders, ports);
    if (result.kind === "settled") return result.settled;
    // Never again blindly: the next look sees the new head or base, or says what GitHub refuses.
    ports.log.info(`Not merged (${result.outcome.kind}); looking again`);
    past = { attempt: verdict, ...leftBy(result.outcome, past, look) };
    if (past.isPassing) await ports.pause(SECONDS_TO_COMPUTE * look);
    else if (past.lostAnswer !== null) await ports.pause(look);
  }
}

/** By the config of the base as it is at this look, or as it was merged. */
async function ordersFor(
  { seen, pullRequest, proven }: Gathered,
  inputs: Inputs,
  { repository }: Ports,
): Promise<Orders> {
  const merged = proven.inputs.size > 0 ? (pullRequest?.mergeCommit ?? null) : null;
  // Where nothing is looked at, there is nothing to do by it either.
  const config =
    seen?.settings ??
    (merged === null ? parseConfig(null) : await readConfigAt(repository, merged));
  const { mode, "merge-method": method, "delete-branch": branch, "budget-usd": budget } = inputs;
  const given = {
    mode,
    "merge-method": method,
    "delete-branch": branch,
    "budget-usd": budget,
  };
  const settings = settledBy(config, given);
  return {
    ...inputs,
    mode: settings.mode,
    "merge-method": settings["merge-method"],
    "delete-branch": settings["delete-branch"],
    "budget-usd": settings["budget-usd"],
  };
}

/** Checks that the config waits for are asked about only where nothing else keeps it from being merged. */
async function decideOn(
  gathered: Gathered,
  { mode }: Orders,
  ports: CheckPorts,
): Promise<Pick<Verdict, "gathered" | "decision">> {
  const decision = decide(gathered.facts, mode);
  const names = gathered.seen?.settings["required-checks"] ?? [];
  // A refusal is no reason not to ask: what only the queue keeps from being merged goes into it.
  const wouldMerge = decide({ ...gathered.facts, refusal: null }, mode).kind === "merge";
  if (!wouldMerge || names.length === 0) return { gathered, decision };
  const checks = await checksOn(gathered.facts.head, names, ports);
  const facts = { ...gathered.facts, checks };
  return { gathered: { ...gathered, facts }, decision: decide(facts, mode) };
}

function leftBy(
  outcome: (CarriedOut & { kind: "not_merged" })["outcome"],
  { refusal }: Past,
  look: number,
): Omit<Past, "attempt"> {
  const left = { refusal, lostAnswer: null, isPassing: false };
  if (outcome.kind === "unknown") return { ...left, lostAnswer: outcome.message };
  if (outcome.kind === "refused") {
    // Our own comparison was clean, or nothing would have been asked for.
    const mayPass = look < MAX_LOOKS && isPassing(outcome.message);
    return mayPass ? { ...left, isPassing: true } : { ...left, refusal: outcome.message };
  }
  return look < MAX_LOOKS ? left : { ...left, refusal: BASE_MODIFIED };
}

function notMerged(question: Question, said: string): PipelineError {
  return new PipelineError(
    "SERVICE_UNAVAILABLE",
    `GitHub did not merge ${nameOf(question)} in ${MAX_LOOKS} tries, and said: ${said}`,
    { hint: "Everything is proven. Run this job again." },
  );
}

/**
 * A merge whose answer got lost, or whose run ended before it was read back. One that an earlier run or a person made is
 * read back too: the evidence of this run says what it had to hold.
 */
function mergeIn(gathered: Gathered, attempt: Verdict | null, { mode }: Orders): Merge | null {
  const { facts, pullRequest, proven } = gathered;
  const sha = pullRequest?.mergeCommit ?? null;
  if (pullRequest === null || sha === null) return null;
  if (attempt !== null && attempt.gathered.facts.head === facts.head) {
    return { ...attempt, pullRequest: attempt.gathered.pullRequest ?? pullRequest, sha };
  }
  const isProvenHead = facts.verifiedHeads.includes(facts.head);
  if (!isProvenHead || proven.inputs.size === 0) return null;
  return { gathered, decision: decide(facts, mode), next: null, pullRequest, sha };
}
