import { describe, expect, test } from "vitest";
import { BARS_MAX, barsOf } from "../../../src/report/page-run.ts";
import type { Timing } from "../../../src/report/run-report.ts";
import { sampleTask, taskId } from "../../support/report-fixtures.ts";

const fee = sampleTask("parking_fee");
const piece = (job: string, overrides: Partial<Timing> = {}): Timing => ({
  job,
  stage: null,
  task: null,
  start: 0,
  seconds: 1,
  costUsd: null,
  ...overrides,
});
const step = piece("verify", { stage: "running tests", task: fee.task });

describe("the bars of a timeline", () => {
  test("are all pieces of work, each at its task", () => {
    const timings = [piece("discover"), step, { ...step, task: taskId("unknown") }];
    const bars = barsOf({ tasks: [fee], timings });
    expect(bars.map(({ lane, name, task }) => [lane, name, task])).toEqual([
      ["discover", "discover", null],
      ["verify", "running tests", 0],
      ["verify", "running tests", null],
    ]);
  });

  test("are whole jobs alone where there are more than a timeline shows, those of the run first", () => {
    const verified = piece("verify", { task: fee.task });
    const many = Array.from({ length: BARS_MAX }, () => step);
    const bars = barsOf({ tasks: [fee], timings: [verified, ...many, piece("merge-gate")] });
    expect(bars.map(({ lane }) => lane)).toEqual(["merge-gate", "verify"]);
  });
});
