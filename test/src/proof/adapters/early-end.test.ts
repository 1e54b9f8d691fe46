// Runs that are ended from outside, once they have reported enough.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isolatedPytest } from "../../../../src/proof/adapters/isolated-pytest.ts";
import { readPythonEnvironment } from "../../../../src/proof/adapters/python-environment.ts";
import { makeCanary } from "../../../../src/proof/canary.ts";
import { runLimits } from "../../../../src/proof/limits.ts";
import { answerOf } from "../../../../src/proof/probe.ts";
import { parsePytestReport, type PytestReport } from "../../../../src/proof/pytest-report.ts";
import type { PytestSession, RawRun } from "../../../../src/proof/session.ts";
import { findingsOfRun } from "../../../../src/proof/test-findings.ts";

const limits = runLimits(20);
let session: PytestSession;

beforeAll(async () => {
  const environment = await readPythonEnvironment("python3");
  const opened = await isolatedPytest({ environment, isolation: "required", hidden: [] }).open([]);
  if (opened.kind !== "opened") throw new Error(opened.tried.join("; "));
  ({ session } = opened);
});

afterAll(() => session.close());

const changesOf = (source: string): { path: string; content: Uint8Array }[] => [
  { path: "tests/test_story.py", content: Buffer.from(source) },
];

function reportOf({ report }: RawRun): PytestReport {
  const parsed = parsePytestReport(report);
  if (parsed.kind === "invalid") throw new Error(parsed.problem);
  return parsed.report;
}

const FIXTURE =
  "import pytest\n\n\n@pytest.fixture\ndef broken():\n    yield 1\n    raise KeyError\n\n\n@pytest.fixture\ndef missing():\n    raise KeyError\n\n\n";
const test3 = (...bodies: readonly string[]): string =>
  bodies.map((body, index) => `def test_${index}(${body}\n`).join("\n\n");

describe("a run that may have two failures", () => {
  test.each([
    {
      when: "two tests fail",
      source: test3("): assert 0", "): pass", "): assert 0", "): assert 0"),
      ended: { kind: "stopped" },
      outcomes: ["failed", "passed", "failed"],
      answer: "noticed",
    },
    {
      when: "one fixture fails after another",
      source: FIXTURE + test3("missing): pass", "broken): pass", "): pass"),
      ended: { kind: "stopped" },
      outcomes: ["error", "error"],
      answer: "noticed",
    },
    {
      when: "one test fails twice",
      source: FIXTURE + test3("broken): assert 0", "): pass"),
      ended: { kind: "exit", code: 1 },
      outcomes: ["failed", "passed"],
      answer: "noticed",
    },
    {
      when: "a test is expected to fail",
      source: `${FIXTURE}@pytest.mark.xfail\n${test3("): assert 0", "): assert 0", "): pass")}`,
      ended: { kind: "exit", code: 1 },
      outcomes: ["skipped", "failed", "passed"],
      answer: "noticed",
    },
  ])("and in which $when", async ({ source, ended, outcomes, answer }) => {
    const raw = await session.run({
      tests: null,
      maxFailures: 2,
      changes: changesOf(source),
      limits,
    });
    expect(raw.ended).toEqual(ended);
    const { results, collected } = reportOf(raw);
    expect(results.map(({ outcome }) => outcome)).toEqual(outcomes);
    const canary = makeCanary(["tests/test_other.py::test_bird"], () => 0);
    const findings = findingsOfRun(
      raw,
      collected.map(({ id }) => id),
      canary,
    );
    expect(answerOf(findings)).toBe(answer);
  });

  test("gives no answer where those that failed are none of its tests", async () => {
    const forged = ["x", "y"]
      .flatMap((id) => [
        { event: "begin", id },
        { event: "phase", id, when: "call", outcome: "failed", xfail: false, seconds: 0 },
        { event: "end", id },
      ])
      .map((event) => `${JSON.stringify(event).replaceAll('":', '": ')}\n`)
      .join("");
    const source = `import os\nimport time\n\n\ndef test_a(): pass\n\n\nos.write(3, ${JSON.stringify(forged)}.encode())\ntime.sleep(10)\n`;
    const raw = await session.run({
      tests: null,
      maxFailures: 2,
      changes: changesOf(source),
      limits,
    });
    expect(raw.ended).toEqual({ kind: "stopped" });
    const canary = makeCanary(["tests/test_other.py::test_bird"], () => 0);
    const findings = findingsOfRun(raw, ["tests/test_story.py::test_a"], canary);
    expect(answerOf(findings)).toBe("no answer");
  });

  test.each([
    '"failed"',
    '["failed"]',
    '{"event": "phase", "outcome": "failed"}',
    '{"event": "phase", "id": ["failed"], "outcome": "failed"}',
    `${"[".repeat(100_000)}"failed"`,
    '\\xff"failed"',
    '{"event": "end", "id": 1}',
    '{"event": "end", "id": "failed"',
  ])("and whose report holds the line %# of those that are no event goes on", async (line) => {
    const source = `import os\n\nos.write(3, b'${line}\\n')\n\n\ndef test_a():\n    print("here")\n    assert 0\n`;
    const raw = await session.run({
      tests: null,
      maxFailures: 2,
      changes: changesOf(source),
      limits,
    });
    expect(raw.ended).toEqual({ kind: "exit", code: 1 });
    expect(raw.output).toContain("here");
  });
});

describe("a run that only collects", () => {
  test("is over before any test runs", async () => {
    const source =
      "import os\n\n\ndef test_a():\n    os.write(3, b'ran')\n\n\ndef test_b(): pass\n";
    const raw = await session.collect(changesOf(source), limits);
    expect(raw.ended).toEqual({ kind: "stopped" });
    expect(raw.report).not.toContain("ran");
    expect(reportOf(raw).collected.map(({ id }) => id)).toEqual([
      "tests/test_story.py::test_a",
      "tests/test_story.py::test_b",
    ]);
  });

  test("says what cannot be imported", async () => {
    const raw = await session.collect(changesOf("import nothing_of_this_name\n"), limits);
    expect(reportOf(raw).uncollected.map(({ outcome }) => outcome)).toEqual(["failed"]);
  });

  test("is over as soon as it says that it has collected, whoever says so", async () => {
    const source =
      'import os\nimport time\n\nos.write(3, b\'{"event": "asks"}\\n\')\ntime.sleep(10)\n\n\ndef test_a(): pass\n';
    const raw = await session.collect(changesOf(source), limits);
    expect(raw.ended).toEqual({ kind: "stopped" });
    expect(reportOf(raw).collected).toEqual([]);
    expect(raw.seconds).toBeLessThan(5);
  });
});

describe("a run that asks what to run", () => {
  test("is told as much as there is, however slowly it reads", async () => {
    const ids = Array.from(
      { length: 5_000 },
      (_, index) => `tests/test_story.py::test_a[${index}]`,
    );
    const source =
      "import pytest\n\n\n@pytest.mark.parametrize('x', range(5000))\ndef test_a(x): pass\n";
    const raw = await session.run({
      tests: ids.slice(0, 4_999),
      changes: changesOf(source),
      limits: runLimits(60),
    });
    expect(raw.ended).toEqual({ kind: "exit", code: 0 });
    expect(reportOf(raw).results.length).toBe(4_999);
  });

  test("before its tests are collected breaks itself and nothing else", async () => {
    const source =
      'import os\n\nos.write(3, b\'{"event": "asks"}\\n\')\nos.read(4, 1000)\nos.close(4)\n\n\ndef test_a(): pass\n';
    const raw = await session.run({ tests: null, changes: changesOf(source), limits });
    expect(raw.ended).toMatchObject({ kind: "exit" });
    expect(reportOf(raw).results).toEqual([]);
    const next = await session.run({
      tests: null,
      changes: changesOf("def test_a(): pass\n"),
      limits,
    });
    expect(next.ended).toEqual({ kind: "exit", code: 0 });
  });
});
