// Another verification is dispatched on the default branch: what it compares is the pull request's.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseMatrix } from "../../../src/handover/matrix.ts";
import { GitWorld } from "../../support/git-world.ts";
import { discover, dispatch, pullRequest, RecordingLog, rejectedNames } from "./support.ts";

let world: GitWorld;
let start = "";
let main = "";
let release = "";
let work = "";

beforeAll(() => {
  world = new GitWorld();
  start = world.commit([], { "generated/a/x": "1" });
  main = world.commit([start], { "generated/a/x": "2" });
  release = world.commit([start], { "README.md": "release" });
  work = world.commit([release], { "generated/b/x": "1", "generated/c/x": "1" });
  world.branch("main", main);
  world.branch("release", release);
  world.branch("work", work);
});
afterAll(() => world[Symbol.dispose]());

const open = () => [{ number: 7, headSha: work, baseBranch: "release" }];

describe("a pull request that is named", () => {
  test("is compared with its own base, whatever the run was started on", async () => {
    const { outputs, problem } = await discover(world, {
      trigger: dispatch("main", main),
      inputs: { "pull-request": "7" },
      openPullRequests: open(),
    });
    expect(problem).toBeNull();
    expect(outputs).toMatchObject({
      tasks: "b,c",
      head: work,
      base: release,
      "merge-base": release,
      "base-branch": "release",
    });
    expect(parseMatrix(outputs.matrix).map((entry) => entry["pull-request"])).toEqual(["7", "7"]);
  });

  test("with a task gives that one, and no other pull request is searched", async () => {
    const { outputs } = await discover(world, {
      trigger: dispatch("main", main),
      inputs: { "pull-request": "7", task: "b,a,zz" },
      openPullRequests: [...open(), { number: 8, headSha: main, baseBranch: "main" }],
    });
    expect(outputs.tasks).toBe("a,b");
    expect(rejectedNames(outputs)).toEqual(["zz"]);
  });

  test("that is closed has no task, and the log says why", async () => {
    const log = new RecordingLog();
    const { outputs, problem } = await discover(world, {
      trigger: dispatch("main", main),
      inputs: { "pull-request": "9" },
      openPullRequests: open(),
      log,
    });
    expect(problem).toBeNull();
    expect(outputs).toMatchObject({ matrix: '{"include":[]}', "has-tasks": "false" });
    expect(log.lines).toContain("notice: Nothing is verified: #9 is closed.");
  });

  test.each([
    { when: "a head", inputs: { head: "work" } },
    { when: "a base", inputs: { base: "main" } },
    { when: "the list of generate", inputs: { "pull-requests": "[]" } },
  ])("leaves no room for $when", async ({ inputs }) => {
    const asked = discover(world, {
      trigger: dispatch("main", main),
      inputs: { "pull-request": "7", ...inputs },
      openPullRequests: open(),
    });
    await expect(asked).rejects.toThrow("says which commits to compare");
  });
});

const handOver = (...bases: string[]): string =>
  JSON.stringify(bases.map((base, index) => ({ task: "b", number: index + 1, head: work, base })));

describe("the branch that all is to be merged into is", () => {
  test.each([
    { when: "that of the event", trigger: () => pullRequest(work), expected: "main" },
    {
      when: "that of all pull requests of generate",
      trigger: () => dispatch("main", main),
      inputs: () => ({ "pull-requests": handOver("release") }),
      expected: "release",
    },
    {
      when: "none where they have several",
      trigger: () => dispatch("main", main),
      inputs: () => ({ "pull-requests": handOver("release", "main") }),
      expected: "",
    },
    { when: "the default one", trigger: () => dispatch("work", work), expected: "main" },
    {
      when: "none where an input says what to compare with",
      trigger: () => dispatch("work", work),
      inputs: () => ({ base: "release" }),
      expected: "",
    },
  ])("$when", async ({ trigger, inputs, expected }) => {
    const { outputs } = await discover(world, { trigger: trigger(), inputs: inputs?.() ?? {} });
    expect(outputs["base-branch"]).toBe(expected);
  });
});
