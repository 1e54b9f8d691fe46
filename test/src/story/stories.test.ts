import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { storyItems } from "../../../src/story/items.ts";
import { storyLines } from "../../../src/story/lines.ts";
import { summary } from "../../support/example-summary.ts";

const FOLDER = fileURLToPath(new URL("stories/", import.meta.url));

/** A story as people write it, and what each of its lines is. */
const Stated = z.strictObject({
  about: z.string(),
  part: z.string().optional(),
  story: z.record(z.string(), z.unknown()),
  /** `reads`: an example, and both sides as read; `unread`: it looks like one, and why it is not read. */
  items: z.array(
    z.strictObject({
      line: z.string(),
      reads: z.string().optional(),
      unread: z.string().optional(),
    }),
  ),
  headings: z.array(z.string()),
  notCounted: z.array(z.string()),
});

const stories = readdirSync(FOLDER).map((name) => ({
  name,
  ...Stated.parse(JSON.parse(readFileSync(`${FOLDER}${name}`, "utf8"))),
}));

test("there are stories of at least thirty shapes", () => {
  expect(stories.length).toBeGreaterThanOrEqual(30);
});

describe.each(stories)("$name: $about", ({ story, part, items, headings, notCounted }) => {
  const found = storyItems(story, part);

  test("each line is an item or none, an example or none, with both sides as read", () => {
    expect(
      found.items.map(({ line, example }) => ({
        line,
        ...(example.kind === "read" && { reads: summary(example) }),
        ...(example.kind === "unread" && { unread: example.why }),
      })),
    ).toEqual(items);
  });

  test("headings are covered by what stands below them", () => {
    expect(found.headings.map(({ line }) => line)).toEqual(headings);
  });

  test("what is not counted is named", () => {
    expect(found.notCounted).toEqual(notCounted);
  });

  test("each item is written in lines of the story", () => {
    const lines = storyLines(story);
    for (const { written, line } of found.items) {
      expect(written.join(" ")).toBe(line);
      expect(written.filter((each) => !lines.includes(each))).toEqual([]);
    }
  });
});
