import { describe, expect, test } from "vitest";
import { answerOf, NO_ANSWER, type Discovery } from "../../../actions/discover/answer.ts";
import { parseInputs } from "../../../actions/discover/inputs.ts";
import { matrixEntries } from "../../../actions/discover/matrix-entries.ts";
import { parseTaskList } from "../../../actions/discover/task-list.ts";
import { parseMatrix } from "../../../src/handover/matrix.ts";
import { isTaskId, type TaskId } from "../../../src/task/task-id.ts";

const commits = { head: "a".repeat(40), base: "b".repeat(40), mergeBase: "c".repeat(40) };

const tasks = (count: number, prefix = "t"): TaskId[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(5, "0")}`).filter(
    isTaskId,
  );

const group = (count: number, pullRequest: number | null = null, prefix?: string) => ({
  commits,
  pullRequest,
  tasks: tasks(count, prefix),
});

describe("a comma list of tasks", () => {
  test.each([
    { given: "a,b", ids: ["a", "b"] },
    { given: " b ,, a ,", ids: ["a", "b"] },
    { given: "generated/a/,./generated/b,.//generated/c//", ids: ["a", "b", "c"] },
    { given: "a,generated/a,a", ids: ["a"] },
    { given: "", ids: [] },
    { given: " , ", ids: [] },
    { given: "A,b", ids: ["b"], rejected: ["A"] },
    { given: "a,A,b", ids: ["b"], rejected: ["a", "A"] },
    {
      given: "../x,generated/a/b,a b,$(id),-a,other/a",
      ids: [],
      rejected: ["../x", "a/b", "a b", "$(id)", "-a", "other/a"],
    },
    { given: "generated,./a", ids: ["a", "generated"] },
  ])("$given", ({ given, ids, rejected = [] }) => {
    const list = parseTaskList(parse({ task: given }).task, "generated");
    expect(list.ids).toEqual(ids);
    expect(list.rejected.map(({ name }) => name)).toEqual(rejected);
  });
});

describe("the matrix", () => {
  test("holds one task per entry up to 256", () => {
    const entries = matrixEntries([group(256)], 256);
    expect(entries.map(({ entry }) => entry)).toEqual(tasks(256));
    expect(entries.every((entry) => entry.tasks.length === 1)).toBe(true);
  });

  test.each([
    { count: 257, max: 256, sizes: [2, ...Array<number>(255).fill(1)] },
    {
      count: 2_000,
      max: 256,
      sizes: [...Array<number>(208).fill(8), ...Array<number>(48).fill(7)],
    },
    { count: 10, max: 3, sizes: [4, 3, 3] },
    { count: 5, max: 1, sizes: [5] },
  ])("packs $count tasks into $max entries, evenly and in order", ({ count, max, sizes }) => {
    const entries = matrixEntries([group(count)], max);
    expect(entries.map((entry) => entry.tasks.length)).toEqual(sizes);
    expect(entries.flatMap((entry) => entry.tasks)).toEqual(tasks(count));
    expect(new Set(entries.map(({ entry }) => entry)).size).toBe(entries.length);
    expect(entries.filter(({ entry }) => entry.startsWith("_shard-")).length).toBe(
      sizes.filter((size) => size > 1).length,
    );
    expect(entries[0]?.entry).toBe("_shard-001");
  });

  test("never puts two pull requests into one entry, and gives each its share", () => {
    const entries = matrixEntries([group(90, 1, "a"), group(9, 2, "b"), group(1, 3, "c")], 10);
    expect(entries.map((entry) => `#${entry["pull-request"]}: ${entry.tasks.length}`)).toEqual([
      ...Array<string>(2).fill("#1: 12"),
      ...Array<string>(6).fill("#1: 11"),
      "#2: 9",
      "#3: 1",
    ]);
    expect(entries.at(-1)?.entry).toBe("c00000");
  });

  test("names a task that two pull requests change after each of them", () => {
    const entries = matrixEntries([group(2, 7), group(1, 12)], 256);
    expect(entries.map(({ entry }) => entry)).toEqual(["t00000_pr-7_", "t00001", "t00000_pr-12_"]);
  });

  test("is refused when pull requests are more than entries", () => {
    const groups = [group(1, 1, "a"), group(1, 2, "b"), group(1, 3, "c")];
    const { outputs, problem } = answerOf({ groups, deleted: [], rejected: [], commits: null }, 2);
    expect(problem?.code).toBe("LIMIT_REACHED");
    expect(outputs).toMatchObject({
      tasks: "a00000,b00000,c00000",
      count: "3",
      matrix: '{"include":[]}',
      "has-tasks": "false",
    });
  });
});

describe("the outputs", () => {
  const found: Discovery = { groups: [group(2)], deleted: tasks(1, "d"), rejected: [], commits };

  test("are all set, whatever was found", () => {
    const nothing = { groups: [], deleted: [], rejected: [], commits: null };
    for (const { outputs } of [answerOf(found, 256), answerOf(nothing, 256)]) {
      expect(Object.keys(outputs)).toEqual(Object.keys(NO_ANSWER));
    }
    expect(answerOf(nothing, 256)).toMatchObject({
      problem: null,
      outputs: { matrix: '{"include":[]}', "has-tasks": "false", count: "0", tasks: "" },
    });
  });

  test("say nothing about tasks where nothing was found out, so that the gate refuses them", () => {
    expect(() => parseMatrix(NO_ANSWER.matrix)).toThrow("is empty");
    expect(NO_ANSWER["has-tasks"]).toBe("false");
  });

  test("are the same for the same findings", () => {
    expect(answerOf(found, 256)).toEqual(answerOf(structuredClone(found), 256));
  });

  test("keep names of strangers out of everything but `rejected`", () => {
    const rejected = [{ name: "::error::x\n##[add-mask]y", reason: "is no task id" }];
    const { outputs, summary, problem } = answerOf({ ...found, rejected }, 256);
    const elsewhere = JSON.stringify([{ ...outputs, rejected: "" }, summary, problem?.message]);
    expect(elsewhere).not.toMatch(/::error|##/);
    expect(outputs.rejected).toBe(JSON.stringify(rejected));
  });
});

const parse = (given: Record<string, string>) => parseInputs((name) => given[name] ?? "");

describe("inputs", () => {
  test("have defaults", () => {
    expect(parse({})).toMatchObject({ root: "generated", "max-entries": 256, base: "", head: "" });
  });

  test("are all named at once when they are wrong", () => {
    expect(() =>
      parse({ root: "../x", "max-entries": "257", base: "--upload-pack=x", head: "a..b" }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[PipelineError: Invalid input: "root" must be a folder of the repository, such as "generated"; "base" must be a branch, a tag or a full 40-digit commit id; "head" must be a branch, a tag or a full 40-digit commit id; "max-entries" must be between 1 and 256]`,
    );
  });

  test.each(["/abs", "a//b", "a/../b", ".", "..", "a\nb", "a b", "a/."])(
    "root cannot be %j",
    (root) => {
      expect(() => parse({ root })).toThrow("root");
    },
  );

  test.each([
    "a:b",
    "a b",
    "a\nb",
    "-x",
    "a^",
    "a~1",
    "HEAD@{1}",
    "refs/heads/*",
    "a.lock",
    "/a",
    "a/",
  ])("head cannot be %j", (head) => {
    expect(() => parse({ head })).toThrow("head");
  });
});
