import type { Mergeability } from "../../src/github/pull-request-lists.ts";
import type { StatusState } from "../../src/github/pull-requests.ts";
import { isForOtherBase } from "../../src/github/success-base.ts";
import type { DecisionCode } from "../../src/handover/decision.ts";
import {
  FORK_MOVED,
  FROM_FORK,
  type HeadRecord,
  NO_TASK,
  type Said,
  saidIn,
} from "../../src/next-runs/gate-status.ts";
import type { NamedRun, RunKind } from "../../src/next-runs/journal.ts";
import type { LastStart } from "../../src/next-runs/next-run.ts";

export type RunState = "alive" | "over" | "cancelled";

/** What costs a question, and is read only where a row hangs on it. */
export interface AskedOfPullRequest {
  /** Of its head. */
  readonly record: HeadRecord;
  /** The run that the latest status of the gate names, else that which posted it; null for none. */
  readonly namedRun: RunState | null;
  /** What the pipeline's own workflows do on this head: the newest run; null for none. */
  readonly headRun: RunState | null;
  /** The last entry of the journal, and what became of it; null for none. */
  readonly lastStart: (Omit<LastStart, "state"> & { readonly state: RunState | "never" }) | null;
  readonly mergeability: Mergeability;
  /** Whether it is in a merge queue now; null where GitHub does not tell this token. */
  readonly isInQueue: boolean | null;
  /** Whether it changes a story or a task. */
  readonly concernsPipeline: boolean;
}

/** One open pull request, as far as it is known. */
export type PullRequestFacts = {
  readonly isFork: boolean;
  /** Whether it carries our label. */
  readonly isOurs: boolean;
  readonly isDraft: boolean;
  /** Where it goes. */
  readonly baseBranch: string;
  /** Whether another open pull request has the same head, and that head lies in this repository. */
  readonly isHeadHere: boolean;
} & { readonly [Name in keyof AskedOfPullRequest]?: AskedOfPullRequest[Name] | undefined };

export type PullRequestStep =
  /** Another verification, which never asks a model. */
  | {
      readonly kind: "start";
      readonly number: number;
      /** Whether the journal has it already: an earlier sweep wrote it, and came no further. */
      readonly isWritten: boolean;
      /** What the status says until that run says more. */
      readonly state: StatusState;
      readonly why: string;
    }
  /** Nobody moves it any more: a person has to look. */
  | {
      readonly kind: "hand_over";
      readonly what: RunKind;
      /** null where all is proven, and only the merge is missing. */
      readonly code: DecisionCode | null;
      /** Whether the last verification has said what it found: else the base may have changed since something was proven. */
      readonly isAnswered: boolean;
      /** null where GitHub did not name it. */
      readonly run: NamedRun;
      readonly why: string;
    }
  | {
      readonly kind: "post";
      readonly state: StatusState;
      readonly description: string;
      readonly why: string;
    }
  | { readonly kind: "nothing"; readonly why: string };

/** A row that hangs on something that was not read yet. */
export type Ask<Name extends string> = { readonly kind: "ask"; readonly what: Name };

type Answer = PullRequestStep | Ask<keyof AskedOfPullRequest>;

const IN_QUEUE: PullRequestStep = { kind: "nothing", why: "it is in the merge queue" };

/** So often one head is verified because of the sweep. */
export const MAX_STARTS = 3;

/**
 * What the sweep does about one open pull request, or what has to be read first. Pure, and total: with all facts there is
 * always a step.
 */
export function rowOfPullRequest(facts: PullRequestFacts): Answer {
  if (facts.isFork) return rowOfFork(facts);
  if (!facts.isOurs) return nothing("it does not carry the label `agent-pipeline`");
  if (facts.isDraft) return nothing("it is a draft");
  const { record, isInQueue } = facts;
  if (record === undefined) return ask("record");
  const answer = rowOfOurs(facts, record);
  if (answer.kind !== "hand_over" || answer.code !== null) return answer;
  // What is proven may be in the queue, whoever added it: whoever is told then would find it merged.
  if (isInQueue === undefined) return ask("isInQueue");
  if (isInQueue === true) return IN_QUEUE;
  if (isInQueue === false) return answer;
  return { ...answer, why: `${answer.why}, and GitHub did not say whether a merge queue has it` };
}

function rowOfOurs(facts: PullRequestFacts, record: HeadRecord): Answer {
  const { gate } = record;
  if (gate === null) return start("pending", "its head has no status", facts, record);
  if (isForOtherBase(gate, facts.baseBranch)) {
    return start("pending", "it was proven for another base", facts, record);
  }

  const said = saidIn(gate.description);
  if (said.kind === "started") return rowOfStart(said, gate.state, facts, record);
  if (gate.state === "failure") return nothing("the gate has decided; a push goes on from there");
  if (gate.state === "pending") {
    const what = said.kind === "waits" ? `waits for ${said.code}` : "is pending";
    return start("pending", `it ${what}, and the run that said so has ended`, facts, record);
  }
  if (said.kind === "waits") return rowOfWait(said.code, gate.state, facts, record);
  if (said.kind === "proven") return rowOfWait(null, gate.state, facts, record);
  return nothing("nothing of it waits for the pipeline");
}

/** The runs of a fork's pull request cannot post anything themselves. */
function rowOfFork({ isHeadHere, record, concernsPipeline }: PullRequestFacts): Answer {
  if (isHeadHere) return nothing("the same commit is decided in this repository");
  if (record === undefined) return ask("record");
  const { gate } = record;
  const isOwnWord = gate === null || [NO_TASK, FROM_FORK, FORK_MOVED].includes(gate.description);
  if (!isOwnWord) return nothing("its head has another status");
  // Also where it has ours: its base may have been changed since, and that makes no new head.
  if (concernsPipeline === undefined) return ask("concernsPipeline");
  const wanted: { readonly state: StatusState; readonly description: string } = concernsPipeline
    ? { state: "failure", description: FROM_FORK }
    : { state: "success", description: NO_TASK };
  if (gate?.state === wanted.state && gate.description === wanted.description) {
    return nothing("its status says so already");
  }
  const what = concernsPipeline
    ? "a story or a task changes, and nothing from a fork is merged"
    : "neither a story nor a task changes";
  return { kind: "post", ...wanted, why: `it comes from a fork: ${what}` };
}

/** The status speaks of a run that was started for this head. */
function rowOfStart(
  said: Extract<Said, { kind: "started" }>,
  state: StatusState,
  facts: PullRequestFacts,
  record: HeadRecord,
): Answer {
  if (said.what === "after_merge") return nothing("its status speaks of a merge");
  const run = startedRun(said, facts, record);
  if (typeof run === "object") return run;
  if (run === "alive") return nothing("the run that its status names is at work");
  if (said.what !== "sweep") return handOver(said, run, state);
  if (run === "cancelled") return cancelled("the run that its status names", state, record);
  if (startsBySweep(record) >= MAX_STARTS && run === "over") return handOver(said, run, state);
  return start(state, "the run that its status names ended without an answer", facts, record);
}

/** What became of the run that a status speaks of. GitHub does not always name the run that it starts. */
function startedRun(
  said: Extract<Said, { kind: "started" }>,
  { namedRun, lastStart }: PullRequestFacts,
  { journal }: HeadRecord,
): RunState | "never" | Ask<keyof AskedOfPullRequest> {
  if (said.run !== null) return namedRun === undefined ? ask("namedRun") : (namedRun ?? "over");
  const last = journal.starts.at(-1);
  if (last?.what !== said.what || last.number !== said.number) return "over";
  return lastStart === undefined ? ask("lastStart") : (lastStart?.state ?? "over");
}

function handOver(
  { what, number, run }: Extract<Said, { kind: "started" }>,
  became: RunState | "never",
  state: StatusState,
): PullRequestStep {
  const end = became === "cancelled" ? "was cancelled" : "ended";
  const why = `${whatWasStarted(what, number)} ${end} without a push and without a decision`;
  const code = what === "retry" ? "no_progress" : "evidence_missing";
  const proven = state === "success" ? null : code;
  return { kind: "hand_over", what, code: proven, isAnswered: false, run, why };
}

function whatWasStarted(what: RunKind, number: number): string {
  switch (what) {
    case "retry":
      return `the attempt that was started (${number} on this head)`;
    case "reverify":
      return `the verification that was started (${number} on this head)`;
    case "lost_job":
      return "the verification in the place of a lost job";
    case "after_merge":
      return "the verification after a merge";
    case "sweep":
      return `the last of ${number} verifications that the sweep started on this head`;
    default:
      return what satisfies never;
  }
}

/** What a proven pull request waits for, by its status; null where nothing is left but to merge it. */
function rowOfWait(
  code: DecisionCode | null,
  state: StatusState,
  facts: PullRequestFacts,
  record: HeadRecord,
): Answer {
  if (code === "queue_required") return nothing("only a person can add it to the merge queue");
  const { namedRun, mergeability, isInQueue } = facts;
  if (namedRun === undefined) return ask("namedRun");
  if (namedRun === "alive") return nothing("the run that its status names is at work");
  if (code === "queued") {
    // GitHub takes out what waits too long, and tells nobody.
    if (isInQueue === undefined) return ask("isInQueue");
    if (isInQueue === true) return IN_QUEUE;
    return start(state, "the merge queue has not merged it", facts, record);
  }
  if (mergeability === undefined) return ask("mergeability");
  if (mergeability === null) return nothing("GitHub has not computed yet what its merge would be");
  if (mergeability === "in_the_way") return nothing("GitHub does not let it be merged");
  const why =
    code === null
      ? "it is proven, and the run that was to merge it has ended"
      : `it waited for ${code}, and nothing stands in the way of a merge any more`;
  return start(state, why, facts, record);
}

/** What every start asks besides: nobody is at work, no person has said no, and the journal has room. */
function start(
  state: StatusState,
  why: string,
  { namedRun, headRun, lastStart }: PullRequestFacts,
  { gate, journal }: HeadRecord,
): Answer {
  const { starts, unreadable } = journal;
  if (gate !== null && namedRun === undefined) return ask("namedRun");
  if (gate !== null && namedRun === "alive") {
    return nothing("the run that its status names is at work");
  }
  if (gate !== null && namedRun === "cancelled") {
    return cancelled("the run that its status names", state, { gate });
  }
  if (lastStart === undefined && starts.length > 0) return ask("lastStart");
  const last = lastStart ?? null;
  if (last?.state === "alive") return nothing("the run that was started last is at work");
  if (last?.state === "cancelled") return cancelled("the run that was started", state, { gate });
  const isWritten = last?.what === "sweep" && last.state === "never";
  if (headRun === undefined) return ask("headRun");
  if (headRun === "alive") return nothing("a run of the pipeline on its head is at work");
  if (headRun === "cancelled") return cancelled("the run on its head", state, { gate });
  if (unreadable > 0) {
    const unread = `${why}, and the journal of its head has entries that nobody can read`;
    return left(state, unread, { isAnswered: false });
  }
  const count = startsBySweep({ journal });
  if (count >= MAX_STARTS && !isWritten) {
    const often = `${why}, and its head was verified ${count} times because of the sweep`;
    return left(state, often, { isAnswered: true });
  }
  return { kind: "start", number: isWritten ? last.number : count + 1, isWritten, state, why };
}

/**
 * GitHub gives the same word to what a person cancelled and to what took too long. Neither is started again, and whoever
 * did not cancel it has to know that nobody is at work any more.
 */
function cancelled(
  what: string,
  state: StatusState,
  { gate }: Pick<HeadRecord, "gate">,
): PullRequestStep {
  const code = state === "success" ? null : "evidence_missing";
  const why = `${what} was cancelled, by a person or because it took too long`;
  const run = gate?.run ?? null;
  return { kind: "hand_over", what: "sweep", code, isAnswered: false, run, why };
}

/** Nothing more is started: it is a person's from now on. What is proven stays so. */
function left(
  state: StatusState,
  why: string,
  { isAnswered }: { readonly isAnswered: boolean },
): PullRequestStep {
  const code = state === "success" ? null : "attempts_exhausted";
  return { kind: "hand_over", what: "sweep", code, isAnswered, run: null, why };
}

function startsBySweep({ journal }: Pick<HeadRecord, "journal">): number {
  return journal.starts.filter(({ what }) => what === "sweep").length;
}

function ask<Name extends string>(what: Name): Ask<Name> {
  return { kind: "ask", what };
}

function nothing(why: string): PullRequestStep {
  return { kind: "nothing", why };
}
