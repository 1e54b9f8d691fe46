import type { Clock } from "../handover/clock.ts";
import type { Generated } from "../handover/generated.ts";
import { type History, newestIn } from "../handover/run-documents.ts";
import { nameOf } from "../handover/subject.ts";
import type { Timings } from "../handover/timings.ts";
import type { DecidedDocument } from "../next-runs/decided-document.ts";
import type { TaskId } from "../task/task-id.ts";
import { skippedLine } from "../telling/generated-words.ts";
import { plainLine } from "../telling/plain.ts";
import { type Folder, type KnownOfTask, reportedStories, reportedTask } from "./read-task.ts";
import type { LeftOut, ReportedDecision, ReportedRun, RunReport } from "./run-report.ts";
import { timelineOf } from "./timeline.ts";

/** A task that a run is about: what was verified of it, or is known of it without. */
export interface TaskDocuments {
  readonly task: TaskId;
  /** null without one. */
  readonly pullRequest: number | null;
  /** The commit that its folder was read from; null where it was not read. */
  readonly head: string | null;
  /** What verification left behind; null where it was not asked. */
  readonly history: History | null;
  /** Empty where it was not read. */
  readonly folder: Folder;
}

/** All that a run leaves behind, each document read by its schema; null where there is none. */
export interface RunDocuments {
  readonly run: Omit<ReportedRun, "isDryRun">;
  readonly tasks: readonly TaskDocuments[];
  readonly decided: DecidedDocument | null;
  readonly generated: Generated | null;
  readonly timings: Timings | null;
  /** When discover worked. */
  readonly discovered: Clock | null;
  /** What could not be read, each as a sentence. */
  readonly gaps: readonly string[];
}

/** The documents of a run as one, whoever has read them: an action, a command line, a demo. */
export function assembleReport(documents: RunDocuments): RunReport {
  const { run, decided, generated, gaps } = documents;
  const tasks = documents.tasks.toSorted(
    (a, b) => (a.task < b.task ? -1 : a.task > b.task ? 1 : 0) || numberOf(a) - numberOf(b),
  );
  return {
    run: { ...run, isDryRun: decided?.isDryRun ?? generated?.isDryRun ?? false },
    decisions: (decided?.decided ?? []).map(reportedDecision),
    stories: reportedStories(tasks),
    tasks: tasks.map((each) => reportedTask(knownOf(each, decided), each.folder)),
    leftOut: generated === null ? [] : leftOutOf(generated),
    timings: timelineOf({
      ...documents,
      evidence: tasks.flatMap(({ history }) => (history === null ? [] : (newestIn(history) ?? []))),
    }),
    gaps: [...gaps, ...(decided?.undecided ?? []).map(undecidedSentence)],
  };
}

function numberOf({ pullRequest }: TaskDocuments): number {
  return pullRequest ?? 0;
}

function knownOf(
  { task, pullRequest, head, history }: TaskDocuments,
  decided: DecidedDocument | null,
): KnownOfTask {
  const evidence = history === null ? null : newestIn(history);
  const seen = decided?.decided
    .find((each) => each.pullRequest === pullRequest)
    ?.tasks.find((each) => each.task === task);
  return {
    task,
    pullRequest,
    head,
    isProven: seen?.isProven ?? evidence?.verdict === "passed",
    evidence,
    problem: problemOf(history),
  };
}

function problemOf(history: History | null): string | null {
  if (history === null) return "It was not verified in this run.";
  if (history.kind === "missing") return sentenceOf(history.why);
  return typeof history.newest === "string" ? sentenceOf(history.newest) : null;
}

/** What others wrote into it stays as it is. */
function sentenceOf(text: string): string {
  const first = text.slice(0, 1).toUpperCase();
  return `${first}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}

function reportedDecision(decided: DecidedDocument["decided"][number]): ReportedDecision {
  const { head, pullRequest, title, decision, next, base, mergeSha, tasks } = decided;
  return {
    head,
    pullRequest,
    title,
    decision,
    next,
    base,
    mergeSha,
    tasks: tasks.map(({ task }) => task),
  };
}

function undecidedSentence({ message, ...subject }: DecidedDocument["undecided"][number]): string {
  return sentenceOf(`${nameOf(subject)} could not be decided: ${message}`);
}

function leftOutOf({ skipped, failed }: Generated): LeftOut[] {
  return [
    ...failed.map(({ subject, message, hint }) => ({
      subject: subject ?? "the run",
      reason: "failed",
      message: hint === null ? message : `${message}\n${hint}`,
    })),
    ...skipped.map(({ subject, reason }) => ({
      subject,
      reason,
      message: plainLine(skippedLine(reason)),
    })),
  ];
}
