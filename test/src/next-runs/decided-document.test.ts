import { describe, expect, test } from "vitest";
import { because } from "../../../src/handover/decision.ts";
import {
  type DecidedNow,
  decidedDocument,
  DecidedDocument,
} from "../../../src/next-runs/decided-document.ts";
import type { NextStep } from "../../../src/next-runs/next-step.ts";
import { isTaskId } from "../../../src/task/task-id.ts";

const [price] = ["price"].filter(isTaskId);
const head = "a".repeat(40);
const now = { isDryRun: false, clock: { began: "2026-01-02T03:04:05.000Z", seconds: 3 } };
const run = { id: "9", url: "https://github.com/o/r/actions/runs/9" };

const decided: DecidedNow = {
  head,
  pullRequest: 7,
  decision: {
    kind: "retry",
    reasons: [because("not_passed", "price: failed, test_failed")],
    status: { state: "failure", description: "failed" },
  },
  next: null,
  base: "b".repeat(40),
  mergeSha: null,
  title: "Add a price",
  tasks: [{ task: price!, isProven: false }],
  took: { start: 0.5, seconds: 2 },
};

describe("what the gate hands on", () => {
  test.each<[string, NextStep | null]>([
    ["nothing", null],
    [
      "a run that was started",
      {
        kind: "started",
        what: "retry",
        number: 1,
        workflow: "agent-pipeline.yml",
        tasks: [price!],
        run,
        without: ["task"],
      },
    ],
    ["a run that is under way", { kind: "under_way", what: "reverify", number: 2, run }],
    ["nobody but a person", { kind: "none", why: "a person must look" }],
    ["whoever wrote it", { kind: "none", why: "it was written by hand", isByHand: true }],
  ])("is read again as it was, where what follows is %s", (_, next) => {
    const document = decidedDocument([{ ...decided, next }], [], now);
    expect(DecidedDocument.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
    expect(document.decided).toMatchObject([
      { head, pullRequest: 7, next, tasks: [{ task: "price" }] },
    ]);
  });

  test("says what could not be decided, and of a group that it has no number", () => {
    const error = new Error("GitHub is away");
    const document = decidedDocument([], [{ head, pullRequest: null, error }], {
      ...now,
      isDryRun: true,
    });
    expect(document).toMatchObject({
      isDryRun: true,
      undecided: [{ pullRequest: null, message: "GitHub is away" }],
    });
    expect(DecidedDocument.safeParse(document).success).toBe(true);
  });

  test("has the title as somebody wrote it, cut where it could hide what follows", () => {
    const title = `<script>\u202e${"x".repeat(5_000)}`;
    const document = decidedDocument([{ ...decided, title }], [], now);
    expect(document.decided[0]?.title).toBe(title.slice(0, 1_000));
    expect(DecidedDocument.safeParse(document).success).toBe(true);
  });

  test("is nothing else", () => {
    const document = decidedDocument([decided], [], now);
    const odd = { ...document, decided: [{ ...document.decided[0], head: "../x" }] };
    expect(DecidedDocument.safeParse(odd).success).toBe(false);
    expect(DecidedDocument.safeParse({ ...document, extra: 1 }).success).toBe(false);
  });
});
