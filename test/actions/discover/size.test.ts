import { afterAll, beforeAll, expect, test } from "vitest";
import { MATRIX_MAX_BYTES, parseMatrix } from "../../../src/handover/matrix.ts";
import { GitWorld, type Files } from "../../support/git-world.ts";
import { discover, push, RecordingLog, rejectedNames } from "./support.ts";

let world: GitWorld;
beforeAll(() => {
  world = new GitWorld();
});
afterAll(() => world[Symbol.dispose]());

const oddNames = [
  "With Space",
  "Upper",
  "ümlaut",
  'quo"te',
  "tab\tname",
  "line\nfeed",
  "$(id)",
  "-dash",
  "dot.",
  "a".repeat(65),
];

function folders(count: number, content: string): Files {
  const names = Array.from({ length: count }, (_, index) =>
    // 3 of 100 are outside the grammar.
    index % 100 < 3 ? `${oddNames[index % oddNames.length] ?? ""} ${index}` : `task_${index}`,
  );
  return Object.fromEntries(
    names.flatMap((name) =>
      ["src/code.py", "tests/test_story.py", "meta/story.json"].map((file) => [
        `generated/${name}/${file}`,
        `${name} ${content}`,
      ]),
    ),
  );
}

test("loses none of 10,500 changed tasks, and says why there is no matrix of them", async () => {
  const [before = "", after = ""] = world.commits([
    { parents: [], files: { ...folders(9_000, "1"), "README.md": "1" } },
    { parents: [0], files: folders(10_500, "2") },
  ]);
  world.branch("main", after);
  const log = new RecordingLog();

  const { outputs, problem } = await discover(world, { trigger: push("main", before, after), log });

  const tasks = outputs.tasks.split(",");
  const rejected = rejectedNames(outputs);
  const expected = Object.keys(folders(10_500, "")).map((path) => path.split("/")[1] ?? "");
  expect([...tasks, ...rejected].toSorted()).toEqual([...new Set(expected)].toSorted());
  expect(rejected).toHaveLength(315);
  expect(outputs).toMatchObject({ count: "10185", matrix: '{"include":[]}', "has-tasks": "false" });
  expect(problem).toMatchObject({
    code: "LIMIT_REACHED",
    message: expect.stringContaining("10185 tasks") as unknown,
  });
  expect(problem?.hint).toContain("Split");
  expect(log.lines.join("\n").length).toBeLessThan(4_096);
});

test("packs 2,000 tasks into 256 entries, each exactly once", async () => {
  const names = Array.from({ length: 2_000 }, (_, index) => `t${index}`);
  const [before = "", after = ""] = world.commits([
    { parents: [], files: { "README.md": "1" } },
    { parents: [0], files: Object.fromEntries(names.map((name) => [`generated/${name}/x`, "1"])) },
  ]);
  world.branch("main", after);

  const { outputs, problem } = await discover(world, { trigger: push("main", before, after) });

  const entries = parseMatrix(outputs.matrix);
  expect(problem).toBeNull();
  expect(entries).toHaveLength(256);
  expect(entries.flatMap(({ tasks }) => tasks)).toEqual(names.toSorted());
  expect(new Set(entries.map(({ tasks }) => tasks.length))).toEqual(new Set([7, 8]));
  expect(Buffer.byteLength(outputs.matrix)).toBeLessThan(MATRIX_MAX_BYTES);
});
