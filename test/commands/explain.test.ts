import { describe, expect, test } from "vitest";
import { type Document, explain } from "../../commands/explain/explain.ts";
import type { RunFacts } from "../../commands/explain/explained.ts";
import type { Reason } from "../../src/evidence/reasons.ts";
import { REASON_CODES } from "../../src/evidence/reasons.ts";
import { judge } from "../../src/evidence/verdict.ts";
import { passedEvidence } from "../support/evidence.ts";
import { HOSTILE } from "../support/hostile.ts";
import { PIPE, steering, TERMINAL, textOf } from "./command-line.ts";

const proven: Document = {
  source: "a/evidence.json",
  json: JSON.stringify(passedEvidence("shipping_cost")),
};

/** Evidence that ended before anything ran: it may name any reason. */
function refusedFor(...reasons: Reason[]): Document {
  const evidence = passedEvidence("shipping_cost", {
    ...judge(reasons),
    reasons,
    inputs: null,
    inputsDigest: null,
    tests: { expected: 0, selected: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 },
    results: [],
    canary: { outcome: "absent" },
    stubs: null,
    mutants: null,
    mutationScore: null,
    items: null,
    criteria: null,
    vacuousTests: null,
    unreached: null,
  });
  return { source: "evidence.json", json: JSON.stringify(evidence) };
}

const run: RunFacts = {
  url: "https://github.com/o/r/actions/runs/7",
  conclusion: "success",
  failedJobs: [],
  gate: [],
  unseen: [],
};

describe("explain", () => {
  test("says of a proven task what comes next", () => {
    const answer = explain([proven], null);
    expect(answer.exit).toBe(0);
    expect(textOf(answer)).toContain("✔ shipping_cost: passed, 1 of 1 test passed");
    expect(textOf(answer)).toContain("All is proven. merge-gate merges it");
  });

  test("says of a refused one why, what it means, and what to do now", () => {
    const answer = explain(
      [
        refusedFor({
          code: "syntax_error",
          message: "invalid syntax",
          file: "src/a.py",
          line: 3,
        }),
      ],
      null,
    );
    expect(answer.exit).toBe(1);
    const text = textOf(answer);
    expect(text).toContain("✘ shipping_cost: failed (syntax_error)");
    expect(text).toContain("  syntax_error: A Python file does not parse.\n");
    expect(text).toContain("    - src/a.py:3 invalid syntax\n");
    expect(text).toContain("    What now: Mend the line that the message names.");
    expect(text).toContain("merge-gate starts another attempt by itself");
  });

  test("does not promise another attempt where a person has to decide", () => {
    const answer = explain([refusedFor({ code: "story_unclear", message: "9 or 10?" })], null);
    expect(textOf(answer)).toContain("Nothing goes on by itself: a person has to decide");
    expect(textOf(answer)).not.toContain("another attempt by itself");
  });

  test.each(REASON_CODES)("has words for %s", (code) => {
    const { blocks, data, exit } = explain([refusedFor({ code, message: "m" })], null);
    const text = textOf({ blocks, data, exit });
    expect(text).toMatch(new RegExp(`^  ${code}: .{10,}$`, "m"));
    expect(text).toMatch(/^ {4}What now: .{10,}$/m);
    expect(JSON.stringify(data)).toContain('"advice"');
  });

  test.each([
    { what: "no JSON", json: "{", says: "The evidence is not valid JSON" },
    { what: "something else", json: "{}", says: "The evidence is not what verify writes" },
  ])("of $what says what it is not", ({ json, says }) => {
    const answer = explain([{ source: "x.json", json }], null);
    expect(answer.exit).toBe(1);
    expect(textOf(answer)).toContain(`✘ x.json: ${says}`);
  });

  test.each([
    { when: "all is proven", facts: run, documents: [proven], exit: 0 },
    { when: "it still runs", facts: { ...run, conclusion: null }, documents: [proven], exit: 3 },
    {
      when: "a job failed",
      facts: { ...run, conclusion: "failure" },
      documents: [proven],
      exit: 1,
    },
    {
      when: "an artifact is gone",
      facts: run,
      documents: [{ source: "a", problem: "is gone" }],
      exit: 1,
    },
  ])("ends with $exit where of a run $when", ({ facts, documents, exit }) => {
    expect(explain(documents, facts).exit).toBe(exit);
  });

  test("tells of a run what its jobs said, and what the gate posted", () => {
    const text = textOf(
      explain([], {
        ...run,
        conclusion: "failure",
        failedJobs: [{ name: "generate", url: "https://github.com/j", said: ["a.json: is empty"] }],
        gate: [{ head: "a".repeat(40), state: "failure", says: "hold: story_unbuilt" }],
      }),
    );
    expect(text).toContain("✘ the job generate failed: https://github.com/j\n  - a.json: is empty");
    expect(text).toContain("agent-pipeline/gate on aaaaaaa: failure, hold: story_unbuilt");
    expect(text).toContain("It left no evidence");
  });

  test.each(HOSTILE)("%j in evidence, artifact and log steers no terminal", (text) => {
    const message = text.toWellFormed();
    const document = refusedFor({
      code: "test_failed",
      message,
      test: message,
      file: message,
      item: message,
      got: message,
    });
    const answer = explain([document, { source: text, problem: text }], {
      url: text,
      conclusion: text,
      failedJobs: [{ name: text, url: text, said: [text] }],
      gate: [{ head: text, state: text, says: text }],
      unseen: [text],
    });
    expect(textOf(answer)).toContain("test_failed");
    for (const screen of [PIPE, TERMINAL]) expect(steering(textOf(answer, screen))).toEqual([]);
  });
});
