import { randomInt } from "node:crypto";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, test } from "vitest";
import { tell } from "../../../actions/verify/tell.ts";
import type { Evidence } from "../../../src/evidence/evidence.ts";
import { makeCanary, withCanary } from "../../../src/proof/canary.ts";
import { junitOf } from "../../../src/proof/junit.ts";
import { parsePytestReport } from "../../../src/proof/pytest-report.ts";
import { markdown, SUMMARY_LIMIT } from "../../../src/telling/markdown.ts";
import { verdictsAtAGlance } from "../../../src/telling/verdict-words.ts";
import { passedEvidence } from "../../support/evidence.ts";
import { RecordingLog } from "./support.ts";

const lines = (...events: readonly object[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join("");
const collected = {
  event: "collected",
  id: "t::a",
  file: "t",
  line: 1,
  source: null,
  criteria: [],
};
const begin = { event: "begin", id: "t::a" };
const phase = {
  event: "phase",
  id: "t::a",
  when: "call",
  outcome: "passed",
  xfail: false,
  seconds: 0,
};
const end = { event: "end", id: "t::a" };
const finish = { event: "finish", exit: 0 };

describe("a report", () => {
  test.each([
    ["is as pytest makes it", lines(collected, begin, phase, end, finish), "passed"],
    [
      "fails in one of its phases",
      lines(begin, { ...phase, when: "teardown", outcome: "failed" }, phase, end),
      "error",
    ],
    ["was expected to fail and passed", lines(begin, { ...phase, xfail: true }, end), "skipped"],
    ["was never called", lines(begin, end), "error"],
  ])("of a test that %s", (_, text, outcome) => {
    const parsed = parsePytestReport(text);
    expect(parsed.kind === "read" && parsed.report.results[0]?.outcome).toBe(outcome);
  });

  test.each([
    ["holds no JSON", "x\n"],
    ["holds an event that pytest does not have", lines({ event: "passed" })],
    ["has more keys", lines({ ...begin, more: 1 })],
    ["begins a test within another", lines(begin, { ...begin, id: "t::b" })],
    ["ends what has not begun", lines(end)],
    ["speaks of a test that has not begun", lines(phase)],
    ["collects after the start", lines(begin, end, collected)],
    ["goes on after its end", lines(finish, begin)],
    ["ends twice", lines(finish, finish)],
    ["has a message beyond the limit", lines(begin, { ...phase, message: "x".repeat(3_000) })],
    ["is nested deeply", `${"[".repeat(100_000)}\n`],
  ])("that %s is refused", (_, text) => {
    expect(parsePytestReport(text).kind).toBe("invalid");
  });

  test("whose last line was cut off is read up to there", () => {
    const parsed = parsePytestReport(`${lines(collected, begin)}{"event": "ph`);
    expect(parsed).toMatchObject({ kind: "read", report: { unfinished: "t::a", finished: null } });
  });
});

describe("a canary", () => {
  const tests = ["tests/test_story.py::test_zero", "tests/test_story.py::TestPrice::test_net[1-2]"];

  test("is named like the real tests, in the same folder, and is none of them", () => {
    for (let time = 0; time < 200; time++) {
      const { id, path, source } = makeCanary(tests, (limit) => randomInt(limit));
      expect(path).toMatch(/^tests\/test_story(?:_story)*(?:_\d+)*\.py$/);
      expect(id).toMatch(/^tests\/test_[a-z_\d]+\.py::test_(?:zero|net)(?:_(?:zero|net))*$/);
      expect([...tests, "tests/test_story.py"]).not.toContain(path);
      expect(source).toContain(`def ${id.split("::")[1]!}():`);
    }
  });

  test("can be made where no test is left beside it", () => {
    const { id } = makeCanary([], (limit) => randomInt(limit));
    expect(id).toMatch(/^tests\/test_\w+\.py::test_\w+$/);
  });

  test("stands anywhere among them", () => {
    const canary = makeCanary(tests, (limit) => randomInt(limit));
    const places = new Set(
      Array.from({ length: 200 }, () =>
        withCanary(tests, canary, (limit) => randomInt(limit)).indexOf(canary.id),
      ),
    );
    expect([...places].toSorted((a, b) => a - b)).toEqual([0, 1, 2]);
  });
});

const NASTY =
  "]]><x> & \"'\0\u0007\u{1F600}\uD800 ::error::x\n::set-output name=a::b\n##[error]x @me <img src=x>";

const RUN = "https://github.com/o/r/actions/runs/7";

const summaryOf = (documents: readonly Evidence[]): string =>
  markdown(verdictsAtAGlance(documents, { artifact: "evidence-a", runUrl: RUN }), SUMMARY_LIMIT);

describe("what tests say", () => {
  const result = {
    id: `tests/test_story.py::test_a[${NASTY}]`,
    outcome: "failed" as const,
    seconds: 0.25,
    message: NASTY,
    details: NASTY,
  };
  const reasons = [
    { code: "test_failed" as const, message: NASTY, test: result.id },
    { code: "timeout" as const, message: NASTY },
  ];

  test("is valid XML in the JUnit report, which is red for every reason", () => {
    const xml = junitOf({ task: "a", results: [result], reasons, seconds: 1, output: NASTY });
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).not.toContain("<!DOCTYPE");
    const suite: unknown = new XMLParser({ ignoreAttributes: false }).parse(xml);
    expect(suite).toMatchObject({
      testsuites: {
        testsuite: {
          "@_tests": "2",
          "@_failures": "1",
          "@_errors": "1",
          testcase: [{ failure: {} }, { error: { "@_type": "timeout" } }],
        },
      },
    });
  });

  const evidence = passedEvidence("a", {
    verdict: "failed",
    reasons,
    results: [{ id: result.id, outcome: "failed", seconds: 0, criteria: [], message: NASTY }],
  });

  test("is no markup in the summary", () => {
    const summary = summaryOf([evidence]);
    expect(summary).not.toMatch(/<img|<x>|@me|\n::/);
    expect(summary).toContain(`[artifact evidence&#45;a](${RUN}#artifacts)`);
  });

  test("does not make the summary larger than GitHub takes", () => {
    const long = { code: "test_failed" as const, message: "<".repeat(2_000) };
    const failing = { ...evidence, reasons: Array.from({ length: 50 }, () => long) };
    const many = Array.from({ length: 3_000 }, () => failing);
    const summary = summaryOf(many);
    expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
    expect(summary).toMatch(/… and \d+ more\n/);
    expect(summary).toContain("#artifacts");
  });

  test("stays on one line of the log each", async () => {
    const log = new RecordingLog();
    await tell({ evidence, junit: "" }, "evidence-a", (wanted) => wanted, log);
    expect(log.lines.filter((line) => line.includes("\n"))).toEqual([]);
    expect(log.annotations.length).toBeLessThanOrEqual(3);
  });

  test("does not flood the log", async () => {
    const log = new RecordingLog();
    const many = Array.from({ length: 5_000 }, (_, index) => ({
      ...evidence.results[0]!,
      id: `t::${index}`,
    }));
    await tell(
      { evidence: { ...evidence, results: many }, junit: "" },
      "evidence-a",
      (wanted) => wanted,
      log,
    );
    expect(log.lines.length).toBeLessThan(500);
  });
});
