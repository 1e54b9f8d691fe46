import { describe, expect, test } from "vitest";
import { hasSurvived } from "../../actions/shared/kill-stubs.ts";

const found = (...codes: Parameters<typeof reasonOf>[0][]) => ({ reasons: codes.map(reasonOf) });
const reasonOf = (code: "test_failed" | "test_error" | "duplicate_test" | "report_invalid") => ({
  code,
  message: "",
});

describe("a change of the code", () => {
  test("is noticed when a test fails", () => {
    expect(hasSurvived(found("test_failed"))).toBe(false);
    expect(hasSurvived(found("duplicate_test", "test_error"))).toBe(false);
  });

  test("is not noticed when every test passes", () => {
    expect(hasSurvived(found())).toBe(true);
  });

  test("is not noticed by a report that is merely odd, as a forged one can be", () => {
    expect(hasSurvived(found("duplicate_test"))).toBe(true);
    expect(hasSurvived(found("report_invalid", "duplicate_test"))).toBe(true);
  });
});
