import { expect, test } from "vitest";
import type { Reply } from "../../../world/model.ts";
import { markupIn } from "../../support/markdown.ts";
import { CODE, REPLIES, smallStory, storyPath, storyText, TESTS } from "./support/stories.ts";
import { errorsOf, noticesOf, storyFiles, World } from "./support/world.ts";

test("each faulty story is one clear message at its file, and a good one beside them goes on", async () => {
  await using world = await World.open({ files: storyFiles("taken") });
  const faulty: Readonly<Record<string, { text: string; said: RegExp }>> = {
    "no-json": { text: "{ nearly: json }", said: /is not valid JSON: / },
    list: { text: "[]", said: /must be one JSON object/ },
    "no-id": { text: '{"title": "x"}', said: /"id" is required, as a string/ },
    "number-id": {
      text: '{"id": 101, "title": "x"}',
      said: /number-id\.json "id" must be a string: write "101"$/,
    },
    "part-id": {
      text: '{"id": "part-id", "title": "x", "tasks": [{"id": 7}, {"id": null}, {}]}',
      said: /"tasks\.0\.id" must be a string: write "7"; "tasks\.1\.id" must be a string; "tasks\.2\.id" is required/,
    },
    "says-nothing": {
      text: '{"id": "empty"}',
      said: /one of "feature", "title", "description", "requirements" must say what is wanted/,
    },
    large: {
      text: storyText(smallStory("large", { more: "x".repeat(1024 * 1024) })),
      said: /is larger than the 262144 bytes/,
    },
    escape: {
      text: storyText(smallStory("../../x")),
      said: /"id": "\.\.\/\.\.\/x" is outside the grammar .*write "x", for example/,
    },
    "many-faults": {
      text: '{"title": 7, "tasks": "x", "version": []}',
      said: /"id" is required.*"version" .*"title" must be .*"tasks" must be/,
    },
    "bad-parts": {
      text: storyText(
        smallStory("parts", { tasks: [{ id: "a/b" }, { id: "x-r2" }, { id: "ok" }, { id: "ok" }] }),
      ),
      said: /"tasks\.0\.id".*"tasks\.1\.id".*parts__ok more than once/,
    },
    "twin-1": {
      text: storyText(smallStory("twin")),
      said: /has the id "twin", and so has meta\/stories\/twin-2\.json/,
    },
    "twin-2": {
      text: storyText(smallStory("Twin")),
      said: /has the id "Twin", and so has meta\/stories\/twin-1\.json/,
    },
    "taken-too": {
      text: storyText(smallStory("taken")),
      said: /has the id "taken", and so has meta\/stories\/taken\.json/,
    },
  };
  const files = Object.entries(faulty).map(([name, { text }]) => [storyPath(name), text] as const);
  const event = world.openPullRequest({ ...Object.fromEntries(files), ...storyFiles("good") });
  const head = world.tip("feature");

  const result = await world.generate(event);

  expect(result.exitCode).toBe(1);
  expect(result.outputs).toMatchObject({ tasks: "good", attempts: '{"good":1}' });
  expect(world.changed(head, "feature").every((path) => path.startsWith("generated/good/"))).toBe(
    true,
  );
  const said = new Map(
    result.annotations
      .filter(({ kind }) => kind === "error")
      .map(({ file, message }) => [file, message]),
  );
  expect(new Set(said.keys())).toEqual(new Set(files.map(([path]) => path)));
  for (const [name, { said: expected }] of Object.entries(faulty)) {
    expect(said.get(storyPath(name))).toMatch(expected);
  }
});

test("faulty stories alone: nothing is asked or pushed, and the pull request says why", async () => {
  await using world = await World.open();
  const event = world.openPullRequest({ [storyPath("x")]: "{" });
  const branches = world.branches();
  const result = await world.generate(event, { "openai-api-key": "" });
  expect(result.exitCode).toBe(1);
  expect(errorsOf(result)).toHaveLength(1);
  expect(world.branches()).toEqual(branches);
  const { labels, comments } = world.repository.pullRequest(1);
  expect(labels).toEqual(["needs-human"]);
  expect(comments.map(({ body }) => body)).toEqual([
    expect.stringContaining("is not valid JSON") as unknown,
  ]);
});

test("a story that is executable or a link is refused before a model is asked: the gate would hold it", async () => {
  await using world = await World.open();
  const content = storyText(smallStory("one"));
  const event = world.push({
    [storyPath("one")]: { content, mode: "100755" },
    [storyPath("two")]: { content: "one.json", mode: "120000" },
  });
  const result = await world.generate(event);
  expect(result.exitCode).toBe(1);
  expect(errorsOf(result)).toEqual([
    "meta/stories/one.json is no plain file: git has it as 100755, not as 100644",
    "meta/stories/two.json is no plain file: git has it as 120000, not as 100644",
  ]);
  expect(world.stages()).toEqual([]);
});

const code = (...files: { path: string; content: string }[]): Reply => ({
  files: [{ path: "src/doubling.py", content: CODE }, ...files],
  notes: null,
});

test("no reply that is not whole and allowed is written, however often it comes, and each says why", async () => {
  const replies: Readonly<
    Record<string, { stage: "design" | "code" | "tests"; reply: Reply; said: RegExp }>
  > = {
    "cut-off": {
      stage: "code",
      reply: { fault: "length" },
      said: /stage "code" .*cut off at the model's output limit/,
    },
    refused: {
      stage: "design",
      reply: { fault: "refusal" },
      said: /stage "design" .*the model refused: "I'm sorry/,
    },
    filtered: {
      stage: "tests",
      reply: { fault: "content_filter" },
      said: /stage "tests" .*content filter/,
    },
    "no-json": {
      stage: "design",
      reply: "Here is your design:",
      said: /stage "design" .*the reply is not valid JSON/,
    },
    "other-shape": { stage: "code", reply: { code: CODE }, said: /stage "code" .*files / },
    "bad-body": {
      stage: "tests",
      reply: { fault: "malformed" },
      said: /answered with something that is not valid JSON/,
    },
    outside: {
      stage: "code",
      reply: code({ path: "src/../../../.github/workflows/x.py", content: "" }),
      said: /leaves its folder/,
    },
    "other-task": {
      stage: "code",
      reply: code({ path: "../good/src/doubling.py", content: "" }),
      said: /leaves its folder/,
    },
    conftest: {
      stage: "tests",
      reply: {
        files: [
          { path: "tests/test_story.py", content: TESTS },
          { path: "tests/conftest.py", content: "" },
        ],
        notes: null,
      },
      said: /"tests\/conftest\.py" changes how pytest or Python starts/,
    },
    manifest: {
      stage: "code",
      reply: code({ path: "meta/manifest.json", content: "{}" }),
      said: /"meta\/manifest\.json" is not a Python file below src/,
    },
    invented: {
      stage: "design",
      reply: {
        ...REPLIES.design,
        criteria: [{ id: "AC-1", source: "Be nice.", statement: "x", example: null }],
      },
      said: /AC-1 quotes a line that the story does not have: "Be nice\."/,
    },
    commands: {
      stage: "design",
      reply: { fault: "refusal", text: "\n::set-output name=tasks::evil\n##[add-mask]x" },
      said: /the model refused: "\\n::set-output/,
    },
  };
  const ids = Object.keys(replies);
  const answers = Object.fromEntries(
    ids.map((id) => [id, { [replies[id]!.stage]: [replies[id]!.reply, replies[id]!.reply] }]),
  );
  await using world = await World.open({ answers });
  const event = world.pushStories(...ids, "good");
  const main = world.tip("main");

  const result = await world.generate(event);

  expect(result.exitCode).toBe(1);
  expect(result.outputs["tasks"]).toBe("good");
  const { main: present, "task/good": _, ...others } = world.branches();
  expect(present).toBe(main);
  // Of what was paid for nothing there is an account, and no pull request.
  for (const [branch, tip] of Object.entries(others)) {
    const folder = `generated/${branch.slice("task/".length)}`;
    expect(world.changed(main, tip)).toEqual([`${folder}/meta/manifest.json`]);
    expect(world.repository.statuses(tip)[0]).toMatchObject({ state: "failure" });
  }
  expect(world.repository.pullRequests().map(({ head }) => head.branch)).toEqual(["task/good"]);
  expect(errorsOf(result)).toHaveLength(ids.length);
  for (const id of ids) {
    const annotation = result.annotations.find(({ title }) => title === `agent-pipeline: ${id}`);
    expect(annotation?.message).toMatch(replies[id]!.said);
  }
});

test("a model server that is down, or refuses the key, or has no credit to give: one message, nothing written", async () => {
  const quota = {
    message: "You exceeded your current quota",
    type: "insufficient_quota",
    param: null,
    code: "insufficient_quota",
  };
  const empty = { fault: "status" as const, status: 429, body: { error: quota } };
  await using world = await World.open({ answers: { one: { design: [empty] } } });
  const event = world.pushStories("one");
  const state = world.state();

  const runs = [
    {
      result: await world.generate(event, { "base-url": "http://127.0.0.1:9/v1" }),
      said: /^The model server at http:\/\/127\.0\.0\.1:9\/v1 gave no answer: .*, after 3 tries\n/,
    },
    {
      result: await world.generate(event, { "openai-api-key": "sk-somebody-elses" }),
      said: /answered HTTP 401 [^]*Check the secret behind `openai-api-key`/,
    },
    { result: await world.generate(event), said: /answered HTTP 429 [^]*no credit left/ },
  ];

  for (const { result, said } of runs) {
    expect(result.exitCode).toBe(1);
    expect(errorsOf(result)).toEqual([expect.stringMatching(said)]);
    expect(result.outputs).toMatchObject({ "has-tasks": "false", "pull-requests": "[]" });
  }
  expect(world.state()).toEqual(state);
});

test("a server that is busy for a moment is asked again", async () => {
  const busy = { fault: "status", status: 503, retryAfter: 0.01 } as const;
  const limited = { fault: "status", status: 429, retryAfter: 0.01 } as const;
  await using world = await World.open({
    answers: {
      one: { design: [busy], code: [limited, { fault: "disconnect" }], tests: [busy, limited] },
    },
  });
  const result = await world.generate(world.pushStories("one"));
  expect(result.exitCode).toBe(0);
  expect(result.outputs["tasks"]).toBe("one");
});

test("names that are not there are said with what is there; faults of others are nobody's concern", async () => {
  await using world = await World.open({
    files: { ...storyFiles("one"), [storyPath("broken")]: "{" },
  });
  const dispatch = { event: "workflow_dispatch" } as const;

  const result = await world.generate(dispatch, { task: "one", "dry-run": "true" });
  expect(errorsOf(result)).toEqual([]);

  const unknown = await world.generate(dispatch, { task: "won", story: "" });
  expect(unknown.exitCode).toBe(1);
  expect(errorsOf(unknown)).toEqual([
    'won is the task of no story here; known are one. For a story that is only in a pull request, name that with "pull-request"',
    expect.stringMatching(/^meta\/stories\/broken\.json is not valid JSON/),
  ]);

  const missing = await world.generate(dispatch, { story: "stories/one.json" });
  expect(errorsOf(missing)).toEqual([
    "stories/one.json names no story file; stories lie directly in meta/stories/ and end in .json or .md",
  ]);
});

test("a story's file name is data: it adds no command, trailer, mention or row", async () => {
  await using world = await World.open();
  const path =
    "meta/stories/@octocat fixes #1 ::error::x\n::set-output name=tasks::evil\n|`<b>.json";
  const event = world.push({ [path]: storyText(smallStory("odd")) });

  const result = await world.generate(event);

  expect(errorsOf(result)).toEqual([]);
  expect(result.outputs["tasks"]).toBe("odd");
  const message = world.repository.git("show", "-s", "--format=%B", "task/odd");
  expect(message.split("\n")).toHaveLength(7);
  expect(message).not.toMatch(/[@#]/);
  const { body, comments } = world.repository.pullRequest(1);
  const story = body?.split("\n").find((line) => line.startsWith("- Story: ")) ?? "";
  const row = comments[0]?.body.split("\n").find((line) => line.includes("octocat")) ?? "";
  expect(markupIn(story.slice("- Story: ".length))).toEqual([]);
  expect(markupIn(row.split("|")[2] ?? "|")).toEqual([]);
  expect(row.split("|")).toHaveLength(6);
});

test("what was meant as a story and is none is named, with what to do", async () => {
  const text = storyText(smallStory("one"));
  await using world = await World.open({
    files: { "meta/stories/shop/old.json": text, "meta/stories/old.yaml": text },
  });
  const event = world.openPullRequest({
    "meta/stories/shop/one.json": text,
    "meta/stories/two.yaml": text,
    "meta/stories/three.yml": text,
    "meta/stories/four.JSON": text,
    "meta/stories/five.txt": text,
    "meta/stories/six.Md": text,
    "meta/stories/README.md": text,
    "meta/stories/shop/readme.md": text,
  });

  const result = await world.generate(event);

  expect(result.exitCode).toBe(1);
  expect(errorsOf(result).toSorted()).toEqual([
    'meta/stories/four.JSON is not read as a story, because its name does not end in ".json" in lower case: rename it to meta/stories/four.json',
    "meta/stories/shop/one.json lies in a folder of its own, but stories are looked for directly in meta/stories/ only: move it to meta/stories/one.json",
    'meta/stories/six.Md is not read as a story, because its name does not end in ".md" in lower case: rename it to meta/stories/six.md',
    "meta/stories/three.yml is not read as a story, because a story is JSON or Markdown: write it as meta/stories/three.json",
    "meta/stories/two.yaml is not read as a story, because a story is JSON or Markdown: write it as meta/stories/two.json",
  ]);
  expect(noticesOf(result)).toEqual([
    "meta/stories/five.txt is not read as a story; if it is meant as one, rename it to meta/stories/five.md",
  ]);
  expect(world.stages()).toEqual([]);

  // What lay there before is named where all stories are meant, and fails nobody's run.
  const dispatched = await world.generate({ event: "workflow_dispatch" });
  expect(errorsOf(dispatched)).toEqual([]);
  expect(noticesOf(dispatched)).toEqual([
    expect.stringMatching(/^meta\/stories\/old\.yaml is not read/),
    expect.stringMatching(/^meta\/stories\/shop\/old\.json lies in a folder/),
  ]);
});
