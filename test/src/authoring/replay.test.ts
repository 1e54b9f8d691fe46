import { describe, expect, test } from "vitest";
import { replay } from "../../../src/authoring/replay.ts";
import type { TaskContent } from "../../../src/task/folder.ts";
import { onlyTask, read, smallStory } from "../../actions/generate/support/stories.ts";
import { author, folderOf, TASK } from "./recorded-author.ts";

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** A folder as it is on a branch, with some of its files changed by a person. */
function folder(
  files: ReadonlyMap<string, Uint8Array>,
  edits: Readonly<Record<string, (text: string) => string | null>> = {},
): TaskContent[] {
  const paths = [...new Set([...files.keys(), ...Object.keys(edits)])];
  return paths.flatMap((path) => {
    const text = decode(files.get(path) ?? new Uint8Array());
    const changed = edits[path] === undefined ? text : edits[path](text);
    return changed === null ? [] : [{ path, content: new TextEncoder().encode(changed) }];
  });
}

const replayed = async (edits: Parameters<typeof folder>[1] = {}) =>
  replay(TASK.id, folder(folderOf(await author()), edits));

describe("a replay", () => {
  test("makes the same folder again, byte for byte, from its transcript alone", async () => {
    expect(await replayed()).toMatchObject({ kind: "same" });
  });

  test("asks again where a reply could not be used, for the reasons that were found then", async () => {
    const found = [{ code: "syntax" as const, problem: "src/doubling.py:1: no" }];
    let looked = 0;
    const once = () => Promise.resolve(looked++ === 0 ? found : []);
    const made = await author({
      script: { design: ["{"], tests: ["nothing"] },
      checks: { code: once, packages: () => Promise.resolve(["a==1"]) },
      terms: { effort: "low", packages: ["a"] },
    });
    expect(made.asked).toHaveLength(6);
    const result = await replay(TASK.id, folder(folderOf(made)));
    expect(result).toMatchObject({ kind: "same" });
  });

  test.each([
    {
      when: "code was changed",
      edits: { "src/doubling.py": (text: string) => `${text}# better\n` },
      differences: [{ path: "src/doubling.py", how: "was changed" }],
    },
    {
      when: "a test was taken away",
      edits: { "tests/test_story.py": () => null },
      differences: [{ path: "tests/test_story.py", how: "was deleted" }],
    },
    {
      when: "a file was added",
      edits: { "src/more.py": () => "x = 1\n" },
      differences: [{ path: "src/more.py", how: "was added" }],
    },
    {
      when: "the manifest says another price",
      edits: {
        "meta/manifest.json": (text: string) => text.replace('"costUsd": 0.01', '"costUsd": 0'),
      },
      differences: [{ path: "meta/manifest.json", how: "was changed" }],
    },
    {
      when: "the story was changed in its copy alone",
      edits: { "meta/story.json": (text: string) => text.replace("twice", "thrice") },
      differences: [
        {
          path: "meta/transcript.jsonl",
          how: "question 1 about version 1 of the stage design was another one",
        },
      ],
    },
    {
      when: "a reply was changed in the transcript",
      edits: {
        "meta/transcript.jsonl": (text: string) => text.replace("number * 2", "number + number"),
      },
      differences: [
        { path: "meta/manifest.json", how: "was changed" },
        { path: "src/doubling.py", how: "was changed" },
      ],
    },
    {
      when: "the reply to the design was changed",
      edits: {
        "meta/transcript.jsonl": (text: string) =>
          text.replace("One function that doubles", "One function that halves"),
      },
      differences: [
        {
          path: "meta/transcript.jsonl",
          how: "question 1 about version 1 of the stage code was another one",
        },
      ],
    },
    {
      when: "a reply was taken out of the transcript",
      edits: {
        "meta/transcript.jsonl": (text: string) =>
          text
            .split("\n")
            .filter((line) => !line.includes('"stage":"tests"'))
            .join("\n"),
      },
      differences: [
        {
          path: "meta/transcript.jsonl",
          how: "it has no reply to question 1 about version 1 of the stage tests",
        },
      ],
    },
  ])("differs where $when", async ({ edits, differences }) => {
    expect(await replayed(edits)).toEqual({ kind: "differs", differences });
  });

  test.each([
    {
      when: "there is no transcript",
      edits: { "meta/transcript.jsonl": () => null },
      problem: "meta/transcript.jsonl is missing",
    },
    {
      when: "it is not one",
      edits: { "meta/transcript.jsonl": () => "{}\n" },
      problem: "meta/transcript.jsonl is not a transcript of this version",
    },
    {
      when: "there is no story",
      edits: { "meta/story.json": () => null },
      problem: "meta/story.json is missing",
    },
    {
      when: "nothing says which story it was",
      edits: { "meta/story_ref.json": () => "{}" },
      problem: "meta/story_ref.json is missing, or is not a reference to a story",
    },
  ])("says nothing where $when", async ({ edits, problem }) => {
    expect(await replayed(edits)).toEqual({ kind: "none", problem });
  });

  test("of other prompts is none: it could only differ", async () => {
    const edits = {
      "meta/transcript.jsonl": (text: string) =>
        text.replace(/"promptVersion":"\d+"/, '"promptVersion":"1"'),
    };
    expect(await replayed(edits)).toEqual({ kind: "other_version", promptVersion: "1" });
  });

  test("belongs to the folder of the task", async () => {
    const files = folder(folderOf(await author()));
    const result = await replay(onlyTask(read(smallStory("other"))).id, files);
    expect(result).toEqual({ kind: "none", problem: "meta/story.json has no task other" });
  });
});
