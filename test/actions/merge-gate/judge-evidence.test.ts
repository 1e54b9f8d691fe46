import { describe, expect, test } from "vitest";
import type { TaskFinding } from "../../../actions/merge-gate/decide.ts";
import {
  changedInputs,
  contradict,
  judgeEvidence,
  judgeHistory,
  type Moment,
  type PresentInputs,
} from "../../../actions/merge-gate/judge-evidence.ts";
import { parseConfig } from "../../../src/config/config.ts";
import { type Evidence } from "../../../src/evidence/evidence.ts";
import { REASON_CODES, type ReasonCode } from "../../../src/evidence/reasons.ts";
import { type History, newestIn } from "../../../src/handover/run-documents.ts";
import { isTaskId } from "../../../src/task/task-id.ts";
import { notPassedEvidence, passedEvidence, someInputs } from "../../support/evidence.ts";

const price = "price";
if (!isTaskId(price)) throw new Error("price is a task id");

const IT = passedEvidence(price).results[0]!.id;

const { task, shared, config } = someInputs();
const now: PresentInputs = { kind: "inputs", inputs: { task, shared, config } };
const changedNow = (overrides: object): PresentInputs => ({
  kind: "inputs",
  inputs: { task, shared, config, ...overrides },
});

const moment = (overrides: Partial<Moment> = {}): Moment => ({
  head: "a".repeat(40),
  runId: "7",
  present: now,
  settings: parseConfig(null),
  claimsStory: false,
  ...overrides,
});

const messageOf = (finding: TaskFinding): string =>
  finding.kind === "proven" ? "proven" : `${finding.reason.code}: ${finding.reason.message}`;

const codeOf = (evidence: Evidence, present: PresentInputs = now, claimsStory = false): string => {
  const finding = judgeEvidence(price, evidence, moment({ present, claimsStory }));
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
    expect(codeOf(passedEvidence(price, { criteria: {} }), now, true)).toBe("evidence_invalid");
    const checked = { criteria: { "AC-1": { tests: [IT], example: null } } };
    expect(codeOf(passedEvidence(price, checked), now, true)).toBe("proven");
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

describe("with require-replay", () => {
  const settings = { ...parseConfig(null), "require-replay": true };
  const criteria = { "AC-1": { tests: [IT], example: null } };
  const said = (given: Partial<Evidence>, at: Partial<Moment> = {}): string =>
    messageOf(
      judgeEvidence(
        price,
        passedEvidence(price, { criteria, ...given }),
        moment({ settings, claimsStory: true, ...at }),
      ),
    );
  const changed = Array.from({ length: 12 }, (_, index) => ({
    path: `src/${index}.py`,
    how: "was changed",
  }));

  test.each<{ given: Partial<Evidence>; at?: Partial<Moment>; says: string }>([
    { given: { replay: "same" }, says: "proven" },
    {
      given: { replay: "differs", replayDifferences: changed.slice(0, 2) },
      says: "replay_differs: price: src/0.py was changed, src/1.py was changed",
    },
    {
      given: { replay: "other_version" },
      says: "replay_unavailable: price: another version made it: generate it again",
    },
    {
      given: { replay: null },
      says: "replay_unavailable: price: it has no transcript to be made from: generate it again",
    },
    // A folder that was made by hand is not made again from anything.
    { given: { replay: null }, at: { claimsStory: false }, says: "proven" },
    {
      given: { replay: "differs", replayDifferences: changed },
      at: { settings: parseConfig(null) },
      says: "proven",
    },
    { given: { replay: "other_version" }, at: { settings: parseConfig(null) }, says: "proven" },
  ])("$given.replay: $says", ({ given, at, says }) => {
    expect(said(given, at)).toBe(says);
  });

  test("of many edited files ten are named", () => {
    expect(said({ replay: "differs", replayDifferences: changed })).toMatch(
      /src\/9\.py was changed, and 2 more$/,
    );
  });
});

describe("what a person reads of one document", () => {
  const both = notPassedEvidence(price, {
    verdict: "failed",
    reasons: (["test_failed", "test_failed", "partial_selection"] as const).map((code) => ({
      code,
      message: "",
    })),
  });

  test.each<{ given: Evidence; at?: Partial<Moment>; said: string }>([
    { given: passedEvidence(price), said: "proven" },
    {
      given: passedEvidence("cost"),
      said: "evidence_invalid: price: it lies in the folder of another task",
    },
    {
      given: passedEvidence(price, { run: { id: "6", attempt: 1 } }),
      said: "evidence_invalid: price: the document comes from run 6, not from this one",
    },
    {
      given: passedEvidence(price),
      at: { head: "d".repeat(40) },
      said: `evidence_stale: price: ${"a".repeat(40)} was verified, and the head is ${"d".repeat(40)}`,
    },
    {
      given: notPassedEvidence(price, { reason: { code: "conflict", message: "" } }),
      said: "conflict: price: head and base both changed; a person must merge them",
    },
    {
      given: passedEvidence(price),
      at: { present: { kind: "conflict", path: "data/x.csv" } },
      said: "conflict: price: head and base both changed data/x.csv; a person must merge them",
    },
    {
      given: notPassedEvidence(price, { reason: { code: "partial_selection", message: "" } }),
      said: "partial_selection: price: only some of its tests were run",
    },
    { given: both, said: "not_passed: price: failed, test_failed, partial_selection" },
    {
      given: passedEvidence(price, { verdict: "unproven", inputs: null }),
      said: "evidence_invalid: price: verdict and reasons disagree",
    },
    {
      given: passedEvidence(price, { inputs: null }),
      said: "evidence_invalid: price: passed without inputs",
    },
    {
      given: passedEvidence(price),
      at: { claimsStory: true },
      said: "evidence_invalid: price: passed although the criteria of its story were not checked",
    },
    {
      given: passedEvidence(price),
      at: { present: changedNow({ task: "2".repeat(40), config: `sha256:${"0".repeat(64)}` }) },
      said: "inputs_changed: price: the task folder, .github/agent-pipeline.yml changed after the verification",
    },
  ])("$said", ({ given, at, said }) => {
    expect(messageOf(judgeEvidence(price, given, moment(at)))).toBe(said);
  });
});

describe("changedInputs", () => {
  const file = "3".repeat(40);

  test.each([
    { when: "nothing changed", given: {}, expected: [] },
    { when: "the folder changed", given: { task: "2".repeat(40) }, expected: ["the task folder"] },
    {
      when: "a shared file was added",
      given: { shared: { ...shared, "requirements.txt": file } },
      expected: ["requirements.txt"],
    },
    {
      when: "a file is no shared input any more",
      given: { shared: { "requirements.txt": null } },
      expected: ["test-requirements.txt"],
    },
    {
      when: "a file that is not there became a shared input",
      given: { shared: { ...shared, "data/x.csv": null } },
      expected: ["data/x.csv"],
    },
    {
      when: "all of it changed",
      given: {
        task: "2".repeat(40),
        shared: { ...shared, "requirements.txt": file, "test-requirements.txt": file },
        config: "sha256:0" as const,
      },
      expected: [
        "the task folder",
        "requirements.txt",
        "test-requirements.txt",
        ".github/agent-pipeline.yml",
      ],
    },
  ])("names what changed: $when", ({ given, expected }) => {
    const present = { task, shared, config, ...given };
    expect(changedInputs(someInputs(), present)).toEqual(expected);
  });
});

describe("contradict", () => {
  const passed = passedEvidence(price);
  const because = (code: ReasonCode) => notPassedEvidence(price, { reason: { code, message: "" } });
  const others = passedEvidence(price, { inputs: someInputs({ python: "3.13.0" }) });

  test.each([
    { when: "passed and failed", one: passed, other: because("test_failed"), expected: true },
    { when: "passed and erred", one: passed, other: because("test_error"), expected: true },
    {
      when: "passed and gave another answer than the story",
      one: passed,
      other: because("example_failed"),
      expected: true,
    },
    { when: "passed twice", one: passed, other: passed, expected: false },
    {
      when: "failed twice",
      one: because("test_failed"),
      other: because("test_error"),
      expected: false,
    },
    // Time, memory and machines differ from attempt to attempt; what tests say must not.
    { when: "passed and ran out of time", one: passed, other: because("timeout"), expected: false },
    {
      when: "passed and failed with other inputs",
      one: others,
      other: because("test_failed"),
      expected: false,
    },
    {
      when: "passed and failed, both with inputs that nobody knows",
      one: { ...passed, inputs: null, inputsDigest: null },
      other: { ...because("test_failed"), inputs: null, inputsDigest: null },
      expected: false,
    },
    {
      when: "passed, and failed for two reasons",
      one: passed,
      other: {
        ...because("test_failed"),
        reasons: [...because("timeout").reasons, ...because("test_failed").reasons],
      },
      expected: true,
    },
  ])("$when: $expected, whichever was first", ({ one, other, expected }) => {
    expect(contradict(one, other)).toBe(expected);
    expect(contradict(other, one)).toBe(expected);
  });
});

const history = (newest: Evidence | string, ...earlier: (Evidence | string)[]): History => ({
  kind: "read",
  newest,
  earlier,
});

describe("judgeHistory", () => {
  const passed = passedEvidence(price);
  const failed = notPassedEvidence(price);
  const flaky =
    "flaky: price: the same code passed in one attempt of this run and failed its tests in another";

  test.each<{ when: string; given: History; at?: Partial<Moment>; said: string }>([
    {
      when: "there is no document",
      given: { kind: "missing", why: "its artifact is gone" },
      said: "evidence_missing: price: its artifact is gone",
    },
    {
      when: "the newest is none",
      given: history("it is not valid JSON", passed),
      said: "evidence_invalid: price: it is not valid JSON",
    },
    { when: "there is one", given: history(passed), said: "proven" },
    { when: "all say the same", given: history(passed, passed), said: "proven" },
    {
      when: "an earlier one is none",
      given: history(passed, "it is not valid JSON"),
      said: "proven",
    },
    { when: "it failed before it passed", given: history(passed, failed), said: flaky },
    { when: "it passed before it failed", given: history(failed, passed), said: flaky },
    { when: "one of many says the opposite", given: history(passed, passed, failed), said: flaky },
    {
      when: "the one that says the opposite follows one that is none",
      given: history(passed, "it is not valid JSON", failed),
      said: flaky,
    },
    {
      when: "nothing was shown before it passed",
      given: history(
        passed,
        notPassedEvidence(price, { reason: { code: "timeout", message: "" } }),
      ),
      said: "proven",
    },
    {
      when: "it is of another head, whatever others say",
      given: history(passed, failed),
      at: { head: "d".repeat(40) },
      said: `evidence_stale: price: ${"a".repeat(40)} was verified, and the head is ${"d".repeat(40)}`,
    },
    {
      when: "its inputs changed, whatever others say",
      given: history(passed, failed),
      at: { present: changedNow({ task: "2".repeat(40) }) },
      said: "inputs_changed: price: the task folder changed after the verification",
    },
  ])("when $when: $said", ({ given, at, said }) => {
    expect(messageOf(judgeHistory(price, given, moment(at)))).toBe(said);
  });

  test("the newest document is one, or null", () => {
    expect(newestIn(history(passed, failed))).toBe(passed);
    expect(newestIn(history("it is not valid JSON", passed))).toBeNull();
    expect(newestIn({ kind: "missing", why: "" })).toBeNull();
  });
});
