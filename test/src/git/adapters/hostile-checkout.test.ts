import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkedOutIn } from "../../../../src/git/adapters/checkout.ts";
import { openReader } from "../../../../src/git/adapters/repository.ts";
import { discover, pullRequest } from "../../../actions/discover/support.ts";
import { git, GitWorld } from "../../../support/git-world.ts";

const ABSENT = "1".repeat(40);

let world: GitWorld;
let workspace: string;
let marker: string;
let [start, head] = ["", ""];

beforeEach(() => {
  world = new GitWorld();
  start = world.commit([], { "generated/old/x": "1" });
  head = world.commit([start], { "generated/new/x": "1" });
  world.branch("main", start);
  world.branch("work", head);
  workspace = world.checkout(head, []);
  marker = join(world.directory, "was-started");
});
afterEach(() => world[Symbol.dispose]());

/** Everything by which the configuration of a repository starts a program, each with the same mark. */
function setTraps(): void {
  const program = join(world.directory, "trap.sh");
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >>'${marker}'\nexit 1\n`);
  chmodSync(program, 0o755);
  const folder = join(workspace, ".git");
  mkdirSync(join(folder, "hooks"), { recursive: true });
  for (const hook of ["post-checkout", "reference-transaction", "pre-push", "fsmonitor-watchman"]) {
    writeFileSync(join(folder, "hooks", hook), `#!/bin/sh\nexec ${program}\n`);
    chmodSync(join(folder, "hooks", hook), 0o755);
  }
  writeFileSync(join(folder, "included"), `[core]\n\tgitProxy = ${program}\n`);
  appendFileSync(
    join(folder, "config"),
    `
[core]
	repositoryformatversion = 1
	fsmonitor = ${program}
	sshCommand = ${program}
	askPass = ${program}
	editor = ${program}
	pager = ${program}
	alternateRefsCommand = ${program}
	hooksPath = ${join(folder, "hooks")}
[extensions]
	partialClone = trap
[protocol]
	allow = always
[protocol "ext"]
	allow = always
[remote "trap"]
	url = "ext::${program} %S"
	promisor = true
	uploadpack = ${program}
	vcs = ext
[remote "origin"]
	url = "ext::${program} %S"
	promisor = true
	uploadpack = ${program}
[url "ext::${program} "]
	insteadOf = file://
	insteadOf = https://
[credential]
	helper = "!${program}"
[uploadpack]
	packObjectsHook = ${program}
	allowAnySHA1InWant = true
[diff]
	external = ${program}
[diff "trap"]
	textconv = ${program}
[filter "trap"]
	smudge = ${program}
	clean = ${program}
	process = ${program}
[gpg]
	program = ${program}
[log]
	showSignature = true
[pager]
	log = ${program}
[include]
	path = included
`,
  );
  mkdirSync(join(folder, "info"), { recursive: true });
  writeFileSync(join(folder, "info", "attributes"), "* filter=trap diff=trap\n");
}

describe("a checkout whose configuration starts programs and whose history lacks objects", () => {
  beforeEach(() => {
    setTraps();
    // The object is looked for wherever the configuration says.
    writeFileSync(join(workspace, ".git", "HEAD"), `${ABSENT}\n`);
  });

  test("is a trap for a git that runs in it", () => {
    spawnSync("git", ["-C", workspace, "rev-parse", "--verify", "HEAD^{commit}"], {
      env: { PATH: process.env["PATH"], GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" },
    });
    expect(existsSync(marker)).toBe(true);
  });

  test("starts none when it is asked what is checked out", () => {
    expect(checkedOutIn(workspace)).toBe(ABSENT);
    expect(existsSync(marker)).toBe(false);
  });

  test("starts none when what is checked out is verified", async () => {
    const remote = { url: `file://${world.remote}`, serverUrl: "", token: "" };
    const reader = openReader(remote, world.temporary, workspace);
    await expect(reader.list(checkedOutIn(workspace), "generated")).rejects.toThrow(/./);
    expect((await reader.list(head, "generated")).map(({ path }) => path)).toEqual(["new", "old"]);
    expect(existsSync(marker)).toBe(false);
  });

  test("starts none when changed tasks are discovered, however much the checkout lacks", async () => {
    rmSync(join(workspace, ".git", "objects"), { recursive: true });
    mkdirSync(join(workspace, ".git", "objects"));
    writeFileSync(join(workspace, ".git", "shallow"), `${head}\n`);
    const { outputs } = await discover(world, { trigger: pullRequest(head), workspace });
    expect(outputs.tasks).toBe("new");
    expect(existsSync(marker)).toBe(false);
  });
});

describe("what is checked out", () => {
  test("is the commit itself, as actions/checkout leaves it", () => {
    expect(checkedOutIn(workspace)).toBe(head);
  });

  test("is found behind a branch", () => {
    git(workspace, ["checkout", "--quiet", "-b", "topic/one"]);
    expect(checkedOutIn(workspace)).toBe(head);
  });

  test("is found behind a branch among packed refs", () => {
    git(workspace, ["checkout", "--quiet", "-b", "topic/one"]);
    git(workspace, ["branch", "other/topic/one", start]);
    git(workspace, ["pack-refs", "--all"]);
    expect(checkedOutIn(workspace)).toBe(head);
  });

  test("is found in a second work tree, whose objects are those of the first", async () => {
    const other = join(world.directory, "other");
    git(workspace, ["worktree", "add", "--quiet", "-b", "second", other, start]);
    expect(checkedOutIn(other)).toBe(start);
    const nowhere = { url: `file://${world.directory}/nowhere`, serverUrl: "", token: "" };
    const reader = openReader(nowhere, world.temporary, other);
    expect((await reader.list(start, "generated")).map(({ path }) => path)).toEqual(["old"]);
  });

  test.each([
    ["no checkout", null],
    ["a branch without a commit", "ref: refs/heads/none"],
    ["a way out of the folder", "ref: refs/../../../secret"],
    ["a ring of names", "ref: refs/heads/ring"],
    ["no name and no commit", "something else"],
    ["an id of another length", "1".repeat(64)],
  ])("is an error for %s", (_, headText) => {
    const folder = join(workspace, ".git");
    writeFileSync(join(world.directory, "secret"), head);
    writeFileSync(join(folder, "refs", "heads", "ring"), "ref: refs/heads/ring\n");
    if (headText === null) rmSync(folder, { recursive: true });
    else writeFileSync(join(folder, "HEAD"), `${headText}\n`);
    expect(() => checkedOutIn(workspace)).toThrow("There is no commit to verify");
  });
});
