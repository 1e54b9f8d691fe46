import { readFileSync } from "node:fs";
// Which machine a job asks for, by GitHub's own evaluator of expressions.
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";

const Workflow = z.object({ jobs: z.record(z.string(), z.object({ "runs-on": z.string() })) });

const FILES = ["agent-pipeline.yml", "agent-ci.yml", "agent-sweep.yml", "agent-story.yml"];
const jobs = FILES.flatMap((file) => {
  const text = readFileSync(new URL(`../../.github/workflows/${file}`, import.meta.url), "utf8");
  return Object.entries(Workflow.parse(parse(text)).jobs).map(([job, { "runs-on": asked }]) => ({
    file,
    job,
    asked,
  }));
});

/** What GitHub makes of an expression; an input that a run does not have is null. */
function evaluated(expression: string, inputs: Readonly<Record<string, string>>): unknown {
  const source = /^\$\{\{ (.*) \}\}$/.exec(expression)?.[1] ?? "";
  const given = Object.entries(inputs).map(([key, value]) => ({
    key,
    value: new data.StringData(value),
  }));
  const context = new data.Dictionary({ key: "inputs", value: new data.Dictionary(...given) });
  const tree = new Parser(new Lexer(source).lex().tokens, ["inputs"], []).parse();
  return JSON.parse(JSON.stringify(new Evaluator(tree, context).evaluate(), data.replacer));
}

describe.each(jobs)("$job of $file", ({ job, asked }) => {
  const own = job === "verify" ? { "verify-runs-on": "" } : {};

  test.each([
    { given: {}, machine: "ubuntu-24.04" },
    { given: { "runs-on": "", ...own }, machine: "ubuntu-24.04" },
    { given: { "runs-on": "big", ...own }, machine: "big" },
    { given: { "runs-on": '["self-hosted", "linux"]', ...own }, machine: ["self-hosted", "linux"] },
  ])("runs on $machine with $given", ({ given, machine }) => {
    expect(evaluated(asked, given)).toEqual(machine);
  });
});

test.each(jobs.filter(({ job }) => job === "verify"))(
  "what runs generated code in $file may have a machine of its own",
  ({ asked }) => {
    const inputs = { "runs-on": "big", "verify-runs-on": '["alone"]' };
    expect(evaluated(asked, inputs)).toEqual(["alone"]);
    expect(evaluated(asked, { ...inputs, "verify-runs-on": "small" })).toBe("small");
  },
);
