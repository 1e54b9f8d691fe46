import { expect, test } from "vitest";
import type { Matching } from "../../../world/interventions.ts";
import { errorsOf, handedOver, storyFiles, World } from "./support/world.ts";

// Everything that others can see of a run, in its order.
const STEPS: readonly (Matching & { readonly step: string })[] = [
  { step: "push", method: "POST", path: /git-receive-pack$/ },
  { step: "status", method: "POST", path: /\/statuses\/[0-9a-f]{40}$/ },
  { step: "pull request", method: "POST", path: /\/pulls$/ },
  { step: "label", method: "POST", path: /\/labels$/ },
  { step: "comment", method: "POST", path: /\/comments$/ },
];

/** One branch with one commit, one pull request with its label, one comment, one status; and no text was asked for twice. */
function expectAllDoneOnce(world: World): void {
  const head = world.tip("task/one");
  expect(Object.keys(world.branches())).toEqual(["main", "task/one"]);
  expect(world.repository.git("rev-parse", "task/one^@")).toBe(world.tip("main"));
  expect(world.repository.pullRequests()).toHaveLength(1);
  const { labels, comments, state } = world.repository.pullRequest(1);
  expect({ labels, state }).toEqual({ labels: ["agent-pipeline"], state: "open" });
  expect(comments).toHaveLength(1);
  expect(world.repository.statuses(head).map((status) => status.state)).toEqual(["pending"]);
  expect(world.stages()).toHaveLength(3);
}

test.each(STEPS)(
  "a runner that is lost right after its $step: the same event again ends it",
  async (matching) => {
    await using world = await World.open();
    const event = world.pushStories("one");
    await world.generateUntil(event, matching);

    const again = await world.generate(event);

    expect(errorsOf(again)).toEqual([]);
    expect(handedOver(again)).toMatchObject([{ task: "one", head: world.tip("task/one") }]);
    expectAllDoneOnce(world);
  },
);

test.each(STEPS)(
  "an answer to the $step that is lost, before or after it was carried out, is mended by the same event",
  async (matching) => {
    for (const isLate of [true, false]) {
      await using world = await World.open();
      const event = world.pushStories("one");
      world.github.failNext({ ...matching, status: 502, isLate });

      await world.generate(event);
      const again = await world.generate(event);

      expect(errorsOf(again)).toEqual([]);
      expectAllDoneOnce(world);
    }
  },
);

test("a runner that is lost between two tasks of one branch loses only what it was at work on", async () => {
  await using world = await World.open({
    files: { ".github/agent-pipeline.yml": "parallel-tasks: 1\n" },
  });
  const event = world.openPullRequest(storyFiles("one", "two"));
  await world.generateUntil(event, { method: "POST", path: /git-receive-pack$/ });
  const asked = world.stages().length;
  expect(asked).toBeGreaterThanOrEqual(3);

  const again = await world.generate(event);

  expect(errorsOf(again)).toEqual([]);
  expect(again.outputs["tasks"]).toBe("one,two");
  expect(world.stages().slice(asked)).toEqual(["design", "code", "tests"]);
  expect(world.repository.git("rev-list", "--count", "main..feature")).toBe("3");
  expect(world.repository.pullRequest(1).comments).toHaveLength(1);
});

test("an older success is never taken for what was pushed since", async () => {
  await using world = await World.open();
  const event = world.openPullRequest(storyFiles("one"));
  const first = world.tip("feature");
  const success = {
    id: 1,
    state: "success",
    context: "agent-pipeline/gate",
    description: null,
    targetUrl: null,
    at: "2026-11-01T00:00:00Z",
  } as const;
  world.repository.addStatus(first, success);
  await world.generate(event);
  const head = world.tip("feature");
  expect(world.repository.statuses(head)).toMatchObject([{ state: "pending" }]);

  // What is proven stays proven when a later run finds it as it was.
  world.repository.addStatus(head, { ...success, id: 2 });
  await world.generate(event);
  expect(world.repository.statuses(head)[0]).toMatchObject({ state: "success" });
});
