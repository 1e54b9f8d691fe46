import { expect, test } from "vitest";
import { sumOfCosts, sumOfTokens } from "../../../src/authoring/prices.ts";
import { Manifest } from "../../../src/task/manifest.ts";
import { ANSWERS, STORY } from "./support/parking-fee.ts";
import { CODE, smallStory, storyPath, storyText } from "./support/stories.ts";
import { errorsOf, handedOver, noticesOf, skippedOf, storyFiles, World } from "./support/world.ts";

test("a story in a pull request becomes a commit on top of its own head, and nothing else changes", async () => {
  await using world = await World.open();
  const event = world.openPullRequest({ ...storyFiles("doubling"), "docs/notes.md": "Mine.\n" });
  const [head, main] = [world.tip("feature"), world.tip("main")];

  const result = await world.generate(event);

  expect(result.exitCode).toBe(0);
  const tip = world.tip("feature");
  expect(world.repository.git("rev-parse", `${tip}^@`)).toBe(head);
  expect(world.branches()).toEqual({ feature: tip, main });
  expect(world.changed(head, tip)).toEqual([
    "generated/doubling/meta/design.json",
    "generated/doubling/meta/manifest.json",
    "generated/doubling/meta/story.json",
    "generated/doubling/meta/story_ref.json",
    "generated/doubling/meta/transcript.jsonl",
    "generated/doubling/src/doubling.py",
    "generated/doubling/tests/test_story.py",
  ]);
  expect(world.content(tip, "generated/doubling/src/doubling.py")).toBe(CODE.trimEnd());
  expect(world.repository.git("show", "-s", "--format=%an%n%s%n%(trailers)", tip)).toMatch(
    /^github-actions\[bot\]\nGenerate generated\/doubling\nAgent-Pipeline-Task: doubling\nAgent-Pipeline-Story: sha256:[0-9a-f]{64}\nAgent-Pipeline-Attempt: 1$/,
  );

  const pullRequest = world.repository.pullRequest(1);
  expect(pullRequest).toMatchObject({
    state: "open",
    labels: ["agent-pipeline"],
    title: "feature",
  });
  expect(pullRequest.comments).toHaveLength(1);
  expect(pullRequest.comments[0]?.body).toMatch(
    /^<!-- agent-pipeline -->[^]*\| `generated\/doubling` \| `meta\/stories\/doubling\.json` \| 1 \|/,
  );
  expect(world.repository.statuses(tip)).toMatchObject([
    { context: "agent-pipeline/gate", state: "pending" },
  ]);

  const url = `${world.github.serverUrl}/org/shop/pull/1`;
  expect(handedOver(result)).toEqual([
    { task: "doubling", number: 1, url, branch: "feature", head: tip },
  ]);
  expect(result.outputs).toMatchObject({
    tasks: "doubling",
    "has-tasks": "true",
    skipped: "[]",
    attempts: '{"doubling":1}',
  });
  const manifest = Manifest.parse(
    JSON.parse(world.content(tip, "generated/doubling/meta/manifest.json")),
  );
  const calls = manifest.attempts[0]?.calls ?? [];
  expect(calls.map(({ stage, outcome }) => [stage, outcome])).toEqual([
    ["design", "used"],
    ["code", "used"],
    ["tests", "used"],
  ]);
  expect(JSON.parse(result.outputs["tokens"] ?? "")).toEqual(
    sumOfTokens(calls.map(({ tokens }) => tokens)),
  );
  expect(Number(result.outputs["cost-usd"])).toBe(sumOfCosts(calls.map(({ costUsd }) => costUsd)));
  expect(result.droppedOutputs).toEqual([]);
});

test("the same event again finds all done: one commit, one comment, and no further question", async () => {
  await using world = await World.open();
  const event = world.openPullRequest(storyFiles("doubling"));
  const first = await world.generate(event);
  const state = world.state();

  const again = await world.generate(event);

  expect(again.exitCode).toBe(0);
  expect(world.state()).toEqual(state);
  expect(handedOver(again)).toEqual(handedOver(first));
  expect(again.outputs).toMatchObject({ attempts: '{"doubling":1}', "cost-usd": "0" });
  expect(world.stages()).toHaveLength(3);

  // A person takes the label off: that is a veto. Not even a new text of the story sets it again.
  world.repository.pulls[0]?.labels.splice(0);
  const files = { [storyPath("doubling")]: storyText(smallStory("doubling", { version: "2" })) };
  world.repository.commit("feature", { files, message: "Change the story" });
  const changed = await world.generate({ ...event, action: "synchronize" });
  expect(changed.outputs["tasks"]).toBe("doubling");
  expect(world.repository.pullRequest(1)).toMatchObject({ labels: [] });
  expect(world.repository.pullRequest(1).comments).toHaveLength(1);
  expect(world.stages()).toHaveLength(6);
});

test("a comment that the gate wrote first does not pass for the label", async () => {
  await using world = await World.open();
  const event = world.openPullRequest(storyFiles("doubling"));
  const body =
    "<!-- agent-pipeline -->\n\n<!-- agent-pipeline:gate -->\nGate\n<!-- /agent-pipeline:gate -->";
  const moment = "2026-11-01T00:00:00Z";
  const comment = {
    id: 1,
    body,
    user: "github-actions[bot]",
    createdAt: moment,
    updatedAt: moment,
  };
  world.repository.pulls[0]?.comments.push(comment);

  expect((await world.generate(event)).exitCode).toBe(0);

  const { labels, comments } = world.repository.pullRequest(1);
  expect(labels).toEqual(["agent-pipeline"]);
  expect(comments).toHaveLength(1);
  expect(comments[0]?.body).toMatch(/Gate[^]*### Generated/);
});

test("a folder that a person changed is left alone, also when the story changed since", async () => {
  await using world = await World.open();
  const event = world.openPullRequest(storyFiles("doubling"));
  await world.generate(event);
  const files = {
    "generated/doubling/src/doubling.py": "# better\n",
    [storyPath("doubling")]: storyText(smallStory("doubling", { version: "2" })),
  };
  const theirs = world.repository.commit("feature", { files, message: "By hand" });

  const result = await world.generate({ ...event, action: "synchronize" });

  expect(result.exitCode).toBe(0);
  expect(skippedOf(result)).toEqual([{ subject: "doubling", reason: "human_commits" }]);
  expect(result.outputs).toMatchObject({ "has-tasks": "false", "pull-requests": "[]" });
  expect(world.tip("feature")).toBe(theirs);
  expect(world.stages()).toHaveLength(3);
});

test("a story as people write them, of several parts beside it, in one push", async () => {
  const answers = {
    parking_fee_v1: {
      design: [ANSWERS.design],
      code: [ANSWERS.code],
      tests: [ANSWERS.tests],
    },
  };
  await using world = await World.open({ answers });
  const parts = smallStory("shop", {
    dependencies: [],
    tasks: [{ id: "cart" }, { id: "till" }],
  });
  const event = world.openPullRequest({
    [storyPath("parking_fee_v1")]: storyText(STORY),
    [storyPath("shop")]: storyText(parts),
  });

  const result = await world.generate(event);

  expect(result.outputs["tasks"]).toBe("parking_fee_v1,shop__cart,shop__till");
  const heads = new Set(handedOver(result).map(({ head }) => head));
  expect([...heads]).toEqual([world.tip("feature")]);
  expect(world.content("feature", "generated/parking_fee_v1/meta/story.json")).toBe(
    storyText(STORY).trimEnd(),
  );
  const manifest = Manifest.parse(
    JSON.parse(world.content("feature", "generated/parking_fee_v1/meta/manifest.json")),
  );
  expect(Object.keys(manifest.criteria)).toEqual(ANSWERS.design.criteria.map(({ id }) => id));
  expect(world.repository.git("rev-list", "--count", "main..feature")).toBe("4");
  expect(result.annotations.filter(({ kind }) => kind === "warning")).toEqual([]);
  expect(world.repository.statuses(world.tip("feature"))).toHaveLength(1);
});

test("nothing is generated, and all is green, where GitHub gives no secret or nobody asks", async () => {
  await using world = await World.open();
  const fork = world.github.createRepository("stranger/shop", { forkOf: world.repository });
  fork.commit("gift", { files: storyFiles("gift"), message: "A gift" });
  const number = world.repository.openPullRequest({ head: "gift", fork, user: "stranger" });
  const own = world.openPullRequest(storyFiles("doubling"));
  const other = world.openPullRequest({ "docs/x.md": "x" }, "docs");
  const state = world.state();
  const noKey = { "openai-api-key": "" };

  const runs = [
    {
      result: await world.generate(
        { event: "pull_request", action: "opened", pullRequest: number },
        noKey,
      ),
      said: /comes from a fork/,
    },
    {
      result: await world.generate({ ...own, actor: "dependabot[bot]" }, noKey),
      said: /Dependabot/,
    },
    { result: await world.generate(other, noKey), said: /No story is new or changed/ },
    {
      result: await world.generate(
        { event: "workflow_dispatch" },
        { ...noKey, "pull-request": String(number) },
      ),
      said: /#1 comes from a fork/,
    },
  ];

  for (const { result, said } of runs) {
    expect(errorsOf(result)).toEqual([]);
    expect(result.exitCode).toBe(0);
    expect(noticesOf(result).join()).toMatch(said);
    expect(result.outputs).toMatchObject({
      tasks: "",
      "has-tasks": "false",
      "pull-requests": "[]",
    });
  }
  expect(world.state()).toEqual(state);
  expect(world.stages()).toEqual([]);
});

test("a pull request that deletes what was written by hand gets it generated instead", async () => {
  const byHand = { "generated/doubling/src/doubling.py": "def double(n): return n + n\n" };
  await using world = await World.open({ files: byHand });
  const kept = world.openPullRequest(storyFiles("doubling"), "kept");
  world.repository.commit("feature", {
    files: { ...storyFiles("doubling"), "generated/doubling": null },
    message: "Let it be generated",
    from: "main",
  });
  const pullRequest = world.repository.openPullRequest({ head: "feature" });

  expect(skippedOf(await world.generate(kept))).toEqual([
    { subject: "doubling", reason: "human_commits" },
  ]);
  const result = await world.generate({ event: "pull_request", action: "opened", pullRequest });
  expect(result.outputs["tasks"]).toBe("doubling");
});
