import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Files, tasks, TestRepository, verify } from "./support.ts";

const folder = mkdtempSync(join(tmpdir(), "verify-questions-"));
const calls = join(folder, "calls");
const path = process.env["PATH"] ?? "";
let repository: TestRepository;

/** A git that writes down what it is asked to do. */
beforeAll(() => {
  const real = execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim();
  writeFileSync(join(folder, "git"), `#!/bin/sh\necho "$1" >>'${calls}'\nexec '${real}' "$@"\n`);
  chmodSync(join(folder, "git"), 0o755);
  repository = new TestRepository();
});
afterAll(() => {
  process.env["PATH"] = path;
  rmSync(folder, { recursive: true, force: true });
  repository.remove();
});

const refused: Files = { "src/code.py": "x = 1\n", "tests/conftest.py": "x = 1\n" };

async function questions(count: number, globs: readonly string[]): Promise<number> {
  const names = Array.from({ length: count }, (_, index) => `task-${index}`);
  const head = repository.commit({
    ...tasks(Object.fromEntries(names.map((name) => [name, refused]))),
    ".github/agent-pipeline.yml": `shared-inputs: ${JSON.stringify(globs)}\n`,
    "data/prices/a.csv": "1\n",
    "data/other/b.txt": "1\n",
  });
  writeFileSync(calls, "");
  process.env["PATH"] = `${folder}:${path}`;
  try {
    const commits = { head, base: head, "merge-base": head };
    const { evidence } = await verify(repository, { tasks: names.join(","), ...commits });
    expect([...evidence.values()].map(({ reasons }) => reasons[0]?.code)).toEqual(
      names.map(() => "policy_violation"),
    );
  } finally {
    process.env["PATH"] = path;
  }
  return readFileSync(calls, "utf8")
    .split("\n")
    .filter((call) => call === "fetch").length;
}

test.each([{ globs: [] }, { globs: ["data/**/*.csv"] }])(
  "the server is asked hardly more often for twenty tasks than for one, with the shared inputs $globs",
  async ({ globs }) => {
    const forOne = await questions(1, globs);
    expect(forOne).toBeGreaterThan(0);
    // Who asks at the same moment shares a question; which moments meet is a matter of chance.
    expect(await questions(20, globs)).toBeLessThanOrEqual(forOne + 3);
  },
);
