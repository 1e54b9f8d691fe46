import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handlers } from "../../commands/adapters/handlers.ts";
import { typed } from "./command-line.ts";

const root = mkdtempSync(join(tmpdir(), "discover-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function git(...words: string[]): void {
  const identity = ["-c", "user.name=A", "-c", "user.email=a@b.c"];
  execFileSync("git", [...identity, ...words], { cwd: root, stdio: "ignore" });
}

function commit(path: string): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), "x\n");
  git("add", "-A");
  git("commit", "-m", path);
}

beforeAll(() => {
  git("init", "-b", "main");
  commit("generated/there/src/a.py");
  git("checkout", "-b", "mine");
  commit("generated/cart/src/a.py");
  commit("generated/Not a task/a.py");
});

const discover = (...words: string[]) => typed(["discover", "-C", root, ...words], handlers);

test("says which tasks the branch changes, and what is none", async () => {
  const { exit, out } = await discover();
  expect(out).toContain("1 task is changed:\n✔ generated/cart\n✘ Not a task is no task id");
  expect(exit).toBe(1);
});

test("lays out the matrix for programs", async () => {
  const { out } = await discover("--json", "--head", "mine", "--base", "main");
  expect(JSON.parse(out)).toMatchObject({
    tasks: ["cart"],
    matrix: { include: [{ entry: "cart", tasks: "cart" }] },
  });
});

test("without a change there is nothing to do", async () => {
  const { exit, out } = await discover("--head", "main");
  expect({ exit, out }).toMatchObject({
    exit: 0,
    out: expect.stringContaining("No task is changed.") as unknown,
  });
});

test.each([
  { words: ["--base", "nowhere"], says: "nowhere" },
  {
    words: ["--base", "--upload-pack=x"],
    says: "must be a branch, a tag or a full 40-digit commit id",
  },
])("$words is refused", async ({ words: [name = "", value = ""], says }) => {
  const { exit, error } = await discover(`${name}=${value}`);
  expect(exit).toBe(2);
  expect(error).toContain(says);
});

test("a branch without a commit is told what discover compares", async () => {
  const empty = mkdtempSync(join(tmpdir(), "discover-empty-"));
  try {
    execFileSync("git", ["init", "-b", "main"], { cwd: empty, stdio: "ignore" });
    const { exit, error } = await typed(["discover", "-C", empty], handlers);
    expect(exit).toBe(2);
    expect(error).toContain("Nothing is committed on this branch");
    expect(error).toContain("commit first");
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
});
