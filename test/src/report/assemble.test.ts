import { describe, expect, test } from "vitest";
import { because } from "../../../src/handover/decision.ts";
import { GENERATED_SCHEMA, type Generated } from "../../../src/handover/generated.ts";
import type { History } from "../../../src/handover/run-documents.ts";
import { DECIDED_SCHEMA, type DecidedDocument } from "../../../src/next-runs/decided-document.ts";
import { assembleReport, type RunDocuments } from "../../../src/report/assemble.ts";
import { pageOfRun } from "../../../src/report/page-run.ts";
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
  discovered: null,
  gaps: [],
  ...overrides,
});

const decided = (overrides: Partial<DecidedDocument["decided"][number]> = {}): DecidedDocument => ({
  schema: DECIDED_SCHEMA,
  isDryRun: false,
  clock: { began: "2026-01-02T03:05:00.000Z", seconds: 4 },
  decided: [
    {
      head,
      pullRequest: 7,
      decision: { kind: "retry", reasons: [because("not_passed", "x")] },
      next: null,
      base: null,
      mergeSha: null,
      title: "Parking",
      tasks: [{ task: fee, isProven: false }],
      took: { start: 1, seconds: 2.5 },
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
    const [same, other] = [7, 8].map((pullRequest) =>
      assembleReport(documents({ decided: decided({ pullRequest }) })),
    );
    expect(same?.tasks).toMatchObject([{ isProven: false }]);
    expect(other?.tasks).toMatchObject([{ isProven: true }]);
  });

  test("has what each job says of the clock", () => {
    const clock = { began: "2026-01-02T03:04:30.000Z", steps: [] };
    const history = read(passedEvidence(fee, { clock }));
    const report = assembleReport(
      documents({
        tasks: [{ ...documents().tasks[0]!, history }],
        discovered: { began: "2026-01-02T03:04:00.000Z", seconds: 2 },
        decided: decided(),
      }),
    );
    expect(report.timings.map(({ job, start }) => [job, start])).toEqual([
      ["discover", 0],
      ["verify", 30],
      ["merge-gate", 60],
      ["merge-gate", 61],
    ]);
  });

  test("has the decisions as the gate made them", () => {
    expect(assembleReport(documents({ decided: decided() })).decisions).toEqual([
      {
        head,
        pullRequest: 7,
        title: "Parking",
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

  test("lists tasks by id, and one of two pull requests twice", () => {
    const [task] = documents().tasks;
    const tasks = [{ ...task!, pullRequest: 9 }, task!, { ...task!, task: taskId("a") }];
    const report = assembleReport(documents({ tasks }));
    expect(report.tasks.map(({ task: id, pullRequest }) => [id, pullRequest])).toEqual([
      ["a", 7],
      [fee, 7],
      [fee, 9],
    ]);
    expect(pageOfRun(report).stories.map(({ tasks: places }) => places)).toEqual([[0, 1, 2]]);
  });
});
