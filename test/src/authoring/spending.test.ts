import { describe, expect, test } from "vitest";
import { costOf, DEFAULT_MODEL, priceOf, sumOfTokens } from "../../../src/authoring/prices.ts";
import { Spending } from "../../../src/authoring/spending.ts";

const tokens = (input: number, output = 0, cachedInput = 0) => ({ input, cachedInput, output });

describe("costOf", () => {
  test.each([
    { when: "input", model: "gpt-6.2-sol", used: tokens(1_000_000), expected: 2 },
    { when: "output", model: "gpt-6.2-sol", used: tokens(0, 1_000_000), expected: 10 },
    {
      when: "cached input is cheaper and not counted twice",
      model: "gpt-6.2-sol",
      used: tokens(1_000_000, 0, 1_000_000),
      expected: 0.1,
    },
    {
      when: "no list price for cached input",
      model: "gpt-6.1-terra",
      used: tokens(1_000_000, 0, 500_000),
      expected: 1,
    },
    { when: "to a millionth", model: "gpt-6-luna", used: tokens(1, 1), expected: 0.000001 },
    { when: "an unknown model", model: "llama", used: tokens(1), expected: null },
    {
      when: "a model named as every object's property",
      model: "constructor",
      used: tokens(1),
      expected: null,
    },
  ])("$when", ({ model, used, expected }) => {
    expect(costOf(used, priceOf(model, {}))).toBe(expected);
  });

  test("the repository's own prices come first", () => {
    const prices = {
      llama: { input: 3, output: 4 },
      "gpt-6.2-sol": { input: 1, "cached-input": 0, output: 1 },
    };
    const cached = tokens(1_000_000, 0, 1_000_000);
    expect(costOf(cached, priceOf("llama", prices))).toBe(3);
    expect(costOf(cached, priceOf("gpt-6.2-sol", prices))).toBe(0);
  });

  test("the default model has a price", () => {
    expect(priceOf(DEFAULT_MODEL, {})).not.toBeNull();
  });
});

describe("Spending", () => {
  test("adds up what was used, by stage and in all, without the noise of binary fractions", () => {
    const spending = new Spending();
    for (const stage of ["design", "code", "tests"] as const) {
      spending.add(stage, tokens(100_000), 0.1);
    }
    spending.add("tests", tokens(1), 0.1);
    expect(spending.total).toEqual({ tokens: sumOfTokens([tokens(300_001)]), costUsd: 0.4 });
    expect(spending.of("tests")).toEqual({ tokens: tokens(100_001), costUsd: 0.2 });
    expect([...spending.stages.keys()]).toEqual(["design", "code", "tests"]);
  });

  test("does not know the cost once a model without a price was asked", () => {
    const spending = new Spending();
    spending.add("design", tokens(1), 1);
    spending.add("code", tokens(1), null);
    spending.add("tests", tokens(1), 1);
    expect(spending.total).toEqual({ tokens: tokens(3), costUsd: null });
    expect(spending.of("tests").costUsd).toBe(1);
  });
});
