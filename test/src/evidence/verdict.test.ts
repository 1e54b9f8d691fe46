import { describe, expect, test } from "vitest";
import { REASON_MEANINGS } from "../../../src/evidence/reason-meanings.ts";
import { Reason, REASON_CODES, type ReasonCode } from "../../../src/evidence/reasons.ts";
import { isFailure, judge } from "../../../src/evidence/verdict.ts";
import { counterexample } from "../../support/counterexample.ts";
import * as fc from "../../support/properties.ts";

const because = (code: ReasonCode, message = ""): Reason => ({ code, message });

// Whoever changes a line here changes what a person is asked to do.
const UNPROVEN: readonly ReasonCode[] = [
  "no_task_folder",
  "dependency_failed",
  "test_skipped",
  "missing_tests",
  "unexpected_tests",
  "duplicate_test",
  "report_missing",
  "report_invalid",
  "exit_mismatch",
  "canary_survived",
  "stub_survived",
  "mutation_score_low",
  "criterion_untested",
  "story_uncovered",
  "example_only",
  "test_overruled",
  "story_unclear",
  "example_missing",
  "partial_selection",
  "flaky",
  "isolation_unavailable",
  "conflict",
  "internal_error",
];

const placeOf = ({ code, message }: Reason) => REASON_CODES.indexOf(code) * 100 + Number(message);

const isInOrder = (given: readonly ReasonCode[]): boolean => {
  const { reasons } = judge(given.map((code, index) => because(code, `${index}`)));
  const places = reasons.map(placeOf);
  return (
    places.length === given.length &&
    places.every((place, index) => index === 0 || places[index - 1]! < place)
  );
};

const isStorable = ({ message, file }: { message: string; file: string }) => {
  const { reasons } = judge([{ code: "test_error", message, file }]);
  return Reason.safeParse(reasons[0]).success && JSON.stringify(reasons).isWellFormed();
};

describe("judge", () => {
  test("without a reason against it a task has passed", () => {
    expect(judge([])).toEqual({ verdict: "passed", reasons: [] });
  });

  test.each(REASON_CODES)("%s", (code) => {
    const verdict = UNPROVEN.includes(code) ? "unproven" : "failed";
    expect(judge([because(code)])).toEqual({ verdict, reasons: [because(code)] });
    expect(REASON_MEANINGS[code].verdict).toBe(verdict);
  });

  test("what is shown to be wrong outweighs what was not shown, and neither is hidden", () => {
    const given = [because("timeout"), because("test_failed"), because("flaky")];
    expect(judge(given)).toEqual({
      verdict: "failed",
      reasons: [because("test_failed"), because("flaky"), because("timeout")],
    });
  });

  test("reasons come in the order of cause, and of one code in the order in which they were found", () => {
    const codes = fc.array(fc.constantFrom(...REASON_CODES), { maxLength: 12 });
    expect(counterexample(codes, isInOrder)).toBeNull();
  });

  test("of more reasons than a document holds, the first causes are kept", () => {
    const given = [
      ...Array.from({ length: 900 }, () => because("test_failed")),
      because("no_code"),
    ];
    const { reasons } = judge(given);
    expect(reasons).toHaveLength(900);
    expect(reasons[0]).toEqual(because("no_code"));
  });

  test("a message, a test and a file are cut to what a document holds, and stay Unicode", () => {
    const long = `${"x".repeat(1_998)}\u{1F600}y`;
    const given: Reason = { ...because("test_failed", long), test: long, file: long, line: 3 };
    const cut = `${"x".repeat(1_998)}\uFFFD…`;
    expect(judge([given]).reasons).toEqual([
      { code: "test_failed", message: cut, test: cut, file: cut, line: 3 },
    ]);
  });

  test("whatever a reason says, a document can hold it", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "binary" }).map((part) => part.padEnd(5_000, "\uD83D\uDE00")),
    );
    expect(counterexample(fc.record({ message: text, file: text }), isStorable)).toBeNull();
  });
});

describe("a step fails", () => {
  test.each<{ when: string; codes: readonly ReasonCode[]; expected: boolean }>([
    { when: "its task passed", codes: [], expected: false },
    { when: "a test failed", codes: ["test_failed"], expected: true },
    { when: "nothing was shown", codes: ["timeout"], expected: true },
    { when: "a selection was asked for", codes: ["partial_selection"], expected: false },
    {
      when: "something else was found among the selected",
      codes: ["partial_selection", "flaky"],
      expected: true,
    },
  ])("$when: $expected", ({ codes, expected }) => {
    expect(isFailure(judge(codes.map((code) => because(code))))).toBe(expected);
  });

  test("when a verdict is not passed, whatever its reasons", () => {
    expect(isFailure({ verdict: "passed", reasons: [because("flaky")] })).toBe(false);
  });
});
