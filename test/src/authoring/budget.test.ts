import { describe, expect, test } from "vitest";
import { Budget, worstCase } from "../../../src/authoring/budget.ts";
import * as fc from "../../support/properties.ts";

const LIMITS = { usd: 1, calls: 24 };

/** Whether something is still waited for once all that could go on has gone on. */
async function isWaiting(work: Promise<unknown>): Promise<boolean> {
  const later = Symbol("later");
  const first = await Promise.race([work, new Promise((done) => setTimeout(done, 0, later))]);
  return first === later;
}

describe("a budget", () => {
  test("sets the worst case aside, and has the rest again once it is known what a question took", async () => {
    const budget = new Budget(LIMITS);
    const first = await budget.reserve(0.6);
    const second = budget.reserve(0.6);
    expect(await isWaiting(second)).toBe(true);
    first.settle(0.1);
    expect(await isWaiting(second)).toBe(false);
  });

  test("gives back all of it where no answer came", async () => {
    const budget = new Budget({ ...LIMITS, calls: 1 });
    (await budget.reserve(1)).settle(null);
    await expect(budget.reserve(1)).resolves.toBeDefined();
  });

  test("says what is spent and what the next question may cost, once nothing can come back", async () => {
    const budget = new Budget(LIMITS);
    (await budget.reserve(0.5)).settle(0.45);
    await expect(budget.reserve(0.6)).rejects.toMatchObject({
      code: "LIMIT_REACHED",
      message:
        "The next question may cost 0.6 USD, and of the 1 USD for this text of the story 0.45 USD are spent",
    });
    await expect(budget.reserve(0.55)).resolves.toBeDefined();
  });

  test("has what earlier attempts have left", async () => {
    const budget = new Budget({ usd: 1, calls: 3 }, [{ costUsd: 0.5 }, { costUsd: null }]);
    (await budget.reserve(0.5)).settle(0.4);
    await expect(budget.reserve(0)).rejects.toMatchObject({
      message: "The model was asked 3 times for this text of the story, and may be asked 3 times",
    });
  });

  test("counts questions without a known price, and nothing else of them", async () => {
    const budget = new Budget({ usd: 0, calls: 2 });
    (await budget.reserve(0)).settle(0);
    (await budget.reserve(0)).settle(0);
    await expect(budget.reserve(0)).rejects.toMatchObject({ code: "LIMIT_REACHED" });
  });

  test("whatever is asked at the same time, neither money nor calls are ever exceeded", async () => {
    const questions = fc.array(
      fc.record({
        worst: fc.integer({ min: 0, max: 80 }),
        share: fc.integer({ min: 0, max: 100 }),
        isLost: fc.boolean(),
      }),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(questions, async (asked) => {
        const budget = new Budget({ usd: 1, calls: 6 });
        let spent = 0;
        let calls = 0;
        await Promise.allSettled(
          asked.map(async ({ worst, share, isLost }) => {
            const reservation = await budget.reserve(worst / 100);
            await Promise.resolve();
            const took = Math.floor((worst * share) / 100);
            reservation.settle(isLost ? null : took / 100);
            if (isLost) return;
            spent += took;
            calls += 1;
          }),
        );
        expect(spent).toBeLessThanOrEqual(100);
        expect(calls).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe("worstCase", () => {
  test("takes all that is sent, and the longest reply", () => {
    const request = { instructions: "ä".repeat(10), input: "x".repeat(20), schema: {} };
    expect(worstCase({ ...request, maxOutputTokens: 12_000 })).toEqual({
      input: 21,
      cachedInput: 0,
      output: 12_000,
    });
  });
});
