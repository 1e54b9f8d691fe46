import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { ROOT } from "../../scripts/demo/plan.ts";
import { isSame, presentSchema, storySchema } from "../../scripts/story-schema.ts";
import { parseStory } from "../../src/story/story.ts";

const stories = join(ROOT, "meta/stories");
const schema = z.record(z.string(), z.unknown()).parse(JSON.parse(presentSchema()));
const validate = new Ajv2020({ strict: false }).compile(schema);

describe("meta/story.schema.json", () => {
  it("is what the script makes of the code's schema", () => {
    expect(isSame(presentSchema(), storySchema())).toBe(true);
  });

  it.each(readdirSync(stories))("accepts the sample %s", (name) => {
    const story = parseStory(name, readFileSync(join(stories, name)));
    expect(story.ok && validate(story.story.document)).toBe(true);
  });

  it.each([
    ["the least that a story can be", { id: "a", title: "A" }, true],
    ["a key of the author's own", { id: "a", title: "A", owner: { team: 1 } }, true],
    ["requirements as a list", { id: "a", requirements: ["It works."] }, true],
    ["an id in upper case", { id: "Shop-1", title: "A" }, true],
    ["parts", { id: "a", title: "A", tasks: [{ id: "one", feature: "x" }] }, true],
    [
      "an acceptance in each part",
      { id: "a", title: "A", tasks: [{ id: "one", acceptance: "1 → 2" }] },
      true,
    ],
    [
      "an acceptance above the parts",
      { id: "a", title: "A", acceptance: "1 → 2", tasks: [{ id: "one" }] },
      false,
    ],
    [
      "an empty acceptance above the parts",
      { id: "a", title: "A", acceptance: [], tasks: [{ id: "one" }] },
      true,
    ],
    ["no id", { title: "A" }, false],
    ["a number as id", { id: 1, title: "A" }, false],
    ["an id that leaves the folder", { id: "../../x", title: "A" }, false],
    ["an id with the separator of parts", { id: "a__b", title: "A" }, false],
    ["an id that looks like a rerun", { id: "a-r2", title: "A" }, false],
    ["an id that ends with a sign", { id: "a-", title: "A" }, false],
    ["an id of 65 characters", { id: "a".repeat(65), title: "A" }, false],
    ["nothing that is wanted", { id: "a", acceptance: "1 → 2" }, false],
    ["only white space", { id: "a", title: " \n" }, false],
    ["an empty list of requirements", { id: "a", requirements: [] }, false],
    ["an object as feature", { id: "a", feature: {} }, false],
    ["a part without id", { id: "a", title: "A", tasks: [{}] }, false],
    ["a list", [], false],
  ])("says of %s what generate says", (_, story, isFine) => {
    expect(parseStory("story.json", Buffer.from(JSON.stringify(story))).ok).toBe(isFine);
    expect(validate(story)).toBe(isFine);
  });
});
