import { describe, expect, test } from "vitest";
import {
  type Config,
  parseConfig,
  VerifySettings,
  verifySettingsDigest,
} from "../../../src/config/config.ts";
import { PipelineError } from "../../../src/foundation/errors.ts";

const NONE = parseConfig(null);

/** Of what an input may set as well: docs/config.md says which. */
const BUILT_IN = {
  "branch-strategy": "auto",
  "rerun-policy": "overwrite",
  "budget-usd": 1,
  mode: "merge",
  "merge-method": "merge",
  "delete-branch": "own",
  python: "python3",
  "timeout-seconds": 120,
  mutants: 20,
  reruns: 1,
  isolation: "required",
} as const;

describe("parseConfig", () => {
  test.each([
    { when: "there is no file", text: null },
    { when: "the file is empty", text: "" },
    { when: "the file holds comments only", text: "# nothing yet\n" },
  ])("every key has a default: $when", ({ text }) => {
    expect(parseConfig(text)).toEqual(NONE);
    expect(NONE).toEqual({
      "api-style": "auto",
      models: {},
      "reasoning-effort": null,
      "max-output-tokens": 12_000,
      "self-check": true,
      "check-seconds": 120,
      "story-minutes": 15,
      "feedback-workflows": ["agent-pipeline.yml", "agent-ci.yml"],
      "retry-workflow": null,
      "reverify-workflow": null,
      "required-checks": [],
      "repairs-per-reply": 1,
      "max-calls": 24,
      "max-attempts": 3,
      prices: {},
      "parallel-tasks": 8,
      "tasks-per-run": 100,
      "require-replay": false,
      "shared-inputs": [],
      "allowed-dependencies": {},
      "mutation-score": 0.5,
      "stub-seconds": 300,
      "mutation-seconds": 120,
      "trust-rederived-tests": false,
      "task-seconds": 1_800,
      ...BUILT_IN,
    });
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
    {
      when: "is a list",
      text: "[]",
      said: /cannot be used: must be a list of keys with values, not a list of 0/,
    },
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
    {
      when: "names no package",
      text: "allowed-dependencies: { -x: '*' }",
      said: /allowed-dependencies/,
    },
    {
      when: "names no version",
      text: "allowed-dependencies: { x: latest }",
      said: /versions such/,
    },
    { when: "holds an empty glob", text: "shared-inputs: ['']", said: /shared-inputs/ },
    ...[
      "[agent-pipeline/gate]",
      "[agent-pipeline/journal]",
      "[agent-pipeline.yml]",
      "[tests.yml, agent-ci.yaml]",
    ].map((names) => ({
      when: `waits for what we report ourselves, ${names}`,
      text: `required-checks: ${names}`,
      said: /"agent-[^"]*" is what agent-pipeline reports itself, and would wait for itself: name a check of your own/,
    })),
    ...["retry-workflow", "reverify-workflow"].map((key) => ({
      when: `waits for its ${key}`,
      text: `${key}: chain.yml\nrequired-checks: [chain.yml]`,
      said: /"required-checks" names chain\.yml, in which merge-gate runs/,
    })),
    {
      when: "waits for a workflow by its path",
      text: "required-checks: [.github/workflows/tests.yml]",
      said: /file name alone, such as tests\.yml/,
    },
    {
      when: "waits for more than twenty checks",
      text: `required-checks: [${Array.from({ length: 21 }, (_, index) => `c${index}`).join(", ")}]`,
      said: /required-checks/,
    },
    {
      when: "could grow by aliases",
      text: "shared-inputs: [&a x, *a]",
      said: /cannot be used: Aliases/,
    },
    { when: "wants auto-merge", text: "mode: auto-merge", said: /auto-merge is not offered/ },
    {
      when: "has a version of Python that YAML takes for a number",
      text: "python: 3.13",
      said: /write "3.13" in quotes/,
    },
    { when: "names a Python with options", text: "python: python3 -S", said: /absolute path/ },
  ])("a file that $when is refused", ({ text, said }) => {
    expect(() => parseConfig(text)).toThrow(PipelineError);
    expect(() => parseConfig(text)).toThrow(said);
  });
});

const CHANGED: Readonly<{ [Key in keyof Config]: Config[Key] }> = {
  "api-style": "chat",
  models: { code: "big", repair: "small" },
  "reasoning-effort": "low",
  "max-output-tokens": 4_000,
  "feedback-workflows": ["checks.yml"],
  "retry-workflow": "write.yml",
  "reverify-workflow": "prove.yaml",
  "required-checks": ["ci/lint", "tests.yml"],
  "repairs-per-reply": 2,
  "self-check": false,
  "check-seconds": 60,
  "story-minutes": 5,
  "trust-rederived-tests": true,
  "budget-usd": 0.5,
  "max-calls": 12,
  "max-attempts": 2,
  prices: { m: { input: 1, output: 2 } },
  "parallel-tasks": 2,
  "tasks-per-run": 10,
  "require-replay": true,
  "shared-inputs": ["data/*.csv", "more/**"],
  "allowed-dependencies": { requests: ">=2.0,<3", numpy: "*" },
  "mutation-score": 0.75,
  "stub-seconds": 60,
  "mutation-seconds": 30,
  "task-seconds": 900,
  "branch-strategy": "story",
  "rerun-policy": "append",
  mode: "status-only",
  "merge-method": "squash",
  "delete-branch": "none",
  python: "3.13",
  "timeout-seconds": 30,
  mutants: 5,
  reruns: 2,
  isolation: "best-effort",
};

const globs = (count: number, length = 1) =>
  JSON.stringify(Array.from({ length: count }, (_, index) => `${index}`.padEnd(length, "x")));

test("whoever wrote a file that is refused is told where it is explained, and where it is read", () => {
  expect(() => parseConfig("[]")).toThrow(
    expect.objectContaining({
      code: "INPUT_INVALID",
      hint: "docs/config.md lists every key. The file is read from the base branch.",
    }),
  );
});

describe("a limit of a setting", () => {
  test.each([
    {
      key: "shared-inputs",
      within: [globs(100), globs(1, 200)],
      beyond: [globs(101), globs(1, 201)],
    },
    {
      key: "max-output-tokens",
      within: ["500", "1000000"],
      beyond: ["499", "1000001", "600.5"],
    },
    { key: "repairs-per-reply", within: ["0", "5"], beyond: ["-1", "6", "0.5"] },
    { key: "budget-usd", within: ["0", "0.25", "100000"], beyond: ["-0.1", "100001"] },
    { key: "max-calls", within: ["3", "1000"], beyond: ["2", "1001"] },
    { key: "max-attempts", within: ["1", "100"], beyond: ["0", "101"] },
    { key: "reasoning-effort", within: ['"low"'], beyond: ['"very high"', '""', "3"] },
    { key: "mutation-score", within: ["0", "0.5", "1"], beyond: ["-0.01", "1.01"] },
    { key: "stub-seconds", within: ["1", "3600"], beyond: ["0", "3601", "1.5"] },
    { key: "mutation-seconds", within: ["1", "3600"], beyond: ["0", "3601", "1.5"] },
    { key: "timeout-seconds", within: ["1", "3600"], beyond: ["0", "3601", "1.5"] },
    { key: "mutants", within: ["0", "1000"], beyond: ["-1", "1001", "1.5"] },
    { key: "reruns", within: ["0", "20"], beyond: ["-1", "21"] },
    { key: "merge-method", within: ['"squash"'], beyond: ['"octopus"', '""'] },
    { key: "task-seconds", within: ["1", "21600"], beyond: ["0", "21601", "1.5"] },
  ])("$key", ({ key, within, beyond }) => {
    for (const value of within) {
      expect(parseConfig(`${key}: ${value}`)).toMatchObject({
        [key]: JSON.parse(value) as unknown,
      });
    }
    for (const value of beyond) expect(() => parseConfig(`${key}: ${value}`)).toThrow(key);
  });
});

describe("verifySettingsDigest", () => {
  // Evidence and pull requests outlive a version: another digest of the same settings would ask for everything again.
  test.each([
    {
      of: "the defaults",
      given: NONE,
      expected: "sha256:2bbb9f0b1231dcc132ae7647ad7f7a4bf4b6d909ef9ba44b6243b9f3647b335f",
    },
    {
      of: "other settings",
      given: { ...CHANGED, ...BUILT_IN },
      expected: "sha256:b0365fd86f24dadc4ece2f8c6538beaf8320fe27b79e320ac4af4ba7d4ec18f9",
    },
  ])("of $of stays what it was", ({ given, expected }) => {
    expect(verifySettingsDigest(given)).toBe(expected);
  });

  test.each(VerifySettings.keyof().options)("changes with %s, which verify reads", (key) => {
    const digest = verifySettingsDigest({ ...NONE, [key]: CHANGED[key] });
    expect(digest).not.toBe(verifySettingsDigest(NONE));
  });

  test.each(["api-style", "prices", "mode", "delete-branch"] as const)(
    "does not change with %s",
    (key) => {
      const digest = verifySettingsDigest({ ...NONE, [key]: CHANGED[key] });
      expect(digest).toBe(verifySettingsDigest(NONE));
    },
  );
});
