import { describe, expect, test } from "vitest";
import {
  generatedDocument,
  isSilent,
  timingsDocument,
} from "../../../actions/generate/documents.ts";
import { NOTHING, type Outcome } from "../../../actions/generate/outcome.ts";
import { PipelineError } from "../../../src/foundation/errors.ts";
import { Generated } from "../../../src/handover/generated.ts";
import { Timings } from "../../../src/handover/timings.ts";
import { isTaskId } from "../../../src/task/task-id.ts";

const [price] = ["price"].filter(isTaskId);
const outcome: Outcome = {
  ...NOTHING,
  handedOver: [
    {
      task: price!,
      number: 7,
      url: "https://github.com/o/r/pull/7",
      branch: "task/price",
      base: "main",
      head: "a".repeat(40),
    },
  ],
  skipped: [{ subject: "tax", reason: "human_commits" }],
  attempts: { price: 2 },
  failures: [
    { subject: "x.json", error: new PipelineError("INPUT_INVALID", "is wrong", { hint: "mend" }) },
    { subject: null, error: new Error(`${"long ".repeat(5_000)}\ud800`) },
  ],
  spent: new Map([["design", { tokens: { input: 1, cachedInput: 0, output: 2 }, costUsd: null }]]),
  spans: [{ what: "check", task: price!, attempt: 2, start: 1, seconds: 2 }],
};

describe("what generate hands on", () => {
  test("says what came of each task, and what was refused and why, as a reader takes it", () => {
    const document = generatedDocument(outcome, false);
    expect(Generated.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
    expect(document).toMatchObject({
      tasks: [{ task: "price", attempt: 2, branch: "task/price", number: 7 }],
      skipped: [{ subject: "tax", reason: "human_commits" }],
      failed: [{ subject: "x.json", message: "is wrong", hint: "mend" }, { subject: null }],
      spent: [{ stage: "design", costUsd: null }],
    });
  });

  test("says when it did what", () => {
    const clock = { began: "2026-01-02T03:04:05.678Z", seconds: 3 };
    const document = timingsDocument(outcome, clock);
    expect(Timings.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
    expect(document).toMatchObject({ ...clock, spans: [{ what: "check", task: "price" }] });
  });

  test.each<[string, Partial<Outcome>]>([
    ["a task", { handedOver: outcome.handedOver }],
    ["what was left alone", { skipped: outcome.skipped }],
    ["a failure", { failures: outcome.failures }],
    ["a question", { spans: outcome.spans }],
  ])("hands nothing on of a run without anything, and something of one with %s", (_, some) => {
    expect(isSilent(NOTHING)).toBe(true);
    expect(isSilent({ ...NOTHING, ...some })).toBe(false);
  });
});
