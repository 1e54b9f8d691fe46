import type { ReasonCode } from "../evidence/reasons.ts";
import { because, type DecisionKind, type DecisionReason } from "../handover/decision.ts";
import type { Attempt } from "../task/manifest.ts";
import type { TaskId } from "../task/task-id.ts";
import type { Journal, RunKind, Start, Written } from "./journal.ts";

/** A task that its evidence does not show to be right, as far as another attempt depends on it. */
export interface FailedTask {
  readonly task: TaskId;
  /** What the evidence says against it. */
  readonly codes: readonly ReasonCode[];
  readonly fingerprint: string | null;
  /** The text of the story that the folder says it was made from; null for a folder that somebody wrote by hand. */
  readonly story: string | null;
  /** Whether it is as the pipeline left it. */
  readonly isUntouched: boolean;
  /** All at this text of the story, by the manifest. */
  readonly attempts: readonly Attempt[];
}

export interface Limits {
  readonly attempts: number;
  /** Of one text of a story. */
  readonly usd: number;
  readonly calls: number;
}

/** What became of the last start of a kind: the run is at work, it is over, or no run was started at all. */
export type LastStart = Written<Start> & {
  readonly state: "alive" | "over" | "never";
  readonly run: string | null;
};

export interface NextRunFacts {
  readonly decision: DecisionKind;
  /** Whether the pull request carries our label. */
  readonly isOurs: boolean;
  readonly mode: "merge" | "status-only";
  /** The run that this is, whose evidence was decided by. */
  readonly run: string;
  /** Tasks that the decision calls `not_passed`. */
  readonly failed: readonly FailedTask[];
  /** Tasks with an entry in the matrix, but without any artifact: their job was lost. */
  readonly lost: readonly TaskId[];
  /** Whether something else holds the pull request than jobs that were lost. */
  readonly isHeldOtherwise: boolean;
  readonly journal: Journal;
  /** Of the kind that is in question; null where there was none on this head. */
  readonly last: LastStart | null;
  readonly limits: Limits;
}

/** What is to follow from a decision. */
export type NextRun =
  | {
      readonly kind: "start";
      readonly what: RunKind;
      readonly number: number;
      readonly tasks: readonly TaskId[];
      /** Whether the journal has it already: an earlier job wrote it, and came no further. */
      readonly isWritten: boolean;
    }
  /** It was started before, and is at work. */
  | {
      readonly kind: "under_way";
      readonly what: RunKind;
      readonly number: number;
      readonly run: string;
    }
  /** Nothing can be started that would help: a person has to look. */
  | { readonly kind: "hold"; readonly reasons: readonly DecisionReason[] }
  /** Nothing is started, and the decision stays as it is; why, where that is worth a sentence. */
  | {
      readonly kind: "none";
      readonly why: string | null;
      /** Whether a person wrote what failed, so that no attempt would touch it. */
      readonly isByHand?: true;
    };

/** So often one head is verified again because its base changed. */
export const MAX_REVERIFICATIONS = 3;

/** Which kind of run a decision asks for; null for none. */
export function kindAskedFor({
  decision,
  lost,
  isHeldOtherwise,
}: Pick<NextRunFacts, "decision" | "lost" | "isHeldOtherwise">): Exclude<
  RunKind,
  "after_merge" | "sweep"
> | null {
  if (decision === "retry" || decision === "reverify") return decision;
  return decision === "hold" && lost.length > 0 && !isHeldOtherwise ? "lost_job" : null;
}

/** Decides what is started next for one pull request, or why nothing is. Pure: the same facts give the same answer. */
export function nextRun(facts: NextRunFacts): NextRun {
  const what = kindAskedFor(facts);
  if (what === null) return none(null);
  const unwanted = unwantedStart(facts);
  if (unwanted !== null) return unwanted;
  const against = what === "retry" ? againstRetry(facts) : againstVerification(what, facts);
  return against ?? start(what, facts);
}

/** Why nothing is started whatever was decided; null where something may be. */
function unwantedStart({ mode, isOurs }: Pick<NextRunFacts, "mode" | "isOurs">): NextRun | null {
  if (mode === "status-only") return none("the gate only posts what is proven (`mode`)");
  if (!isOurs) return none("the pull request does not carry the label `agent-pipeline`");
  return null;
}

/** Decides whether what the base holds after a merge is verified: once for each merge. */
export function runAfterMerge({
  journal,
  last,
  tasks,
  ...facts
}: Pick<NextRunFacts, "mode" | "isOurs" | "journal" | "last"> & {
  readonly tasks: readonly TaskId[];
}): NextRun {
  const unwanted = unwantedStart(facts);
  if (unwanted !== null) return unwanted;
  if (last?.run !== null && last?.run !== undefined) return underWay(last, last.run);
  if (journal.unreadable > 0) return none(unreadable(journal).message);
  return { kind: "start", what: "after_merge", number: 1, tasks, isWritten: last !== null };
}

function start(what: RunKind, { journal, last, failed, lost, run }: NextRunFacts): NextRun {
  const tasks = what === "retry" ? failed.map(({ task }) => task) : lost;
  const before = journal.starts.filter((entry) => entry.what === what);
  const isWritten = last?.state === "never" && last.evidenceRun === run && last.what === what;
  const number = isWritten ? last.number : Math.max(0, ...before.map((entry) => entry.number)) + 1;
  return { kind: "start", what, number, tasks, isWritten };
}

/** Why no attempt is started; null where one may be. */
function againstRetry(facts: NextRunFacts): NextRun | null {
  const { failed, journal, last, limits, run } = facts;
  if (last?.state === "alive" && last.run !== null) return underWay(last, last.run);
  const reasons = failed.flatMap((one) => againstTask(one, facts));
  if (reasons.length > 0) return hold(reasons);
  const byHand = failed.filter(({ story }) => story === null);
  if (byHand.length > 0) {
    const why = `${named(byHand)} was written by hand: whoever wrote it pushes a correction`;
    return { kind: "none", why, isByHand: true };
  }
  if (journal.unreadable > 0) return hold([unreadable(journal)]);
  if (last?.state === "over" && last.evidenceRun === run) {
    return hold([
      because(
        "no_progress",
        `${runName(last.run)} was started for this evidence, and pushed nothing`,
      ),
    ]);
  }
  const starts = journal.starts.filter(({ what }) => what === "retry").length;
  if (last?.state !== "never" && starts >= limits.attempts) {
    return hold([
      because(
        "attempts_exhausted",
        `${starts} attempts were started on this head, and none pushed`,
      ),
    ]);
  }
  return null;
}

/** What no further attempt at any task can mend, because it is not the code that lacks it. */
const OF_THE_MACHINE: readonly ReasonCode[] = [
  "isolation_unavailable",
  "dependency_failed",
  "internal_error",
];

/** What was found of tasks that no attempt at them mends; null where one may mend all of it. */
export function beyondAttempts(codes: readonly ReasonCode[]): ReasonCode | null {
  const ofTheMachine = codes.find((code) => OF_THE_MACHINE.includes(code));
  return ofTheMachine ?? (codes.includes("flaky") ? "flaky" : null);
}

function againstTask(
  one: FailedTask,
  { failed, journal, limits }: NextRunFacts,
): readonly DecisionReason[] {
  const { task, codes, attempts } = one;
  const found = beyondAttempts(codes);
  if (found === "flaky") return [because("flaky", `${task}: its tests do not always agree`)];
  if (found !== null) {
    return [
      because("not_passed", `${task}: ${found} is no fault of the code, so no attempt mends it`),
    ];
  }
  if (one.story === null) return [];
  if (!one.isUntouched) {
    return [because("human_commits", `${task}: a person changed its folder since it was made`)];
  }
  const ends = journal.ends.filter((end) => end.task === task).length;
  if (attempts.length + ends >= limits.attempts) {
    const unpushed = ends === 0 ? "" : `, ${ends} of them without a push`;
    return [
      because(
        "attempts_exhausted",
        `${task}: ${attempts.length + ends} of ${limits.attempts} attempts were made${unpushed}`,
      ),
    ];
  }
  const { usd, calls } = spentOn(one, failed, journal);
  if (usd >= limits.usd || calls >= limits.calls) {
    return [
      because(
        "budget_exhausted",
        `${task}: ${usd} of ${limits.usd} USD and ${calls} of ${limits.calls} questions are used up for this text of its story`,
      ),
    ];
  }
  if (isWithoutProgress(one)) {
    return [because("no_progress", `${task}: it was made anew, and fails as it did before`)];
  }
  return [];
}

/** What was spent on the text of a story, as far as the tasks that failed tell. */
function spentOn(
  { story }: FailedTask,
  failed: readonly FailedTask[],
  journal: Journal,
): { readonly usd: number; readonly calls: number } {
  const tasks = failed.filter((other) => other.story === story);
  const calls = tasks.flatMap(({ attempts }) => attempts.flatMap((attempt) => attempt.calls));
  const ends = journal.ends.filter((end) => tasks.some(({ task }) => task === end.task));
  const usd = [...calls, ...ends].reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0);
  return {
    usd: Math.round(usd * 1_000_000) / 1_000_000,
    calls: calls.length + ends.reduce((sum, end) => sum + end.calls, 0),
  };
}

/**
 * A version that was made without sight of what failed before it, and fails in that very way. One that went on from a
 * failure may fail so once more: the next one then begins anew.
 */
function isWithoutProgress({ fingerprint, attempts }: FailedTask): boolean {
  if (fingerprint === null) return false;
  const seen = attempts.filter((attempt) => attempt.fingerprint === fingerprint).length;
  const isAnew = attempts.at(-1)?.reason !== "feedback";
  return seen > 1 || (seen === 1 && isAnew);
}

/** Why no verification is started; null where one may be. */
function againstVerification(
  what: "reverify" | "lost_job",
  { journal, last, lost }: NextRunFacts,
): NextRun | null {
  if (last?.state === "alive" && last.run !== null) return underWay(last, last.run);
  if (journal.unreadable > 0) return hold([unreadable(journal)]);
  if (last?.state === "never" && last.what === what) return null;
  const starts = journal.starts.filter((entry) => entry.what === what).length;
  if (what === "lost_job") {
    if (starts === 0) return null;
    return hold([
      because(
        "evidence_missing",
        `${lost.join(", ")}: it was verified once more, and its job was lost again`,
      ),
    ]);
  }
  if (starts < MAX_REVERIFICATIONS) return null;
  return hold([
    because(
      "attempts_exhausted",
      `this head was verified ${starts} times more because its base changed, and may be so ${MAX_REVERIFICATIONS} times`,
    ),
  ]);
}

function unreadable({ unreadable: count }: Journal): DecisionReason {
  const entries = count === 1 ? "an entry" : `${count} entries`;
  return because(
    "attempts_exhausted",
    `the journal of this head has ${entries} that nobody can read, so nothing more is started on it`,
  );
}

function underWay({ what, number }: LastStart, run: string): NextRun {
  return { kind: "under_way", what, number, run };
}

function hold(reasons: readonly DecisionReason[]): NextRun {
  return { kind: "hold", reasons };
}

function none(why: string | null): NextRun {
  return { kind: "none", why };
}

function named(tasks: readonly FailedTask[]): string {
  return tasks.map(({ task }) => task).join(", ");
}

function runName(run: string | null): string {
  return run === null ? "a run" : `the run ${run}`;
}
