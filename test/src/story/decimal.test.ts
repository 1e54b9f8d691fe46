import { describe, expect, test } from "vitest";
import { decimal } from "../../../src/story/decimal.ts";

describe("the one form of a decimal number", () => {
  test.each([
    ["0", "0"],
    ["-0.00", "0"],
    ["+0e7", "0"],
    ["1", "1e0"],
    ["+1", "1e0"],
    ["-1", "-1e0"],
    ["10", "1e1"],
    ["100.0", "1e2"],
    ["0.10", "1e-1"],
    [".05", "5e-2"],
    ["5.", "5e0"],
    ["12.340", "1234e-2"],
    ["0012", "12e0"],
    ["1_000", "1e3"],
    ["1.5e3", "15e2"],
    ["1.5E-3", "15e-4"],
    [" 7 ", "7e0"],
  ])("of %j is %s", (text, form) => {
    expect(decimal(text)).toBe(form);
  });

  test.each(["", ".", "+", "e5", ".e5", "1,5", "_1", "1 2", "NaN", "Infinity", "1e1234567"])(
    "%j is no number",
    (text) => {
      expect(decimal(text)).toBeNull();
    },
  );
});

test("a number in another base is read up to a length", () => {
  expect(decimal(`0x${"f".repeat(998)}`)).not.toBeNull();
  expect(decimal(`0x${"f".repeat(999)}`)).toBeNull();
});
