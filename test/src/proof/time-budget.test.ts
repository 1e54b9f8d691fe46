import { describe, expect, test } from "vitest";
import { runLimits } from "../../../src/proof/limits.ts";
import type { OpenedSession, PytestSession, RawRun } from "../../../src/proof/session.ts";
import { TimeBudget } from "../../../src/proof/time-budget.ts";

const limits = runLimits(60);

/** A clock that runs move, each by what it needs or as long as it may. */
function world(needed: readonly number[]) {
  let time = 1_000;
  const allowed: number[] = [];
  const rest = [...needed];
  const run = (seconds: number): Promise<RawRun> => {
    allowed.push(seconds);
    const needs = rest.shift() ?? 0;
    time += Math.min(needs, seconds);
    const ended =
      needs > seconds ? { kind: "timeout" as const } : { kind: "exit" as const, code: 0 };
    return Promise.resolve({ ended, report: "", output: "", seconds: needs });
  };
  let closed = 0;
  const session: PytestSession = {
    isolation: "namespaces",
    python: "3.14.0",
    pytest: "9.2.0",
    inspect: (_, { seconds }) => run(seconds),
    collect: (_, { seconds }) => run(seconds),
    run: ({ limits: { seconds } }) => run(seconds),
    answer: ({ limits: { seconds } }) => run(seconds),
    expected: (_, { seconds }) => run(seconds),
    close: () => {
      closed += 1;
      return Promise.resolve();
    },
  };
  return { session, allowed, now: () => time, closed: () => closed };
}

async function opened(budget: TimeBudget, session: PytestSession): Promise<PytestSession> {
  const answer = await budget
    .bounding({ open: () => Promise.resolve({ kind: "opened", session }) })
    .open([]);
  if (answer.kind !== "opened") throw new Error("not opened");
  return answer.session;
}

describe("the time of a task", () => {
  test("is no matter as long as there is enough of it", async () => {
    const { session, allowed, now } = world([10, 10, 10, 10, 10]);
    const budget = new TimeBudget(100, now);
    const bounded = await opened(budget, session);
    await bounded.inspect([], limits);
    await bounded.collect([], limits);
    await bounded.run({ tests: null, limits });
    await bounded.expected([], limits);
    await bounded.answer({ imports: [], examples: [], order: [], secondsEach: 1, limits });
    expect(allowed).toEqual([60, 60, 60, 60, 60]);
    expect(budget.reason).toBeNull();
    expect(bounded).toMatchObject({ isolation: "namespaces", python: "3.14.0", pytest: "9.2.0" });
  });

  test("ends the run that would go beyond it, and begins no other", async () => {
    const { session, allowed, now } = world([50, 90, 1]);
    const budget = new TimeBudget(100, now);
    const bounded = await opened(budget, session);
    await bounded.collect([], limits);
    const cut = await bounded.run({ tests: null, limits });
    const late = await bounded.run({ tests: null, limits });
    expect(allowed).toEqual([60, 50]);
    expect([cut.ended, late.ended]).toEqual([{ kind: "timeout" }, { kind: "timeout" }]);
    expect(budget.reason).toEqual({
      code: "resource_limit",
      message: "The task was not done after 100 seconds (`task-seconds` of the config)",
    });
  });

  test("is enough for a run that ends in what is left", async () => {
    const { session, allowed, now } = world([50, 40]);
    const budget = new TimeBudget(100, now);
    const bounded = await opened(budget, session);
    await bounded.collect([], limits);
    await bounded.run({ tests: null, limits });
    expect(allowed).toEqual([60, 50]);
    expect(budget.reason).toBeNull();
  });

  test("is not what a run met that has used up its own limit", async () => {
    const { session, now } = world([90]);
    const budget = new TimeBudget(100, now);
    const raw = await (await opened(budget, session)).run({ tests: null, limits });
    expect(raw.ended).toEqual({ kind: "timeout" });
    expect(budget.reason).toBeNull();
  });

  test("leaves closing and what cannot be opened as they are", async () => {
    const { session, now, closed } = world([]);
    const budget = new TimeBudget(1, now);
    await (await opened(budget, session)).close();
    expect(closed()).toBe(1);
    const none: OpenedSession = { kind: "unavailable", tried: ["root: no"] };
    expect(await budget.bounding({ open: () => Promise.resolve(none) }).open([])).toBe(none);
  });
});
