import { describe, expect, test } from "vitest";
import type { Outcome } from "../../../actions/generate/outcome.ts";
import { endingOf, UNKNOWN_OUTPUTS } from "../../../actions/generate/outputs.ts";
import { outcomePage } from "../../../actions/generate/page.ts";
import type { Spent } from "../../../src/authoring/spending.ts";
import { PipelineError } from "../../../src/foundation/errors.ts";
import type { Stage } from "../../../src/task/manifest.ts";
import { isTaskId } from "../../../src/task/task-id.ts";
import { markdown, SUMMARY_LIMIT } from "../../../src/telling/markdown.ts";

const spent = new Map<Stage, Spent>([
  ["design", { tokens: { input: 1, cachedInput: 1, output: 2 }, costUsd: 0.2 }],
  ["code", { tokens: { input: 2, cachedInput: 0, output: 0 }, costUsd: 0.05 }],
]);

function outcome(...tasks: string[]): Outcome {
  return {
    handedOver: tasks.filter(isTaskId).map((task) => ({
      task,
      number: 7,
      url: "https://github.com/o/r/pull/7",
      branch: `task/${task}`,
      base: "main",
      head: "a".repeat(40),
    })),
    skipped: [{ subject: "old", reason: "unchanged" }],
    attempts: Object.fromEntries(tasks.map((task) => [task, 1])),
    failures: [],
    accounts: [],
    intentions: [],
    spent,
    spans: [],
  };
}

describe("endingOf", () => {
  test("says what is on its branches, in order of the ids", () => {
    expect(endingOf(outcome("b", "a")).outputs).toMatchObject({
      tasks: "a,b",
      "has-tasks": "true",
      skipped: '[{"subject":"old","reason":"unchanged"}]',
      attempts: '{"b":1,"a":1}',
      tokens: '{"input":3,"cachedInput":1,"output":2}',
      "cost-usd": "0.25",
    });
  });

  test("nothing to hand over is an empty list, not an empty text", () => {
    expect(endingOf(outcome()).outputs).toMatchObject({
      tasks: "",
      "has-tasks": "false",
      "pull-requests": "[]",
    });
  });

  test("an unknown price is said in words", () => {
    const unknown = { tokens: { input: 1, cachedInput: 0, output: 1 }, costUsd: null };
    const { outputs } = endingOf({ ...outcome(), spent: new Map([...spent, ["tests", unknown]]) });
    expect(outputs["cost-usd"]).toBe("unknown price");
  });

  test("more than the next job can be given fails, with all ids in `tasks`", () => {
    const tasks = Array.from({ length: 1_000 }, (_, index) => `task-number-${index}`);
    const { outputs, failures } = endingOf(outcome(...tasks));
    expect(outputs["pull-requests"]).toBe("");
    expect(outputs.tasks.split(",")).toHaveLength(1_000);
    const error = failures[0]?.error;
    expect(error instanceof PipelineError && error.message).toMatch(/^1000 tasks are more than/);
  });

  test("a run that ended early says nothing that could be taken for an answer", () => {
    expect(UNKNOWN_OUTPUTS["pull-requests"]).toBe("");
    expect(Object.keys(UNKNOWN_OUTPUTS)).toEqual(Object.keys(endingOf(outcome()).outputs));
  });
});

function page(given: Outcome): string {
  return markdown(outcomePage(given, false), SUMMARY_LIMIT);
}

describe("the page of a run", () => {
  test("shows what came of each task, and what each stage took", () => {
    const failures = [{ subject: "bad", error: new PipelineError("LIMIT_REACHED", "No | more") }];
    const shown = page({ ...outcome("a"), failures });
    for (const row of [
      "| `a` | `task/a` | [#7](https://github.com/o/r/pull/7) | 1 |",
      "| `bad` | No &#124; more |",
      "| `old` | `unchanged` | It was made from this very story and is merged. |",
      "| design | 3 tokens, 0.2 USD | 100 % |",
      "| code | 2 tokens, 0.05 USD | 0 % |",
      "| in all | 5 tokens, 0.25 USD | 33 % |",
    ]) {
      expect(shown.split("\n")).toContain(row);
    }
  });

  test("of a run that had nothing to do says so", () => {
    expect(page({ ...outcome(), skipped: [], spent: new Map() })).toBe(
      "## generate\n\nThere is no task to be worked on.",
    );
  });
});
