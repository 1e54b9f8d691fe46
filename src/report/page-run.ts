import type { Evidence } from "../evidence/evidence.ts";
import type { Reason } from "../evidence/reasons.ts";
import { coveredItems, noticedMutants, rightExamples, type Share } from "../evidence/shares.ts";
import { headingOf, nameOf } from "../handover/subject.ts";
import { taskFolder } from "../task/folder.ts";
import { type Block, type Line, joined, paragraph, say, untrusted } from "../telling/blocks.ts";
import {
  type DecidedSubject,
  type DecisionWords,
  decisionWords,
  groupBlocks,
  provenLine,
} from "../telling/decision-words.ts";
import type { TaskShown } from "../telling/task-table.ts";
import { urlOfPullRequest } from "./addresses.ts";
import type {
  Bar,
  Cause,
  Counted,
  Fact,
  PageDecision,
  PageOfRun,
  TaskRow,
  Tone,
} from "./page-data.ts";
import type { ReportedDecision, ReportedTask, RunReport } from "./run-report.ts";
import { shortened } from "./shortened.ts";

/** The first screen, and the list of tasks. */
export function pageOfRun(report: RunReport): PageOfRun {
  const { run, tasks, stories } = report;
  const places = placesOf(tasks);
  const byTask = Map.groupBy(tasks.keys(), (place) => tasks[place]!.task);
  const decisions = report.decisions.map((each) => pageDecision(report, each, places));
  return {
    url: run.url,
    version: run.version,
    about: [
      ...(run.repository === null ? [] : [run.repository]),
      ...(run.id === null ? ["on this machine"] : [`run ${run.id}`]),
      ...(run.attempt > 1 ? [`attempt ${run.attempt}`] : []),
      ...(run.isDryRun ? ["dry run"] : []),
    ],
    answer: answerOf(report, decisions),
    facts: factsOf(report),
    notices: report.gaps.map((gap) => say`${untrusted(gap, 1_000)}`),
    decisions,
    stories: stories.map(({ path, title, tasks: own }) => ({
      path,
      title,
      tasks: [...new Set(own)].flatMap((task) => byTask.get(task) ?? []),
    })),
    tasks: tasks.map(rowOf),
    elsewhere: 0,
    leftOut: report.leftOut.map(({ subject, reason, message }) => [subject, reason, message]),
    bars: barsOf(report),
    commands: [],
  };
}

/**
 * The comment sends people to where the reasons stand. Here those of one task stand right below, and of several decisions each
 * has its tasks beside it.
 */
function whatNow({ decisions, tasks }: RunReport): Block[] {
  if (decisions.length > 1 || tasks.length < 2) return [];
  return [paragraph(say`What now: each task below says at its reasons what to do.`)];
}

/** So many reasons of one decision are looked at. */
const REASONS_MAX = 1_000;

type Places = ReadonlyMap<string, number>;

function placesOf(tasks: readonly ReportedTask[]): Places {
  return new Map(tasks.map(({ task, pullRequest }, place) => [`${pullRequest} ${task}`, place]));
}

const TONES: Readonly<Record<ReportedDecision["decision"]["kind"], Tone>> = {
  merge: "good",
  wait: "open",
  reverify: "open",
  retry: "bad",
  hold: "bad",
  nothing: "quiet",
};

function pageDecision(report: RunReport, decided: ReportedDecision, places: Places): PageDecision {
  const { run, tasks } = report;
  const own = decided.tasks.flatMap((task) => places.get(`${decided.pullRequest} ${task}`) ?? []);
  const shown = own.map((place): TaskShown => {
    const { task, isProven, evidence } = tasks[place]!;
    return { task, isProven, evidence };
  });
  const { kind, reasons: all } = decided.decision;
  const subject: DecidedSubject = {
    ...decided,
    decision: { kind, reasons: all.slice(0, REASONS_MAX) },
    tasks: shown,
  };
  const words = decisionWords(subject, run.isDryRun);
  const left = all.length - REASONS_MAX;
  const more = left > 0 ? [paragraph(say`… and ${left} more reasons`)] : [];
  const isOdd = all.some((reason) => reason.code === "merged_differently");
  return {
    name: decided.pullRequest === null ? headingOf(decided) : nameOf(decided),
    url: urlOfPullRequest(run, decided.pullRequest),
    title: decided.title,
    tone: isOdd ? "bad" : TONES[decided.decision.kind],
    kind: decided.decision.kind,
    headline: words.headline,
    meaning: words.meaning,
    blocks:
      decided.pullRequest === null
        ? [...groupBlocks(subject.decision, run.url ?? "").slice(1), ...more]
        : [...words.why, ...more, ...words.next, ...adviceIn(words, report)],
    tasks: own,
  };
}

function adviceIn({ advice, isToldByTasks }: DecisionWords, report: RunReport): readonly Block[] {
  if (advice === null) return [];
  return isToldByTasks ? whatNow(report) : [paragraph(say`What now: ${advice}`)];
}

/** One decision is the answer itself; several are counted, and without any the evidence speaks. */
function answerOf(report: RunReport, decisions: readonly PageDecision[]): PageOfRun["answer"] {
  const { tasks } = report;
  const [only] = decisions;
  if (decisions.length === 1 && only !== undefined) {
    return { tone: only.tone, headline: only.headline, meaning: only.meaning };
  }
  const proven = tasks.filter(({ isProven }) => isProven).length;
  const isProven = proven === tasks.length && tasks.length > 0;
  if (only === undefined) {
    return {
      tone: tasks.length === 0 ? "quiet" : isProven ? "good" : "bad",
      headline: tasks.length === 0 ? say`Nothing to decide about` : provenLine(tasks),
      meaning:
        tasks.length === 0 ? say`No task was worked on.` : say`The gate has decided nothing here.`,
    };
  }
  const merged = decisions.filter(({ tone }) => tone === "good").length;
  const kinds = [...Map.groupBy(decisions, ({ kind }) => kind)];
  const counts = kinds.map(([kind, own]) => say`${own.length} ${sayKind(kind)}`);
  const tones = new Set(decisions.map(({ tone }) => tone));
  return {
    tone: tones.has("bad") ? "bad" : tones.has("open") ? "open" : isProven ? "good" : "quiet",
    headline: say`${merged} of ${decisions.length} ${report.run.isDryRun ? say`would be merged` : say`merged`}: ${provenLine(tasks)}`,
    meaning: say`Decisions: ${joined(counts, say`, `)}.`,
  };
}

function sayKind(kind: string): Line {
  return say`${untrusted(kind, 20)}`;
}

function factsOf({ tasks, timings }: RunReport): Fact[] {
  const all = tasks.flatMap(({ evidence }) => (evidence === null ? [] : [evidence]));
  const shares: readonly (readonly [string, Counted])[] = [
    ["tests passed", sum(all.map(testsOf))],
    ["examples right", sum(all.map(examplesOf))],
    ["lines of the story covered", sum(all.map(itemsOf))],
    ["mutants noticed", sum(all.map(mutantsOf))],
  ];
  const costs = tasks.flatMap((task) => costOf(task) ?? []);
  const end = timings.reduce((latest, { start, seconds }) => Math.max(latest, start + seconds), 0);
  return [
    ...shares.flatMap(([label, count]) =>
      count === null || count[1] === 0
        ? []
        : [{ label, value: say`${count[0]} of ${count[1]}`, isShort: count[0] < count[1] }],
    ),
    ...(costs.length === 0
      ? []
      : [
          { label: "the model cost", value: say`${moneyOf(costs.reduce((a, b) => a + b, 0))} USD` },
        ]),
    ...(end === 0 ? [] : [{ label: "took", value: say`${durationOf(end)}` }]),
  ];
}

function sum(counts: readonly Counted[]): Counted {
  const known = counts.filter((count) => count !== null);
  if (known.length === 0) return null;
  return [
    known.reduce((total, [some]) => total + some, 0),
    known.reduce((total, [, all]) => total + all, 0),
  ];
}

/** Not rounded to nothing. */
function moneyOf(usd: number): string {
  return usd === 0 || usd >= 0.01 ? usd.toFixed(2) : usd.toPrecision(2);
}

function durationOf(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

function rowOf(reported: ReportedTask): TaskRow {
  const { task, pullRequest, isProven, evidence, attempts, story } = reported;
  const verdict = evidence?.verdict ?? "none";
  const failing = (evidence?.results ?? []).filter(({ outcome }) => outcome !== "passed");
  return {
    task,
    pullRequest,
    tone: isProven ? "good" : verdict === "failed" ? "bad" : "open",
    verdict,
    codes: [...new Set((evidence?.reasons ?? []).map(({ code }) => code))],
    tests: evidence === null ? null : testsOf(evidence),
    items: evidence === null ? null : itemsOf(evidence),
    examples: evidence === null ? null : examplesOf(evidence),
    mutants: evidence === null ? null : mutantsOf(evidence),
    attempts: attempts.length,
    costUsd: costOf(reported),
    seconds: evidence?.seconds.total ?? null,
    cause: isProven ? null : causeOf(evidence?.reasons ?? []),
    words: [
      story ?? "",
      taskFolder(task),
      ...failing.slice(0, SEARCHED_TESTS).map(({ id }) => id.slice(0, SEARCHED_LENGTH)),
    ].join(" "),
  };
}

function causeOf([first, ...others]: readonly Reason[]): Cause | null {
  if (first === undefined) return null;
  const { code, message, expected, got } = first;
  return {
    code,
    message: shortened(message, 300),
    expected: expected === undefined ? null : shortened(expected, 100),
    got: got === undefined ? null : shortened(got, 100),
    others: others.length,
  };
}

const SEARCHED_TESTS = 20;
const SEARCHED_LENGTH = 200;

function counted({ some, all }: Share): Counted {
  return [some, all];
}

function testsOf({ tests }: Evidence): Counted {
  return [tests.passed, tests.expected];
}

function itemsOf({ items }: Evidence): Counted {
  return items === null ? null : counted(coveredItems(items));
}

function examplesOf({ criteria }: Evidence): Counted {
  return criteria === null ? null : counted(rightExamples(criteria));
}

function mutantsOf({ mutants }: Evidence): Counted {
  return mutants === null ? null : counted(noticedMutants(mutants));
}

/** What all attempts took; null where one of them has no known price, or there was none. */
function costOf({ attempts }: ReportedTask): number | null {
  const costs = attempts.flatMap(({ calls }) => calls.map(({ costUsd }) => costUsd));
  if (costs.length === 0 || costs.includes(null)) return null;
  return costs.reduce<number>((total, cost) => total + (cost ?? 0), 0);
}

/** As many rows as a timeline shows. */
export const BARS_MAX = 400;

/** Where there are more than a timeline shows, whole jobs alone, and first those that are of no single task. */
export function barsOf({ timings, tasks }: Pick<RunReport, "timings" | "tasks">): Bar[] {
  const places = new Map(tasks.map(({ task }, place) => [task, place]));
  const shown =
    timings.length <= BARS_MAX
      ? timings
      : timings
          .filter(({ stage }) => stage === null)
          .toSorted((a, b) => Number(a.task !== null) - Number(b.task !== null));
  return shown.map(({ job, stage, task, start, seconds, costUsd }) => ({
    lane: job,
    name: stage ?? job,
    task: task === null ? null : (places.get(task) ?? null),
    start,
    seconds,
    costUsd,
  }));
}
