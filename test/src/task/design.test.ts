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
    { line: "- [ ]  a   b", expected: "a b" },
    { line: "* [x] a", expected: "a" },
    { line: "☐ a", expected: "a" },
    { line: "a) a", expected: "a" },
    { line: "・重さ", expected: "重さ" },
    { line: "- [ ] → 0", expected: "[ ] → 0" },
    { line: "[1]  → 0", expected: "[1] → 0" },
    { line: '- "a  b"  →  "a\tb"', expected: '"a  b" → "a\tb"' },
    { line: "'a  b'  →  “c  d”", expected: "'a  b' → “c  d”" },
    { line: "the user's  name  isn't", expected: "the user's name isn't" },
    { line: '5"  x  6', expected: '5" x 6' },
    { line: '"not  closed', expected: '"not closed' },
    { line: '"a \\"  b"  c', expected: '"a \\"  b" c' },
  ])("$line", ({ line, expected }) => {
    expect(withoutBullet(line)).toBe(expected);
  });
});
