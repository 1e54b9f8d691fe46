import { describe, expect, test } from "vitest";
import { authorTask } from "../../../src/authoring/author-task.ts";
import type { Model, ModelReply, ModelRequest } from "../../../src/authoring/model.ts";
import { Spending } from "../../../src/authoring/spending.ts";
import { taskFiles } from "../../../src/authoring/task-files.ts";
import { parseTranscript, requestHash } from "../../../src/authoring/transcript.ts";
import { sha256 } from "../../../src/foundation/digest.ts";
import type { Log } from "../../../src/runner/log.ts";
import { violationsOf } from "../../../src/task/folder.ts";
import { isUntouched, Manifest } from "../../../src/task/manifest.ts";
import { readMeta } from "../../../src/task/meta-file.ts";
import { StoryRef } from "../../../src/task/story-ref.ts";
import {
  DESIGN,
  onlyTask,
  read,
  REPLIES,
  smallStory,
  storyText,
} from "../../actions/generate/support/stories.ts";

const silent: Log = {
  info: () => {},
  notice: () => {},
  warning: () => {},
  error: () => {},
  group: (_, work) => work(),
};

const story = read(smallStory("doubling"), "meta/stories/doubling.json");
const task = onlyTask(story);

/** A model that says what was recorded, however long each answer takes. */
function recorded(delays: Partial<Record<string, number>> = {}): Model {
  return {
    name: "gpt-6.2-sol",
    async ask({ stage }) {
      await new Promise((done) => setTimeout(done, delays[stage] ?? 0));
      const text = JSON.stringify(REPLIES[stage]);
      return { finish: "stop", text, tokens: { input: 10, cachedInput: 2, output: 5 } };
    },
  };
}

/** A model made of nothing but a transcript: a question that was not asked then has no answer. */
function replayed(transcript: string): Model {
  const replies = parseTranscript(transcript);
  return {
    name: "gpt-6.2-sol",
    ask(request: ModelRequest): Promise<ModelReply> {
      const reply = replies.get(requestHash(request));
      if (reply === undefined) throw new Error(`"${request.stage}" was not asked like this`);
      return Promise.resolve(reply);
    },
  };
}

async function folderBy(model: Model): Promise<ReadonlyMap<string, Uint8Array>> {
  const spending = new Spending({}, null);
  const authored = await authorTask(story, task, { model, log: silent, spending });
  return taskFiles({
    task: task.id,
    story,
    authored,
    model: model.name,
    version: "1.2.3",
    attempts: [
      {
        number: 1,
        reason: "new",
        fingerprint: null,
        tokens: spending.tokens,
        costUsd: spending.costUsd,
      },
    ],
  });
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const contents = (files: ReadonlyMap<string, Uint8Array>) =>
  [...files].map(([path, bytes]) => [path, text(bytes)]);

describe("taskFiles", () => {
  test("holds code, tests and the whole of meta/", async () => {
    const files = await folderBy(recorded());
    expect([...files.keys()].toSorted()).toEqual([
      "meta/design.json",
      "meta/manifest.json",
      "meta/story.json",
      "meta/story_ref.json",
      "meta/transcript.jsonl",
      "src/doubling.py",
      "tests/test_story.py",
    ]);
    expect(text(files.get("meta/story.json"))).toBe(storyText(smallStory("doubling")));
    expect(readMeta(StoryRef, files.get("meta/story_ref.json"))).toEqual({
      story: "meta/stories/doubling.json",
      id: "doubling",
      sha256: story.digest,
    });
  });

  test("its manifest states the sha256 of every other file, and which test shows which criterion", async () => {
    const files = await folderBy(recorded());
    const manifest = readMeta(Manifest, files.get("meta/manifest.json"));
    expect(manifest?.criteria).toEqual({
      "AC-1": ["tests/test_story.py::test_doubles"],
      "AC-2": ["tests/test_story.py::test_example"],
      "AC-3": ["tests/test_story.py::test_nothing"],
    });
    for (const [path, { sha256: stated }] of Object.entries(manifest?.files ?? {})) {
      expect(stated).toBe(sha256(files.get(path)!));
    }
    expect(Object.keys(manifest?.files ?? {})).toHaveLength(files.size - 1);
    expect(manifest?.attempts[0]?.tokens).toEqual({ input: 30, cachedInput: 6, output: 15 });
  });

  test("is what the pipeline calls untouched, and a folder that verify runs", async () => {
    const files = await folderBy(recorded());
    expect(isUntouched(files)).toBe(true);
    const entries = [...files].map(([path, { length }]) => ({
      path,
      mode: "100644",
      bytes: length,
    }));
    expect(violationsOf(entries)).toEqual([]);
  });

  test.each(["design", "code", "tests"])("does not depend on how long %s takes", async (stage) => {
    const usual = contents(await folderBy(recorded()));
    expect(contents(await folderBy(recorded({ [stage]: 20 })))).toEqual(usual);
  });

  test("is made again, byte for byte, from its own transcript", async () => {
    const files = await folderBy(recorded());
    const again = await folderBy(replayed(text(files.get("meta/transcript.jsonl"))));
    expect(contents(again)).toEqual(contents(files));
  });

  test("a transcript of another story answers nothing", async () => {
    const files = await folderBy(recorded());
    const other = read(smallStory("other"));
    const model = replayed(text(files.get("meta/transcript.jsonl")));
    const spending = new Spending({}, null);
    await expect(
      authorTask(other, onlyTask(other), { model, log: silent, spending }),
    ).rejects.toThrow('"design" was not asked like this');
  });

  test("ends every file with one line feed, whatever line ends the model wrote", async () => {
    const model = recorded();
    const windows: Model = {
      ...model,
      async ask(request) {
        const reply = await model.ask(request);
        return request.stage === "code"
          ? { ...reply, text: reply.text.replaceAll("\\n", "\\r\\n") }
          : reply;
      },
    };
    expect(text((await folderBy(windows)).get("src/doubling.py"))).not.toContain("\r");
  });
});

describe("authorTask", () => {
  test("shows code the design, tests its interface alone, and neither the other's work", async () => {
    const asked: ModelRequest[] = [];
    const model = recorded();
    await folderBy({ ...model, ask: (request) => (asked.push(request), model.ask(request)) });
    const [, code, tests] = asked;
    expect(asked.map(({ stage }) => stage)).toEqual(["design", "code", "tests"]);
    const { behaviour } = DESIGN.modules[0]!.names[0]!;
    const { statement, source } = DESIGN.criteria[0]!;
    for (const told of [behaviour, statement, source]) expect(code?.input).toContain(told);
    expect(tests?.input).toContain(source);
    for (const told of [behaviour, statement]) expect(tests?.input).not.toContain(told);
    for (const { input } of asked) expect(input).toContain(JSON.stringify(story.document, null, 2));
    expect(code?.input).not.toContain("def ");
  });

  test("says what is wrong with code and with tests at once, and counts both replies", async () => {
    const spending = new Spending({}, null);
    const model = recorded();
    const bad: Model = {
      ...model,
      ask: async (request) => ({
        ...(await model.ask(request)),
        ...(request.stage !== "design" && { text: '{"files":[],"notes":null}' }),
      }),
    };
    const made = authorTask(story, task, { model: bad, log: silent, spending });
    await expect(made).rejects.toThrow(
      /stage "code" cannot be used[^]*stage "tests" cannot be used/,
    );
    expect(spending.tokens.output).toBe(15);
  });

  test("asks no further question once the budget is used up", async () => {
    const spending = new Spending({}, 0.00001);
    const made = authorTask(story, task, { model: recorded(), log: silent, spending });
    await expect(made).rejects.toThrow("The budget of 0.00001 USD is used up");
    expect(spending.tokens.output).toBe(5);
  });
});
