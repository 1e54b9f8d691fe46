import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { mergedAt } from "../../../../src/candidate/read-candidate.ts";
import { GitProcess } from "../../../../src/git/adapters/git-process.ts";
import { openReader } from "../../../../src/git/adapters/repository.ts";
import { BrokenObject } from "../../../../src/git/broken-object.ts";
import type { RepositoryReader } from "../../../../src/git/repository.ts";
import { git, GitWorld } from "../../../support/git-world.ts";

// A job without a checkout: everything is fetched, and several parts of the job ask at the same time.
let world: GitWorld;
beforeEach(() => {
  world = new GitWorld();
});
afterEach(() => {
  vi.restoreAllMocks();
  world[Symbol.dispose]();
});

const open = (): RepositoryReader =>
  openReader(
    { url: `${world.serverUrl}/org/repo`, serverUrl: world.serverUrl, token: "" },
    world.temporary,
    "",
  );

const oidOf = (name: string): string => git(world.remote, ["rev-parse", name]);

// Of what is asked for in one question, git's server leaves out an object that a tree before it holds; it takes the ids
// in their order.
test.each(["lib/p", "lib/p/q", "lib/z"])(
  "a root and what lies in it are both there after one question: %s",
  async (path) => {
    const files = { "lib/p/q": "2", "lib/z": "3" };
    const heads = Array.from({ length: 64 }, (_, index) => {
      const commit = world.commit([], { ...files, "README.md": String(index) });
      world.branch(`b${index}`, commit);
      return commit;
    });
    const [first, second] = heads.filter(
      (commit) => oidOf(`${commit}^{tree}`) < oidOf(`${commit}:lib`),
    );
    const repository = open();
    await repository.commitsOf([first!, second!]);
    await repository.list(first!, "");

    const both = await Promise.all([
      repository.objectAt(first!, path),
      repository.objectAt(second!, path),
    ]);
    expect(both.map((found) => found?.oid)).toEqual([
      oidOf(`${first}:${path}`),
      oidOf(`${first}:${path}`),
    ]);
  },
);

test.each([0, 1, 3, 6, 12, 25, 50])(
  "who asks %i ms after another waits for what is coming already",
  async (pause) => {
    const start = world.commit([], { "README.md": "1", "lib/p/q": "2", "generated/a/x": "5" });
    const head = world.commit([start], { "generated/a/x": "6" });
    world.branch("main", start);
    world.branch("work", head);
    const commits = { mergeBase: start, base: start, head };
    const repository = open();
    await repository.commitsOf([start, head]);
    const asked = vi.spyOn(GitProcess.prototype, "ask");

    await Promise.all([
      mergedAt(repository, commits, "lib/p/q"),
      new Promise((resolve) => setTimeout(resolve, pause)).then(() =>
        mergedAt(repository, commits, "lib/p/q"),
      ),
    ]);
    const ids = asked.mock.calls.flatMap(([, options]) =>
      String(options?.input ?? "")
        .trim()
        .split("\n"),
    );
    expect(ids.toSorted()).toEqual([...new Set(ids)].toSorted());
  },
);

test("a tree that could not be had is asked for again by whoever needs it next", async () => {
  const start = world.commit([], { "README.md": "1" });
  const file = oidOf(`${start}:README.md`);
  const late = Buffer.concat([Buffer.from("100644 a\0"), Buffer.from(file, "hex")]);
  const tree = git(world.remote, ["hash-object", "-t", "tree", "--stdin"], late);
  const root = git(world.remote, ["mktree", "--missing"], `040000 tree ${tree}\tlib\n`);
  const head = git(world.remote, ["commit-tree", "-m", "late", root]);
  world.branch("late", head);
  const repository = open();

  await expect(repository.list(head, "lib")).rejects.toMatchObject({ code: "GIT_FAILED" });
  git(world.remote, ["hash-object", "-w", "-t", "tree", "--stdin"], late);
  expect(await repository.list(head, "lib")).toHaveLength(1);
});

test("what the server lacks for one that asks, another who asks at the same moment has all the same", async () => {
  const start = world.commit([], { "lib/a": "1", "other/b": "2" });
  world.branch("main", start);
  const absent = "1".repeat(40);
  const repository = open();
  await repository.list(start, "");

  const [lib, none, other] = await Promise.allSettled([
    repository.bringTrees([oidOf(`${start}:lib`)]),
    repository.bringTrees([absent]),
    repository.bringTrees([oidOf(`${start}:other`)]),
  ]);
  expect([lib.status, none.status, other.status]).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(none).toMatchObject({ reason: expect.any(BrokenObject) as unknown });
  const asked = vi.spyOn(GitProcess.prototype, "ask");
  expect(await repository.list(start, "lib")).toHaveLength(1);
  expect(await repository.list(start, "other")).toHaveLength(1);
  expect(asked).not.toHaveBeenCalled();
});

/** A main with some commits, and branches that have grown from each of them. */
function grown(count: number): { readonly main: string; readonly tips: readonly string[] } {
  const forks = world.commits(
    Array.from({ length: 100 }, (_, index) => ({
      parents: index === 0 ? [] : [index - 1],
      files: { "README.md": String(index), "lib/a/b": "1" },
    })),
  );
  const tips = world.commits(
    forks.slice(0, count).map((fork, index) => ({
      parents: [fork],
      files: { [`generated/t${index}/x`]: String(index) },
    })),
  );
  for (const [index, tip] of tips.entries()) world.branch(`task/${index}`, tip);
  const main = forks.at(-1)!;
  world.branch("main", main);
  return { main, tips };
}

test.each([1, 20])("what was brought of %i branches is asked for no more", async (count) => {
  const { main, tips } = grown(count);
  const asked = vi.spyOn(GitProcess.prototype, "ask");
  const repository = open();

  const names = await repository.branchTips("main", "task/");
  expect([...names.values()].toSorted()).toEqual([main, ...tips].toSorted());
  // They lie behind more commits than are fetched at first.
  await repository.bringMergeBases(tips.map((tip) => [tip, main]));
  await repository.bringFolders(
    [main, ...tips].flatMap((commit) => [
      { commit, folder: "lib/a" },
      { commit, folder: "generated" },
      { commit, folder: "nothing/here" },
    ]),
  );
  // One for the names, two for the history, a root, one level of folders and another one.
  expect(asked).toHaveBeenCalledTimes(1 + 2 + 1 + 1 + 1);

  for (const [index, tip] of tips.entries()) {
    expect(await repository.mergeBases(tip, main)).toEqual([oidOf(`${tip}^`)]);
    expect(await repository.isAncestor(tip, main)).toBe(false);
    expect((await repository.list(tip, "generated")).map(({ path }) => path)).toEqual([
      `t${index}`,
    ]);
    expect(await repository.list(tip, "lib/a")).toHaveLength(1);
    expect(await repository.list(tip, "nothing/here")).toEqual([]);
  }
  expect(asked).toHaveBeenCalledTimes(6);
});
