import { expect, test } from "vitest";
import { smallStory, storyPath, storyText } from "./support/stories.ts";
import { errorsOf, handedOver, skippedOf, World } from "./support/world.ts";

const dispatch = { event: "workflow_dispatch" } as const;

const secondText = (id: string) => ({
  [storyPath(id)]: storyText(smallStory(id, { version: "2" })),
});

test("a person's commit on a branch of ours is built upon, never pushed away", async () => {
  await using world = await World.open();
  await world.generate(world.pushStories("one"));
  const theirs = world.repository.commit("task/one", {
    files: { "notes.md": "x" },
    message: "A note",
  });

  const result = await world.generate(world.push(secondText("one")));

  expect(result.outputs).toMatchObject({ tasks: "one" });
  expect(world.repository.git("rev-parse", "task/one^")).toBe(theirs);

  // In the folder itself it is the person's from now on.
  const changed = { files: { "generated/one/src/doubling.py": "# better\n" }, message: "Better" };
  const better = world.repository.commit("task/one", changed);
  const held = await world.generate(
    world.push({ [storyPath("one")]: storyText(smallStory("one", { version: "3" })) }),
  );
  expect(skippedOf(held)).toEqual([{ subject: "one", reason: "human_commits" }]);
  expect(world.tip("task/one")).toBe(better);
});

test("a branch that was left over after its merge does not bring the task up again", async () => {
  await using world = await World.open();
  const event = world.pushStories("one");
  await world.generate(event);
  // Squashed: the branch is no ancestor of main.
  const tree = world.repository.git("rev-parse", "task/one^{tree}");
  const squashed = world.repository.git("commit-tree", tree, "-p", "main", "-m", "Squashed");
  world.repository.git("update-ref", "refs/heads/main", squashed);

  const result = await world.generate(event);

  expect(skippedOf(result)).toEqual([{ subject: "one", reason: "unchanged" }]);
  expect(result.outputs["pull-requests"]).toBe("[]");
  expect(world.repository.pullRequests()).toHaveLength(1);
});

test("a pull request that a person closed is not opened again, unless something new is asked for", async () => {
  await using world = await World.open();
  const event = world.pushStories("one");
  await world.generate(event);
  world.repository.pulls[0]?.close();
  const state = world.state();

  for (const run of [event, dispatch]) {
    const refused = await world.generate(run);
    expect(refused.exitCode).toBe(0);
    expect(skippedOf(refused)).toEqual([{ subject: "one", reason: "closed_by_person" }]);
    expect(refused.log).toContain("a person closed its pull request; name it with `task`");
    expect(handedOver(refused)).toEqual([]);
  }
  const dry = await world.generate(event, { "dry-run": "true" });
  expect(skippedOf(dry)).toEqual([{ subject: "one", reason: "closed_by_person" }]);
  expect(world.state()).toEqual(state);

  const named = await world.generate(dispatch, { task: "one" });
  expect(handedOver(named)).toMatchObject([{ task: "one", number: 2 }]);

  // The second one is closed as well, and then the story changes.
  world.repository.pulls[1]?.close();
  expect(skippedOf(await world.generate(event))).toMatchObject([{ reason: "closed_by_person" }]);
  const changed = await world.generate(world.push(secondText("one")));
  expect(handedOver(changed)).toMatchObject([{ task: "one", number: 3 }]);
});

test("a closed pull request of several parts stays closed when the part that is missing fails again", async () => {
  const broken = { design: Array.from({ length: 4 }, () => ({ fault: "refusal" as const })) };
  await using world = await World.open({ answers: { shop__cart: broken } });
  const parts = { tasks: [{ id: "cart" }, { id: "till" }] };
  const event = world.push({ [storyPath("shop")]: storyText(smallStory("shop", parts)) });
  const inputs = { "branch-strategy": "story" };
  await world.generate(event, inputs);
  world.repository.pulls[0]?.close();

  const failed = await world.generate(event, inputs);
  expect(failed.exitCode).toBe(1);
  expect(skippedOf(failed)).toEqual([{ subject: "shop__till", reason: "closed_by_person" }]);
  expect(world.repository.pullRequests()).toHaveLength(1);

  const made = await world.generate(event, inputs);
  expect(made.outputs["tasks"]).toBe("shop__cart,shop__till");
  expect(handedOver(made)).toMatchObject([{ number: 2 }, { number: 2 }]);
});

test("a branch that was merged whole is started again when its task is gone from main", async () => {
  await using world = await World.open();
  const event = world.pushStories("one");
  await world.generate(event);
  world.repository.git("update-ref", "refs/heads/main", world.tip("task/one"));
  const files = Object.fromEntries(
    world
      .changed(world.tip("main~1"), world.tip("main"))
      .filter((path) => path.startsWith("generated/"))
      .map((path) => [path, null]),
  );
  world.repository.commit("main", { files, message: "Start over" });
  world.repository.pulls.splice(0);

  const result = await world.generate(dispatch);

  expect(errorsOf(result)).toEqual([]);
  expect(result.outputs["tasks"]).toBe("one");
  expect(world.stages()).toHaveLength(6);
  expect(world.repository.git("rev-parse", "task/one^")).toBe(world.tip("main"));
});

test("a person's commit on the branch stays below the new name of a story", async () => {
  await using world = await World.open();
  await world.generate(world.pushStories("one"));
  const theirs = world.repository.commit("task/one", {
    files: { "generated/one/src/extra.py": "EXTRA = 1\n" },
    message: "Mine",
  });
  const event = world.push({
    [storyPath("one")]: null,
    [storyPath("first")]: storyText(smallStory("one")),
  });

  const result = await world.generate(event);

  expect(errorsOf(result)).toEqual([]);
  expect(world.repository.git("rev-parse", "task/one^")).toBe(theirs);
  expect(world.content("task/one", "generated/one/src/extra.py")).toBe("EXTRA = 1");
});

test("a branch that was merged whole is no answer to what main took back", async () => {
  await using world = await World.open();
  await world.generate(world.pushStories("one"));
  const first = world.tip("task/one");
  world.repository.git("update-ref", "refs/heads/main", first);
  await world.generate(world.push(secondText("one")));
  world.repository.git("update-ref", "refs/heads/main", world.tip("task/one"));
  const old = world
    .changed(first, "main")
    .filter((path) => path.startsWith("generated/"))
    .map((path): [string, string] => [path, `${world.content(first, path)}\n`]);
  world.repository.commit("main", { files: Object.fromEntries(old), message: "Take it back" });
  world.repository.pulls.splice(0);

  const result = await world.generate(dispatch);

  expect(errorsOf(result)).toEqual([]);
  expect(result.outputs["tasks"]).toBe("one");
  expect(world.repository.git("rev-parse", "task/one^")).toBe(world.tip("main"));
});
