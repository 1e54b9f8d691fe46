import { describe, expect, test } from "vitest";
import { because } from "../../../src/handover/decision.ts";
import { GENERATED_SCHEMA, type Generated } from "../../../src/handover/generated.ts";
import type { History } from "../../../src/handover/run-documents.ts";
import { type Timings, TIMINGS_SCHEMA } from "../../../src/handover/timings.ts";
import { DECIDED_SCHEMA, type DecidedDocument } from "../../../src/next-runs/decided-document.ts";
import { assembleReport, type RunDocuments } from "../../../src/report/assemble.ts";
import { notPassedEvidence, passedEvidence } from "../../support/evidence.ts";
import { taskId } from "../../support/report-fixtures.ts";
import { sampleFolder } from "../../support/sample-folders.ts";

const fee = taskId("parking_fee");
const head = "a".repeat(40);
const read = (newest: (History & { kind: "read" })["newest"]): History => ({
  kind: "read",
  newest,
  earlier: [],
});
const passed = read(passedEvidence(fee));

const documents = (overrides: Partial<RunDocuments> = {}): RunDocuments => ({
  run: { id: "7", attempt: 1, url: null, repository: null, server: null, version: "0.1.0" },
  tasks: [{ task: fee, pullRequest: 7, head, history: passed, folder: sampleFolder(fee) }],
  decided: null,
  generated: null,
  timings: null,
  gaps: [],
  ...overrides,
});

const decided = (overrides: Partial<DecidedDocument["decided"][number]> = {}): DecidedDocument => ({
  schema: DECIDED_SCHEMA,
  isDryRun: false,
  decided: [
    {
      head,
      pullRequest: 7,
      decision: { kind: "retry", reasons: [because("not_passed", "x")] },
      next: null,
      base: null,
      mergeSha: null,
      tasks: [{ task: fee, isProven: false }],
      ...overrides,
    },
  ],
  undecided: [],
});

const generated: Generated = {
  schema: GENERATED_SCHEMA,
  isDryRun: true,
  tasks: [],
  skipped: [{ subject: "tax", reason: "human_commits" }],
  failed: [
    { subject: "meta/stories/x.json", message: "is not valid JSON", hint: "Mend it." },
    { subject: null, message: "GitHub is away", hint: null },
  ],
  spent: [],
};

describe("a report of documents", () => {
  test("has of each task what was found out and what its folder holds", () => {
    const { tasks, stories } = assembleReport(documents());
    expect(tasks).toMatchObject([{ task: fee, head, isProven: true, problem: null }]);
    expect(tasks[0]?.files.map(({ path }) => path)).toContain("src/parking_fee.py");
    expect(stories).toMatchObject([{ id: "parking_fee", tasks: [fee] }]);
  });

  test.each<[string, History | null, string | null]>([
    ["was not verified", null, "It was not verified in this run."],
    [
      "left nothing",
      { kind: "missing", why: "no evidence was uploaded" },
      "No evidence was uploaded.",
    ],
    [
      "left what is no document",
      read("The evidence is not valid JSON"),
      "The evidence is not valid JSON.",
    ],
    ["left a document", read(notPassedEvidence(fee)), null],
  ])("says of a task that %s why there is no evidence", (_, history, problem) => {
    const [task] = documents().tasks;
    const report = assembleReport(documents({ tasks: [{ ...task!, history }] }));
    expect(report.tasks).toMatchObject([{ isProven: false, problem }]);
  });

  test("takes the gate's word for what is proven, and only about the same pull request", () => {
    const isProven = (number: number): boolean =>
      assembleReport(documents({ decided: decided({ pullRequest: number }) })).tasks[0]!.isProven;
    expect([isProven(7), isProven(8)]).toEqual([false, true]);
  });

  test("has the decisions as the gate made them", () => {
    expect(assembleReport(documents({ decided: decided() })).decisions).toEqual([
      {
        head,
        pullRequest: 7,
        title: null,
        decision: { kind: "retry", reasons: [because("not_passed", "x")] },
        next: null,
        base: null,
        mergeSha: null,
        tasks: [fee],
      },
    ]);
  });

  test("says what could not be decided, besides what could not be read", () => {
    const undecided = [{ head, pullRequest: 9, message: "GitHub is away" }];
    const report = assembleReport(
      documents({ decided: { ...decided(), undecided }, gaps: ["It is dark."] }),
    );
    expect(report.gaps).toEqual(["It is dark.", "#9 could not be decided: GitHub is away."]);
  });

  test("says what generate left alone or could not make, as generate says it", () => {
    const report = assembleReport(documents({ generated }));
    expect(report.run.isDryRun).toBe(true);
    expect(report.leftOut).toEqual([
      { subject: "meta/stories/x.json", reason: "failed", message: "is not valid JSON\nMend it." },
      { subject: "the run", reason: "failed", message: "GitHub is away" },
      {
        subject: "tax",
        reason: "human_commits",
        message: "A person changed its folder, which is never overwritten.",
      },
    ]);
  });

  test("has what generate did when, and what it cost", () => {
    const tokens = { input: 1, cachedInput: 0, output: 1 };
    const place = { task: fee, attempt: 1, seconds: 2 };
    const timings: Timings = {
      schema: TIMINGS_SCHEMA,
      began: "2026-01-02T03:04:05.000Z",
      seconds: 9,
      spans: [
        {
          what: "question",
          ...place,
          start: 1,
          stage: "code",
          sample: 1,
          round: 1,
          model: "m",
          tokens,
          costUsd: 0.5,
        },
        { what: "check", ...place, start: 3 },
        { what: "trial", ...place, start: 5 },
      ],
    };
    expect(assembleReport(documents({ timings })).timings).toEqual([
      { job: "generate", stage: null, task: null, start: 0, seconds: 9, costUsd: null },
      { job: "generate", stage: "code", task: fee, start: 1, seconds: 2, costUsd: 0.5 },
      { job: "generate", stage: "self-check", task: fee, start: 3, seconds: 2, costUsd: null },
      {
        job: "generate",
        stage: "cross-examination",
        task: fee,
        start: 5,
        seconds: 2,
        costUsd: null,
      },
    ]);
  });

  test("lists tasks by id, and one of two pull requests twice", () => {
    const [task] = documents().tasks;
    const tasks = [{ ...task!, pullRequest: 9 }, task!, { ...task!, task: taskId("a") }];
    const report = assembleReport(documents({ tasks }));
    expect(report.tasks.map(({ task: id, pullRequest }) => [id, pullRequest])).toEqual([
      ["a", 7],
      [fee, 7],
      [fee, 9],
    ]);
  });
});
