import type { Reason } from "../evidence/reasons.ts";
import { shorten } from "../foundation/untrusted-text.ts";
import type { ReportedTest } from "./pytest-report.ts";

export interface JunitSuite {
  readonly task: string;
  readonly results: readonly ReportedTest[];
  readonly reasons: readonly Reason[];
  readonly seconds: number;
  /** What the tests printed. */
  readonly output: string;
}

const TEXT_LIMIT = 16_000;

/**
 * A JUnit report of what verify accepted. A reason that belongs to no reported test becomes an error of the suite, so
 * that no viewer shows a green report of a verdict that is not.
 */
export function junitOf(suite: JunitSuite): string {
  return junitOfAll(suite.task, [suite]);
}

/** The same for several tasks: a suite for each, under one name. */
export function junitOfAll(name: string, suites: readonly JunitSuite[]): string {
  const all = countsOf(suites);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name=${attribute(name)} ${all}>`,
    ...suites.flatMap(suiteLines),
    "</testsuites>",
    "",
  ].join("\n");
}

function suiteLines(suite: JunitSuite): string[] {
  const { task, results, output } = suite;
  return [
    `  <testsuite name=${attribute(task)} ${countsOf([suite])}>`,
    ...results.map((result) => `    ${caseOf(task, result)}`),
    ...reasonsBesides(suite).map((reason) => `    ${caseOfReason(task, reason)}`),
    ...(output === "" ? [] : [`    <system-out>${escaped(output)}</system-out>`]),
    "  </testsuite>",
  ];
}

/** Those of no reported test. */
function reasonsBesides({ results, reasons }: JunitSuite): Reason[] {
  const reported = new Set(results.map(({ id }) => id));
  return reasons.filter(({ test }) => test === undefined || !reported.has(test));
}

function countsOf(suites: readonly JunitSuite[]): string {
  const sum = (of: (suite: JunitSuite) => number): number =>
    suites.reduce((all, suite) => all + of(suite), 0);
  const count = (outcome: ReportedTest["outcome"]): number =>
    sum(({ results }) => results.filter((result) => result.outcome === outcome).length);
  const others = sum((suite) => reasonsBesides(suite).length);
  return [
    `tests="${sum(({ results }) => results.length) + others}"`,
    `failures="${count("failed")}"`,
    `errors="${count("error") + others}"`,
    `skipped="${count("skipped")}"`,
    `time="${time(sum(({ seconds }) => seconds))}"`,
  ].join(" ");
}

function caseOf(task: string, result: ReportedTest): string {
  const [path = "", ...names] = result.id.split("::");
  const classes = [task, path.replace(/\.py$/, "").replaceAll("/", "."), ...names.slice(0, -1)];
  const open = [
    `<testcase classname=${attribute(classes.join("."))}`,
    `name=${attribute(names.at(-1) ?? result.id)}`,
    `file=${attribute(result.file ?? path)}`,
    ...(result.line === undefined ? [] : [`line="${result.line}"`]),
    `time="${time(result.seconds)}"`,
  ].join(" ");
  const content = contentOf(result);
  return content === "" ? `${open}/>` : `${open}>${content}</testcase>`;
}

function contentOf({ outcome, message, details }: ReportedTest): string {
  const said = `message=${attribute(message ?? outcome)}`;
  if (outcome === "passed") return "";
  if (outcome === "skipped") return `<skipped ${said}/>`;
  const element = outcome === "failed" ? "failure" : "error";
  return `<${element} ${said}>${escaped(details ?? "")}</${element}>`;
}

function caseOfReason(task: string, { code, message, test, file, line }: Reason): string {
  const place = [
    ...(file === undefined ? [] : [` file=${attribute(file)}`]),
    ...(line === undefined ? [] : [` line="${line}"`]),
  ].join("");
  const name = test === undefined ? code : `${code} ${test}`;
  return `<testcase classname=${attribute(`${task}.verify`)} name=${attribute(name)}${place} time="0"><error type=${attribute(code)} message=${attribute(message)}/></testcase>`;
}

function time(seconds: number): string {
  return seconds.toFixed(6);
}

function attribute(value: string): string {
  return `"${escaped(value).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;")}"`;
}

// What XML 1.0 forbids even as a reference.
const FORBIDDEN = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function escaped(value: string): string {
  return shorten(value, TEXT_LIMIT)
    .toWellFormed()
    .replace(FORBIDDEN, "�")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
