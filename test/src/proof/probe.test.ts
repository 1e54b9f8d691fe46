import { describe, expect, test } from "vitest";
import type { ReasonCode } from "../../../src/evidence/reasons.ts";
import { answerOf } from "../../../src/proof/probe.ts";

interface Row {
  readonly when: string;
  readonly codes: readonly ReasonCode[];
  readonly answer: string;
}

const rows: readonly Row[] = [
  { when: "every test passes", codes: [], answer: "survived" },
  { when: "a test fails", codes: ["test_failed"], answer: "noticed" },
  { when: "a fixture fails", codes: ["test_error", "duplicate_test"], answer: "noticed" },
  {
    when: "a test file cannot be imported any more",
    codes: ["collection_error"],
    answer: "noticed",
  },
  {
    when: "a test fails and the run stops there",
    codes: ["test_failed", "missing_tests"],
    answer: "noticed",
  },
  {
    when: "the report is merely odd, as a forged one can be",
    codes: ["report_invalid", "duplicate_test"],
    answer: "survived",
  },
  { when: "the canary passed, too", codes: ["canary_survived"], answer: "survived" },
  { when: "the time is over", codes: ["timeout"], answer: "no answer" },
  { when: "Python crashes", codes: ["report_missing"], answer: "no answer" },
  { when: "the isolation is gone", codes: ["resource_limit"], answer: "no answer" },
  { when: "tests are left out", codes: ["missing_tests"], answer: "no answer" },
  { when: "tests skip themselves", codes: ["test_skipped"], answer: "no answer" },
];

describe("changed code", () => {
  test.each(rows)("$answer when $when", ({ codes, answer }) => {
    const reasons = codes.map((code) => ({ code, message: "" }));
    expect(answerOf({ reasons })).toBe(answer);
  });
});
