import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseStory } from "../../../src/story/story.ts";
import { checked, codesOf, decisionOf, GateWorld, taskFiles } from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.start();
});
afterEach(() => world.stop());

const story = (feature: string, id = "price") => JSON.stringify({ id, feature });
const markdown = (title: string) => `---\nid: price\n---\n\n# ${title}\n`;
const made = (feature: string): Record<string, string> =>
  madeOf("meta/stories/price.json", story(feature));

const madeOf = (path: string, text: string): Record<string, string> => {
  const read = parseStory(path, Buffer.from(text));
  if (!read.ok) throw new Error(read.problems.join());
  const ref = { story: path, id: "price", sha256: read.story.digest };
  return {
    "generated/price/src/code.py": "VALUE = 1\n",
    "generated/price/meta/story_ref.json": JSON.stringify(ref),
  };
};

/** Two lines far enough apart that git joins changes of both. */
const lines = (first: string, last: string): string =>
  `{\n  "id": "price",\n  "feature": "${first}",\n\n\n\n\n\n\n\n  "title": "${last}"\n}\n`;

describe("stories", () => {
  test("a story and the code that was made from it are merged together", async () => {
    const files = { ...made("One"), "meta/stories/price.json": story("One") };
    const price = await world.propose("feature", files);
    await world.prove(price, "price", checked);
    const result = await world.gate([[price, "price"]]);
    expect(decisionOf(result, price)).toEqual({ decision: "merge", reasons: [] });
  });

  test.each([
    { made: "its present text", title: "One", expected: { decision: "merge", reasons: [] } },
    {
      made: "another text",
      title: "Two",
      expected: { decision: "wait", reasons: [{ code: "story_unbuilt" }] },
    },
  ])("a story in Markdown with code of $made: $expected.decision", async ({ title, expected }) => {
    const path = "meta/stories/price.md";
    const files = { ...madeOf(path, markdown(title)), [path]: markdown("One") };
    const price = await world.propose("feature", files);
    await world.prove(price, "price", checked);
    const result = await world.gate([[price, "price"]]);
    expect(decisionOf(result, price)).toMatchObject(expected);
  });

  test("a folder made from a story counts only when its criteria were checked", async () => {
    const files = { ...made("One"), "meta/stories/price.json": story("One") };
    const price = await world.propose("feature", files);
    await world.prove(price, "price");
    const result = await world.gate([[price, "price"]]);
    // Not `story_unbuilt` as well: what is wrong with the task of a story is said once.
    expect(codesOf(result, price)).toEqual(["evidence_invalid"]);
  });

  test("a generated folder that lost its meta/ counts as made by nobody, and the story as unbuilt", async () => {
    world.repository.commit("main", {
      files: { "meta/stories/price.json": story("One") },
      message: "Story",
    });
    const price = await world.propose("task/price", made("One"));
    world.repository.commit("task/price", {
      files: { "generated/price/meta/story_ref.json": null },
      message: "Drop what was promised",
    });
    const dropped = { ...price, commits: world.commitsOf("task/price") };
    await world.prove(dropped, "price");
    const result = await world.gate([[dropped, "price"]]);
    expect(decisionOf(result, price)).toMatchObject({
      decision: "wait",
      reasons: [{ code: "story_unbuilt" }],
    });
    expect(decisionOf(result, price).reasons[0]?.message).toContain("does not say");
    expect(world.mainHolds("generated/price/src/code.py")).toBe(false);
  });

  test.each([
    { what: "the task of another story", task: "cost", says: "and is a task of meta/stories/cost" },
    { what: "nobody's task", task: "mine", says: "which has no such task" },
  ])("a folder that is $what does not merge as made from a story", async ({ task, says }) => {
    world.repository.commit("main", {
      files: {
        "meta/stories/price.json": story("One"),
        "meta/stories/cost.json": story("Cost", "cost"),
      },
      message: "Stories",
    });
    const ref = made("One")["generated/price/meta/story_ref.json"]!;
    const files = { ...taskFiles(task), [`generated/${task}/meta/story_ref.json`]: ref };
    const other = await world.propose(`task/${task}`, files);
    await world.prove(other, task, checked);
    const result = await world.gate([[other, task]]);
    expect(codesOf(result, other)).toEqual(["story_unbuilt"]);
    expect(decisionOf(result, other).reasons[0]?.message).toContain(says);
    expect(world.repository.pullRequest(other.number).merged).toBe(false);
  });

  test("code of an older text without an entry of the matrix is unbuilt, not a missing proof", async () => {
    const price = await world.propose("feature", {
      ...made("One"),
      "meta/stories/price.json": story("Two"),
    });
    const result = await world.gateOn('{"include":[]}', {}, price.number);
    expect(decisionOf(result, price)).toMatchObject({
      decision: "wait",
      reasons: [{ code: "story_unbuilt" }],
    });
    expect(world.statusOf(price)).toBe("pending");
  });

  test("a folder on the base that no run proved builds no story", async () => {
    world.repository.commit("main", { files: made("One"), message: "By hand" });
    const added = await world.propose("feature", { "meta/stories/price.json": story("One") });
    const result = await world.gateOn('{"include":[]}', {}, added.number);
    expect(codesOf(result, added)).toEqual(["story_unbuilt"]);
    expect(world.mainHolds("meta/stories/price.json")).toBe(false);
  });

  test("code of an older text waits when the story moved on, on the base", async () => {
    world.repository.commit("main", {
      files: { "meta/stories/price.json": story("One") },
      message: "Story",
    });
    const price = await world.propose("task/price", made("One"));
    await world.prove(price, "price", checked);
    world.repository.commit("main", {
      files: { "meta/stories/price.json": story("Two") },
      message: "Changed",
    });
    const result = await world.gate([[price, "price"]]);
    expect(codesOf(result, price)).toEqual(["story_unbuilt"]);
  });

  test("a story that head and base both changed is a conflict, even where git could join the lines", async () => {
    world = await GateWorld.startWithGit();
    world.repository.commit("main", {
      files: { "meta/stories/price.json": lines("a", "b") },
      message: "Story",
    });
    const price = await world.propose("feature", {
      "meta/stories/price.json": lines("A", "b"),
      ...taskFiles("price"),
    });
    world.repository.commit("main", {
      files: { "meta/stories/price.json": lines("a", "B") },
      message: "Changed",
    });
    await world.prove(price, "price");
    const result = await world.gate([[price, "price"]]);
    expect(codesOf(result, price)).toEqual(["conflict"]);
  });

  test("a story whose text says the same as before asks for no code", async () => {
    world.repository.commit("main", {
      files: { "meta/stories/price.json": story("One") },
      message: "Story",
    });
    const tidy = await world.propose("feature", { "meta/stories/price.json": `${story("One")}\n` });
    const result = await world.gateOn('{"include":[]}', {}, tidy.number);
    expect(decisionOf(result, tidy)).toEqual({ decision: "nothing", reasons: [] });
    expect(world.statusOf(tidy)).toBe("success");
  });

  test("a story above the size limit waits, with its name and the limit", async () => {
    const big = await world.propose("feature", {
      "meta/stories/big.json": story("x".repeat(3e5), "big"),
    });
    const result = await world.gateOn('{"include":[]}', {}, big.number);
    expect(decisionOf(result, big).reasons[0]?.message).toMatch(/big\.json has 3\d+ bytes/);
  });
});
