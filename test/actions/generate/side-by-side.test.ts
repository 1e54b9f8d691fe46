import { expect, test } from "vitest";
import { REPLIES, smallStory, storyPath, storyText } from "./support/stories.ts";
import { errorsOf, handedOver, noticesOf, skippedOf, storyFiles, World } from "./support/world.ts";

const dispatch = { event: "workflow_dispatch" } as const;

function config(text: string): Record<string, string> {
  return { ".github/agent-pipeline.yml": text };
}

/** How many tasks are asked for at the most at one moment. */
async function widestOf(text: string): Promise<number> {
  const latency = { fault: "latency" as const, milliseconds: 150, reply: REPLIES.design };
  const names = ["one", "two", "three", "four"];
  const answers = Object.fromEntries(names.map((name) => [name, { design: [latency] }]));
  await using world = await World.open({ files: config(text), answers });
  const moments: number[] = [];
  world.whenAsked = () => moments.push(Date.now());
  await world.generate(world.pushStories(...names));
  // Those that came before the first of them was answered.
  return moments.filter((moment) => moment < moments[0]! + 150).length;
}

test("so many tasks are asked for side by side as the config says, and no more", async () => {
  expect(await widestOf("parallel-tasks: 1\n")).toBe(1);
  expect(await widestOf("api-style: responses\nparallel-tasks: 3\n")).toBe(3);
});

test("every line of a task says whose it is, and none is folded under another", async () => {
  await using world = await World.open();
  const { stdout } = await world.generate(world.pushStories("one", "two", "three"));
  expect(stdout).not.toContain("::group::");
  for (const line of stdout.split("\n").filter((text) => /answered|Made/.test(text))) {
    expect(line).toMatch(/^(?:one|two|three): /);
  }
});

test("a slow task keeps none of the others from being pushed", async () => {
  const slow = { fault: "latency" as const, milliseconds: 10_000, reply: REPLIES.design };
  // Of this server nothing has to be found out, for which the others would wait a moment.
  const files = config("api-style: responses\n");
  await using world = await World.open({ files, answers: { one: { design: [slow] } } });
  const result = await world.generate(world.openPullRequest(storyFiles("one", "two")));
  expect(result.outputs["tasks"]).toBe("one,two");
  const subjects = world.repository.git("log", "--reverse", "--format=%s", "main..feature");
  expect(subjects.split("\n").slice(1)).toEqual([
    "Generate generated/two",
    "Generate generated/one",
  ]);
});

test("what is more than one run works on is named, and taken on by the next dispatch", async () => {
  await using world = await World.open({ files: config("tasks-per-run: 2\n") });
  const names = ["a", "b", "c", "d", "e"];
  const first = await world.generate(world.pushStories(...names));

  expect(first.exitCode).toBe(0);
  expect(first.outputs["tasks"]).toBe("a,b");
  expect(skippedOf(first)).toEqual(
    ["c", "d", "e"].map((subject) => ({ subject, reason: "left_for_next_run" })),
  );
  expect(noticesOf(first)).toEqual([
    "3 tasks are left for the next run, because one run works on at most 2. Dispatch the workflow to have them made.",
  ]);
  expect(first.summary).toContain("`left_for_next_run`");

  // What only waits to be proven does not come before what is not written yet.
  expect((await world.generate(dispatch)).outputs["tasks"]).toBe("c,d");
  const third = await world.generate(dispatch);
  expect(third.outputs["tasks"]).toBe("a,e");
  expect(handedOver(third)).toHaveLength(2);
  expect(world.stages()).toHaveLength(15);
  expect(world.repository.pullRequests()).toHaveLength(5);
});

test("in a pull request the notice says how to go on there", async () => {
  await using world = await World.open({ files: config("tasks-per-run: 1\n") });
  const result = await world.generate(world.openPullRequest(storyFiles("a", "b")));
  expect(noticesOf(result)).toEqual([
    "1 task is left for the next run, because one run works on at most 1. Dispatch the workflow with `pull-request: 1` to have it made.",
  ]);
});

test("a dry run names stages, model, branch and pull request, in log and summary, and needs no key", async () => {
  await using world = await World.open();
  await world.generate(world.pushStories("old"));
  const parts = smallStory("shop", { tasks: [{ id: "cart" }, { id: "till" }] });
  const event = world.push({
    ...storyFiles("new"),
    [storyPath("old")]: storyText(smallStory("old", { version: "2" })),
    [storyPath("shop")]: storyText(parts),
  });
  const state = world.state();

  const result = await world.generate(event, {
    "dry-run": "true",
    "openai-api-key": "",
    model: "llama-9",
  });

  expect(errorsOf(result)).toEqual([]);
  const lines = result.log.split("\n").filter((line) => line.startsWith("Dry run"));
  expect(lines.map((line) => line.replace(/at most \d{5,6} tokens/, "at most N tokens"))).toEqual([
    "Dry run: would generate (new) new on task/new, in a new pull request; llama-9 is asked for the design, then for code and tests; at most N tokens, at an unknown price",
    "Dry run: would generate (changed) old on task/old, in #1; llama-9 is asked for the design, then for code and tests; at most N tokens, at an unknown price",
    "Dry run: would generate (new) shop__cart on task/shop__cart, in a new pull request; llama-9 is asked for the design, then for code and tests; at most N tokens, at an unknown price",
    "Dry run: would generate (new) shop__till on task/shop__till, in a new pull request; llama-9 is asked for the design, then for code and tests; at most N tokens, at an unknown price",
  ]);
  expect(result.summary).toContain("generate, as a dry run: nothing was written");
  expect(result.summary).toMatch(
    /\| `old` \| `meta\/stories\/old\.json` \| generate \(`changed`\) \| `task\/old` \| #1 \| `llama-9` is asked/,
  );
  expect(world.state()).toEqual(state);
  expect(world.stages()).toHaveLength(3);
});
