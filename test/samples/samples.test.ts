import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { ROOT } from "../../scripts/demo/plan.ts";
import { presentSamples } from "../../scripts/make-samples.ts";
import { withoutBullet, storyLines } from "../../src/story/lines.ts";
import { parseStory } from "../../src/story/story.ts";
import { DesignDocument } from "../../src/task/design.ts";
import { isUntouched } from "../../src/task/manifest.ts";

const samples = presentSamples();
const tasks = [...new Set([...samples.keys()].map((path) => path.split("/")[0] ?? ""))];

describe("generated/", () => {
  it.each(tasks)("%s is untouched, by its own manifest", (task) => {
    expect(isUntouched(filesOf(task))).toBe(true);
  });
});

describe("the criteria of a sample", () => {
  it.each(tasks)("of %s leave no line of the requirements and the acceptance out", (task) => {
    const files = filesOf(task);
    const name = files.has("meta/story.md") ? "story.md" : "story.json";
    const result = parseStory(name, files.get(`meta/${name}`) ?? new Uint8Array());
    if (!result.ok) throw new Error(result.problems.join("; "));
    const part = result.story.tasks.find(({ id }) => id === task)?.part;
    const { requirements, acceptance } = part ?? result.story.document;
    const { criteria, notTestable } = designOf(task);
    const quoted = new Set(
      [...criteria, ...notTestable].map(({ source }) => withoutBullet(source)),
    );
    const left = [requirements, acceptance]
      .flatMap(demandsIn)
      .filter((line) => !quoted.has(withoutBullet(line)));
    expect(left).toEqual([]);
  });
});

/** Lines that demand something: neither a heading nor what introduces a list, and of an object only the whole. */
function demandsIn(value: unknown): string[] {
  const items = Array.isArray(value) ? value : [value];
  const lines = items.flatMap((item: unknown) =>
    typeof item === "string" ? storyLines(item) : [JSON.stringify(item)],
  );
  return lines.filter((line) => !line.startsWith("#") && !line.endsWith(":"));
}

describe("the broken replies", () => {
  const recordings = join(ROOT, "demo/recordings");
  const broken = readdirSync(recordings).filter((story) =>
    existsSync(join(recordings, story, "broken")),
  );

  it.each(broken)("for %s differ from the good ones by the name of the module alone", (story) => {
    const good = readFileSync(join(recordings, story, "tests.json"), "utf8");
    const bad = readFileSync(join(recordings, story, "broken/tests.json"), "utf8");
    const imported = `from src.${story} import`;
    expect(good.split(imported)).toHaveLength(2);
    expect(contentsOf(bad)).toEqual(
      contentsOf(good.replace(imported, `from src.${story}s import`)),
    );
  });
});

function contentsOf(reply: string): unknown {
  return z.object({ files: z.unknown() }).parse(JSON.parse(reply)).files;
}

function filesOf(task: string): ReadonlyMap<string, Uint8Array> {
  const own = [...samples].filter(([path]) => path.startsWith(`${task}/`));
  return new Map(own.map(([path, content]) => [path.slice(task.length + 1), content]));
}

function designOf(task: string): DesignDocument {
  return DesignDocument.parse(
    JSON.parse(samples.get(`${task}/meta/design.json`)?.toString() ?? ""),
  );
}
