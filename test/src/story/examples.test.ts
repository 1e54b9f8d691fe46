import { describe, expect, test } from "vitest";
import { decimal } from "../../../src/proof/criteria.ts";
import { exampleIn } from "../../../src/story/examples.ts";

const read = (line: string): string | undefined =>
  exampleIn(line)
    ?.map(({ kind, text }) => `${kind} ${text}`)
    .join(", ");

describe("an example that is read", () => {
  test.each([
    ["- weight=0.5 → cost=4.10   (3.50 + 0.5×1.20 = 4.10)", "number 0.5, number 4.10"],
    [
      "weight=0.005 → round_3=0.005 → 3.50 + 0.005×1.20 = 3.506 → round_2=3.51",
      "number 0.005, number 3.51",
    ],
    [
      '- weight=-0.001 (→ round_3=-0.001) → raises ValueError("NEGATIVE")',
      "number -0.001, name ValueError, string NEGATIVE",
    ],
    [
      '- weight="1.0"  (text) → raises TypeError("NON_NUMERIC")',
      "string 1.0, name TypeError, string NON_NUMERIC",
    ],
    ["f(2) -> 4", "number 2, number 4"],
    ["1) add(1, 2) returns 3", "number 1, number 2, number 3"],
    ["* `add(1, 2)` should return `3`", "number 1, number 2, number 3"],
    ["parse('1+1') == 2", "string 1+1, number 2"],
    ['f(-1) → ValueError: "too small"', "number -1, name ValueError, string too small"],
    ["divide(1, 0) raises ZeroDivisionError", "number 1, number 0, name ZeroDivisionError"],
    ["| 0.5 | 4.10 |", "number 0.5, number 4.10"],
    ['{"input":{"a":[1,"x"]},"expected":true}', "number 1, string x, name true"],
    ["f([]) => []", "empty , empty "],
    ["f(\"a, b -> c\") → 'x'", "string a, b -> c, string x"],
    ["5 kg -> $9.50", "number 5, number 9.50"],
    ["x = −3 → y = 9", "number -3, number 9"],
    ['add(a=1, b=[2, 3]) => {"sum": 6}', "number 1, number 2, number 3, string sum, number 6"],
    ["is_even(2) is True", "number 2, name True"],
  ])("%s", (line, values) => {
    expect(read(line)).toBe(values);
  });
});

describe("a line that is no example, or not with certainty", () => {
  test.each([
    "The following input→output pairs MUST hold (values in USD):",
    'If weight < 0 after rounding → raise ValueError("NEGATIVE").',
    "racecar → true",
    "timeout → 30",
    "1,000 → 5",
    "10% → 5",
    "f(x) → 3",
    "f(3) → (1, 2)",
    "| weight | cost |",
    "|---|---|",
    "Given a cart with 3 items",
    "2024-01-31 → 31",
    "Send the request → get a response",
    '{"id": 1, "title": "x"}',
    "it's 5 → it's 6",
    "A4 → 210",
    "Q1 → 3",
    "x2 -> x4",
    "add(x1, y2) returns 3",
    "0 → 0; 1 → 1; 2 → 4",
    "f(2,'a') -> 'aa' and f(3,'b') -> 'bbb'",
    "→",
    "5 →",
    "((((→",
  ])("%s", (line) => {
    expect(read(line)).toBeUndefined();
  });
});

describe("two numbers are one decimal", () => {
  test.each([
    ["4.10", "4.1"],
    ["0.000", "-0"],
    ["1e3", "1000"],
    ["1_000", "1000.0"],
    [".5", "0.50"],
    ["-0.001", "-1e-3"],
  ])("%s and %s", (a, b) => {
    expect(decimal(a)).toBe(decimal(b));
    expect(decimal(a)).not.toBeNull();
  });

  test.each([
    ["1", "-1"],
    ["1.0", "10"],
    ["0.1", "0.01"],
  ])("but not %s and %s", (a, b) => {
    expect(decimal(a)).not.toBe(decimal(b));
  });

  test.each(["", ".", "-", "1.2.3", "abc", "1e", "0x1", "NaN"])("and %j is none", (text) => {
    expect(decimal(text)).toBeNull();
  });
});
