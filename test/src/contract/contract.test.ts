import { describe, expect, test } from "vitest";
import { type ContractRead, readContract } from "../../../src/contract/contract.ts";
import { sha256, sha256OfJson } from "../../../src/foundation/digest.ts";
import type { TaskContent } from "../../../src/task/folder.ts";
import { isTaskId, type TaskId } from "../../../src/task/task-id.ts";
import { DESIGN } from "../../actions/generate/support/stories.ts";

const FILE = "tests/test_story.py";

const refused = (file: string, problem: string): ContractRead => ({
  kind: "refused",
  reasons: [{ code: "policy_violation", message: `${file} ${problem}`, file }],
});

function designOf(...sources: string[]) {
  const criteria = sources.map((source, index) => ({
    id: `AC-${index + 1}`,
    source,
    statement: "Shows it",
  }));
  const { notTestable: _, ...older } = DESIGN;
  return { ...older, criteria };
}

function reference(story: unknown) {
  const sha = sha256OfJson(JSON.parse(JSON.stringify(story)));
  return { story: "meta/stories/shop.json", id: "shop", sha256: sha };
}

const demandsOf = (read: ContractRead): string[] => {
  if (read.kind !== "read") throw new Error(JSON.stringify(read));
  return read.contract.items.map(({ line }) => line);
};

describe("the contract of a task", () => {
  const STORY = {
    id: "shop",
    feature: "A shop.\nIt is small.",
    tasks: [
      { id: "Cart", feature: "- items=2 → total=4" },
      { id: "till", feature: "It opens." },
      null,
      "a part that is none",
      ["neither is this"],
    ],
  };

  type Meta = Readonly<Record<string, unknown>>;

  const META: Meta = {
    "meta/story.json": STORY,
    "meta/story_ref.json": reference(STORY),
    "meta/design.json": designOf("It is small."),
    "meta/manifest.json": {},
  };

  /** The contract of a folder whose `meta/` is as it should be but for what is given; undefined takes a file away. */
  function contractOf(given: Meta = {}, task = "shop"): ContractRead {
    const files = Object.entries({ ...META, ...given }).filter(([, value]) => value !== undefined);
    return readContract(
      taskId(task),
      files.map(([path, value]): TaskContent => ({ path, content: bytesOf(value) })),
    );
  }

  test("is the criteria of its design and what its story demands", () => {
    expect(contractOf()).toMatchObject({
      kind: "read",
      contract: { rules: "older", criteria: [{ id: "AC-1", source: "It is small." }] },
    });
    expect(demandsOf(contractOf())).toEqual([
      "A shop.",
      "It is small.",
      "- items=2 → total=4",
      "It opens.",
    ]);
  });

  test.each([
    { task: "shop__cart", lines: ["A shop.", "It is small.", "- items=2 → total=4"] },
    { task: "shop__till", lines: ["A shop.", "It is small.", "It opens."] },
    { task: "shop__gone", lines: [] },
    // What has no id is no part, not even that of this name.
    { task: "shop__undefined", lines: [] },
  ])("of $task holds what its part demands, and what stands above the parts", ({ task, lines }) => {
    expect(demandsOf(contractOf({}, task))).toEqual(lines);
  });

  test.each([
    { ...STORY, tasks: "none" },
    { ...STORY, tasks: undefined },
    [{ id: "till" }, "A shop.\nIt is small."],
  ])("of a part of a story without parts holds no line: %j", (story) => {
    const given = { "meta/story.json": story, "meta/story_ref.json": reference(story) };
    const design = { "meta/design.json": designOf("A shop.") };
    expect(demandsOf(contractOf({ ...given, ...design }, "shop__till"))).toEqual([]);
  });

  test.each(["It is small.", "  It is  small. ", "- It is small.", "items=2 → total=4"])(
    "may quote a line of the whole story: %j",
    (source) => {
      expect(contractOf({ "meta/design.json": designOf(source) }).kind).toBe("read");
    },
  );

  test("does not need the manifest", () => {
    expect(contractOf({ "meta/manifest.json": undefined })).toMatchObject({ kind: "read" });
  });

  const nothing = Object.fromEntries(Object.keys(META).map((path) => [path, undefined]));

  test.each([
    { when: "nothing", given: nothing },
    { when: "a transcript only", given: { ...nothing, "meta/transcript.jsonl": "" } },
    { when: "code and tests", given: { ...nothing, "src/a.py": "", [FILE]: "" } },
  ])("there is none where a person wrote the folder: it holds $when", ({ given }) => {
    expect(contractOf(given)).toEqual({ kind: "none" });
  });

  test.each(Object.keys(META))(
    "is refused where of all that generate writes only %s is left",
    (path) => {
      const left = contractOf({ ...nothing, [path]: META[path] });
      const lacking = ["meta/design.json", "meta/story.json", "meta/story_ref.json"].filter(
        (each) => each !== path,
      );
      expect(left).toEqual({
        kind: "refused",
        reasons: lacking.map((file) => ({
          code: "policy_violation",
          message: `${file} is missing, although the task was generated: it has ${path}`,
          file,
        })),
      });
    },
  );

  test.each<{ when: string; given: Meta; expected: ContractRead }>([
    {
      when: "its design is missing",
      given: { "meta/design.json": undefined },
      expected: refused(
        "meta/design.json",
        "is missing, although the task was generated: it has meta/story.json, meta/story_ref.json, meta/manifest.json",
      ),
    },
    {
      when: "its design is none",
      given: { "meta/design.json": { criteria: [] } },
      expected: refused("meta/design.json", "is not a design document"),
    },
    {
      when: "its story is not valid JSON",
      given: { "meta/story.json": bytesOf("{") },
      expected: refused("meta/story.json", "is not valid JSON"),
    },
    {
      when: "its story is no text",
      given: { "meta/story.json": Uint8Array.of(0x22, 0xff, 0x22) },
      expected: refused("meta/story.json", "is not valid JSON"),
    },
    {
      when: "its reference is none",
      given: { "meta/story_ref.json": {} },
      expected: refused("meta/story_ref.json", "is not a reference to a story"),
    },
    {
      when: "its story is another than it names",
      given: { "meta/story.json": { ...STORY, feature: "It is small. And cheap." } },
      expected: refused("meta/story.json", "is not the story that meta/story_ref.json names"),
    },
    {
      when: "its story is its own, but the reference names another",
      given: { "meta/story_ref.json": { ...reference(STORY), sha256: sha256("other") } },
      expected: refused("meta/story.json", "is not the story that meta/story_ref.json names"),
    },
  ])("is refused where $when", ({ given, expected }) => {
    expect(contractOf(given)).toEqual(expected);
  });

  test("is refused where a criterion quotes what the story does not say, and each of them is named", () => {
    const given = designOf("It is small.", "It is fast.", "A shop. It is small.");
    expect(contractOf({ "meta/design.json": given })).toEqual({
      kind: "refused",
      reasons: [
        ["AC-2", "It is fast."],
        ["AC-3", "A shop. It is small."],
      ].map(([id, source]) => ({
        code: "policy_violation",
        message: `meta/design.json: ${id} quotes a line that the story does not have: "${source}"`,
        file: "meta/design.json",
        item: source,
      })),
    });
  });
});

function taskId(text: string): TaskId {
  if (!isTaskId(text)) throw new Error(`${text} is no task id`);
  return text;
}

function bytesOf(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  return new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
}
