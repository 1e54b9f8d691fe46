// Figures of the pages that are about files of this repository: counted again from them.
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { costOf, DEFAULT_MODEL, priceOf, sumOfTokens } from "../../src/authoring/prices.ts";
import { Manifest } from "../../src/task/manifest.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(`${root}/${path}`, "utf8");
/** As a page breaks it into lines, or does not. */
const models = read("docs/models.md").replaceAll(/\s+/g, " ");

const tasks = globSync("generated/*/meta/manifest.json", { cwd: root }).map((path) => {
  const { attempts } = Manifest.parse(JSON.parse(read(path)));
  const calls = attempts.flatMap((attempt) => attempt.calls);
  const tokens = sumOfTokens(calls.map((call) => call.tokens));
  return { ...tokens, calls: calls.length, usd: costOf(tokens, priceOf(DEFAULT_MODEL, {})) ?? 0 };
});

function range(values: readonly number[], unit: number): readonly [string, string] {
  const rounded = values.map((value) => Math.round(value / unit) * unit);
  const shown = (value: number): string =>
    unit < 1 ? value.toFixed(2) : String(value).replace(/(\d)(\d{3})$/, "$1,$2");
  return [shown(Math.min(...rounded)), shown(Math.max(...rounded))];
}

test("what the samples took, in docs/models.md, is what their manifests say", () => {
  expect(globSync("meta/stories/*.{json,md}", { cwd: root })).toHaveLength(7);
  expect(tasks).toHaveLength(9);
  const questions = range(
    tasks.map(({ calls }) => calls),
    1,
  ).join(" to ");
  const input = range(
    tasks.map((task) => task.input),
    1_000,
  ).join(" to ");
  const output = range(
    tasks.map((task) => task.output),
    100,
  ).join(" to ");
  expect(models).toContain(
    `The seven sample stories (nine tasks) take ${questions} questions a task, ${input} tokens in and ${output} out`,
  );
  const cost = range(
    tasks.map(({ usd }) => usd),
    0.01,
  ).join(" to ");
  expect(models).toContain(`that is ${cost} USD a task`);
});
