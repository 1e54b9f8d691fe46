import { describe, expect, test } from "vitest";
import { readContract } from "../../../src/contract/contract.ts";
import { sha256OfJson } from "../../../src/foundation/digest.ts";
import { isTaskId, taskIdOfStory } from "../../../src/task/task-id.ts";
import { metaOf } from "../../actions/verify/support.ts";

const WHOLE = { ...metaOf(["It doubles."], ["It doubles."]), "meta/manifest.json": "{}" };
const DESIGN = "meta/design.json";
const STORY = "meta/story.json";
const REFERENCE = "meta/story_ref.json";
const MANIFEST = "meta/manifest.json";

const MODULE = {
  path: "src/shop.py",
  import: "from src.shop import shop",
  purpose: "The shop.",
  names: [{ name: "shop", kind: "function", signature: "shop() -> None", behaviour: "None." }],
};

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

describe("the items that a task has to show", () => {
  const story = {
    id: "shop",
    feature: "A shop.",
    tasks: [
      { id: "cart", acceptance: ["2 → 4"] },
      { id: "till", acceptance: ["3 → 9"] },
    ],
  };
  const design = {
    summary: "A shop.",
    modules: [],
    criteria: [{ id: "AC-1", source: "A shop.", statement: "It is one." }],
    assumptions: [],
  };

  const cart = ["2 → 4"];
  const till = ["3 → 9"];
  const all = ["A shop.", ...cart, ...till];

  test.each([
    { task: "shop", lines: all, not: [] },
    { task: "shop-r2", lines: all, not: [] },
    { task: "shop__cart", lines: cart, not: till },
    { task: "shop__till", lines: till, not: cart },
    { task: "shop__cart-r2", lines: cart, not: till },
    { task: "shop__till-r13", lines: till, not: cart },
    { task: "shop__gone", lines: [], not: all },
  ])("of $task are those of its part", ({ task, lines, not }) => {
    if (!isTaskId(task)) throw new Error(`${task} is not a task id`);
    const files = {
      [DESIGN]: JSON.stringify({ ...design, modules: [MODULE] }),
      [STORY]: JSON.stringify(story),
      [REFERENCE]: JSON.stringify({
        story: "meta/stories/shop.json",
        id: "shop",
        sha256: sha256OfJson(story),
      }),
    };
    const contract = readContract(
      task,
      Object.entries(files).map(([path, content]) => ({ path, content: Buffer.from(content) })),
    );
    if (contract.kind !== "read") throw new Error(JSON.stringify(contract));
    const found = contract.contract.items.map(({ line }) => line);
    expect(found).toEqual(expect.arrayContaining(lines));
    expect(found.filter((line) => not.includes(line))).toEqual([]);
  });
});
