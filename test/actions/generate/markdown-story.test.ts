// A story in Markdown goes the way of every other one.
import { expect, test } from "vitest";
import { replay } from "../../../src/authoring/replay.ts";
import { readContract } from "../../../src/contract/contract.ts";
import { isTaskId } from "../../../src/task/task-id.ts";
import { smallStory } from "./support/stories.ts";
import { errorsOf, World } from "./support/world.ts";

const { id, feature, requirements } = smallStory("doubling");
const TEXT = `---\r\nid: ${id}\r\n---\r\n\r\n## Feature\r\n\r\n${String(feature)}\r\n\r\n## Requirements\r\n\r\n${String(requirements).replaceAll("\n", "\r\n")}\r\n`;
const FOLDER = "generated/doubling";
const TASK = ["doubling"].filter(isTaskId)[0]!;

test("it becomes a folder that holds its text, and whose contract is read from that", async () => {
  await using world = await World.open();
  const result = await world.generate(world.openPullRequest({ "meta/stories/doubling.md": TEXT }));
  expect(errorsOf(result)).toEqual([]);
  const tip = world.tip("feature");
  const { repository } = world;
  const paths = repository.git("ls-tree", "-r", "--name-only", `${tip}:${FOLDER}`).split("\n");
  const files = paths.map((path) => ({
    path,
    // git's own words come trimmed, and this file ends as Windows ends lines.
    content: Buffer.from(
      path === "meta/story.md" ? TEXT : `${repository.git("show", `${tip}:${FOLDER}/${path}`)}\n`,
    ),
  }));
  expect(paths).toContain("meta/story.md");
  expect(paths).not.toContain("meta/story.json");
  expect(readContract(TASK, files)).toMatchObject({ kind: "read" });
  expect(await replay(TASK, files)).toMatchObject({ kind: "same" });

  const shorter = files.map((file) =>
    file.path === "meta/story.md"
      ? { ...file, content: Buffer.from(TEXT.replace("- number=0 → 0", "")) }
      : file,
  );
  expect(readContract(TASK, shorter)).toMatchObject({ kind: "refused" });
  const both = [...files, { path: "meta/story.json", content: Buffer.from("{}") }];
  expect(readContract(TASK, both)).toMatchObject({ kind: "refused" });

  const again = await world.generate({ event: "workflow_dispatch" });
  expect(errorsOf(again)).toEqual([]);
});

test("beside one in JSON with the same id, both fail", async () => {
  await using world = await World.open();
  const json = JSON.stringify({ id: "Doubling", feature });
  const result = await world.generate(
    world.openPullRequest({ "meta/stories/doubling.md": TEXT, "meta/stories/doubling.json": json }),
  );
  expect(errorsOf(result)).toEqual([
    'meta/stories/doubling.json has the id "Doubling", and so has meta/stories/doubling.md; give each story an id of its own',
    'meta/stories/doubling.md has the id "doubling", and so has meta/stories/doubling.json; give each story an id of its own',
  ]);
  expect(world.stages()).toEqual([]);
});
