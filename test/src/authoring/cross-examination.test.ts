import { describe, expect, test } from "vitest";
import { crossExamine, keyOf } from "../../../src/authoring/cross-examination.ts";
import type { Trial, TriedTest } from "../../../src/authoring/trial.ts";

/** `PFP`: passed on the first and third code, failed on the second. */
function tried(id: string, row: string, suite = 0): TriedTest {
  return {
    suite,
    id,
    case: 0,
    criteria: [],
    outcomes: Array.from(row, (each) =>
      each === "P" ? "passed" : each === "F" ? "failed" : "none",
    ),
  };
}

/** `codes`: for each a letter, the same for those that agree; in small letters where it fails an example. */
function trial(codes: string, rows: Readonly<Record<string, string>>): Trial {
  return {
    codes: Array.from(codes, (letter) => ({
      failed: letter === letter.toLowerCase() ? ["a line"] : [],
      agreement: letter.toUpperCase().charCodeAt(0),
    })),
    tests: Object.entries(rows).map(([id, row]) => tried(id, row)),
  };
}

describe("crossExamine", () => {
  test.each<{ when: string; codes: string; rows: Record<string, string>; said: object }>([
    {
      when: "(a) a code that fails an example goes, and what it says of a test counts no more",
      codes: "aBB",
      rows: { one: "FPP" },
      said: { kind: "settled", code: 1 },
    },
    {
      when: "(b) fewer than two codes are left",
      codes: "abB",
      rows: { one: "PPF" },
      said: { kind: "too_few" },
    },
    {
      when: "(c) a test fails on all that are left, which agree",
      codes: "AAA",
      rows: { one: "FFF", two: "PPP" },
      said: { kind: "suspects", codes: [0, 1, 2] },
    },
    {
      when: "(c) but not where they differ",
      codes: "AAB",
      rows: { one: "FFF" },
      said: { kind: "open" },
    },
    {
      when: "(d) a test fails on one of three, and the other two agree: that code goes",
      codes: "ABB",
      rows: { one: "FPP", two: "PPP" },
      said: { kind: "settled", code: 1 },
    },
    {
      when: "(c) once more, where a code has gone and the two that are left agree",
      codes: "ABB",
      rows: { one: "FPP", two: "PFF" },
      said: { kind: "suspects", codes: [1, 2] },
    },
    {
      when: "(d) but not where the other two differ",
      codes: "ABC",
      rows: { one: "FPP", two: "PPF" },
      said: { kind: "open" },
    },
    {
      when: "(d) nor where only two are left",
      codes: "aBC",
      rows: { one: "PFP", two: "PPF" },
      said: { kind: "open" },
    },
    {
      when: "(e) a test fails on two of three",
      codes: "AAA",
      rows: { one: "FPF" },
      said: { kind: "open" },
    },
    {
      when: "a test without an answer drops nothing",
      codes: "AAA",
      rows: { one: "?FF" },
      said: { kind: "open" },
    },
    {
      when: "(e) even if everything passes on one of them: it was not chosen for that",
      codes: "ABC",
      rows: { one: "PFF", two: "PPP" },
      said: { kind: "open" },
    },
  ])("$when", ({ codes, rows, said }) => {
    expect(crossExamine(trial(codes, rows), new Set())).toMatchObject(said);
  });

  test("a test that was overruled says nothing any more", () => {
    const all = trial("AAA", { one: "FFF", two: "PPP" });
    const out = new Set([keyOf(all.tests[0]!)]);
    expect(crossExamine(all, out)).toEqual({ kind: "settled", code: 0 });
  });
});
