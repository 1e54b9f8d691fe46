import { describe, expect, test } from "vitest";
import {
  costOf,
  DEFAULT_MODEL,
  priceOf,
  Spending,
  sumOfTokens,
} from "../../../src/authoring/spending.ts";

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
    expect(costOf(model, used, {})).toBe(expected);
  });

  test("the repository's own prices come first", () => {
    const prices = {
      llama: { input: 3, output: 4 },
      "gpt-6.2-sol": { input: 1, "cached-input": 0, output: 1 },
    };
    expect(costOf("llama", tokens(1_000_000, 0, 1_000_000), prices)).toBe(3);
    expect(costOf("gpt-6.2-sol", tokens(1_000_000, 0, 1_000_000), prices)).toBe(0);
  });

  test("the default model has a price", () => {
    expect(priceOf(DEFAULT_MODEL, {})).not.toBeNull();
  });
});

describe("Spending", () => {
  test("adds up what was used, without the noise of binary fractions", () => {
    const spending = new Spending({}, null);
    for (let turn = 0; turn < 3; turn += 1) spending.add("gpt-6.1-terra", tokens(100_000));
    expect(spending.costUsd).toBe(0.3);
    expect(spending.tokens).toEqual(sumOfTokens([tokens(300_000)]));
  });

  test("does not know the cost once a model without a price was asked", () => {
    const spending = new Spending({}, null);
    spending.add("gpt-6.1-terra", tokens(1));
    spending.add("llama", tokens(1));
    spending.add("gpt-6.1-terra", tokens(1));
    expect(spending.costUsd).toBeNull();
    expect(spending.tokens.input).toBe(3);
  });

  test("lets a run go on until its budget is used up", () => {
    const spending = new Spending({}, 0.5);
    spending.assertMayGoOn("gpt-6.1-terra");
    spending.add("gpt-6.1-terra", tokens(499_999));
    spending.assertMayGoOn("gpt-6.1-terra");
    spending.add("gpt-6.1-terra", tokens(1));
    expect(() => spending.assertMayGoOn("gpt-6.1-terra")).toThrow(
      "The budget of 0.5 USD is used up (0.5 USD spent)",
    );
  });

  test("goes nowhere with a budget that it cannot watch", () => {
    expect(() => new Spending({}, 1).assertMayGoOn("llama")).toThrow(
      "The price of llama is unknown",
    );
    expect(() => new Spending({}, null).assertMayGoOn("llama")).not.toThrow();
  });
});
