import { describe, expect, test } from "vitest";
import type { Finding, Judged } from "../../../src/authoring/judgement.ts";
import {
  ANSWERABLE,
  type History,
  type Next,
  nextQuestion,
} from "../../../src/authoring/next-question.ts";
import { REASON_CODES, type ReasonCode } from "../../../src/evidence/reasons.ts";

const EMPTY: Omit<Finding, "code"> = {
  of: null,
  says: null,
  item: null,
  call: null,
  expected: null,
  got: null,
  test: null,
};
const finding = (code: ReasonCode, more: Partial<Finding> = {}): Finding => ({
  ...EMPTY,
  code,
  ...more,
});

function judged(...findings: readonly Finding[]): Judged {
  return {
    kind: "judged",
    findings: [...findings],
    fingerprint: findings.length === 0 ? null : findings.map(({ code }) => code).join(" "),
    worth: {
      examples: 0,
      right: 0,
      failed: 0,
      passed: 1,
      shown: null,
      killed: null,
      score: null,
    },
  };
}

const history = (more: Partial<History> = {}): History => ({
  fingerprints: new Set(),
  mended: new Map(),
  begunAnew: { design: 0, code: 0, tests: 0 },
  mapped: new Set(["a line"]),
  crossExaminations: 0,
  blindFailures: [null],
  ...more,
});

function said(next: Next): string {
  return next.kind === "ask" ? `${next.manner} ${next.stage}` : next.kind;
}

/** What one reason alone leads to at first. */
const ALONE: Readonly<Record<ReasonCode, string>> = {
  no_task_folder: "leave",
  no_code: "mend code",
  no_tests: "mend tests",
  policy_violation: "mend tests",
  syntax_error: "mend tests",
  collection_error: "mend tests",
  dependency_refused: "mend tests",
  dependency_failed: "leave",
  example_failed: "mend code",
  test_failed: "cross_examine",
  test_error: "cross_examine",
  test_skipped: "mend tests",
  missing_tests: "mend tests",
  unexpected_tests: "mend tests",
  duplicate_test: "mend tests",
  report_missing: "cross_examine",
  report_invalid: "cross_examine",
  exit_mismatch: "cross_examine",
  canary_survived: "mend tests",
  stub_survived: "add tests",
  mutation_score_low: "add tests",
  criterion_untested: "add tests",
  story_uncovered: "mend design",
  example_only: "add tests",
  test_overruled: "person",
  story_unclear: "person",
  example_missing: "add tests",
  partial_selection: "leave",
  flaky: "fresh tests",
  timeout: "cross_examine",
  resource_limit: "cross_examine",
  isolation_unavailable: "leave",
  conflict: "leave",
  internal_error: "leave",
};

describe("who has to answer", () => {
  test("nothing found: it is proven", () => {
    expect(nextQuestion(judged(), history())).toEqual({ kind: "proven" });
  });

  test.each(REASON_CODES.map((code) => ({ code, next: ALONE[code] })))(
    "$code alone: $next",
    ({ code, next }) => {
      const found = finding(code, code === "example_failed" ? { item: "a line", of: "code" } : {});
      expect(said(nextQuestion(judged(found), history()))).toBe(next);
    },
  );

  test("every reason has somebody", () => {
    expect(Object.keys(ANSWERABLE).toSorted()).toEqual([...REASON_CODES].toSorted());
  });

  const example = finding("example_failed", { item: "a line", of: "code", call: "f(1)" });

  test.each([
    {
      when: "the file that is named is one of the code",
      found: [finding("syntax_error", { of: "code" }), finding("syntax_error", { of: "tests" })],
      next: "mend code",
    },
    {
      when: "the code cannot be imported by itself",
      found: [finding("collection_error", { of: "code" })],
      next: "mend code",
    },
    {
      when: "an example fails beside tests",
      found: [finding("test_failed"), example],
      next: "mend code",
    },
    {
      when: "an example whose line is no call fails",
      found: [finding("example_failed", { item: "another line", of: "code" })],
      next: "map",
    },
    {
      when: "an example is flaky",
      found: [finding("flaky", { of: "code", item: "a line" })],
      next: "mend code",
    },
    {
      when: "a run does not end, and an example shows it",
      found: [finding("timeout"), example],
      next: "mend code",
    },
    {
      when: "nobody can mend one of them here",
      found: [finding("dependency_failed"), finding("stub_survived")],
      next: "leave",
    },
    {
      when: "what is public is not promised",
      found: [finding("stub_survived", { of: "tests" }), finding("stub_survived", { of: "code" })],
      next: "mend code",
    },
    {
      when: "tests are weak, and one was overruled",
      found: [finding("test_overruled"), finding("criterion_untested")],
      next: "add tests",
    },
  ])("$when: $next", ({ found, next }) => {
    expect(said(nextQuestion(judged(...found), history()))).toBe(next);
  });
});

describe("never the same question twice", () => {
  const weak = judged(finding("stub_survived", { of: "tests" }));

  test("the same fingerprint again: a fresh start, which sees nothing of what failed", () => {
    const again = history({ fingerprints: new Set(["stub_survived"]) });
    expect(said(nextQuestion(weak, again))).toBe("fresh tests");
  });

  test("two repairs of a kind: a fresh start", () => {
    const twice = history({ mended: new Map([["tests stub_survived", 2]]) });
    expect(said(nextQuestion(weak, twice))).toBe("fresh tests");
    const once = history({ mended: new Map([["tests stub_survived", 1]]) });
    expect(said(nextQuestion(weak, once))).toBe("add tests");
  });

  test("no fresh start is left: the best version is kept", () => {
    const spent = history({
      fingerprints: new Set(["stub_survived"]),
      begunAnew: { design: 0, code: 0, tests: 2 },
    });
    expect(said(nextQuestion(weak, spent))).toBe("stop");
  });

  test("a design is mended once", () => {
    const once = history({ mended: new Map([["design story_uncovered", 1]]) });
    expect(said(nextQuestion(judged(finding("story_uncovered")), once))).toBe("stop");
  });

  test("others are asked twice at most", () => {
    const spent = history({ crossExaminations: 2 });
    expect(said(nextQuestion(judged(finding("test_failed")), spent))).toBe("stop");
  });
});

describe("an example that no code meets", () => {
  const failed = judged(finding("example_failed", { item: "a line", of: "code", call: "f(1)" }));
  const spent = {
    fingerprints: new Set(["example_failed"]),
    begunAnew: { design: 0, code: 2, tests: 0 },
  };

  test.each([
    { when: "all three codes fail it alone", lines: ["a line"], next: "question" },
    { when: "one of them fails another as well", lines: ["a line", "b"], next: "stop" },
  ])("$when: $next", ({ lines, next }) => {
    const blindFailures = [["a line"], ["a line"], lines];
    expect(said(nextQuestion(failed, history({ ...spent, blindFailures })))).toBe(next);
  });

  test("one of them was never asked: nobody is", () => {
    const blindFailures = [["a line"], null, ["a line"]];
    expect(said(nextQuestion(failed, history({ ...spent, blindFailures })))).toBe("stop");
  });
});
