import type { Outcome } from "../evidence/evidence.ts";
import type { Reason, ReasonCode } from "../evidence/reasons.ts";
import { assertNever } from "../foundation/errors.ts";
import { shorten } from "../foundation/untrusted-text.ts";
import type { Canary } from "./canary.ts";
import { withoutParameters } from "./places.ts";
import {
  type CollectedTest,
  parsePytestReport,
  type ReportedReach,
  type ReportedTest,
} from "./pytest-report.ts";
import type { Ended, RawRun } from "./session.ts";
import type { SyntaxReport, WrittenTest } from "./syntax-report.ts";

/** Reasons of one code beyond these are counted, not listed. */
const LISTED = 50;

export function findingsOfSyntax(syntax: SyntaxReport): Reason[] {
  if (syntax.unreadable.length > 0) {
    return syntax.unreadable.map(({ file, line, message }) => ({
      code: "syntax_error",
      message: `${file}:${line}: ${message}`,
      file,
      line,
    }));
  }
  if ([...syntax.statements.values()].every((statements) => statements === 0)) {
    return [{ code: "no_code", message: "src/ holds no Python code" }];
  }
  return [
    ...syntax.formattedParameters.map(({ file, line }): Reason => ({
      code: "policy_violation",
      message: `${file}:${line}: an f-string inside a parametrize decorator; compute the string before, in a name of its own`,
      file,
      line,
    })),
    ...syntax.foreignCode.map(({ file, line, what }): Reason => ({
      code: "policy_violation",
      message: `${file}:${line}: the code ${what}; what is run so is no code of the task, and nothing tries it`,
      file,
      line,
    })),
    ...writtenTwice(syntax.tests).map(({ file, name, line }): Reason => ({
      code: "duplicate_test",
      message: `${file}:${line}: ${name} is written twice; Python forgets the first`,
      test: `${file}::${name}`,
      file,
      line,
    })),
  ];
}

function writtenTwice(tests: readonly WrittenTest[]): WrittenTest[] {
  const seen = new Set<string>();
  return tests.filter(({ file, name, certain }) => {
    const key = `${file}::${name}`;
    if (certain && seen.has(key)) return true;
    if (certain) seen.add(key);
    return false;
  });
}

export interface Collection {
  readonly reasons: readonly Reason[];
  /** The tests that every later run must report, in collection order. */
  readonly expected: readonly CollectedTest[];
}

/** What a run that only collects says of all tests but the canary, cross-checked by the syntax of the same files. */
export function findingsOfCollection(
  raw: RawRun,
  syntax: SyntaxReport,
  canary: Canary,
): Collection {
  const stopped = findingOfEnd(raw.ended, "the tests were collected");
  if (stopped !== null) return { reasons: [stopped], expected: [] };
  const parsed = parsePytestReport(raw.report);
  if (parsed.kind === "invalid") {
    return refused({ code: "report_invalid", message: `While collecting, ${parsed.problem}` });
  }
  const { uncollected, finished, internalError } = parsed.report;
  const collected = parsed.report.collected.filter(({ id }) => id !== canary.id);
  if (uncollected.length > 0)
    return { reasons: uncollected.map(reasonOfUncollected), expected: [] };
  if (internalError !== null) {
    return refused({ code: "collection_error", message: `pytest failed: ${internalError}` });
  }
  // What has collected its tests is ended before it runs any.
  if (finished === null && raw.ended.kind !== "stopped") {
    return refused({
      code: "collection_error",
      message: `Python ended (${describe(raw.ended)}) while the tests were collected${said(raw.output)}`,
    });
  }
  if (collected.length === 0) {
    return refused({ code: "no_tests", message: "pytest collects no test in tests/" });
  }
  return { reasons: disagreements(collected, syntax), expected: collected };
}

function refused(reason: Reason): Collection {
  return { reasons: [reason], expected: [] };
}

function reasonOfUncollected({
  id,
  outcome,
  message,
  details,
  file,
  line,
}: {
  id: string;
  outcome: "failed" | "skipped";
  message: string;
  details: string;
  file?: string;
  line?: number;
}): Reason {
  const code: ReasonCode = outcome === "failed" ? "collection_error" : "test_skipped";
  const text = outcome === "failed" ? lastLines(details) : message;
  return {
    code,
    message: shorten(`${id}: ${text}`, 2_000),
    ...(file === undefined ? (id === "" ? {} : { file: id.split("::", 1)[0]! }) : { file }),
    ...(line !== undefined && { line }),
  };
}

/** The end of a traceback says what happened: pytest marks those lines with `E`. */
function lastLines(details: string): string {
  const marked = details.split("\n").filter((line) => line.startsWith("E "));
  return (marked.length > 0 ? marked.map((line) => line.slice(1).trim()) : details.split("\n"))
    .slice(-4)
    .join(" ");
}

function disagreements(collected: readonly CollectedTest[], syntax: SyntaxReport): Reason[] {
  const ids = collected.map(({ id }) => id);
  const bases = new Set(ids.map(withoutParameters));
  // A test that is written once may be collected by other names: inherited, made by a decorator, or renamed.
  const sources = new Set(
    collected.flatMap(({ source }) => (source === null ? [] : [placeOf(source.file, source.line)])),
  );
  const names = new Set(syntax.tests.map(({ name }) => lastName(name)));
  const isWritten = ({ id, source }: CollectedTest): boolean =>
    names.has(lastName(withoutParameters(id))) ||
    (source !== null && syntax.functions.get(source.file)?.has(source.line) === true);
  const unwritten = new Set(
    collected.filter((test) => !isWritten(test)).map(({ id }) => withoutParameters(id)),
  );
  return [
    ...duplicatesIn(ids).map((id): Reason => ({
      code: "duplicate_test",
      message: `${id} is collected twice`,
      test: id,
    })),
    ...syntax.tests
      .filter(
        ({ file, name, first, certain }) =>
          certain && !bases.has(`${file}::${name}`) && !sources.has(placeOf(file, first)),
      )
      .map(({ file, name, line }): Reason => ({
        code: "missing_tests",
        message: `${file}:${line}: ${name} is written but not collected`,
        test: `${file}::${name}`,
        file,
        line,
      })),
    ...[...unwritten].map((base): Reason => ({
      code: "unexpected_tests",
      message: `${base} is collected, but no such test is written in the file`,
      test: base,
    })),
  ];
}

function placeOf(file: string, line: number): string {
  return `${file}:${line}`;
}

function lastName(name: string): string {
  return name.split("::").at(-1)!;
}

function duplicatesIn(ids: readonly string[]): string[] {
  const seen = new Set<string>();
  return ids.filter((id) => seen.size === seen.add(id).size);
}

export interface RunFindings {
  readonly reasons: readonly Reason[];
  /** One for each selected test that was reported, in the order of the selection; never the canary. */
  readonly results: readonly ReportedTest[];
  readonly canary: Outcome | "absent";
  /** Whether a stub that returns empty values in place of others has returned one. */
  readonly hasEmptied: boolean;
  /** What the run says of the code that it reached; null where it was not asked to. */
  readonly reach: ReportedReach | null;
}

/** What a run of the selected tests and the canary says: every one of them exactly once, and all passed but the canary. */
export function findingsOfRun(
  raw: RawRun,
  selected: readonly string[],
  canary: Canary,
): RunFindings {
  const parsed = parsePytestReport(raw.report);
  if (parsed.kind === "invalid") {
    const reason: Reason = { code: "report_invalid", message: `In the run, ${parsed.problem}` };
    return { reasons: [reason], results: [], canary: "absent", hasEmptied: false, reach: null };
  }
  const { report } = parsed;
  const byId = new Map(report.results.map((result) => [result.id, result]));
  const results = selected.flatMap((id) => byId.get(id) ?? []);
  const canaryOutcome = byId.get(canary.id)?.outcome ?? "absent";
  const reasons = [
    ...results.flatMap(reasonOfResult),
    ...(findingsOfCompleteness() ?? findingsOfReport()),
  ];
  const { hasEmptied, reach } = report;
  return { reasons: limited(reasons), results, canary: canaryOutcome, hasEmptied, reach };

  /** Why the report cannot be compared test by test; null when it can. */
  function findingsOfCompleteness(): Reason[] | null {
    const where = report.unfinished === null ? "" : `, in ${nameOf(report.unfinished, canary)}`;
    const stopped = findingOfEnd(raw.ended, `the tests ran${where}`);
    if (stopped !== null) return [stopped];
    if (report.finished !== null || raw.ended.kind === "stopped") return null;
    const how = describe(raw.ended);
    return [
      {
        code: "report_missing",
        message: `Python ended (${how})${where} before every test was reported${said(raw.output)}`,
      },
    ];
  }

  function findingsOfReport(): Reason[] {
    const wanted = new Set([...selected, canary.id]);
    const reasonsOfTests: Reason[] = [
      ...selected
        .filter((id) => !byId.has(id))
        .map((id): Reason => ({
          code: "missing_tests",
          message: `${id} was not run`,
          test: id,
        })),
      ...[...byId.keys()]
        .filter((id) => !wanted.has(id))
        .map((id): Reason => ({
          code: "unexpected_tests",
          message: `${id} was run, but is none of the expected tests`,
          test: id,
        })),
      ...duplicatesIn(report.results.map(({ id }) => id)).map((id): Reason => ({
        code: "duplicate_test",
        message: `${nameOf(id, canary)} was reported twice`,
        test: nameOf(id, canary),
      })),
      ...report.uncollected.map(reasonOfUncollected),
    ];
    // What was ended after enough failures has shown nothing but those.
    if (reasonsOfTests.length > 0 || raw.ended.kind === "stopped") return reasonsOfTests;
    if (canaryOutcome === "failed") return findingsOfExit(1);
    return [
      {
        code: "canary_survived",
        message:
          canaryOutcome === "absent"
            ? "The test that must fail was not reported, so nothing shows that this run could have failed"
            : `The test that must fail was reported as ${canaryOutcome}, so nothing shows that this run could have failed`,
      },
    ];
  }

  function findingsOfExit(expected: number): Reason[] {
    const isExpected = raw.ended.kind === "exit" && raw.ended.code === expected;
    if (isExpected && report.finished === expected && report.internalError === null) return [];
    return [
      {
        code: "exit_mismatch",
        message: `pytest ended with ${describe(raw.ended)} and reported ${report.finished ?? "nothing"}, where a failed test makes both ${expected}`,
      },
    ];
  }
}

function reasonOfResult(result: ReportedTest): Reason[] {
  const codes: Record<Outcome, ReasonCode | null> = {
    passed: null,
    failed: "test_failed",
    error: "test_error",
    skipped: "test_skipped",
  };
  const code = codes[result.outcome];
  if (code === null) return [];
  return [
    {
      code,
      message: shorten(`${result.id}: ${result.message ?? result.outcome}`, 2_000),
      test: result.id,
      ...(result.file !== undefined && { file: result.file }),
      ...(result.line !== undefined && { line: result.line }),
    },
  ];
}

const RESOURCE_SIGNALS: Readonly<Record<string, string>> = {
  SIGXCPU: "used more processor time than it may",
  SIGXFSZ: "wrote a larger file than it may",
  SIGKILL: "was killed, as happens when memory runs out",
};

function findingOfEnd(ended: Ended, when: string): Reason | null {
  switch (ended.kind) {
    case "timeout":
      return { code: "timeout", message: `The time was over while ${when}` };
    case "report_overflow":
      return { code: "resource_limit", message: `The report grew beyond its limit while ${when}` };
    case "lost":
      return { code: "resource_limit", message: `The isolation broke down while ${when}` };
    case "signal": {
      const limit = RESOURCE_SIGNALS[ended.signal];
      return limit === undefined
        ? null
        : { code: "resource_limit", message: `The process ${limit}, while ${when}` };
    }
    case "exit":
    case "stopped":
      return null;
    default:
      return assertNever(ended);
  }
}

function describe(ended: Ended): string {
  switch (ended.kind) {
    case "exit":
      return `exit code ${ended.code}`;
    case "signal":
      return ended.signal;
    case "timeout":
    case "report_overflow":
    case "stopped":
    case "lost":
      return ended.kind;
    default:
      return assertNever(ended);
  }
}

/** The name of the canary means nothing to a reader. */
function nameOf(id: string, canary: Canary): string {
  return id === canary.id ? "the test that must fail" : id;
}

function said(output: string): string {
  const text = output.trim().split("\n").slice(-3).join(" | ");
  return text === "" ? "" : `; it said: ${shorten(text, 500)}`;
}

function limited(reasons: readonly Reason[]): Reason[] {
  const counts = new Map<ReasonCode, number>();
  const listed = reasons.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= LISTED;
  });
  return [...counts]
    .filter(([, count]) => count > LISTED)
    .reduce<Reason[]>(
      (all, [code, count]) => [...all, { code, message: `… and ${count - LISTED} more` }],
      listed,
    );
}
