import { describe, expect, test } from "vitest";
import { type Timings, TIMINGS_SCHEMA } from "../../../src/handover/timings.ts";
import { DECIDED_SCHEMA, type DecidedDocument } from "../../../src/next-runs/decided-document.ts";
import { type Clocks, timelineOf } from "../../../src/report/timeline.ts";
import { passedEvidence } from "../../support/evidence.ts";
import { taskId } from "../../support/report-fixtures.ts";

const fee = taskId("parking_fee");
const at = (time: string): string => `2026-01-02T${time}Z`;
const NOTHING: Clocks = { timings: null, discovered: null, evidence: [], decided: null };

const tokens = { input: 1, cachedInput: 0, output: 1 };
const place = { task: fee, attempt: 1, seconds: 2 };
const question = {
  what: "question" as const,
  ...place,
  start: 1,
  stage: "code" as const,
  sample: 1,
  round: 1,
  model: "m",
  tokens,
};
const timings = (...spans: Timings["spans"]): Timings => ({
  schema: TIMINGS_SCHEMA,
  began: at("03:04:05.000"),
  seconds: 9,
  spans,
});

const decided = (...tasks: string[]): DecidedDocument => ({
  schema: DECIDED_SCHEMA,
  isDryRun: false,
  clock: { began: at("03:05:00.500"), seconds: 4 },
  decided: [
    {
      head: "a".repeat(40),
      pullRequest: 7,
      title: null,
      decision: { kind: "merge", reasons: [] },
      next: null,
      base: null,
      mergeSha: null,
      tasks: tasks.map((task) => ({ task: taskId(task), isProven: true })),
      took: { start: 1, seconds: 2.5 },
    },
  ],
  undecided: [],
});

describe("the timeline of a run", () => {
  test("is empty where no job tells the time", () => {
    expect(timelineOf({ ...NOTHING, evidence: [passedEvidence(fee)] })).toEqual([]);
  });

  test("has what generate did when, and what each question and all of them cost", () => {
    const spans = [
      { ...question, costUsd: 0.5 },
      { what: "check" as const, ...place, start: 3 },
      { what: "trial" as const, ...place, start: 5 },
    ];
    expect(timelineOf({ ...NOTHING, timings: timings(...spans) })).toEqual([
      { job: "generate", stage: null, task: null, start: 0, seconds: 9, costUsd: 0.5 },
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

  test("says no sum where a price is not known", () => {
    const spans = [
      { ...question, costUsd: 0.5 },
      { ...question, costUsd: null },
    ];
    expect(timelineOf({ ...NOTHING, timings: timings(...spans) })[0]).toMatchObject({
      costUsd: null,
    });
  });

  test("puts all jobs on one clock, from the first piece of work on", () => {
    const clock = {
      began: at("03:04:40.250"),
      steps: [{ what: "running tests", start: 0.5, seconds: 0.4 }],
    };
    const line = timelineOf({
      timings: timings(),
      discovered: { began: at("03:04:20.000"), seconds: 1.2 },
      evidence: [passedEvidence(fee, { clock })],
      decided: decided(fee),
    });
    expect(
      line.map(({ job, stage, task, start, seconds }) => [job, stage, task, start, seconds]),
    ).toEqual([
      ["generate", null, null, 0, 9],
      ["discover", null, null, 15, 1.2],
      ["verify", null, fee, 35.25, 1],
      ["verify", "running tests", fee, 35.75, 0.4],
      ["merge-gate", null, null, 55.5, 4],
      ["merge-gate", "#7", fee, 56.5, 2.5],
    ]);
  });

  test("puts a decision about several tasks beside none of them", () => {
    const line = timelineOf({ ...NOTHING, decided: decided(fee, "price") });
    expect(line.map(({ stage, task }) => [stage, task])).toEqual([
      [null, null],
      ["#7", null],
    ]);
  });
});
