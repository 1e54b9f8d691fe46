// The root action is generate and then discover, in one step.
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";

const Manifest = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  outputs: z.record(
    z.string(),
    z.object({ description: z.string(), value: z.string().optional() }),
  ),
  runs: z.object({
    steps: z
      .array(
        z.object({
          id: z.string(),
          uses: z.string(),
          if: z.string().optional(),
          with: z.record(z.string(), z.string()),
        }),
      )
      .default([]),
  }),
});

const read = (path: string) =>
  Manifest.parse(parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8")));

const root = read("action.yml");
const generate = read("generate/action.yml");
const discover = read("discover/action.yml");
const [first, second] = root.runs.steps;

test("it takes the inputs of generate, and hands on each one", () => {
  expect(root.inputs).toEqual(generate.inputs);
  const handedOn = Object.keys(root.inputs).map((name) => [name, `\${{ inputs.${name} }}`]);
  expect(first).toEqual({
    id: "generate",
    uses: "$/generate",
    with: Object.fromEntries(handedOn) as unknown,
  });
});

test("it has the outputs of generate, the matrix and its base; what the tasks are, discover says", () => {
  const ofDiscover = ["tasks", "has-tasks", "matrix", "base-branch"];
  const names = new Set([...Object.keys(generate.outputs), ...ofDiscover]);
  const sources = [...names].map((name) => {
    const step = ofDiscover.includes(name) ? "discover" : "generate";
    const { description } = (step === "discover" ? discover : generate).outputs[name] ?? {};
    return [name, { description, value: `\${{ steps.${step}.outputs.${name} }}` }];
  });
  expect(root.outputs).toEqual(Object.fromEntries(sources));
});

test("discover follows a generate that failed, and never mistakes a lost output for none", () => {
  expect(second).toEqual({
    id: "discover",
    if: "${{ !cancelled() }}",
    uses: "$/discover",
    with: {
      "pull-requests": "${{ steps.generate.outputs.pull-requests || 'missing' }}",
      "github-token": "${{ inputs.github-token }}",
    },
  });
});
