import { describe, expect, test } from "vitest";
import { accountFiles } from "../../../src/authoring/task-files.ts";
import { sha256 } from "../../../src/foundation/digest.ts";
import { violationsOf } from "../../../src/task/folder.ts";
import { isUntouched, Manifest } from "../../../src/task/manifest.ts";
import { readMeta } from "../../../src/task/meta-file.ts";
import { StoryRef } from "../../../src/task/story-ref.ts";
import { REPLIES, smallStory, storyText } from "../../actions/generate/support/stories.ts";
import { author, folderOf, STORY, TASK } from "./recorded-author.ts";

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
const contents = (files: ReadonlyMap<string, Uint8Array>) =>
  [...files].map(([path, bytes]) => [path, text(bytes)]);

const twoPackages = () => Promise.resolve(["python-dateutil==2.9.0.post0", "pyyaml==6.0.3"]);

describe("taskFiles", () => {
  test("holds code, tests and the whole of meta/", async () => {
    const files = folderOf(await author());
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
      sha256: STORY.digest,
    });
  });

  test("its manifest states the sha256 of every other file, which test shows which criterion, and every question", async () => {
    const files = folderOf(await author({ script: { design: ["{"] } }));
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
    const paid = { sample: 1, tokens: { input: 10, cachedInput: 2, output: 5 }, costUsd: 0.01 };
    expect(manifest?.attempts).toEqual([
      {
        number: 1,
        reason: "new",
        fingerprint: null,
        calls: [
          { ...paid, stage: "design", model: "one", outcome: "asked_again" },
          { ...paid, stage: "design", model: "one", outcome: "used" },
          { ...paid, stage: "code", model: "one", outcome: "used" },
          { ...paid, stage: "tests", model: "other", outcome: "used" },
        ],
        ended: "unchecked",
      },
    ]);
  });

  test("is what the pipeline calls untouched, and a folder that verify runs", async () => {
    const files = folderOf(await author());
    expect(isUntouched(files)).toBe(true);
    const entries = [...files].map(([path, { length }]) => ({
      path,
      mode: "100644",
      bytes: length,
    }));
    expect(violationsOf(entries)).toEqual([]);
  });

  test("asks for packages in exact versions", async () => {
    const files = folderOf(await author({ checks: { packages: twoPackages } }));
    expect(text(files.get("requirements.txt"))).toBe(
      "python-dateutil==2.9.0.post0\npyyaml==6.0.3\n",
    );
    expect(isUntouched(files)).toBe(true);
  });

  test.each(["design", "code", "tests"] as const)(
    "does not depend on how long %s takes",
    async (stage) => {
      const usual = contents(folderOf(await author()));
      const late = contents(folderOf(await author({ delays: { [stage]: 20 } })));
      expect(late).toEqual(usual);
    },
  );

  test("ends every file with one line feed, whatever line ends the model wrote", async () => {
    const windows = JSON.stringify(REPLIES.code).replaceAll("\\n", "\\r\\n");
    const files = folderOf(await author({ script: { code: [windows] } }));
    expect(text(files.get("src/doubling.py"))).not.toContain("\r");
  });
});

describe("accountFiles", () => {
  test("say what was paid for an attempt of which nothing came, and are as the pipeline left them", async () => {
    const { made, start } = await author({ script: { design: ["{", "["] } });
    if (made.kind === "made") throw new Error("it was made");
    const files = accountFiles({ task: TASK.id, story: STORY, start, before: [] }, made);
    expect([...files.keys()]).toEqual(["meta/manifest.json"]);
    expect(isUntouched(files)).toBe(true);
    const manifest = readMeta(Manifest, files.get("meta/manifest.json"));
    expect(manifest?.story).toEqual({ id: "doubling", sha256: STORY.digest });
    expect(manifest?.attempts[0]?.calls.map(({ costUsd, outcome }) => [costUsd, outcome])).toEqual([
      [0.01, "asked_again"],
      [0.01, "refused"],
    ]);
  });
});
