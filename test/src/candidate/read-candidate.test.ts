import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSharedInputs } from "../../../src/candidate/read-candidate.ts";
import { openReader } from "../../../src/git/adapters/repository.ts";
import { type GitHub, type Repository, startGitHub } from "../../../world/github.ts";

let github: GitHub;
let temporary: string;
let repository: Repository;

beforeAll(async () => {
  github = await startGitHub();
  temporary = mkdtempSync(join(tmpdir(), "agent-pipeline-test-"));
  repository = github.createRepository("octo/app", { files: { "README.md": "1\n" } });
});
afterAll(async () => {
  await github.stop();
  rmSync(temporary, { recursive: true, force: true });
});

type Entry = readonly [kind: string, name: string | Buffer];

/** A tree whose names are bytes; each file is the README, and each folder a tree of one file `a`. */
function treeOf(entries: readonly Entry[]): string {
  const oids: Record<string, string> = {
    "100644 blob": repository.git("rev-parse", "main:README.md"),
    "040000 tree": entries.some(([kind]) => kind === "040000 tree")
      ? treeOf([["100644 blob", "a"]])
      : "",
  };
  return execFileSync("git", ["-C", repository.path, "mktree", "-z"], {
    input: Buffer.concat(
      entries.map(([kind, name]) =>
        Buffer.concat([Buffer.from(`${kind} ${oids[kind]}\t`), Buffer.from(name), Buffer.alloc(1)]),
      ),
    ),
    encoding: "utf8",
  }).trim();
}

function sharedIn(tree: string, globs: readonly string[]) {
  const commit = repository.git("commit-tree", "-m", "shared", tree);
  repository.git("update-ref", `refs/heads/${commit}`, commit);
  const { serverUrl, token } = github;
  const reader = openReader({ url: `${serverUrl}/octo/app`, serverUrl, token }, temporary, "");
  return readSharedInputs(reader, { head: commit, base: commit, mergeBase: commit }, globs);
}

describe("shared inputs", () => {
  const odd = Buffer.from([0xfe]);

  test("are the files that the globs name, by their blobs", async () => {
    const tree = treeOf([
      ["100644 blob", "a"],
      ["040000 tree", "data"],
      ["040000 tree", "src"],
    ]);
    const blob = repository.git("rev-parse", "main:README.md");
    expect(await sharedIn(tree, ["*/a"])).toEqual({
      kind: "resolved",
      blobs: {
        "data/a": blob,
        "src/a": blob,
        "requirements.txt": null,
        "test-requirements.txt": null,
      },
    });
  });

  // Two such names can be one text, and no text leads back to them: a change there would not be seen.
  test.each<{ when: string; entries: readonly Entry[]; globs: readonly string[]; said: string }>([
    {
      when: "a file that they name",
      entries: [["100644 blob", odd]],
      globs: ["*"],
      said: '"\uFFFD", where `shared-inputs` looks, has a name that is no UTF-8',
    },
    {
      when: "a folder in which they look",
      entries: [["040000 tree", odd]],
      globs: ["*/a"],
      said: '"\uFFFD", where `shared-inputs` looks, has a name that is no UTF-8',
    },
  ])("are refused where $when has a name that is no text", async ({ entries, globs, said }) => {
    await expect(sharedIn(treeOf(entries), globs)).rejects.toMatchObject({
      code: "INPUT_INVALID",
      message: said,
    });
  });

  test("do not mind such a name where no glob looks", async () => {
    const tree = treeOf([
      ["100644 blob", odd],
      ["040000 tree", "data"],
    ]);
    expect(await sharedIn(tree, ["data/*"])).toMatchObject({ kind: "resolved" });
  });
});
