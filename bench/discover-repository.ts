import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

const environment = {
  PATH: process.env["PATH"] ?? "/usr/bin:/bin",
  HOME: "/nonexistent",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
};

export function git(directory: string, args: readonly string[], input = ""): string {
  return execFileSync("git", ["-C", directory, ...args], {
    env: environment,
    encoding: "utf8",
    input,
    maxBuffer: 2 ** 28,
  }).trimEnd();
}

export interface BenchRepository {
  /** A bare repository, as a server has it. */
  readonly path: string;
  readonly main: string;
  /** A branch from `main` for each number of changed tasks. */
  readonly heads: ReadonlyMap<number, string>;
}

/** 10,000 task folders of two files, and as many other files as the total needs. */
export function benchRepository(
  path: string,
  files: number,
  changedTasks: readonly number[],
): BenchRepository {
  mkdirSync(path, { recursive: true });
  git(path, ["init", "--quiet", "--bare", "--initial-branch=main"]);
  for (const key of ["uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"]) {
    git(path, ["config", key, "true"]);
  }
  const tasks = Array.from({ length: 10_000 }, (_, index) => taskName(index));
  const start = [
    ...tasks.flatMap((task) => taskFiles(task, "1")),
    ...Array.from({ length: files - 20_000 }, (_, index) =>
      file(`src/${Math.floor(index / 500)}/${index % 500}.txt`, `${index}`),
    ),
  ];
  git(path, ["fast-import", "--quiet"], commit("main", null, start));
  const heads = changedTasks.map((count): [number, string] => {
    const changed = tasks.slice(0, count).flatMap((task) => taskFiles(task, "2"));
    git(path, ["fast-import", "--quiet"], commit(`changes-${count}`, "main", changed));
    return [count, git(path, ["rev-parse", `changes-${count}`])];
  });
  git(path, ["repack", "-adq"]);
  return { path, main: git(path, ["rev-parse", "main"]), heads: new Map(heads) };
}

function taskName(index: number): string {
  return `task_${String(index).padStart(5, "0")}`;
}

function taskFiles(task: string, content: string): string[] {
  return ["src/code.py", "tests/test_story.py"].map((name) =>
    file(join("generated", task, name), `${task} ${name} ${content}\n`),
  );
}

function file(path: string, content: string): string {
  return `M 100644 inline ${path}\ndata ${content.length}\n${content}\n`;
}

function commit(branch: string, parent: string | null, changes: readonly string[]): string {
  const from = parent === null ? "" : `from refs/heads/${parent}\n`;
  return `commit refs/heads/${branch}\ncommitter B <b@example.com> 1790000000 +0000\ndata 1\nb\n${from}${changes.join("")}\n`;
}
