import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv } from "ajv";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { mutationScoreOf } from "../../../src/evidence/mutation-score.ts";
import { junitOfRun } from "../../../src/report/junit.ts";
import { mutationReport } from "../../../src/report/mutation-report.ts";
import { filesBeside } from "../../../src/report/run-files.ts";
import type { ReportedTask } from "../../../src/report/run-report.ts";
import { mutantResult } from "../../support/evidence.ts";
import { refusedTask, runReport, sampleTask } from "../../support/report-fixtures.ts";

const proven = sampleTask("parking_fee");
const withoutEvidence: ReportedTask = { ...proven, evidence: null, problem: "No evidence came." };
const reportOf = (...tasks: ReportedTask[]) => runReport({ tasks });

interface Suite {
  readonly name: string;
  readonly tests: string;
  readonly failures: string;
  readonly errors: string;
  readonly testcase: readonly Readonly<Record<string, unknown>>[];
}

function suitesIn(xml: string): readonly Suite[] {
  const options = {
    ignoreAttributes: false,
    attributeNamePrefix: "",
    isArray: (name: string) => name === "testsuite" || name === "testcase",
  };
  const read = new XMLParser(options).parse(xml, true) as {
    readonly testsuites: { readonly testsuite: readonly Suite[] };
  };
  return read.testsuites.testsuite;
}

describe("JUnit", () => {
  test("has a suite for each task with every test of it", () => {
    const [suite, other] = suitesIn(junitOfRun(reportOf(proven, refusedTask("test_failed"))));
    expect(suite).toMatchObject({ name: "parking_fee (#12)", failures: "0", errors: "0" });
    expect(suite?.testcase).toHaveLength(proven.evidence!.results.length);
    expect(Number(other?.failures) + Number(other?.errors)).toBeGreaterThan(0);
  });

  test("never shows the canary, which failed in every run that counts", () => {
    expect(proven.evidence?.canary.outcome).toBe("failed");
    const xml = junitOfRun(reportOf(proven));
    expect(xml).not.toContain("<failure");
    expect(xml).not.toMatch(/canary/iu);
  });

  test.each([
    ["what no test shows", refusedTask("stub_survived")],
    ["that nothing was found out", withoutEvidence],
  ])("has an error for %s, so that no viewer shows it green", (_, task) => {
    const [suite] = suitesIn(junitOfRun(reportOf(task)));
    expect(Number(suite?.errors)).toBeGreaterThan(0);
  });

  test("shows hostile text as letters", () => {
    const [result] = proven.evidence!.results;
    const id = 'tests/a.py::test_it["]]></testsuite><x y="&]';
    const odd = { ...result!, id, outcome: "failed" as const, message: "\u0007</failure>" };
    const xml = junitOfRun(
      reportOf({ ...proven, evidence: { ...proven.evidence!, results: [odd] } }),
    );
    expect(suitesIn(xml)[0]?.testcase).toHaveLength(1);
    expect(xml).not.toContain("\u0007");
  });
});

describe("mutation.json", () => {
  const mutants = [
    mutantResult({ file: "src/parking_fee.py", range: [3, 5, 3, 9] }),
    mutantResult({ file: "src/parking_fee.py", outcome: "survived", why: "no test reaches it" }),
    mutantResult({ file: "src/parking_fee.py", outcome: "unknown" }),
    mutantResult({ file: "src/parking_fee.py", outcome: "set_aside", why: "equal" }),
    mutantResult({ file: "src/gone.py" }),
  ];
  const task = { ...proven, evidence: { ...proven.evidence!, mutants } };
  const report = mutationReport(reportOf(task, withoutEvidence));

  test("is what mutation-testing-report-schema describes", () => {
    const file = createRequire(import.meta.url).resolve(
      "mutation-testing-report-schema/mutation-testing-report-schema.json",
    );
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const isValid = ajv.compile(JSON.parse(readFileSync(file, "utf8")) as object);
    const plain: unknown = JSON.parse(JSON.stringify(report));
    expect([isValid(plain), isValid.errors]).toEqual([true, null]);
    expect(isValid({ ...report, files: { "a.py": {} } })).toBe(false);
  });

  test("counts as the evidence does: what gave no answer and what was set aside is ignored", () => {
    const all = Object.values(report.files).flatMap((file) => file.mutants);
    const count = (status: string): number => all.filter((each) => each.status === status).length;
    expect([count("Killed"), count("Survived"), count("Ignored")]).toEqual([2, 1, 2]);
    expect(count("Killed") / (count("Killed") + count("Survived"))).toBe(mutationScoreOf(mutants));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  test("has the source and the place of each, its end behind the last sign", () => {
    const file = report.files["#12/generated/parking_fee/src/parking_fee.py"];
    expect(file?.source).toBe(proven.files.find(({ kind }) => kind === "code")?.text);
    expect(file?.mutants[0]).toMatchObject({
      mutatorName: "boundary",
      location: { start: { line: 3, column: 5 }, end: { line: 3, column: 10 } },
    });
    expect(file?.mutants[1]).toMatchObject({ statusReason: "no test reaches it" });
  });
});

test("the statement of the gate is handed on as it was written, and left out where there is none", () => {
  const report = reportOf(proven);
  expect(filesBeside(report, { testResult: "{ }" })["test-result.json"]).toBe("{ }");
  expect(Object.keys(filesBeside(report, { testResult: null }))).toEqual([
    "junit.xml",
    "mutation.json",
  ]);
});
