import type { Evidence } from "../evidence/evidence.ts";
import type { Reason } from "../evidence/reasons.ts";
import {
  coveredItems,
  noticedMutants,
  noticedStubs,
  rightExamples,
  type Share,
  testedCriteria,
} from "../evidence/shares.ts";
import { taskFolder } from "../task/folder.ts";
import type { TaskId } from "../task/task-id.ts";
import { type Block, code, type Fold, type Line, link, say } from "./blocks.ts";
import { codesLine, messageOf } from "./reason-words.ts";
import { besideMessage } from "./verdict-words.ts";

/** A task that a pull request changes, with the evidence about it. */
export interface TaskShown {
  readonly task: TaskId;
  readonly isProven: boolean;
  /** null where there is none, or none that can be read. */
  readonly evidence: Evidence | null;
  /** What the text of its story has cost, by the manifest; left out where no model was asked. */
  readonly costUsd?: number | "unknown";
}

/** Address of a file of the head, by its path and line. */
export type FileUrl = (path: string, line?: number) => string;

/** All that fail are open where they are few. */
const OPEN_FAILURES = 3;
const LISTED_REASONS = 5;
/** The links of more tasks would take the room of their rows. */
const LINKED_TASKS = 50;

/** A row for each task, those that are not proven first; where there are such, the proven ones are folded. */
export function taskBlocks(tasks: readonly TaskShown[], fileUrl: FileUrl): readonly Block[] {
  if (tasks.length === 0) return [];
  const failing = tasks.filter(({ isProven }) => !isProven);
  const proven = tasks.filter(({ isProven }) => isProven);
  const folderUrl = tasks.length > LINKED_TASKS ? null : fileUrl;
  if (failing.length === 0) return [tableOf(proven, folderUrl)];
  const folds = failing.flatMap((shown) => failureFold(shown, failing.length, fileUrl));
  const rest: Fold[] =
    proven.length === 0
      ? []
      : [{ title: countLine(proven.length), blocks: [tableOf(proven, folderUrl)] }];
  return [tableOf(failing, folderUrl), { kind: "folds", folds: [...folds, ...rest] }];
}

function countLine(proven: number): Line {
  return proven === 1 ? say`1 proven task` : say`${proven} proven tasks`;
}

function tableOf(tasks: readonly TaskShown[], folderUrl: FileUrl | null): Block {
  return {
    kind: "table",
    head: [
      say``,
      say`task`,
      say`tests`,
      say`stubs`,
      say`mutants`,
      say`criteria`,
      say`lines of the story`,
      say`examples`,
      say`time`,
      say`money`,
    ],
    rows: tasks.map((shown) => rowOf(shown, folderUrl)),
  };
}

const NONE: Line = say`–`;

function rowOf(
  { task, isProven, evidence, costUsd }: TaskShown,
  folderUrl: FileUrl | null,
): readonly Line[] {
  const label = say`${code(task)}`;
  const name = folderUrl === null ? label : say`${link(label, folderUrl(taskFolder(task)))}`;
  const money = moneyOf(costUsd);
  if (evidence === null) return [say`❓`, name, ...Array.from({ length: 7 }, () => NONE), money];
  const { tests, stubs, mutants, criteria, items, verdict, seconds } = evidence;
  return [
    isProven ? say`✅` : verdict === "failed" ? say`❌` : say`❓`,
    name,
    say`${tests.passed}/${tests.expected}`,
    share(stubs && noticedStubs(stubs)),
    share(mutants && noticedMutants(mutants)),
    share(criteria && testedCriteria(criteria)),
    share(items && coveredItems(items)),
    share(criteria && rightExamples(criteria)),
    say`${seconds.total.toFixed(0)} s`,
    money,
  ];
}

function moneyOf(costUsd: TaskShown["costUsd"]): Line {
  if (costUsd === undefined) return NONE;
  return costUsd === "unknown" ? say`unknown price` : say`${costUsd} USD`;
}

/** Nothing of nothing is no finding. */
function share(found: Share | null): Line {
  return found === null || found.all === 0 ? NONE : say`${found.some}/${found.all}`;
}

function failureFold({ task, evidence }: TaskShown, failing: number, fileUrl: FileUrl): Fold[] {
  if (evidence === null || evidence.reasons.length === 0) return [];
  const { reasons } = evidence;
  const shown = reasons.slice(0, LISTED_REASONS);
  const left = reasons.length - shown.length;
  return [
    {
      title: say`${code(task)}: ${codesLine(reasons)}`,
      isOpen: failing <= OPEN_FAILURES,
      blocks: [
        ...shown.flatMap((reason) => reasonBlocks(reason, evidence, fileUrl)),
        ...(left === 0
          ? []
          : [{ kind: "paragraph" as const, line: say`… and ${left} more in the evidence` }]),
      ],
    },
  ];
}

/** Where it is, what was found, and what the story says to it. */
function reasonBlocks(reason: Reason, evidence: Evidence, fileUrl: FileUrl): Block[] {
  const { file, line } = reason;
  const path = file === undefined ? null : `${taskFolder(evidence.task)}/${file}`;
  const where =
    path === null
      ? []
      : say`${link(say`${code(line === undefined ? path : `${path}:${line}`)}`, fileUrl(path, line))} `;
  return [
    {
      kind: "list",
      items: [
        say`${where}${code(reason.code)}: ${messageOf(reason)}`,
        ...besideMessage(reason, evidence),
      ],
    },
  ];
}
