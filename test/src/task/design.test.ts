import { describe, expect, test } from "vitest";
import { withoutBullet } from "../../../src/story/lines.ts";

describe("withoutBullet", () => {
  test.each([
    { line: "- weight=0  → cost=3.50", expected: "weight=0 → cost=3.50" },
    { line: "  * a", expected: "a" },
    { line: "• a", expected: "a" },
    { line: "1. a", expected: "a" },
    { line: "12) a", expected: "a" },
    { line: "# Domain limits", expected: "Domain limits" },
    { line: "> - a", expected: "a" },
    { line: "-0.001 → error", expected: "-0.001 → error" },
    { line: "1.5 → 2", expected: "1.5 → 2" },
    { line: "e\u0301", expected: "\u00e9" },
    { line: "-", expected: "-" },
  ])("$line", ({ line, expected }) => {
    expect(withoutBullet(line)).toBe(expected);
  });
});
