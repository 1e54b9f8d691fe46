import { expect, test } from "vitest";
import { smallStory, storyPath, storyText } from "./support/stories.ts";
import { errorsOf, handedOver, skippedOf, World } from "./support/world.ts";

const dispatch = { event: "workflow_dispatch" } as const;

const secondText = (id: string) => ({
  [storyPath(id)]: storyText(smallStory(id, { version: "2" })),
});

test("each story pushed to main gets a branch from main's present tip, and a pull request", async () => {
  await using world = await World.open({
    files: { [storyPath("old")]: "no story, but nobody touched it" },
  });
  const event = world.pushStories("one", "two");
  const fresh = world.repository.commit("main", { files: { "later.txt": "x" }, message: "Later" });

  const result = await world.generate(event);

  expect(errorsOf(result)).toEqual([]);
  expect(world.branches()).toMatchObject({ main: fresh });
  const pulls = world.repository.pullRequests();
  expect(
    pulls
      .map(({ head, base, labels, comments, title }) => [
        head.branch,
        base.branch,
        labels,
        comments.length,
        title,
      ])
      // Which of them is opened first is a matter of chance.
      .toSorted(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
  ).toEqual([
    ["task/one", "main", ["agent-pipeline"], 1, "Generate one"],
    ["task/two", "main", ["agent-pipeline"], 1, "Generate two"],
  ]);
  for (const { task, branch, head } of handedOver(result)) {
    expect(head).toBe(world.tip(branch));
    expect(world.repository.git("rev-parse", `${head}^@`)).toBe(fresh);
    expect(world.changed(fresh, head).every((path) => path.startsWith(`generated/${task}/`))).toBe(
      true,
    );
    expect(world.repository.statuses(head)).toMatchObject([{ state: "pending" }]);
  }

  const state = world.state();
  const again = await world.generate(event);
  expect(handedOver(again)).toEqual(handedOver(result));
  expect(world.state()).toEqual(state);
  expect(world.stages()).toHaveLength(6);
});

test("a dispatch takes what has no task yet; `task` makes one again, as the next attempt", async () => {
  await using world = await World.open();
  world.pushStories("one", "two");
  const first = await world.generate(dispatch, { story: "meta/stories/o*.json" });
  expect(first.outputs).toMatchObject({ tasks: "one", attempts: '{"one":1}' });
  world.repository.git("update-ref", "refs/heads/main", world.tip("task/one"));

  const second = await world.generate(dispatch, { "dry-run": "true" });
  expect(skippedOf(second)).toEqual([
    { subject: "one", reason: "unchanged" },
    { subject: "two", reason: "dry_run" },
  ]);

  const asked = await world.generate(dispatch, { task: "one" });
  expect(errorsOf(asked)).toEqual([]);
  expect(asked.outputs).toMatchObject({ tasks: "one", attempts: '{"one":2}' });
  expect(world.content("task/one", "generated/one/meta/manifest.json")).toContain(
    '"reason": "requested"',
  );
  expect(world.branches()).not.toHaveProperty("task/two");
});

test("a changed story: overwrite replaces the folder, skip leaves it, append writes beside it", async () => {
  await using world = await World.open();
  await world.generate(world.pushStories("one"));
  world.repository.git("update-ref", "refs/heads/main", world.tip("task/one"));
  const event = world.push(secondText("one"));
  const main = world.tip("main");

  const skip = await world.generate(event, { "rerun-policy": "skip" });
  expect(skippedOf(skip)).toEqual([{ subject: "one", reason: "rerun_policy" }]);

  const append = await world.generate(event, { "rerun-policy": "append" });
  expect(append.outputs).toMatchObject({ tasks: "one-r2", attempts: '{"one-r2":1}' });
  // A branch of its own: the gate lets task/x change nothing but generated/x.
  expect(handedOver(append)[0]?.branch).toBe("task/one-r2");
  expect(
    world
      .changed(main, world.tip("task/one-r2"))
      .every((path) => path.startsWith("generated/one-r2/")),
  ).toBe(true);
  const appended = world.state();
  expect((await world.generate(event, { "rerun-policy": "append" })).outputs["tasks"]).toBe(
    "one-r2",
  );
  expect(world.state()).toEqual(appended);

  const overwrite = await world.generate(event);
  expect(overwrite.outputs).toMatchObject({ tasks: "one", attempts: '{"one":1}' });
  expect(world.repository.git("rev-parse", "task/one^")).toBe(main);
  expect(world.content("task/one", "generated/one/meta/manifest.json")).toContain(
    '"reason": "changed"',
  );
  expect(world.stages()).toHaveLength(9);
});

test("`branch-strategy: story`: all parts of a story on one branch, and what is there stays there", async () => {
  const broken = { design: [{ fault: "refusal" as const }, { fault: "refusal" as const }] };
  await using world = await World.open({ answers: { shop__till: broken } });
  const parts = { tasks: [{ id: "cart" }, { id: "till" }] };
  const event = world.push({ [storyPath("shop")]: storyText(smallStory("shop", parts)) });
  const inputs = { "branch-strategy": "story" };

  const first = await world.generate(event, inputs);
  expect(first.exitCode).toBe(1);
  expect(errorsOf(first)).toEqual([expect.stringMatching(/stage "design" .*the model refused/)]);
  expect(first.outputs).toMatchObject({ tasks: "shop__cart" });

  // The next run makes only what is missing, on top of what is there.
  const second = await world.generate(event, inputs);
  expect(second.exitCode).toBe(0);
  expect(second.outputs["tasks"]).toBe("shop__cart,shop__till");
  expect(handedOver(second).map(({ branch }) => branch)).toEqual(["story/shop", "story/shop"]);
  expect(world.repository.pullRequests()).toHaveLength(1);
  expect(world.stages()).toHaveLength(3 + 2 + 3);

  // Nor does one part that is made again throw the other away.
  const asked = await world.generate(dispatch, { ...inputs, task: "shop__till" });
  expect(asked.outputs).toMatchObject({ tasks: "shop__till", attempts: '{"shop__till":3}' });
  const folders = world.repository.git("ls-tree", "--name-only", "story/shop:generated");
  expect(folders.split("\n")).toEqual(["shop__cart", "shop__till"]);
});

test("a dry run says what it would do, and writes nothing at all", async () => {
  await using world = await World.open();
  const event = world.pushStories("one");
  const before = world.state();
  const result = await world.generate(event, { "dry-run": "true", "openai-api-key": "" });
  expect(result.exitCode).toBe(0);
  expect(result.log).toContain("Dry run: would generate (new) one on task/one");
  expect(result.outputs).toMatchObject({
    "has-tasks": "false",
    skipped: '[{"subject":"one","reason":"dry_run"}]',
  });
  expect(world.state()).toEqual(before);

  // Not even the pull request that an earlier run could not open.
  world.repository.settings.allowActionsToCreatePullRequests = false;
  await world.generate(event);
  world.repository.settings.allowActionsToCreatePullRequests = true;
  const again = await world.generate(event, { "dry-run": "true" });
  expect(again.log).toContain("Dry run: would finish one on task/one");
  expect(world.repository.pullRequests()).toEqual([]);
});

test("a story that was only renamed gets its new name into its folder, and no model is asked", async () => {
  await using world = await World.open();
  await world.generate(world.pushStories("one"));
  world.repository.git("update-ref", "refs/heads/main", world.tip("task/one"));
  const event = world.push({
    [storyPath("one")]: null,
    [storyPath("first")]: storyText(smallStory("one")),
  });

  const result = await world.generate(event);

  expect(errorsOf(result)).toEqual([]);
  expect(result.outputs).toMatchObject({ tasks: "one", attempts: '{"one":1}', "cost-usd": "0" });
  expect(world.stages()).toHaveLength(3);
  const head = world.tip("task/one");
  expect(world.changed(world.tip("main"), head)).toEqual([
    "generated/one/meta/manifest.json",
    "generated/one/meta/story_ref.json",
  ]);
  expect(JSON.parse(world.content(head, "generated/one/meta/story_ref.json"))).toMatchObject({
    story: storyPath("first"),
  });
  // The folder still counts as ours: made for the new name at once it would be the same, byte for byte.
  await using other = await World.open();
  await other.generate(other.push({ [storyPath("first")]: storyText(smallStory("one")) }));
  for (const file of ["meta/manifest.json", "meta/story_ref.json"]) {
    expect(world.content(head, `generated/one/${file}`)).toBe(
      other.content("task/one", `generated/one/${file}`),
    );
  }
});
