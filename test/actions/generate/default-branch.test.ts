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
    pulls.map(({ head, base, labels, comments, title }) => [
      head.branch,
      base.branch,
      labels,
      comments.length,
      title,
    ]),
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
  const broken = { design: [{ fault: "refusal" as const }] };
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
  expect(world.stages()).toHaveLength(3 + 1 + 3);

  // Nor does one part that is made again throw the other away.
  const asked = await world.generate(dispatch, { ...inputs, task: "shop__till" });
  expect(asked.outputs).toMatchObject({ tasks: "shop__till", attempts: '{"shop__till":2}' });
  const folders = world.repository.git("ls-tree", "--name-only", "story/shop:generated");
  expect(folders.split("\n")).toEqual(["shop__cart", "shop__till"]);
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
  const broken = { design: [{ fault: "refusal" as const }, { fault: "refusal" as const }] };
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
