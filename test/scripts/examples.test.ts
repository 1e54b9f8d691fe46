import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { copied, exampleFiles, OWN, staleExamples } from "../../scripts/examples.ts";
import { storyItems } from "../../src/story/items.ts";
import { parseStory } from "../../src/story/story.ts";
import { rewriteForAct } from "../e2e/engine/rewrite.ts";

const files = exampleFiles();

describe("examples/", () => {
  test("is what the script makes of our workflows and pages", () => {
    expect(staleExamples()).toEqual([]);
  });

  test("means our repository wherever ours says `$/`", () => {
    expect(copied("# How to call it\nname: x\n      - uses: $/verify\n")).toBe(
      "name: x\n      - uses: org/agent-pipeline/verify@v1\n",
    );
    for (const text of files.values()) expect(text).not.toContain("$/");
  });

  test.each(OWN)("copied, %s is what the tests run in act as ours", (name) => {
    const ours = readFileSync(new URL(`../../.github/workflows/${name}`, import.meta.url), "utf8");
    const copy = files.get(`copy/.github/workflows/${name}`) ?? "";
    expect(parse(rewriteForAct(copy))).toEqual(parse(rewriteForAct(ours)));
  });

  test.each([...files].filter(([path]) => path.endsWith("shipping_cost.md")))(
    "%s is a story whose examples are read",
    (path, text) => {
      const read = parseStory(path, Buffer.from(text));
      const items = read.ok ? storyItems(read.story.document).items : [];
      expect(items.map(({ example }) => example.kind)).toEqual([
        "none",
        "none",
        "none",
        "read",
        "read",
        "read",
        "read",
      ]);
    },
  );
});
