import { describe, expect, test } from "vitest";
import { runLimits } from "../../../src/proof/limits.ts";
import { OtherSeeds } from "../../../src/proof/other-seeds.ts";
import { rerunTests } from "../../../src/proof/rerun.ts";
import { runWithCanary } from "../../../src/proof/run-with-canary.ts";
import type { PytestSession, RawRun, RunRequest } from "../../../src/proof/session.ts";

const refuse = (): never => {
  throw new Error("only runs");
};

/** What becomes of a test, by its number; null for one that is not run. */
type Outcomes = (test: number) => "passed" | "failed" | null;

const idOf = (index: number): string => `tests/test_story.py::test_f[${index}]`;

function sessionIn(outcomes: Outcomes): PytestSession {
  const outcomeOf = (id: string): "passed" | "failed" | null => {
    const index = /^tests\/test_story\.py::test_f\[(\d+)\]$/.exec(id)?.[1];
    return index === undefined ? "failed" : outcomes(Number(index));
  };
  const run = ({ tests }: RunRequest): Promise<RawRun> => {
    const events = (tests ?? []).flatMap((id) => {
      const outcome = outcomeOf(id);
      if (outcome === null) return [];
      const phase = { event: "phase", id, when: "call", outcome, xfail: false, seconds: 0 };
      return [{ event: "begin", id }, phase, { event: "end", id }];
    });
    return Promise.resolve({
      ended: { kind: "exit", code: 1 },
      report: [...events, { event: "finish", exit: 1 }]
        .map((event) => `${JSON.stringify(event)}\n`)
        .join(""),
      output: "",
      seconds: 1,
    });
  };
  return {
    isolation: "namespaces",
    python: "3.14.0",
    pytest: "9.2.0",
    inspect: refuse,
    collect: refuse,
    answer: refuse,
    expected: refuse,
    run,
    close: () => Promise.resolve(),
  };
}

/** Numbers that come in the same order each time. */
function counting(): (limit: number) => number {
  let last = 1;
  return (limit) => (last = (last * 48_271) % 2_147_483_647) % limit;
}

/** How often each reason is given, and what is flaky, after one run and one more. */
async function afterBoth(count: number, first: Outcomes, second: Outcomes) {
  const random = counting();
  const limits = runLimits(60);
  const ids = Array.from({ length: count }, (_, index) => idOf(index));
  const { reasons, results, canary, output, seconds } = await runWithCanary(sessionIn(first), {
    tests: ids,
    limits,
    random,
  });
  const selected = ids.map((id) => ({
    id,
    file: "tests/test_story.py",
    line: 1,
    source: null,
    criteria: [],
  }));
  const { reasons: all, flaky } = await rerunTests(
    { reasons, results, selected, expected: selected, canary, syntax: null, output, seconds },
    {
      times: 1,
      limits,
      random,
      others: new OtherSeeds(
        () => Promise.resolve({ kind: "opened", session: sessionIn(second) }),
        random,
      ),
      progress: { step: () => {} },
    },
  );
  const codes = Object.groupBy(all, ({ code }) => code);
  return {
    reasons: Object.fromEntries(Object.entries(codes).map(([code, each]) => [code, each.length])),
    flaky: flaky.length,
  };
}

const pass: Outcomes = () => "passed";
const fail: Outcomes = () => "failed";
const failFrom =
  (from: number): Outcomes =>
  (index) =>
    index < from ? "passed" : "failed";
const leaveOutFrom =
  (from: number): Outcomes =>
  (index) =>
    index < from ? "passed" : null;

describe("what a second run adds to the first:", () => {
  // Of one kind no more than fifty reasons are listed, and then how many more there are.
  test.each([
    ["nothing, where all pass twice", 3, pass, pass, {}, 0],
    ["nothing, where some fail twice", 3, failFrom(1), failFrom(1), { test_failed: 2 }, 0],
    ["nothing, where more fail twice than are listed", 64, fail, fail, { test_failed: 51 }, 0],
    [
      "nothing, where more are left out twice than are listed",
      120,
      leaveOutFrom(40),
      leaveOutFrom(40),
      { missing_tests: 51 },
      0,
    ],
    ["that one fails", 3, pass, failFrom(2), { flaky: 1 }, 1],
    ["that one passes", 3, failFrom(1), failFrom(2), { flaky: 1, test_failed: 1 }, 1],
    ["that one is not run", 3, pass, leaveOutFrom(2), { flaky: 1 }, 0],
  ] as const)("%s", async (_, count, first, second, reasons, flaky) => {
    expect(await afterBoth(count, first, second)).toEqual({ reasons, flaky });
  });
});
