import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseMatrix } from "../../../src/handover/matrix.ts";
import { GitWorld } from "../../support/git-world.ts";
import { discover, dispatch, pullRequest, push, RecordingLog, rejectedNames } from "./support.ts";

let world: GitWorld;
let start = "";
let main = "";
let one = "";
let two = "";

beforeAll(() => {
  world = new GitWorld();
  start = world.commit([], {
    "generated/a/x": "1",
    "generated/b/x": "1",
    "generated/ln": { mode: "120000", content: "a" },
  });
  main = world.commit([start], { "generated/a/x": "2" });
  one = world.commit([start], { "generated/b/x": "2", "generated/n/x": "1", "generated/m/x": "1" });
  two = world.commit([start], { "generated/n/x": "2" });
  world.branch("main", main);
  world.branch("one", one);
  world.branch("two", two);
});
afterAll(() => world[Symbol.dispose]());

const pullOne = () => ({ number: 1, headSha: one, baseBranch: "main" });
const pullTwo = () => ({ number: 2, headSha: two, baseBranch: "main" });

describe("named tasks", () => {
  test("are listed changed or not, with unknown ones named", async () => {
    const { outputs, problem } = await discover(world, {
      trigger: dispatch("main", main),
      inputs: { task: "generated/b/, a,a,zz,Bad id,ln" },
    });
    expect(outputs).toMatchObject({ tasks: "a,b", head: main, base: main, "merge-base": main });
    expect(rejectedNames(outputs)).toEqual(["Bad id", "ln", "zz"]);
    expect(problem?.code).toBe("INPUT_INVALID");
  });

  test("are compared with main on another branch", async () => {
    const { outputs } = await discover(world, {
      trigger: dispatch("one", one),
      inputs: { task: "a" },
    });
    expect(outputs).toMatchObject({ tasks: "a", head: one, base: main, "merge-base": start });
    expect(parseMatrix(outputs.matrix)[0]?.["pull-request"]).toBe("");
  });

  test("are found on the open pull request that changes them, when the dispatched ref lacks them", async () => {
    const { outputs, problem } = await discover(world, {
      trigger: dispatch("main", main),
      inputs: { task: "m,a" },
      openPullRequests: [pullOne(), pullTwo()],
    });
    expect(problem).toBeNull();
    expect(outputs.tasks).toBe("a,m");
    expect(parseMatrix(outputs.matrix)).toEqual([
      { entry: "a", tasks: ["a"], head: main, base: main, "merge-base": main, "pull-request": "" },
      { entry: "m", tasks: ["m"], head: one, base: main, "merge-base": start, "pull-request": "1" },
    ]);
    expect(outputs).toMatchObject({ head: "", base: "", "merge-base": "" });
  });

  test("are an error that names the pull requests, when several change them", async () => {
    const { outputs, problem } = await discover(world, {
      trigger: dispatch("main", main),
      inputs: { task: "n" },
      openPullRequests: [pullOne(), pullTwo()],
    });
    expect(outputs).toMatchObject({ tasks: "", "has-tasks": "false" });
    expect(problem?.message).toContain("#1, #2");
  });

  test("are tested on the ref that holds them, with a notice of pull requests that change them too", async () => {
    const log = new RecordingLog();
    const { outputs } = await discover(world, {
      trigger: dispatch("two", two),
      inputs: { task: "n,b" },
      openPullRequests: [pullOne(), pullTwo()],
      log,
    });
    expect(outputs).toMatchObject({ tasks: "b,n", head: two });
    expect(log.lines.filter((line) => line.startsWith("notice"))).toEqual([
      "notice: Pull request #1 changes b, n too; tested is what the dispatched ref holds.",
    ]);
  });

  test("are not looked for in pull requests by other events", async () => {
    const { outputs } = await discover(world, {
      trigger: pullRequest(two),
      inputs: { task: "m,n" },
      openPullRequests: [pullOne()],
    });
    expect(outputs).toMatchObject({ tasks: "n", head: two });
    expect(rejectedNames(outputs)).toEqual(["m"]);
  });
});

const handedOver = (list: readonly [task: string, number: number, head: string][]) =>
  JSON.stringify(list.map(([task, number, head]) => ({ task, number, head, url: "", branch: "" })));

describe("pull requests of generate", () => {
  test("give all task folders that they change, each with its own commits", async () => {
    const { outputs, problem } = await discover(world, {
      trigger: push("main", start, main),
      inputs: {
        "pull-requests": handedOver([
          ["n", 2, two],
          ["n", 1, one],
        ]),
      },
    });
    expect(problem).toBeNull();
    expect(outputs).toMatchObject({
      tasks: "b,m,n",
      count: "3",
      head: "",
      base: "",
      "merge-base": "",
    });
    expect(
      parseMatrix(outputs.matrix).map(({ entry, head, "pull-request": number }) => [
        entry,
        head,
        number,
      ]),
    ).toEqual([
      ["b", one, "1"],
      ["m", one, "1"],
      ["n_pr-1_", one, "1"],
      ["n_pr-2_", two, "2"],
    ]);
  });

  test("are compared with the base of the event's pull request", async () => {
    world.branch("release", one);
    const { outputs } = await discover(world, {
      trigger: pullRequest(start, { number: 9, baseBranch: "release" }),
      inputs: { "pull-requests": handedOver([["n", 9, two]]) },
    });
    expect(outputs).toMatchObject({ tasks: "n", head: two, base: one, "merge-base": start });
  });

  test("are compared with the base that generate names, whatever the event is about", async () => {
    world.branch("release", one);
    const list = [{ task: "n", number: 9, head: two, base: "release" }];
    const { outputs } = await discover(world, {
      trigger: dispatch("main", main),
      inputs: { "pull-requests": JSON.stringify(list) },
    });
    expect(outputs).toMatchObject({ tasks: "n", head: two, base: one, "merge-base": start });
  });

  test("reject a named task that they do not change", async () => {
    const { outputs, problem } = await discover(world, {
      trigger: dispatch("main", main),
      inputs: {
        "pull-requests": handedOver([
          ["n", 2, two],
          ["b", 2, two],
          ["../x", 2, two],
        ]),
      },
    });
    expect(outputs.tasks).toBe("n");
    expect(rejectedNames(outputs)).toEqual(["../x", "b"]);
    expect(problem?.code).toBe("INPUT_INVALID");
  });

  test("are never replaced by the event", async () => {
    const trigger = pullRequest(one);
    const empty = await discover(world, { trigger, inputs: { "pull-requests": "[]" } });
    expect(empty).toMatchObject({
      problem: null,
      outputs: { tasks: "", matrix: '{"include":[]}', "has-tasks": "false" },
    });
    await expect(
      discover(world, { trigger, inputs: { "pull-requests": "missing" } }),
    ).rejects.toThrow("missing");
    const absent = await discover(world, { trigger, inputs: {} });
    expect(absent.outputs.tasks).toBe("b,m,n");
  });

  test("cannot be given together with another question", async () => {
    const asked = discover(world, {
      trigger: pullRequest(one),
      inputs: { "pull-requests": "[]", task: "a" },
    });
    await expect(asked).rejects.toMatchObject({ code: "INPUT_INVALID" });
  });
});
