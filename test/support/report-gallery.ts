import type { ReasonCode } from "../../src/evidence/reasons.ts";
import type { RunReport } from "../../src/report/run-report.ts";
import { refusedTask, runOfMany, runOfOne, runReport, sampleTask } from "./report-fixtures.ts";

/** Ways of being refused that look different on the page. */
export const REFUSED = [
  "test_failed",
  "example_failed",
  "stub_survived",
  "mutation_score_low",
  "story_uncovered",
  "syntax_error",
  "collection_error",
  "dependency_refused",
  "isolation_unavailable",
  "policy_violation",
] as const satisfies readonly ReasonCode[];

/** The pages that a person should have looked at after a change, by name. */
export function galleryReports(): ReadonlyMap<string, RunReport> {
  return new Map([
    ["proven", runOfOne(sampleTask("due_date"))],
    ...REFUSED.map((code): [string, RunReport] => [`refused-${code}`, runOfOne(refusedTask(code))]),
    ["repaired", runOfOne(sampleTask("parking_fee"))],
    ["cross-examination", runOfOne(sampleTask("order_status"))],
    ["question", runOfOne(questionTask(), { decision: QUESTION_DECISION, mergeSha: null })],
    ["no-evidence", runOfOne(withoutEvidence(), { mergeSha: null })],
    ["nothing", runReport()],
    ["30-tasks", runOfMany(30)],
    ["500-tasks", runOfMany(500)],
  ]);
}

const QUESTION_DECISION = {
  kind: "hold",
  reasons: [{ code: "story_unclear", message: "parking_fee: the story leaves something open" }],
} as const;

function questionTask() {
  const task = refusedTask("story_unclear", {
    message: "What does parking_fee(15) give? The story leaves it open",
  });
  return {
    ...task,
    question: {
      call: "parking_fee(15)",
      answers: [
        { by: "test", answer: "200" },
        { by: "code 2", answer: "0" },
        { by: "code 3", answer: "0" },
      ],
      items: ["- The first 15 minutes are free."],
      line: "- parking_fee(15) → 0",
    },
  };
}

function withoutEvidence() {
  const task = sampleTask("parking_fee");
  return {
    ...task,
    isProven: false,
    evidence: null,
    problem: "The artifact evidence-parking_fee is missing.",
    items: task.items.map((item) => ({ ...item, state: "unknown" as const })),
  };
}
