import { describe, expect, test } from "vitest";
import { parseConfig } from "../../../src/config/config.ts";
import { SETTING_NAMES, settingInput, settled } from "../../../src/config/settings.ts";

const OTHER = "mode: status-only\nmutants: 5\nbudget-usd: 2\n";

describe("what holds", () => {
  test.each([
    { of: "the input", config: OTHER, input: { mode: "merge", mutants: 0 }, holds: ["merge", 0] },
    {
      of: "the config",
      config: OTHER,
      input: { mode: null, mutants: null },
      holds: ["status-only", 5],
    },
    { of: "the built-in default", config: null, input: {}, holds: ["merge", 20] },
  ] as const)("is $of", ({ config, input, holds }) => {
    const { mode, mutants } = settled(parseConfig(config), input);
    expect([mode, mutants]).toEqual(holds);
  });

  test("leaves everything else as the config says it", () => {
    expect(settled(parseConfig(OTHER), { mode: "merge" })).toEqual({
      ...parseConfig(OTHER),
      mode: "merge",
    });
  });

  test("is set by inputs of settings alone", () => {
    const inputs = { mode: null, prices: { m: 1 }, "dry-run": true };
    expect(settled(parseConfig(null), inputs)).toEqual(parseConfig(null));
  });
});

/** Each setting with its default, what a config and then an input says. */
const EACH = {
  "branch-strategy": ["auto", "task", "story"],
  "rerun-policy": ["overwrite", "append", "skip"],
  "budget-usd": [1, 2, 3],
  mode: ["merge", "status-only", "merge"],
  "merge-method": ["merge", "squash", "rebase"],
  "delete-branch": ["own", "all", "none"],
  python: ["python3", "3.12", "3.13"],
  "timeout-seconds": [120, 60, 90],
  mutants: [20, 5, 0],
  reruns: [1, 2, 0],
  isolation: ["required", "best-effort", "required"],
} as const;

describe("every setting has a default, a key of the config and an input, the later ones before the earlier", () => {
  test("and there are no others", () => {
    expect(SETTING_NAMES.toSorted()).toEqual(Object.keys(EACH).toSorted());
  });

  test.each(SETTING_NAMES)("%s", (name) => {
    const [usual, said, given] = EACH[name];
    const config = parseConfig(`${name}: ${JSON.stringify(said)}`);
    const input = { [name]: settingInput(name).parse(String(given)) };
    expect([
      settled(parseConfig(null), {})[name],
      settled(config, {})[name],
      settled(config, input)[name],
    ]).toEqual([usual, said, given]);
  });
});

describe("an input", () => {
  test.each(SETTING_NAMES)("%s is left to the config where it is empty", (name) => {
    expect(settingInput(name).parse("")).toBeNull();
    expect(settingInput(name).parse(" ")).toBeNull();
  });

  test.each([
    { name: "mode", given: "status-only", expected: "status-only" },
    { name: "mutants", given: "0", expected: 0 },
    { name: "timeout-seconds", given: "45", expected: 45 },
    { name: "budget-usd", given: "0.50", expected: 0.5 },
    { name: "python", given: "3.13", expected: "3.13" },
    { name: "python", given: "/usr/bin/python3", expected: "/usr/bin/python3" },
  ] as const)("$name is read from $given", ({ name, given, expected }) => {
    expect(settingInput(name).parse(given)).toBe(expected);
  });

  test.each([
    { name: "mode", given: "auto-merge", said: "auto-merge is not offered" },
    { name: "merge-method", given: "octopus", said: "must be one of merge, squash, rebase" },
    { name: "mutants", given: "many", said: "must be a whole number" },
    { name: "mutants", given: "1e3", said: "must be a whole number" },
    { name: "reruns", given: "1.5", said: "must be a whole number" },
    { name: "timeout-seconds", given: "0", said: "from 1 to 3600" },
    { name: "budget-usd", given: "$5", said: "must be an amount in USD" },
    { name: "python", given: "python3; id", said: "must be a version" },
  ] as const)("$name does not take $given", ({ name, given, said }) => {
    expect(() => settingInput(name).parse(given)).toThrow(said);
  });
});
