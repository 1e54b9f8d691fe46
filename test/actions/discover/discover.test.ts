import { afterAll, beforeAll, expect, test } from "vitest";
import { parseMatrix } from "../../../src/handover/matrix.ts";
import { GitWorld } from "../../support/git-world.ts";
import { discover, pullRequest } from "./support.ts";

let world: GitWorld;
beforeAll(() => {
  world = new GitWorld();
});
afterAll(() => world[Symbol.dispose]());

test("lists the task folders that a pull request changes, with the three commits", async () => {
  const start = world.commit([], {
    "README.md": "1",
    "generated/a/src/a.py": "1",
    "generated/old/src/o.py": "1",
  });
  const main = world.commit([start], { "generated/a/src/a.py": "2" });
  world.branch("main", main);
  const head = world.commit([start], {
    "generated/b/src/b.py": "1",
    "generated/c-1/x": "1",
    "generated/old": null,
    "generated/Odd name/x": "1",
  });
  world.branch("work", head);

  const { outputs, problem } = await discover(world, { trigger: pullRequest(head) });

  expect(outputs).toMatchObject({
    tasks: "b,c-1",
    count: "2",
    "has-tasks": "true",
    deleted: "old",
    base: main,
    head,
    "merge-base": start,
  });
  expect(outputs.rejected).toContain('[{"name":"Odd name","reason":"is no task id');
  expect(problem?.code).toBe("INPUT_INVALID");
  expect(parseMatrix(outputs.matrix)[0]).toEqual({
    entry: "b",
    tasks: ["b"],
    head,
    base: main,
    "merge-base": start,
    "pull-request": "12",
  });
});
