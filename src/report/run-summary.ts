import { sumOf } from "../authoring/spending.ts";
import type { TaskId } from "../task/task-id.ts";
import {
  type Block,
  code,
  type Fold,
  joined,
  type Line,
  link,
  list,
  paragraph,
  say,
  untrusted,
} from "../telling/blocks.ts";
import { decisionsPage, type Surroundings } from "../telling/decision-words.ts";
import { spentWords } from "../telling/spent-words.ts";
import type { ReportedTask, RunReport } from "./run-report.ts";

export interface SummaryPlaces extends Omit<Surroundings, "isDryRun"> {
  /** The page of this run; null where it could not be uploaded. */
  readonly pageUrl: string | null;
}

/** What a run came to, on one page: what the comments say, the way to the report, and what generate did. */
export function runSummary(report: RunReport, places: SummaryPlaces): readonly Block[] {
  const { decisions, tasks, gaps, run } = report;
  return [
    paragraph(
      places.pageUrl === null
        ? say`The report of this run could not be kept.`
        : say`${link(say`Open the report of this run`, places.pageUrl)}: the story line by line, the code with what its tests notice, and each attempt.`,
    ),
    ...(decisions.length === 0
      ? [paragraph(say`Nothing was decided.`)]
      : decisionsPage(
          decisions.map((decided) => ({
            ...decided,
            tasks: tasksShown(decided.tasks, decided.pullRequest, tasks),
          })),
          { ...places, isDryRun: run.isDryRun },
        )),
    ...list(
      gaps.map((gap) => say`${untrusted(gap, LONG)}`),
      LISTED,
    ),
    ...generateBlocks(report),
  ];
}

const LONG = 1_000;
const LISTED = 50;

function tasksShown(
  ids: readonly TaskId[],
  pullRequest: number | null,
  tasks: readonly ReportedTask[],
) {
  const own = new Set(ids);
  return tasks
    .filter((each) => own.has(each.task) && each.pullRequest === pullRequest)
    .map(({ task, isProven, evidence }) => ({ task, isProven, evidence }));
}

/** Who was asked and what it took, what the designs assume, what is left to a person, and what was not made and why. */
function generateBlocks({ tasks, leftOut }: RunReport): Block[] {
  const made = tasks.filter(({ attempts }) => attempts.length > 0);
  const blocks: Block[] = [
    ...(made.length === 0 ? [] : [madeTable(made)]),
    ...leftOutTable(leftOut),
    ...detailFolds(made),
  ];
  if (blocks.length === 0) return [];
  return [{ kind: "heading", level: 2, line: say`How it was made` }, ...blocks];
}

function madeTable(tasks: readonly ReportedTask[]): Block {
  return {
    kind: "table",
    head: [say`task`, say`model`, say`attempts`, say`questions`, say`took`, say`refused replies`],
    rows: tasks.map(({ task, attempts }) => {
      const calls = attempts.flatMap((attempt) => attempt.calls);
      const refused = calls.filter(({ outcome }) => outcome !== "used").length;
      const models = [...new Set(calls.map(({ model }) => model))];
      return [
        say`${code(task)}`,
        joined(
          models.map((model) => say`${code(model)}`),
          say`, `,
        ),
        say`${attempts.length}`,
        say`${calls.length}`,
        spentWords(sumOf(calls)),
        say`${refused}`,
      ];
    }),
  };
}

function leftOutTable(leftOut: RunReport["leftOut"]): Block[] {
  if (leftOut.length === 0) return [];
  return [
    {
      kind: "table",
      head: [say`left alone or not made`, say`reason`, say`what it means`],
      rows: leftOut.map(({ subject, reason, message }) => [
        say`${code(subject)}`,
        say`${code(reason)}`,
        say`${untrusted(message, LONG)}`,
      ]),
    },
  ];
}

/** What only some want to know: assumptions, and why replies were refused. */
function detailFolds(tasks: readonly ReportedTask[]): Block[] {
  const folds = tasks.flatMap(({ task, design, attempts }): Fold[] => {
    const assumptions = (design?.assumptions ?? []).map((text) => say`${untrusted(text, LONG)}`);
    const refused = attempts.flatMap(({ number, steps }) =>
      steps.flatMap(({ questions }) =>
        questions.flatMap(({ stage, faults, unanswered }): Line[] => [
          ...faults.map((fault) => say`attempt ${number}, ${stage}: ${untrusted(fault, LONG)}`),
          ...(unanswered === null
            ? []
            : [say`attempt ${number}, ${stage}: not asked: ${untrusted(unanswered, LONG)}`]),
        ]),
      ),
    );
    if (assumptions.length + refused.length === 0) return [];
    return [
      {
        title: say`${code(task)}: ${assumptions.length} ${assumptions.length === 1 ? say`assumption` : say`assumptions`}, ${refused.length} ${refused.length === 1 ? say`fault` : say`faults`} of replies`,
        blocks: [
          ...(assumptions.length === 0
            ? []
            : [paragraph(say`What the story leaves open, and how the design reads it:`)]),
          ...list(assumptions, LISTED),
          ...(refused.length === 0 ? [] : [paragraph(say`What was refused of replies, and why:`)]),
          ...list(refused, LISTED),
        ],
      },
    ];
  });
  return folds.length === 0 ? [] : [{ kind: "folds", folds }];
}
