import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { GitProcess } from "../../../../src/git/adapters/git-process.ts";
import { GitObjects } from "../../../../src/git/adapters/objects.ts";
import { discover, pullRequest } from "../../../actions/discover/support.ts";
import { git, GitWorld } from "../../../support/git-world.ts";

let world: GitWorld;
beforeEach(() => {
  world = new GitWorld();
});
afterEach(() => {
  vi.restoreAllMocks();
  world[Symbol.dispose]();
});

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

  test("ends one process, and no question but the one for it", async () => {
    damage(`${head}:generated`);
    const damaged = git(workspace, ["rev-parse", `${head}:generated`]);
    const started = vi.spyOn(GitProcess.prototype, "start");
    const objects = new GitObjects(new GitProcess(join(workspace, ".git")));

    const answers = await Promise.allSettled(
      [head, start, damaged, `${head}^{tree}`, start].map((oid) => objects.read(oid)),
    );

    expect(answers.map(({ status }) => status)).toEqual([
      "fulfilled",
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ]);
    expect(started).toHaveBeenCalledTimes(2);
  });
});

/** A commit whose root, or whose `generated/`, holds just these entries, `<mode> <name>` and the id. */
function commitOf(start: string, at: "root" | "generated", entries: readonly [string, string][]) {
  const bytes = entries.map(([entry, oid]) =>
    Buffer.concat([Buffer.from(`${entry}\0`), Buffer.from(oid, "hex")]),
  );
  const write = ["hash-object", "-w", "-t", "tree", "--literally", "--stdin"];
  const tree = git(world.remote, write, Buffer.concat(bytes));
  const root =
    at === "root" ? tree : git(world.remote, ["mktree"], `040000 tree ${tree}\tgenerated\n`);
  return git(world.remote, ["commit-tree", "-p", start, "-m", "work", root]);
}

// A checkout of each has a task `evil` that a lenient reader does not see, or no end is found.
test.each<[string, "root" | "generated", (old: string, evil: string) => [string, string][]]>([
  ["a mode that git cuts down", "generated", (_, evil) => [["10040000 evil", evil]]],
  [
    "modes that are too short",
    "generated",
    (_, evil) => Array.from({ length: 60 }, () => ["1 aaa ", evil]),
  ],
  [
    "one task twice",
    "generated",
    (old, evil) => [
      ["40000 a", evil],
      ["40000 a", old],
    ],
  ],
  [
    "a second `generated`",
    "root",
    (old, evil) => [
      ["40000 generated", old],
      ["40000 generated", evil],
    ],
  ],
  [
    "a hidden `generated`",
    "root",
    (old, evil) => [
      ["40000 generated", old],
      ["10040000 generated", evil],
    ],
  ],
  [
    "a file in `generated`",
    "root",
    (old, evil) => [
      ["40000 generated", old],
      ["100644 generated/evil/x", evil],
    ],
  ],
])("a tree with %s is an error, and no shorter list", async (_, at, entries) => {
  const start = world.commit([], { "generated/a/x": "1" });
  const evil = world.commit([start], { "generated/evil/x": "2" });
  world.branch("main", start);
  world.branch("evil", evil);
  const folder = (commit: string): string =>
    git(world.remote, ["rev-parse", `${commit}:generated`]);
  const head = commitOf(start, at, entries(folder(start), folder(evil)));
  world.branch("work", head);

  await expect(discover(world, { trigger: pullRequest(head) })).rejects.toMatchObject({
    code: "GIT_FAILED",
    message: "A tree object of the repository is not as git writes it",
  });
});
