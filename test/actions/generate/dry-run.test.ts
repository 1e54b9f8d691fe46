import { describe, expect, test } from "vitest";
import { intentionBlocks } from "../../../actions/generate/dry-run.ts";
import type { Estimate, Intention } from "../../../actions/generate/outcome.ts";
import { isTaskId } from "../../../src/task/task-id.ts";
import { plain } from "../../../src/telling/plain.ts";

function intention(
  atMost: Estimate | null,
  inAll: { calls: number; usd: number } | null = null,
): Intention {
  const task = "one";
  if (!isTaskId(task)) throw new Error(task);
  return {
    kind: "generate",
    task,
    story: "meta/stories/one.json",
    branch: "task/one",
    pullRequest: null,
    asked: { reason: "new", model: "m", atMost, inAll },
  };
}

describe("what a dry run says of tokens and money", () => {
  test.each([
    { when: "nobody can say", bounds: [null], total: null },
    { when: "one is not known", bounds: [{ tokens: 10, costUsd: 1 }, null], total: null },
    {
      when: "all are known",
      bounds: [
        { tokens: 10, costUsd: 0.001 },
        { tokens: 20, costUsd: 0.25 },
      ],
      total: "All together: at most 30 tokens, 0.26 USD.",
    },
    {
      when: "a price is not known",
      bounds: [
        { tokens: 10, costUsd: null },
        { tokens: 20, costUsd: 0.25 },
      ],
      total: "All together: at most 30 tokens, at an unknown price.",
    },
  ])("$when", ({ bounds, total }) => {
    const lines = plain(intentionBlocks(bounds.map((bound) => intention(bound))));
    expect(lines.filter((line) => line.startsWith("All together"))).toEqual(
      total === null ? [] : [total],
    );
  });

  test.each([
    { when: "with a check", inAll: { calls: 24, usd: 1 }, said: true },
    { when: "without one", inAll: null, said: false },
  ])("what mending may take is said once, $when", ({ inAll, said }) => {
    const estimate = { tokens: 10, costUsd: 0.1 };
    const text = plain(
      intentionBlocks([intention(estimate, inAll), intention(estimate, inAll)]),
    ).join("\n");
    expect(text.split("at most 24 questions and 1 USD in all")).toHaveLength(said ? 2 : 1);
  });

  test("a bound stands beside its task", () => {
    const text = plain(intentionBlocks([intention({ tokens: 1_200, costUsd: 0.031 })])).join("\n");
    expect(text).toContain("at most 1200 tokens, 0.04 USD");
  });
});
