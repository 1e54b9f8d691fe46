import { describe, expect, test } from "vitest";
import { readContract } from "../../../src/proof/criteria.ts";
import { taskIdOfStory } from "../../../src/task/task-id.ts";
import { metaOf } from "./support.ts";

const WHOLE = { ...metaOf(["It doubles."], ["It doubles."]), "meta/manifest.json": "{}" };
const DESIGN = "meta/design.json";
const STORY = "meta/story.json";
const REFERENCE = "meta/story_ref.json";
const MANIFEST = "meta/manifest.json";

function read(paths: readonly string[]) {
  const files = Object.entries({ ...WHOLE, "src/double.py": "", "meta/notes.md": "" });
  const named = taskIdOfStory("double");
  if (!named.ok) throw new Error(named.problem);
  return readContract(
    named.taskId,
    files
      .filter(([path]) => !path.startsWith("meta/") || paths.includes(path))
      .map(([path, content]) => ({ path, content: Buffer.from(content) })),
  );
}

describe("what generate leaves in meta/ cannot be taken away in parts", () => {
  test.each([
    { present: [STORY, REFERENCE, MANIFEST], missing: [DESIGN] },
    { present: [STORY, REFERENCE], missing: [DESIGN] },
    { present: [REFERENCE], missing: [DESIGN, STORY] },
    { present: [STORY], missing: [DESIGN, REFERENCE] },
    { present: [MANIFEST], missing: [DESIGN, STORY, REFERENCE] },
    { present: [DESIGN, REFERENCE], missing: [STORY] },
    { present: [DESIGN, STORY, MANIFEST], missing: [REFERENCE] },
  ])("$present without $missing is refused", ({ present, missing }) => {
    const contract = read(present);
    expect(contract).toMatchObject({
      kind: "refused",
      reasons: missing.map((file) => ({
        code: "policy_violation",
        file,
        message: expect.stringContaining(`${file} is missing`) as unknown,
      })),
    });
  });

  test("all three are a contract, with and without the manifest", () => {
    expect(read([DESIGN, STORY, REFERENCE])).toMatchObject({ kind: "read" });
    expect(read(Object.keys(WHOLE))).toMatchObject({ kind: "read" });
  });

  test.each([{ present: [] }, { present: ["meta/notes.md"] }])(
    "a folder with none of them ($present) was made by hand",
    ({ present }) => {
      expect(read(present)).toEqual({ kind: "none" });
    },
  );
});
