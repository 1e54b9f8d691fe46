import { describe, expect, test } from "vitest";
import { parseConfig, verifySettingsDigest } from "../../../src/config/config.ts";
import { PipelineError } from "../../../src/foundation/errors.ts";

const NONE = parseConfig(null);

describe("parseConfig", () => {
  test.each([
    { when: "there is no file", text: null },
    { when: "the file is empty", text: "" },
    { when: "the file holds comments only", text: "# nothing yet\n" },
  ])("every key has a default: $when", ({ text }) => {
    expect(parseConfig(text)).toEqual(NONE);
    expect(NONE).toMatchObject({ "api-style": "auto", prices: {}, "shared-inputs": [] });
  });

  test("reads what a repository sets", () => {
    const text =
      "api-style: chat\nprices:\n  m: { input: 1, output: 2 }\nshared-inputs: ['data/*.csv']\n";
    expect(parseConfig(text)).toMatchObject({
      "api-style": "chat",
      prices: { m: { input: 1, output: 2 } },
      "shared-inputs": ["data/*.csv"],
    });
  });

  test.each([
    { when: "is no YAML", text: "a: [", said: /cannot be used/ },
    { when: "is a list", text: "[]", said: /expected object/ },
    { when: "has a key that nobody reads", text: "prises: {}", said: /prises/ },
    {
      when: "has a price that is a text",
      text: "prices: { m: { input: one, output: 1 } }",
      said: /prices/,
    },
    {
      when: "has a negative price",
      text: "prices: { m: { input: -1, output: 1 } }",
      said: /prices/,
    },
    { when: "has an API style of its own", text: "api-style: grpc", said: /api-style/ },
    { when: "grows by aliases", text: "a: &a [1]\nb: [*a, *a]", said: /cannot be used/ },
  ])("a file that $when is refused", ({ text, said }) => {
    expect(() => parseConfig(text)).toThrow(PipelineError);
    expect(() => parseConfig(text)).toThrow(said);
  });
});

describe("verifySettingsDigest", () => {
  test("changes with what verify reads, and with nothing else", () => {
    const digest = verifySettingsDigest(NONE);
    expect(verifySettingsDigest({ ...NONE, "api-style": "chat" })).toBe(digest);
    expect(verifySettingsDigest({ ...NONE, "shared-inputs": ["x"] })).not.toBe(digest);
  });
});
