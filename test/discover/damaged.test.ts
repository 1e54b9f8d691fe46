import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { git, GitWorld } from "./git-world.ts";
import { discover, pullRequest } from "./support.ts";

let world: GitWorld;
beforeEach(() => {
  world = new GitWorld();
});
afterEach(() => world[Symbol.dispose]());

describe("a checkout with a damaged object", () => {
  let workspace: string;
  let [start, head] = ["", ""];

  beforeEach(() => {
    const tasks = Array.from({ length: 40 }, (_, index) => [`generated/task-${index}/x`, "1"]);
    start = world.commit([], Object.fromEntries(tasks));
    const between = world.commit([start], { "generated/task-0/x": "2" });
    head = world.commit([between], { "generated/new/x": "1" });
    world.branch("main", start);
    world.branch("work", head);
    world.branch("between", between);
    workspace = world.checkout(head, []);
  });

  function damage(name: string): void {
    const oid = git(workspace, ["rev-parse", name]);
    const file = join(workspace, ".git", "objects", oid.slice(0, 2), oid.slice(2));
    chmodSync(file, 0o644);
    const content = readFileSync(file);
    writeFileSync(file, content.subarray(0, content.length / 2));
  }

  test("that the answer does not need gives the right answer", async () => {
    damage(`${head}^:generated`);
    const { outputs, problem } = await discover(world, { trigger: pullRequest(head), workspace });
    expect({ tasks: outputs.tasks, problem }).toEqual({ tasks: "new,task-0", problem: null });
  });

  test.each(["head", "base"])("that the answer needs is an error: of the %s", async (side) => {
    damage(`${side === "head" ? head : start}:generated`);
    await expect(discover(world, { trigger: pullRequest(head), workspace })).rejects.toThrow(
      "git cat-file ended with 128",
    );
  });
});

// git takes both for folders; read any other way they are files, or no end is found.
test.each([
  ["a mode that git cuts down to a folder's", "10040000 evil", 1],
  ["modes that are too short", "1 aaa ", 60],
])("a tree with %s is an error, and no shorter list", async (_, entry, times) => {
  const start = world.commit([], { "README.md": "1" });
  world.branch("main", start);
  const file = git(world.remote, ["rev-parse", `${start}:README.md`]);
  const folder = git(world.remote, ["mktree"], `100644 blob ${file}\tx\n`);
  const entries = Buffer.concat([Buffer.from(`${entry}\0`), Buffer.from(folder, "hex")]);
  const write = ["hash-object", "-w", "-t", "tree", "--literally", "--stdin"];
  const generated = git(
    world.remote,
    write,
    Buffer.concat(Array.from({ length: times }, () => entries)),
  );
  const root = git(world.remote, ["mktree"], `040000 tree ${generated}\tgenerated\n`);
  const head = git(world.remote, ["commit-tree", "-p", start, "-m", "work", root]);
  world.branch("work", head);

  await expect(discover(world, { trigger: pullRequest(head) })).rejects.toMatchObject({
    code: "GIT_FAILED",
    message: "A tree object of the repository is not as git writes it",
  });
});
