import type {
  Evidence,
  ExampleResult,
  ItemResult,
  Outcome,
  ProbeOutcome,
} from "../evidence/evidence.ts";
import type { Reason, Verdict } from "../evidence/reasons.ts";
import { coveredItems, noticedMutants, noticedStubs, testedCriteria } from "../evidence/shares.ts";
import { withoutCommands } from "../foundation/untrusted-text.ts";
import type { Annotation } from "../runner/log.ts";
import { withoutBullet } from "../story/lines.ts";
import { taskFolder } from "../task/folder.ts";
import {
  code,
  joined,
  link,
  list,
  paragraph,
  say,
  untrusted,
  type Block,
  type Fold,
  type Line,
} from "./blocks.ts";
import { plainLine } from "./plain.ts";
import { codesLine, messageOf, reasonLine } from "./reason-words.ts";

/** One task in one line. */
export function verdictLine(evidence: Evidence): Line {
  const { task, verdict, reasons } = evidence;
  const codes = reasons.length === 0 ? [] : say` (${codesLine(reasons)})`;
  return say`${task}: ${verdict}${codes}, ${passedOf(evidence)} passed, ${timeOf(evidence)}`;
}

/** Tests beyond these are counted, not listed: they all stand in the evidence. */
const LISTED_TESTS = 200;
const LISTED_REASONS = 50;
/** Survivors and vacuous tests. */
const LISTED_PROBES = 10;

/** One task with all that was found out about it. */
export function verdictInFull(evidence: Evidence, artifact: string): Fold {
  const { reasons, results } = evidence;
  return {
    title: verdictLine(evidence),
    blocks: [
      ...list(results.map(testLine), LISTED_TESTS, say`tests`),
      ...list(reasons.map(reasonLine), LISTED_REASONS, say`reasons`),
      ...checksOf(evidence),
      ...unnoticedIn(evidence),
      ...(reasons.length === 0
        ? []
        : [paragraph(say`The whole evidence is in the artifact ${artifact}.`)]),
    ],
  };
}

/** Reasons of one task on a page that shows them all. */
const LISTED_ON_PAGE = 20;

const SIGNS: Readonly<Record<Verdict, Line>> = {
  passed: say`✅ passed`,
  failed: say`❌ failed`,
  unproven: say`❓ unproven`,
};

/**
 * All tasks of one job: a row for each, and the reasons of those that have not passed folded below. Nothing where all have
 * passed: that is said once for the whole run.
 */
export function verdictsAtAGlance(
  documents: readonly Evidence[],
  { artifact, runUrl }: { readonly artifact: string; readonly runUrl: string },
): readonly Block[] {
  if (documents.every(({ verdict }) => verdict === "passed")) return [];
  return [
    { kind: "heading", level: 3, line: say`Verification` },
    {
      kind: "table",
      head: [say`task`, say`verdict`, say`reasons`, say`tests passed`, say`time`],
      rows: documents.map((evidence) => [
        say`${evidence.task}`,
        SIGNS[evidence.verdict],
        codesLine(evidence.reasons),
        say`${evidence.tests.passed} of ${evidence.tests.expected}`,
        timeOf(evidence),
      ]),
    },
    {
      kind: "folds",
      folds: documents
        .filter(({ verdict }) => verdict !== "passed")
        .map((evidence) => ({
          title: verdictLine(evidence),
          blocks: list(evidence.reasons.map(reasonLine), LISTED_ON_PAGE),
        })),
    },
    paragraph(
      say`Evidence and JUnit reports: ${link(say`artifact ${artifact}`, `${runUrl}#artifacts`)}, one folder for each task.`,
    ),
  ];
}

/** The tests by function, parametrised ones together. */
export function testsByFunction({ results }: Evidence): Block {
  const byFunction = Map.groupBy(results, ({ id }) => functionOf(id));
  return {
    kind: "table",
    head: null,
    rows: [...byFunction].map(([name, own]) => {
      const passed = own.filter(({ outcome }) => outcome === "passed").length;
      return [
        passed === own.length ? say`passed` : say`FAILED`,
        say`${passed}/${own.length}`,
        say`${untrusted(name, ID_LIMIT)}`,
      ];
    }),
  };
}

/** What each of the checks behind a verdict found; one that was not made is not mentioned. */
export function checksOf(evidence: Evidence): readonly Block[] {
  const { results, isolation, canary, stubs, mutants, criteria } = evidence;
  if (results.length === 0) return [];
  const isolated =
    isolation === "namespaces" ? say`without network, secrets or your files` : say`NOT isolated`;
  const carried = Object.values(criteria ?? {});
  const tested = testedCriteria(criteria ?? {});
  const examples = carried.flatMap((criterion) => criterion.example ?? []);
  const checks: readonly (readonly [isMade: boolean, name: Line, found: () => Line])[] = [
    [true, say`tests`, () => say`${passedOf(evidence)} passed, ${isolated}`],
    [
      canary.outcome === "failed",
      say`canary`,
      () => say`a test that must fail ran among them, and failed: this run could go red`,
    ],
    [stubs !== null, say`stubs`, () => stubsLine(stubs!)],
    [mutants !== null, say`mutants`, () => mutantsLine(mutants!)],
    [
      carried.length > 0,
      say`criteria`,
      () => say`${tested.some} of ${tested.all} have a test that passed`,
    ],
    [examples.length > 0, say`examples`, () => examplesLine(examples, evidence.rules)],
    [evidence.items !== null, say`story`, () => itemsLine(evidence.items!)],
    [evidence.replay !== null, say`replay`, () => replayLine(evidence)],
    [
      evidence.rules === "older",
      say`story`,
      () => say`the design is of an older version, which names no lines: nothing is said of them`,
    ],
  ];
  const rows = checks.flatMap(([isMade, name, found]) => (isMade ? [[name, found()]] : []));
  return [{ kind: "table", head: null, rows }];
}

function replayLine({ replay, replayDifferences }: Evidence): Line {
  if (replay === "same") return say`its transcript makes the same files again`;
  if (replay === "other_version") return say`made by another version: nothing can be said`;
  const paths = replayDifferences.slice(0, EDITED_LISTED);
  const more = replayDifferences.length - paths.length;
  const names = joined(
    paths.map(({ path, how }) => say`${untrusted(path, ID_LIMIT)} ${untrusted(how, ID_LIMIT)}`),
    say`, `,
  );
  return more > 0
    ? say`edited since it was made: ${names}, and ${more} more`
    : say`edited since it was made: ${names}`;
}

export interface ReasonAnnotation {
  readonly message: string;
  readonly at: Annotation;
}

/** The reasons of one task as a person sees them beside the code, each with the line of the story that it is about. */
export function reasonAnnotations(evidence: Evidence): readonly ReasonAnnotation[] {
  const { task, reasons } = evidence;
  return reasons.map((reason) => ({
    message: [
      withoutCommands(reason.message),
      ...besideMessage(reason, evidence).map(plainLine),
    ].join("\n"),
    at: { title: `${task}: ${reason.code}`, ...placeOf(task, reason) },
  }));
}

/** The line of the story, and what was expected and came, as far as its message does not say them already. */
export function besideMessage(
  reason: Reason,
  evidence: Pick<Evidence, "results" | "items">,
): readonly Line[] {
  const { message, expected, got } = reason;
  const [item] = itemsAbout(reason, evidence).filter((each) => !isSaidIn(message, each));
  const isUnsaid = [expected, got].some(
    (value) => value !== undefined && !isSaidIn(message, value),
  );
  const values = [
    ...(expected === undefined ? [] : [say`expected ${untrusted(expected)}`]),
    ...(got === undefined ? [] : [say`got ${untrusted(got)}`]),
  ];
  return [
    ...(item === undefined ? [] : [say`The story says: ${untrusted(item)}`]),
    ...(isUnsaid ? [joined(values, say`, `)] : []),
  ];
}

/** As it is, or quoted. */
function isSaidIn(message: string, text: string): boolean {
  return message.includes(text) || message.includes(JSON.stringify(text).slice(1, -1));
}

/** The lines of the story that a reason is about: its own, or those that its test was to show. */
export function itemsAbout(
  { item, test }: Pick<Reason, "item" | "test">,
  { results, items }: Pick<Evidence, "results" | "items">,
): readonly string[] {
  if (item !== undefined) return [withoutBullet(item)];
  const criteria = results.find(({ id }) => id === test)?.criteria ?? [];
  return (items ?? [])
    .filter((each) => each.criteria.some((id) => criteria.includes(id)))
    .map(({ line }) => withoutBullet(line));
}

/** Why the step of a job is red; `hidden` reasons stand beside no line of code, because GitHub shows only so many. */
export function notPassedLine(tasks: readonly string[], artifact: string, hidden = 0): Line {
  const names = joined(
    tasks.map((task) => say`${task}`),
    say`, `,
  );
  const more =
    hidden === 0
      ? []
      : say` ${hidden} more ${hidden === 1 ? say`finding stands` : say`findings stand`} in it, besides those shown here.`;
  return say`Not passed: ${names}. The evidence is in the artifact ${artifact}.${more}`;
}

const ID_LIMIT = 500;
/** So many edited files are named. */
const EDITED_LISTED = 5;

const TEST_SIGNS: Readonly<Record<Outcome, Line>> = {
  passed: say`✔`,
  failed: say`✘`,
  error: say`✘`,
  skipped: say`–`,
};

function testLine({ id, outcome, seconds }: Evidence["results"][number]): Line {
  return say`${TEST_SIGNS[outcome]} ${untrusted(id, ID_LIMIT)} (${seconds.toFixed(3)} s)`;
}

function passedOf({ tests: { passed, expected } }: Evidence): Line {
  return say`${passed} of ${expected} ${expected === 1 ? say`test` : say`tests`}`;
}

function timeOf({ seconds }: Evidence): Line {
  return say`${seconds.total.toFixed(1)} s`;
}

/** In how far the examples of the story were shown. */
function examplesLine(examples: readonly ExampleResult[], rules: Evidence["rules"]): Line {
  const count = (state: ExampleResult["state"]): number =>
    examples.filter((example) => example.state === state).length;
  const held = count("literals");
  if (rules === "older") {
    return say`${held} of ${examples.length} stand in the tests with the story's own values`;
  }
  const right = examples.filter(({ state, got }) => state === "executed" && got === null).length;
  const wrong = count("executed") - right;
  const parts = [
    say`executed ${count("executed")} of ${examples.length}`,
    ...(wrong > 0 ? [say`${wrong} gave another answer than the story's`] : []),
    ...(held > 0 ? [say`${held} by their values in the tests`] : []),
    ...(count("unchecked") > 0 ? [say`${count("unchecked")} not checked`] : []),
  ];
  return joined(parts, say`; `);
}

/** In how far the lines of the story were shown. */
function itemsLine(items: readonly ItemResult[]): Line {
  const { some, all } = coveredItems(items);
  const beyond = items.filter(({ state }) => state === "not_testable").length;
  const lines = say`lines covered: ${some} of ${all}`;
  return beyond === 0 ? lines : say`${lines}; not shown by tests: ${beyond}`;
}

function stubsLine(stubs: NonNullable<Evidence["stubs"]>): Line {
  const { some, all } = noticedStubs(stubs);
  return say`${some} of ${all} noticed: functions and classes replaced by empty ones`;
}

function mutantsLine(mutants: NonNullable<Evidence["mutants"]>): Line {
  const counts = (outcome: ProbeOutcome): number =>
    mutants.filter((mutant) => mutant.outcome === outcome).length;
  const [unknown, setAside] = [counts("unknown"), counts("set_aside")];
  const { some, all } = noticedMutants(mutants);
  const silent = unknown === 0 ? [] : say`; ${unknown} gave no answer`;
  const aside = setAside === 0 ? [] : say`; ${setAside} set aside${reasonsOf(mutants)}`;
  return say`${some} of ${all} noticed: small changes to the code${silent}${aside}`;
}

/** Why mutants were set aside, each reason once. */
function reasonsOf(mutants: NonNullable<Evidence["mutants"]>): Line {
  const reasons = mutants.flatMap(({ outcome, why }) =>
    outcome === "set_aside" && why !== undefined ? [why] : [],
  );
  const lines = [...Map.groupBy(reasons, (why) => why)].map(
    ([why, each]) => say`${messageOf({ message: why })} (${each.length})`,
  );
  return lines.length === 0 ? [] : say`: ${joined(lines, say`, `)}`;
}

/** What went by the tests, also where that is no reason against them. */
function unnoticedIn({ vacuousTests, unreached, mutants }: Evidence): Block[] {
  const vacuous = (vacuousTests ?? []).map(
    (test) =>
      say`vacuous: ${untrusted(test, ID_LIMIT)} passes although everything public does nothing`,
  );
  const hidden = (unreached ?? []).map(
    ({ file, name, range: [line] }) =>
      say`not reached: ${code(file)}:${line}: ${untrusted(name, ID_LIMIT)}`,
  );
  const survived = (mutants ?? []).filter(({ outcome }) => outcome === "survived");
  const survivors = survived.map(
    ({ file, range: [line], change }) =>
      say`not noticed: ${code(file)}:${line}: ${messageOf({ message: change })}`,
  );
  return [
    ...list(vacuous, LISTED_PROBES, say`vacuous tests`),
    ...list(hidden, LISTED_PROBES, say`that nothing reached`),
    ...list(survivors, LISTED_PROBES, say`that were not noticed`),
  ];
}

function placeOf(task: Evidence["task"], { file, line }: Reason): Annotation {
  if (file === undefined) return {};
  return { file: `${taskFolder(task)}/${file}`, ...(line !== undefined && { line }) };
}

function functionOf(id: string): string {
  const [file = "", ...names] = id.replace(/\[.*$/s, "").split("::");
  return file === "tests/test_story.py" ? names.join("::") : [file, ...names].join("::");
}
