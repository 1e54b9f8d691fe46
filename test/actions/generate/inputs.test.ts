import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { Inputs, parseInputs } from "../../../actions/generate/inputs.ts";
import { UNKNOWN_OUTPUTS } from "../../../actions/generate/outputs.ts";

const ActionManifest = z.object({
  inputs: z.record(z.string(), z.object({ default: z.string().default("") })),
  outputs: z.record(z.string(), z.object({ description: z.string() })),
});

const manifest = ActionManifest.parse(
  parse(readFileSync(new URL("../../../generate/action.yml", import.meta.url), "utf8")),
);

function inputs(given: Readonly<Record<string, string>> = {}): Inputs {
  return parseInputs((name) => {
    if (given[name] !== undefined) return given[name];
    return name === "github-token" ? "ghs_x" : (manifest.inputs[name]?.default ?? "");
  });
}

describe("generate/action.yml", () => {
  test("has the inputs that are read, and the outputs that are set", () => {
    expect(Object.keys(manifest.inputs)).toEqual(Object.keys(Inputs.shape));
    expect(Object.keys(manifest.outputs)).toEqual(Object.keys(UNKNOWN_OUTPUTS));
  });

  test("its defaults are accepted", () => {
    expect(inputs()).toMatchObject({
      story: [],
      task: [],
      "pull-request": null,
      "branch-strategy": null,
      "rerun-policy": null,
      "budget-usd": null,
      "dry-run": false,
    });
  });
});

describe("inputs", () => {
  test.each([
    {
      name: "story",
      given: "a.json, b.json\n c*.json ,",
      expected: ["a.json", "b.json", "c*.json"],
    },
    { name: "task", given: "fee,shop__cart", expected: ["fee", "shop__cart"] },
    { name: "pull-request", given: "12", expected: 12 },
    { name: "budget-usd", given: "0.50", expected: 0.5 },
    { name: "dry-run", given: "true", expected: true },
    { name: "base-url", given: "http://127.0.0.1:11434/v1", expected: "http://127.0.0.1:11434/v1" },
  ] as const)("$name is read from $given", ({ name, given, expected }) => {
    expect(inputs({ [name]: given })[name]).toEqual(expected);
  });

  test.each([
    { name: "task", given: "../../x", said: "comma-separated list of task ids" },
    { name: "task", given: "Fee", said: "comma-separated list of task ids" },
    { name: "pull-request", given: "0", said: "number of a pull request" },
    { name: "pull-request", given: "7; rm -rf", said: "number of a pull request" },
    { name: "feedback-run-id", given: "latest", said: "must be the id of a workflow run" },
    { name: "feedback-run-id", given: "9", said: '"task" names none' },
    { name: "base-url", given: "file:///etc/passwd", said: "must be an http(s) URL" },
    { name: "base-url", given: "https://", said: "must be an http(s) URL" },
    { name: "base-url", given: "https://user:secret@host/v1", said: "without user" },
    { name: "base-url", given: "https://host/v1?key=secret", said: "without user, query" },
    { name: "branch-strategy", given: "trunk", said: "must be one of auto, task, story" },
    { name: "rerun-policy", given: "never", said: "must be one of overwrite, append, skip" },
    { name: "budget-usd", given: "$5", said: "must be an amount in USD" },
    { name: "budget-usd", given: "-1", said: "must be an amount in USD" },
    { name: "dry-run", given: "yes", said: "must be true or false" },
    { name: "github-token", given: "", said: "is required" },
  ])("$name does not take $given", ({ name, given, said }) => {
    expect(() => inputs({ [name]: given })).toThrow(said);
  });

  test("all bad ones are named at once, without their values", () => {
    const bad = { task: "../x", "dry-run": "yes", "base-url": "https://user:secret@host" };
    expect(() => inputs(bad)).toThrow(/"task" .*; "base-url" .*; "dry-run" /);
    expect(() => inputs(bad)).not.toThrow(/secret/);
  });
});
