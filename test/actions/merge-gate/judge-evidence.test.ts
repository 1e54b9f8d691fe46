import { describe, expect, test } from "vitest";
import { judgeEvidence, type PresentInputs } from "../../../actions/merge-gate/judge-evidence.ts";
import { type Evidence } from "../../../src/evidence/evidence.ts";
import { REASON_CODES } from "../../../src/evidence/reasons.ts";
import { isTaskId } from "../../../src/task/task-id.ts";
import { notPassedEvidence, passedEvidence, someInputs } from "../../support/evidence.ts";

const price = "price";
if (!isTaskId(price)) throw new Error("price is a task id");

const { task, shared, config } = someInputs();
const now: PresentInputs = { kind: "inputs", inputs: { task, shared, config } };
const changedNow = (overrides: object): PresentInputs => ({
  kind: "inputs",
  inputs: { task, shared, config, ...overrides },
});

const codeOf = (evidence: Evidence, present: PresentInputs = now, claimsStory = false): string => {
  const at = { head: "a".repeat(40), runId: "7", present, claimsStory };
  const finding = judgeEvidence(price, evidence, at);
  return finding.kind === "proven" ? "proven" : finding.reason.code;
};

describe("judgeEvidence", () => {
  test("takes a passed document of this run, this head and these inputs", () => {
    expect(codeOf(passedEvidence(price))).toBe("proven");
  });

  test.each([
    { when: "it is about another task", given: passedEvidence("cost"), code: "evidence_invalid" },
    {
      when: "it comes from another run",
      given: passedEvidence(price, { run: { id: "6", attempt: 1 } }),
      code: "evidence_invalid",
    },
    {
      when: "another head was verified",
      given: passedEvidence(price, { head: "d".repeat(40) }),
      code: "evidence_stale",
    },
    { when: "a test failed", given: notPassedEvidence(price), code: "not_passed" },
    {
      when: "only some tests were run",
      given: notPassedEvidence(price, { reason: { code: "partial_selection", message: "2 of 3" } }),
      code: "partial_selection",
    },
    {
      when: "verify saw a conflict",
      given: notPassedEvidence(price, { reason: { code: "conflict", message: "both changed" } }),
      code: "conflict",
    },
  ])("answers $code when $when", ({ given, code }) => {
    expect(codeOf(given)).toBe(code);
  });

  test.each([
    { what: "the task folder", present: changedNow({ task: "2".repeat(40) }) },
    {
      what: "a shared input",
      present: changedNow({ shared: { ...shared, "requirements.txt": "3".repeat(40) } }),
    },
    {
      what: "the list of shared inputs",
      present: changedNow({ shared: { ...shared, "data/x.csv": null } }),
    },
    { what: "the config", present: changedNow({ config: `sha256:${"0".repeat(64)}` }) },
  ])("asks for another verification when $what changed since", ({ present }) => {
    expect(codeOf(passedEvidence(price), present)).toBe("inputs_changed");
  });

  test("a folder that says it was made from a story needs its criteria checked", () => {
    expect(codeOf(passedEvidence(price), now, true)).toBe("evidence_invalid");
    expect(codeOf(passedEvidence(price, { criteria: {} }), now, true)).toBe("proven");
  });

  test("a base that moved elsewhere changes nothing", () => {
    const commits = { head: "a".repeat(40), base: "e".repeat(40), mergeBase: "c".repeat(40) };
    expect(codeOf(passedEvidence(price, { commits }))).toBe("proven");
  });

  test("a conflict of this moment counts even after a pass", () => {
    expect(codeOf(passedEvidence(price), { kind: "conflict", path: "generated/price" })).toBe(
      "conflict",
    );
  });

  test.each(REASON_CODES)("no document with the reason %s is proven", (code) => {
    const evidence = notPassedEvidence(price, { reason: { code, message: "" }, verdict: "passed" });
    expect(codeOf(evidence)).not.toBe("proven");
  });
});
