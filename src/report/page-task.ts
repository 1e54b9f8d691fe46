import type { Evidence } from "../evidence/evidence.ts";
import { REASON_MEANINGS } from "../evidence/reason-meanings.ts";
import type { Reason } from "../evidence/reasons.ts";
import { DOES } from "../proof/stubs.ts";
import { withoutBullet } from "../story/lines.ts";
import { taskFolder } from "../task/folder.ts";
import { type Block, code, type Line, say, sentence, untrusted } from "../telling/blocks.ts";
import { overruledBlocks, questionBlocks } from "../telling/question-words.ts";
import { checksOf, verdictLine } from "../telling/verdict-words.ts";
import { urlOfFile } from "./addresses.ts";
import { commandsOf } from "./local-commands.ts";
import { pageAttempts } from "./page-attempts.ts";
import type {
  Bar,
  Detail,
  Fact,
  PageCriterion,
  PageFile,
  PageOfTask,
  PageReason,
  PageTest,
  Probe,
} from "./page-data.ts";
import type { ReportedFile, ReportedRun, ReportedTask } from "./run-report.ts";
import { shownLines } from "./shown-lines.ts";

const REASONS = 200;
const MOST_TESTS = 20_000;
const LONG = 4_000;

/** One task as the page shows it, with as much of it as `detail` allows. */
export function pageOfTask(
  run: ReportedRun,
  task: ReportedTask,
  detail: Detail,
  bars: readonly Bar[],
): PageOfTask {
  const { evidence } = task;
  const base: PageOfTask = {
    detail,
    notice: noticeOf(detail, task.isProven),
    verdict: verdictOf(task),
    reasons: [],
    todo: [],
    checks: evidence === null ? [] : checksOf(evidence),
    summary: null,
    assumptions: [],
    items: [],
    criteria: {},
    tests: [],
    score: evidence?.mutationScore ?? null,
    files: [],
    attempts: [],
    bars: [],
    commands: commandsOf(run, task),
    facts: factsOf(run, task),
  };
  if (detail === "counts") return base;
  const tests = testsOf(evidence);
  const places = new Map(tests.map(({ id }, place) => [id, place]));
  const short: PageOfTask = {
    ...base,
    reasons: (evidence?.reasons ?? [])
      .slice(0, REASONS)
      .map((reason) => pageReason(run, task, reason, places)),
    todo: todoOf(task),
    summary: task.design?.summary ?? null,
    assumptions: task.design?.assumptions ?? [],
    items: task.items,
    criteria: criteriaOf(task, places),
    tests,
    bars,
  };
  if (detail === "short") return short;
  return {
    ...short,
    files: task.files.map((file) => pageFile(run, task, file)),
    attempts: pageAttempts(task.attempts),
  };
}

function verdictOf({ task, evidence, problem }: ReportedTask): Line {
  if (evidence === null) {
    return say`${code(task)}: ${problem === null ? say`no evidence` : say`${untrusted(problem, LONG)}`}`;
  }
  const line = verdictLine(evidence);
  return problem === null ? line : say`${line}. ${untrusted(problem, LONG)}`;
}

function noticeOf(detail: Detail, isProven: boolean): Line | null {
  if (detail === "full") return null;
  if (detail === "short") {
    return say`This page would have become too large: the files and the attempts of this task are not on it. They are on its branch, below ${code("generated/")}.`;
  }
  return isProven
    ? say`This task is proven, and the run has many: the page carries its counts only. The whole evidence is among the run's artifacts.`
    : say`This page would have become too large: it carries only the counts of this task. The whole evidence is among the run's artifacts.`;
}

function testsOf(evidence: Evidence | null): PageTest[] {
  const vacuous = new Set(evidence?.vacuousTests);
  return (evidence?.results ?? [])
    .slice(0, MOST_TESTS)
    .map(({ id, outcome, seconds, criteria, message }) => ({
      id,
      outcome,
      seconds,
      criteria,
      message,
      isVacuous: vacuous.has(id),
    }));
}

function pageReason(
  run: ReportedRun,
  { task, head, evidence, items }: ReportedTask,
  reason: Reason,
  places: ReadonlyMap<string, number>,
): PageReason {
  const { code: name, message, item, expected, got, test, file, line } = reason;
  const path = file === undefined ? null : `${taskFolder(task)}/${file}`;
  const commit = evidence?.head ?? head;
  return {
    code: name,
    message,
    advice: sentence(REASON_MEANINGS[name].advice),
    item: item ?? null,
    itemAt: item === undefined ? null : placeOfItem(items, item),
    expected: expected ?? null,
    got: got ?? null,
    test: test === undefined ? null : (places.get(test) ?? null),
    file: file ?? null,
    line: line ?? null,
    url: path === null ? null : urlOfFile(run, commit, path, line ?? null),
  };
}

/** A reason may quote the line without what makes it one of a list. */
function placeOfItem(items: ReportedTask["items"], item: string): number | null {
  const words = withoutBullet(item);
  const place = items.findIndex(({ line }) => withoutBullet(line) === words);
  return place < 0 ? null : place;
}

function todoOf({ task, question, overruled }: ReportedTask): Block[] {
  return [
    ...(question === null ? [] : questionBlocks(task, question)),
    ...overruled.flatMap((each) => overruledBlocks(task, each)),
  ];
}

function criteriaOf(
  { design, evidence }: ReportedTask,
  places: ReadonlyMap<string, number>,
): Record<string, PageCriterion> {
  const statements = new Map(design?.criteria.map(({ id, statement }) => [id, statement]));
  const found = new Map(Object.entries(evidence?.criteria ?? {}));
  const ids = [...new Set([...statements.keys(), ...found.keys()])];
  return Object.fromEntries(
    ids.map((id) => [
      id,
      {
        statement: statements.get(id) ?? null,
        tests: (found.get(id)?.tests ?? []).flatMap((test) => places.get(test) ?? []),
        example: found.get(id)?.example ?? null,
      },
    ]),
  );
}

function pageFile(
  run: ReportedRun,
  { task, head, evidence }: ReportedTask,
  { path, kind, text }: ReportedFile,
): PageFile {
  return {
    path,
    kind,
    ...shownLines(text),
    url: urlOfFile(run, head, `${taskFolder(task)}/${path}`),
    probes: evidence === null ? [] : probesIn(evidence, path),
  };
}

/** In the order of their lines. */
function probesIn({ stubs, mutants, unreached }: Evidence, path: string): Probe[] {
  const isHere = ({ file }: { readonly file: string }): boolean => file === path;
  return [
    ...(stubs ?? []).filter(isHere).map(({ name, range, kind, outcome }): Probe => ({
      kind: "stub",
      range,
      what: `${name} ${doesOf(kind)}`,
      sort: kind,
      outcome,
      why: null,
    })),
    ...(mutants ?? []).filter(isHere).map(({ range, change, kind, outcome, why }): Probe => ({
      kind: "mutant",
      range,
      what: change,
      sort: kind,
      outcome,
      why: why ?? null,
    })),
    ...(unreached ?? []).filter(isHere).map(({ name, range }): Probe => ({
      kind: "unreached",
      range,
      what: name,
      sort: "not reached",
      outcome: "survived",
      why: null,
    })),
  ].toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}

function doesOf(kind: string): string {
  return Object.entries(DOES).find(([each]) => each === kind)?.[1] ?? "does nothing";
}

function factsOf(run: ReportedRun, { evidence, head, story, pullRequest }: ReportedTask): Fact[] {
  const inputs = evidence?.inputs ?? null;
  const commit = evidence?.head ?? head;
  return [
    ...(story === null ? [] : [{ label: "story", value: say`${code(story)}` }]),
    ...(pullRequest === null ? [] : [{ label: "pull request", value: say`#${pullRequest}` }]),
    ...(commit === null ? [] : [{ label: "head", value: say`${code(commit)}` }]),
    ...(evidence === null
      ? []
      : [
          { label: "base", value: say`${code(evidence.base)}` },
          { label: "merge base", value: say`${code(evidence.mergeBase)}` },
        ]),
    ...(inputs === null
      ? []
      : [
          { label: "Python", value: say`${inputs.python}` },
          { label: "pytest", value: say`${inputs.pytest}` },
          { label: "selection", value: say`${String(inputs.selection)}` },
        ]),
    ...(evidence?.inputsDigest === null || evidence === null
      ? []
      : [{ label: "inputs digest", value: say`${code(evidence.inputsDigest)}` }]),
    { label: "agent-pipeline", value: say`${inputs?.verify ?? run.version}` },
  ];
}
