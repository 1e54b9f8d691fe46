import { expect, test } from "vitest";
import { smallStory, storyPath, storyText } from "./support/stories.ts";
import { errorsOf, handedOver, storyFiles, World } from "./support/world.ts";

test("GitHub refuses to open a pull request: the setting is named, the branch stays, the next run needs no model", async () => {
  await using world = await World.open();
  const event = world.pushStories("one");
  world.repository.settings.allowActionsToCreatePullRequests = false;

  const refused = await world.generate(event);
  expect(refused.exitCode).toBe(1);
  expect(errorsOf(refused)).toEqual([
    expect.stringMatching(
      /not permitted to create or approve[^]*"Allow GitHub Actions to create and approve pull requests"/,
    ),
  ]);
  expect(refused.outputs).toMatchObject({ tasks: "", "has-tasks": "false", "pull-requests": "[]" });
  const made = world.tip("task/one");

  world.repository.settings.allowActionsToCreatePullRequests = true;
  const opened = await world.generate(event, { "openai-api-key": "" });
  expect(opened.exitCode).toBe(0);
  expect(handedOver(opened)).toMatchObject([{ task: "one", number: 1, head: made }]);
  expect(world.repository.pullRequest(1)).toMatchObject({ labels: ["agent-pipeline"] });
  expect(world.stages()).toHaveLength(3);
});

test("a run that broke off between pull request and label is mended by the next one", async () => {
  await using world = await World.open();
  const event = world.pushStories("one");
  world.github.failNext({ method: "POST", path: /\/labels$/, status: 502 });

  const broken = await world.generate(event);
  expect(broken.exitCode).toBe(1);
  expect(errorsOf(broken)).toEqual([
    expect.stringMatching(/GitHub could not set the label agent-pipeline on #1 \(HTTP 502\)/),
  ]);

  const mended = await world.generate(event);
  expect(mended.exitCode).toBe(0);
  expect(world.repository.pullRequests()).toHaveLength(1);
  expect(world.repository.pullRequest(1)).toMatchObject({ labels: ["agent-pipeline"] });
  expect(world.repository.pullRequest(1).comments).toHaveLength(1);
  expect(world.stages()).toHaveLength(3);
});

test("a pull request that is closed while the model thinks is not opened a second time", async () => {
  await using world = await World.open();
  const event = world.openPullRequest(storyFiles("one"));
  world.github.before({ method: "POST", path: /git-receive-pack$/ }, () =>
    world.repository.pulls[0]?.close(),
  );
  await world.generate(event);
  expect(world.repository.pullRequests()).toHaveLength(1);
  expect(world.repository.pullRequest(1).state).toBe("closed");
});

test.each([
  { permission: "contents", said: /The git server refused the token[^]*`contents` permission/ },
  { permission: "statuses", said: /GitHub does not let this token post the status/ },
])("a token without $permission: write", async ({ permission, said }) => {
  await using world = await World.open();
  const event = world.openPullRequest(storyFiles("one"));
  world.github.withhold(permission, "write");
  const result = await world.generate(event);
  expect(result.exitCode).toBe(1);
  expect(errorsOf(result)).toEqual([expect.stringMatching(said)]);
  expect(result.outputs).toMatchObject({ "has-tasks": "false", "pull-requests": "[]" });
});

test("no key: one hint for however many stories, all outputs set, nothing written", async () => {
  await using world = await World.open();
  const event = world.pushStories("one", "two");
  const state = world.state();

  const result = await world.generate(event, { "openai-api-key": "" });

  expect(result.exitCode).toBe(1);
  expect(errorsOf(result)).toEqual([
    expect.stringMatching(/^The input "openai-api-key" is empty\nAdd the key .*OPENAI_API_KEY/),
  ]);
  expect(result.annotations[0]?.title).toBe("agent-pipeline: one, two");
  expect(result.outputs).toEqual({
    tasks: "",
    "has-tasks": "false",
    "pull-requests": "[]",
    skipped: "[]",
    attempts: "{}",
    tokens: '{"input":0,"cachedInput":0,"output":0}',
    "cost-usd": "0",
  });
  expect(world.state()).toEqual(state);
});

test("bad inputs are named all at once, and every output is there", async () => {
  await using world = await World.open();
  const bad = { task: "../x", "dry-run": "perhaps", "budget-usd": "much" };
  const result = await world.generateByBundle(world.pushStories("one"), bad);
  expect(result.exitCode).toBe(1);
  expect(errorsOf(result)).toEqual([
    expect.stringMatching(
      /^Invalid input: "task" .*; "budget-usd" .*; "dry-run" .*\nSee generate\/README\.md/,
    ),
  ]);
  expect(result.outputs).toMatchObject({
    "has-tasks": "false",
    "pull-requests": "",
    attempts: "{}",
  });
});

test("nothing is asked that the budget of its story could not pay for at its worst", async () => {
  await using world = await World.open();
  const result = await world.generate(world.pushStories("one"), { "budget-usd": "0.005" });
  expect(result.exitCode).toBe(1);
  expect(errorsOf(result)).toEqual([
    expect.stringMatching(
      /^The next question may cost 0\.12\d* USD, and of the 0\.005 USD for this text of the story 0 USD are spent\n/,
    ),
  ]);
  expect(world.stages()).toEqual([]);
});

test("each story has a budget of its own, and one that is short has its questions one after the other", async () => {
  await using world = await World.open();
  const result = await world.generate(world.pushStories("one", "two"), { "budget-usd": "0.15" });
  expect(errorsOf(result)).toEqual([]);
  expect(result.outputs["tasks"]).toBe("one,two");
});

test("a model without a known price is asked all the same, and it is said what bounds it", async () => {
  await using world = await World.open();
  const result = await world.generate(world.pushStories("one"), { model: "llama-9" });
  expect(result.exitCode).toBe(0);
  const warnings = result.annotations.filter(({ kind }) => kind === "warning");
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^The price of llama-9 is unknown, so .*`max-calls`.*`prices`/),
  ]);
});

function asking(id: string, dependencies: string[]): Record<string, string> {
  return { [storyPath(id)]: storyText(smallStory(id, { dependencies })) };
}

test("a story may ask for what the repository allows; anything else is said before a model is asked", async () => {
  const config = "allowed-dependencies: { pyyaml: '>=6' }\n";
  await using world = await World.open({ files: { ".github/agent-pipeline.yml": config } });
  const event = world.push({ ...asking("good", ["pyyaml"]), ...asking("bad", ["numpy>=2"]) });
  const result = await world.generate(event);
  expect(result.outputs["tasks"]).toBe("good");
  expect(errorsOf(result)).toEqual([
    expect.stringMatching(
      /^meta\/stories\/bad\.json: "dependencies\.0" asks for numpy, which .*write `numpy: ">=2"`/,
    ),
  ]);
  expect(world.stages()).toEqual(["design", "code", "tests"]);
  expect(JSON.stringify(world.model.requests[1]?.body)).toContain("pyyaml >=6");
});

test("a server with chat completions alone is found out once", async () => {
  await using world = await World.open({ responses: false });
  const result = await world.generate(world.pushStories("one", "two"), { model: "llama-9" });
  expect(result.exitCode).toBe(0);
  expect(result.outputs).toMatchObject({ tasks: "one,two", "cost-usd": "unknown price" });
  expect(world.model.requests.every(({ endpoint }) => endpoint === "chat")).toBe(true);
});

test("prices and API style come from the config of the base branch", async () => {
  const config =
    "api-style: chat\nbudget-usd: 100000\nprices:\n  llama-9: { input: 1000000, output: 0 }\n";
  await using world = await World.open({ files: { ".github/agent-pipeline.yml": config } });
  const event = world.openPullRequest({
    ...storyFiles("one"),
    ".github/agent-pipeline.yml": "prices: {}\n",
  });
  const result = await world.generate(event, { model: "llama-9" });
  expect(result.exitCode).toBe(0);
  expect(JSON.parse(result.outputs["tokens"] ?? "")).toMatchObject({
    input: Number(result.outputs["cost-usd"]),
  });
  expect(world.model.requests[0]?.endpoint).toBe("chat");
});

test("for a pull request into another branch the config is that branch's, as its tip states it now", async () => {
  const path = ".github/agent-pipeline.yml";
  await using world = await World.open({ files: { [path]: "api-style: responses\n" } });
  world.repository.commit("release", { files: { "a.txt": "a" }, message: "A", from: "main" });
  world.repository.commit("feature", {
    files: storyFiles("one"),
    message: "Add a story",
    from: "release",
  });
  const pullRequest = world.repository.openPullRequest({ head: "feature", base: "release" });
  world.repository.commit("release", { files: { [path]: "api-style: chat\n" }, message: "Chat" });

  const event = { event: "pull_request", action: "opened", pullRequest } as const;
  expect((await world.generate(event)).exitCode).toBe(0);
  expect(new Set(world.model.requests.map(({ endpoint }) => endpoint))).toEqual(new Set(["chat"]));
});

test("a config that cannot be used stops a run, but none that has nothing to do", async () => {
  const config = { ".github/agent-pipeline.yml": "api-style: telepathy\n" };
  await using world = await World.open({ files: config });
  const event = world.openPullRequest(storyFiles("one"));
  const stopped = await world.generate(event);
  expect(errorsOf(stopped)).toEqual([
    expect.stringMatching(/^\.github\/agent-pipeline\.yml cannot be used: [^]*api-style/),
  ]);
  expect(stopped.outputs["pull-requests"]).toBe("");
  const idle = await world.generate({ ...event, actor: "dependabot[bot]" });
  expect(errorsOf(idle)).toEqual([]);
});
