import { describe, expect, test } from "vitest";
import { runLimits } from "../../../src/proof/limits.ts";
import { setAside, tryMutants } from "../../../src/proof/mutants.ts";
import type { PytestSession, RunRequest } from "../../../src/proof/session.ts";
import type { PossibleMutant } from "../../../src/proof/syntax-report.ts";

const mutant = (index: number, overrides: Partial<PossibleMutant> = {}): PossibleMutant => ({
  file: "src/a.py",
  index,
  kind: "number",
  range: [index + 1, 1, index + 1, 2],
  change: "`1` → `2`",
  function: "f",
  first: 1,
  lines: [1, 1],
  aside: null,
  ...overrides,
});

const refuse = (): never => {
  throw new Error("only runs");
};

/** A session in which every test notices every mutant. */
function noticing(tried: (number | undefined)[]): PytestSession {
  const run = ({ tests, mutant: changed }: RunRequest): ReturnType<PytestSession["run"]> => {
    tried.push(changed?.index);
    const lines = (tests ?? []).flatMap((id) => [
      { event: "begin", id },
      { event: "phase", id, when: "call", outcome: "failed", xfail: false, seconds: 0 },
      { event: "end", id },
    ]);
    return Promise.resolve({
      ended: { kind: "exit", code: 1 },
      report: [...lines, { event: "finish", exit: 1 }]
        .map((line) => `${JSON.stringify(line)}\n`)
        .join(""),
      output: "",
      seconds: 1,
    });
  };
  return {
    isolation: "namespaces",
    python: "3.12.3",
    pytest: "9.2.0",
    inspect: refuse,
    collect: refuse,
    answer: refuse,
    expected: refuse,
    run,
    close: refuse,
  };
}

const options = {
  tests: ["tests/test_story.py::test_a"],
  limits: runLimits(60),
  random: () => 0,
  now: () => 0,
  until: Infinity,
  progress: { step: () => {} },
  code: ["src/a.py"],
};

describe("a mutant that no test reaches", () => {
  test("has survived without a run, and counts", async () => {
    const tried: (number | undefined)[] = [];
    const sample = [0, 1, 2, 3, 5].map((index) => mutant(index));
    const found = await tryMutants(noticing(tried), sample, 0.5, {
      ...options,
      isReached: ({ index }) => index % 2 === 0,
    });
    expect(tried).toEqual([0, 2]);
    expect(found.mutants.map(({ outcome, why }) => [outcome, why])).toEqual([
      ["killed", undefined],
      ["survived", "no test reaches it"],
      ["killed", undefined],
      ["survived", "no test reaches it"],
      ["survived", "no test reaches it"],
    ]);
    expect(found.score).toBe(0.4);
    expect(found.reasons.map(({ message }) => message)).toEqual([
      "Only 2 of 5 small changes to the code make a test fail, fewer than 50 %; 3 of them are where no test comes; for example src/a.py:2: `1` → `2`",
    ]);
  });
});

describe("mutants that are set aside", () => {
  test("are listed with their reasons, and no others are", () => {
    const aside = mutant(1, { kind: "statement", aside: "only what is logged changes" });
    expect(setAside([mutant(0), aside])).toEqual([
      {
        file: "src/a.py",
        range: [2, 1, 2, 2],
        change: "`1` → `2`",
        kind: "statement",
        outcome: "set_aside",
        why: "only what is logged changes",
      },
    ]);
  });
});
