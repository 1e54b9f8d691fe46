import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openRepository } from "../../../../src/git/adapters/repository.ts";
import type { Repository as Opened } from "../../../../src/git/repository.ts";
import { type GitHub, type Repository, startGitHub } from "../../../../world/github.ts";
import { GitCalls } from "../../../support/git-calls.ts";

let github: GitHub;
let temporary: string;
let repository: Repository;

beforeAll(async () => {
  github = await startGitHub();
  temporary = mkdtempSync(join(tmpdir(), "agent-pipeline-test-"));
  repository = github.createRepository("octo/app", {
    files: {
      "README.md": "1\n",
      "generated/a/src/a.py": "a\n",
      "generated/a/tests/deep/er/t.py": "t\n",
      "generated/b/src/b.py": "b\n",
      "lib/x/y/z.txt": "z\n",
    },
  });
});
afterAll(async () => {
  await github.stop();
  rmSync(temporary, { recursive: true, force: true });
});

const open = (): Opened =>
  openRepository(
    { url: `${github.serverUrl}/octo/app`, serverUrl: github.serverUrl, token: github.token },
    temporary,
  );

const paths = (entries: readonly { path: string }[]) => entries.map(({ path }) => path).toSorted();

describe("reading", () => {
  test("finds objects, folders and all files below them", async () => {
    const opened = open();
    const tip = (await opened.branchTip("main"))!;

    expect(await opened.objectAt(tip, "generated/a/src/a.py")).toMatchObject({
      mode: "100644",
      type: "blob",
    });
    expect(await opened.objectAt(tip, "generated/a")).toMatchObject({
      mode: "040000",
      type: "tree",
    });
    expect(await opened.objectAt(tip, "generated/nothing/at/all")).toBeNull();
    expect(await opened.objectAt(tip, "README.md/x")).toBeNull();
    expect(paths(await opened.list(tip, "generated"))).toEqual(["a", "b"]);
    expect(paths((await opened.filesBelow(tip, "generated/a", 2))!)).toEqual([
      "src/a.py",
      "tests/deep/er/t.py",
    ]);
    expect(await opened.filesBelow(tip, "", 4)).toBeNull();
    expect(paths((await opened.filesBelow(tip, "", 5))!)).toEqual([
      "README.md",
      "generated/a/src/a.py",
      "generated/a/tests/deep/er/t.py",
      "generated/b/src/b.py",
      "lib/x/y/z.txt",
    ]);
    expect(await opened.list(tip, "absent")).toEqual([]);
    expect(await opened.filesBelow(tip, "absent", 1)).toEqual([]);
  });

  test.each([
    { when: "files", leaf: "f" },
    { when: "empty folders", leaf: null },
  ])("does not count to the end where forty trees stand for 10^40 $when", async ({ leaf }) => {
    const treeOf = (entries: readonly string[]): string =>
      execFileSync("git", ["-C", repository.path, "mktree"], {
        input: entries.map((entry) => `${entry}\n`).join(""),
        encoding: "utf8",
      }).trim();
    const blob = repository.git("rev-parse", "main:README.md");
    let tree = treeOf(leaf === null ? [] : [`100644 blob ${blob}\t${leaf}`]);
    for (let level = 0; level < 40; level++) {
      tree = treeOf(Array.from({ length: 10 }, (_, index) => `040000 tree ${tree}\td${index}`));
    }
    const commit = repository.git("commit-tree", "-m", "bomb", tree);
    repository.git("update-ref", "refs/heads/bomb", commit);

    const opened = open();
    expect(await opened.filesBelow(commit, "", 200)).toBeNull();
    expect(await opened.filesBelow(commit, "d0/d1/d2", 200)).toBeNull();
    await opened.bringFiles([tree], 200, 1_000);
  });

  test("brings folders with all below them by one question, and asks for none that is here", async () => {
    const [generated, lib, below] = ["generated", "lib", "generated/a/src"].map((path) =>
      repository.git("rev-parse", `main:${path}`),
    );
    using calls = new GitCalls();
    const opened = open();
    await opened.bringTrees([generated!, lib!]);
    expect(calls.questions).toEqual(["fetch"]);
    await opened.bringTrees([generated!, lib!, below!]);
    expect(calls.questions).toEqual(["fetch"]);
  });

  test("brings the files of folders by two questions, and none that is too large", async () => {
    const commit = repository.commit("large", {
      from: "main",
      message: "large",
      files: {
        "generated/big/src/small.py": "x".repeat(1_000),
        "generated/big/src/large.py": "x".repeat(1_001),
        "generated/big/src/huge.py": `${Math.PI}`.repeat(100_000),
      },
    });
    const [tree, small, large, huge] = ["", "/src/small.py", "/src/large.py", "/src/huge.py"].map(
      (path) => repository.git("rev-parse", `${commit}:generated/big${path}`),
    );
    using calls = new GitCalls();
    const opened = open();
    await opened.bringFiles([tree!], 200, 1_000);
    await opened.bringFiles([tree!], 200, 1_000);
    const sizes = await opened.blobSizes([small!, large!, huge!]);
    expect(calls.questions).toEqual(["fetch", "fetch"]);
    expect([...sizes.values()]).toEqual([1_000, 1_001, 1_001]);
    await expect(opened.readBlobs([large!], 1_000)).rejects.toMatchObject({
      code: "INPUT_INVALID",
    });
    await expect(opened.readBlobs([huge!], 2_000)).rejects.toMatchObject({ code: "INPUT_INVALID" });
    expect((await opened.readBlobs([large!], 1_001)).get(large!)).toHaveLength(1_001);
  });

  test("tells what differs directly in a folder", async () => {
    const from = repository.commitOf("main")!;
    const to = repository.commit("work", {
      from: "main",
      message: "work",
      files: {
        "generated/a/src/a.py": "other\n",
        "generated/b": "a file now\n",
        "generated/c/src/c.py": "c\n",
        "lib/x": null,
      },
    });
    const opened = open();

    expect(
      (await opened.changes(from, to, "generated"))
        .map(({ path, before, after }) => `${path} ${before?.mode ?? ""} ${after?.mode ?? ""}`)
        .toSorted(),
    ).toEqual(["a 040000 040000", "b 040000 100644", "c  040000"]);
    expect(paths(await opened.changes(from, to, ""))).toEqual(["generated", "lib"]);
    expect(paths(await opened.changes(null, to, "generated"))).toEqual(["a", "b", "c"]);
    expect(await opened.changes(from, from, "")).toEqual([]);
  });

  test("reads blobs, and refuses one that is too large", async () => {
    const opened = open();
    const tip = (await opened.branchTip("main"))!;
    const [a, readme] = await Promise.all([
      opened.objectAt(tip, "generated/a/src/a.py"),
      opened.objectAt(tip, "README.md"),
    ]);
    const blobs = await opened.readBlobs([a!.oid, readme!.oid, a!.oid], 10);
    expect([...blobs.values()].map((blob) => Buffer.from(blob).toString())).toEqual(["a\n", "1\n"]);
    expect([...(await opened.blobSizes([a!.oid])).values()]).toEqual([2]);
    await expect(opened.readBlobs([a!.oid], 1)).rejects.toMatchObject({ code: "INPUT_INVALID" });
    expect(await opened.readBlobs([], 1)).toEqual(new Map());
  });

  test("names commits by branch, tag, ref and id, asked now", async () => {
    const tip = repository.commitOf("main")!;
    const tag = repository.git("tag", "-a", "-m", "v1", "v1", tip);
    const annotated = repository.git("rev-parse", "refs/tags/v1");
    const opened = open();

    expect(tag).toBe("");
    expect(
      await opened.commitsOf(["main", "refs/heads/main", "v1", "refs/tags/v1", tip, annotated]),
    ).toEqual(Array(6).fill(tip));
    expect(await opened.commitsOf(["nothing", "refs/heads/nothing", "1".repeat(40), tip])).toEqual([
      null,
      null,
      null,
      tip,
    ]);
    expect(
      await opened.commitsOf(["2".repeat(40), "refs/heads/none", "refs/heads/main"], {
        withHistory: true,
      }),
    ).toEqual([null, null, tip]);
    expect(await opened.commitsOf([])).toEqual([]);
    expect(await opened.branchTip("nothing")).toBeNull();
    const moved = repository.commit("main", { message: "moved", files: { "README.md": "2\n" } });
    expect(await opened.commitOf("main")).toBe(moved);
    expect(await opened.branchTips("ma")).toEqual(new Map([["main", moved]]));
  });

  test("says that an object which the remote lacks is not there", async () => {
    const opened = open();
    await expect(opened.list("3".repeat(40), "")).rejects.toMatchObject({ code: "GIT_FAILED" });
    await expect(opened.readBlobs(["3".repeat(40)], 1)).rejects.toMatchObject({
      code: "GIT_FAILED",
    });
  });
});

test("a commit says when it was made", async () => {
  const first = repository.commit("dated", { message: "first", files: { a: "1" } });
  const second = repository.commit("dated", { message: "second", files: { a: "2" } });
  const opened = open();
  const [earlier, later] = [await opened.committedAt(first), await opened.committedAt(second)];
  expect(earlier).toBeGreaterThan(1_790_000_000);
  expect(later).toBeGreaterThan(earlier);
});

describe("merge bases", () => {
  test("are found behind hundreds of commits, and none is made up", async () => {
    const start = repository.commit("long", { parent: null, message: "root", files: { a: "0" } });
    const chain = Array.from(
      { length: 150 },
      (_, index) =>
        `commit refs/heads/long\ncommitter C <c@example.com> ${1_790_100_000 + index} +0000\ndata 1\nm\n${index === 0 ? `from ${start}\n` : ""}M 100644 inline a\ndata ${String(index).length}\n${index}\n`,
    );
    execFileSync("git", ["-C", repository.path, "fast-import", "--quiet"], {
      input: chain.join(""),
    });
    const side = repository.commit("side", { parent: start, message: "s", files: { b: "1" } });
    const tip = repository.commitOf("long")!;
    const opened = open();

    expect(await opened.mergeBases(tip, side)).toEqual([start]);
    expect(await opened.isAncestor(start, tip)).toBe(true);
    expect(await opened.isAncestor(side, tip)).toBe(false);
    expect(await opened.mergeBases(tip, tip)).toEqual([tip]);
    const unrelated = repository.commit("else", { parent: null, message: "u", files: { c: "1" } });
    expect(await opened.mergeBases(tip, unrelated)).toEqual([]);
  });
});

describe("writing", () => {
  test("commits on commits, pushes with a lease and reads back", async () => {
    const opened = open();
    const tip = (await opened.branchTip("main"))!;
    const first = await opened.commit(
      tip,
      [
        { path: "generated/a", content: null },
        { path: "generated/a/src/new.py", content: Buffer.from("new\n") },
        { path: "generated/n/src/n.py", content: Buffer.from("n\n") },
      ],
      "one\n\nwith a body",
    );
    const second = await opened.commit(
      first,
      [{ path: "generated/n/src/m.py", content: Buffer.from("m\n") }],
      "two",
    );

    expect(paths((await opened.filesBelow(second, "generated", 10))!)).toEqual([
      "a/src/new.py",
      "b/src/b.py",
      "n/src/m.py",
      "n/src/n.py",
    ]);
    expect(await opened.isAncestor(tip, second)).toBe(true);
    expect(await opened.push("task/n", second, null)).toBe("pushed");
    expect(repository.commitOf("task/n")).toBe(second);
    expect(repository.git("log", "--format=%s", `${tip}..task/n`)).toBe("two\none");
    expect(repository.git("show", "task/n:lib/x/y/z.txt")).toBe("z");
    expect(await opened.push("task/n", first, null)).toBe("rejected");
    expect(await opened.push("task/n", first, tip)).toBe("rejected");
    const other = open();
    const third = await other.commit(
      second,
      [{ path: "generated/n/src/o.py", content: Buffer.from("o\n") }],
      "three",
    );
    expect(await other.push("task/n", third, second)).toBe("pushed");
    expect(await opened.deleteBranch("task/n", second)).toBe("rejected");
    expect(await opened.deleteBranch("task/n", third)).toBe("deleted");
    expect(repository.commitOf("task/n")).toBeNull();
  });
});
