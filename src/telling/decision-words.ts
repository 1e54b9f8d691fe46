import { REASON_MEANINGS } from "../evidence/reason-meanings.ts";
import type { ReasonCode } from "../evidence/reasons.ts";
import { withoutCommands } from "../foundation/untrusted-text.ts";
import type { Decision, DecisionKind, DecisionReason } from "../handover/decision.ts";
import { nameOf, type Subject } from "../handover/subject.ts";
import { beyondAttempts } from "../next-runs/next-run.ts";
import type { NextStep } from "../next-runs/next-step.ts";
import type { WorkflowNames } from "../next-runs/workflow-names.ts";
import type { TaskId } from "../task/task-id.ts";
import { code, joined, link, paragraph, say, sentence, type Block, type Line } from "./blocks.ts";
import { DECISION_MEANINGS, type DecisionMeaning } from "./decision-meanings.ts";
import { type Asked, commandFor, nextStepBlocks, nothingWhile } from "./next-step-words.ts";
import { codesLine, messageOf } from "./reason-words.ts";
import { taskBlocks, type TaskShown } from "./task-table.ts";

/** What is to be said of a decision; its status is said by GitHub. */
export type Decided = Pick<Decision, "kind" | "reasons">;

export interface DecidedSubject extends Subject {
  readonly decision: Decided;
  /** What was started after it, or who has to act. */
  readonly next?: NextStep | null;
  /** The tasks that the pull request changes. */
  readonly tasks?: readonly TaskShown[];
  /** Tip of the base that it was judged by. */
  readonly base?: string | null;
  /** What a person starts; left out where it is not known. */
  readonly workflows?: WorkflowNames | null;
  /** The run whose evidence it was decided by; left out where it is not known. */
  readonly run?: string | null;
}

/** Where a decision is shown. */
export interface Surroundings {
  readonly runUrl: string;
  /** Address of a file at a commit. */
  readonly urlOfFile: (commit: string, path: string, line?: number) => string;
  readonly isDryRun?: boolean;
}

const MEANINGS: Readonly<Record<DecisionKind, Line>> = {
  merge: say`Everything is proven. Merged`,
  wait: say`Nothing is wrong, but something is still missing`,
  reverify: say`What was tested is not what would be merged any more. It has to be verified again`,
  retry: say`The tests have not proven it. It needs another attempt`,
  hold: say`A person must look at this`,
  nothing: say`Nothing is to be done here`,
};

export function meaningOf(decision: Decided, isDryRun = false): Line {
  return say`${unended(decision, isDryRun)}.`;
}

function unended(decision: Decided, isDryRun: boolean): Line {
  if (isMergedDifferently(decision)) {
    return say`Merged, but not as it was proven. A person must look at this`;
  }
  return isDryRun && decision.kind === "merge"
    ? say`Everything is proven. It would be merged`
    : MEANINGS[decision.kind];
}

/** One decision: what became of the pull request and why, its tasks, and what follows. */
export function decisionBlocks(
  subject: DecidedSubject,
  { runUrl, urlOfFile, isDryRun = false }: Surroundings,
): readonly Block[] {
  const { decision, tasks = [], head, base = null } = subject;
  const { sign, headline, meaning, why, next, advice } = decisionWords(subject, isDryRun);
  const onto = base === null ? [] : say` onto ${code(short(base))}`;
  return [
    { kind: "heading", level: 3, line: say`${sign} ${headline}` },
    paragraph(
      say`Decision ${code(decision.kind)} · ${code(short(head))}${onto} · ${link(say`run and evidence`, `${runUrl}#artifacts`)}`,
    ),
    paragraph(meaning),
    ...why,
    ...taskBlocks(tasks, (path, line) => urlOfFile(head, path, line)),
    ...next,
    ...(advice === null ? [] : [paragraph(say`What now: ${advice}`)]),
  ];
}

/** What is said of one decision, in its parts. */
export interface DecisionWords {
  readonly sign: Line;
  /** What became of it, without its sign. */
  readonly headline: Line;
  /** With its cause, where no task tells it and there is nothing else. */
  readonly meaning: Line;
  /** Otherwise the reasons that its tasks do not tell themselves, each with what to do. */
  readonly why: readonly Block[];
  /** What was started, or who has to act. */
  readonly next: readonly Block[];
  /** What a person can do about the cause; null where something is at work on it, or a table or the next step says it. */
  readonly advice: Line | null;
  /** Whether the tasks tell every reason themselves. */
  readonly isToldByTasks: boolean;
}

export function decisionWords(subject: DecidedSubject, isDryRun = false): DecisionWords {
  const { decision, next = null, tasks = [] } = subject;
  const others = decision.reasons.filter((reason) => !isToldByTask(reason, tasks));
  const [cause] = decision.reasons;
  const [first] = others;
  const isOnlyCause = others.length === 1 && first === cause;
  const isInTable = !isOnlyCause && others.some((reason) => reason === cause);
  const [sign, words] = outcomeOf(decision, isDryRun);
  return {
    sign,
    headline: tasks.length === 0 ? words : say`${words}: ${provenLine(tasks)}`,
    meaning:
      isOnlyCause && first !== undefined
        ? say`${unended(decision, isDryRun)} (${code(first.code)}): ${messageOf(first)}`
        : meaningOf(decision, isDryRun),
    why:
      isOnlyCause || first === undefined
        ? []
        : [reasonsTable(others, (reason) => actionCell(reason, subject))],
    next: next === null ? [] : nextStepBlocks(next),
    advice: isInTable ? null : adviceFor(cause, subject),
    isToldByTasks: first === undefined,
  };
}

/** What a person can do about the cause, with the command where there is one; null where somebody is at it. */
function adviceFor(reason: DecisionReason | undefined, subject: DecidedSubject): Line | null {
  const { next = null, pullRequest, workflows = null } = subject;
  if (reason === undefined || atWorkOn(reason, next) !== null) return null;
  const advice = whatToDo(reason, subject);
  if (reason.code === "not_passed") {
    // The next step says already who corrects it.
    if (isByHand(next)) return null;
    if (faultBeyondAttempts(subject) !== null) return advice;
  }
  const asked = askedFor(reason, subject);
  if (asked === null || workflows === null || pullRequest === null) return advice;
  const command = commandFor(asked, workflows, pullRequest);
  return command === null ? advice : say`${advice} The command: ${code(command)}`;
}

function whatToDo({ code: name }: DecisionReason, subject: DecidedSubject): Line {
  if (name === "not_passed") {
    if (isByHand(subject.next)) return say`Push a correction.`;
    const fault = faultBeyondAttempts(subject);
    if (fault !== null) return sentence(REASON_MEANINGS[fault].advice);
  }
  return sentence(DECISION_MEANINGS[name].advice);
}

/** The run that was started and settles the reason; null for none. */
function atWorkOn(
  { code: name }: DecisionReason,
  next: NextStep | null | undefined,
): Exclude<NextStep, { kind: "none" }> | null {
  const { started }: DecisionMeaning = DECISION_MEANINGS[name];
  return started === undefined || next == null || next.kind === "none" ? null : next;
}

function isByHand(next: NextStep | null | undefined): boolean {
  return next?.kind === "none" && next.isByHand === true;
}

/** An attempt at one task is no use as long as another one fails by what no attempt mends. */
function faultBeyondAttempts({ tasks = [] }: DecidedSubject): ReasonCode | null {
  const open = tasks.filter(({ isProven }) => !isProven);
  return beyondAttempts(
    open.flatMap(({ evidence }) => evidence?.reasons.map((reason) => reason.code) ?? []),
  );
}

function namesOf(tasks: readonly TaskShown[]): TaskId[] {
  return tasks.map(({ task }) => task);
}

/** Of an attempt, the tasks that it can be made at: it is refused altogether where the run found nothing of one. */
function askedFor(
  reason: DecisionReason,
  { decision: { reasons }, tasks = [], run = null }: DecidedSubject,
): Asked | null {
  const { by }: DecisionMeaning = DECISION_MEANINGS[reason.code];
  switch (by) {
    case undefined:
      return null;
    case "verification":
      return { by };
    case "attempt": {
      const failed = tasks.filter((shown) => reasons.some((each) => isToldByTask(each, [shown])));
      return { by, tasks: namesOf(failed), feedbackRun: run };
    }
    case "new_attempt": {
      const passed = tasks.filter(
        ({ isProven, evidence }) =>
          !isProven &&
          evidence?.verdict === "passed" &&
          (evidence.replay === null || evidence.replay === "other_version"),
      );
      return { by: "attempt", tasks: namesOf(passed), feedbackRun: null };
    }
    default:
      return by satisfies never;
  }
}

type Signed = readonly [sign: Line, words: Line];

const OUTCOMES: Readonly<Record<DecisionKind, Signed>> = {
  merge: [say`✅`, say`Merged`],
  wait: [say`⏳`, say`Not merged yet`],
  reverify: [say`⏳`, say`Not merged yet`],
  retry: [say`❌`, say`Not merged`],
  hold: [say`❌`, say`Not merged`],
  nothing: [say`➖`, say`Nothing done`],
};

function outcomeOf(decision: Decided, isDryRun: boolean): Signed {
  if (isMergedDifferently(decision)) return [say`⚠️`, say`Merged, but not as it was proven`];
  return isDryRun && decision.kind === "merge"
    ? [say`✅`, say`Would be merged`]
    : OUTCOMES[decision.kind];
}

/** How many of the tasks are proven. */
export function provenLine(tasks: readonly Pick<TaskShown, "isProven">[]): Line {
  const proven = tasks.filter(({ isProven }) => isProven).length;
  const what = tasks.length === 1 ? say`task` : say`tasks`;
  return say`${proven} of ${tasks.length} ${what} proven`;
}

/** Its reasons stand below the task itself. */
function isToldByTask(
  { code: name, message }: DecisionReason,
  tasks: readonly TaskShown[],
): boolean {
  return (
    name === "not_passed" &&
    tasks.some(
      ({ task, evidence }) =>
        evidence !== null &&
        evidence.reasons.length > 0 &&
        message.startsWith(`${task}: ${evidence.verdict}, `),
    )
  );
}

function short(commit: string): string {
  return commit.slice(0, 7);
}

/** What is said of a group of a merge queue, also to the pull request that it was made for. */
export function groupBlocks({ reasons }: Decided, runUrl: string): readonly Block[] {
  const meaning =
    reasons.length === 0
      ? say`Everything that this group changes is proven. The merge queue may merge it.`
      : say`What the merge queue would merge is not proven, so the queue takes the pull request out. Mend what is named here, then add it again.`;
  return [
    { kind: "heading", level: 3, line: say`Gate: merge queue` },
    paragraph(meaning),
    ...(reasons.length === 0
      ? []
      : [reasonsTable(reasons, ({ code: name }) => sentence(DECISION_MEANINGS[name].advice))]),
    paragraph(say`${link(say`The run with its evidence`, `${runUrl}#artifacts`)}`),
  ];
}

/** The decisions of one run, one after the other. */
export function decisionsPage(
  decided: readonly DecidedSubject[],
  surroundings: Surroundings,
): readonly Block[] {
  if (decided.length === 0) return [paragraph(say`No pull request to decide about.`)];
  return decided.flatMap((subject): Block[] => [
    { kind: "heading", level: 2, line: headingLine(subject) },
    ...(subject.pullRequest === null
      ? groupBlocks(subject.decision, surroundings.runUrl)
      : decisionBlocks(subject, surroundings)),
  ]);
}

export function decisionLine({ kind }: Decided, isDryRun: boolean): Line {
  return say`Decision: ${kind}${isDryRun ? say` (dry run: nothing is done)` : []}`;
}

export interface DecisionAnnotation {
  /** Whether a person must look. */
  readonly isError: boolean;
  readonly title: string;
  readonly message: string;
}

/** Each reason as a person sees it at the run. */
export function decisionAnnotations({
  decision: { kind, reasons },
  ...subject
}: DecidedSubject): readonly DecisionAnnotation[] {
  return reasons.map((reason) => ({
    isError: kind === "hold" || subject.pullRequest === null,
    title: `${nameOf(subject)}: ${kind}`,
    message: withoutCommands(`${reason.code}: ${reason.message}`),
  }));
}

/** Why the step of the gate is red: what only a person can settle, and a group that must not be merged. null: nothing is. */
export function stopLine(decided: readonly DecidedSubject[]): Line | null {
  const stopped = decided.filter(
    ({ decision, pullRequest }) =>
      decision.kind === "hold" ||
      isMergedDifferently(decision) ||
      (pullRequest === null && decision.reasons.length > 0),
  );
  if (stopped.length === 0) return null;
  const what = stopped.map(
    ({ decision, ...subject }) => say`${nameLine(subject)}: ${codesLine(decision.reasons)}`,
  );
  return say`A person must look: ${joined(what, say`; `)}`;
}

function headingLine(subject: Subject): Line {
  return subject.pullRequest === null
    ? say`Merge group ${subject.head.slice(0, 10)}`
    : say`Pull request ${nameLine(subject)}`;
}

function nameLine(subject: Subject): Line {
  return subject.pullRequest === null ? say`${nameOf(subject)}` : say`#${subject.pullRequest}`;
}

function isMergedDifferently({ reasons }: Decided): boolean {
  return reasons.some((reason) => reason.code === "merged_differently");
}

function actionCell(reason: DecisionReason, subject: DecidedSubject): Line {
  const run = atWorkOn(reason, subject.next);
  return run === null ? whatToDo(reason, subject) : nothingWhile(run);
}

function reasonsTable(
  reasons: Decision["reasons"],
  actionOf: (reason: DecisionReason) => Line,
): Block {
  return {
    kind: "table",
    head: [say`reason`, say`what was found`, say`what to do`],
    rows: reasons.map((reason) => [say`${code(reason.code)}`, messageOf(reason), actionOf(reason)]),
  };
}
