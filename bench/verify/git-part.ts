// What the git part of a verify job takes in a large repository: the three commits, the config, the shared inputs and the
// task folders, over git's HTTP into an empty store. `node bench/verify/git-part.ts`
import { rmSync } from "node:fs";
import { readCandidate, readSharedInputs } from "../../src/candidate/read-candidate.ts";
import { readTask, readTasksAhead } from "../../src/candidate/read-task.ts";
import { readConfigAt } from "../../src/config/read-config.ts";
import { openRepository } from "../../src/git/adapters/repository.ts";
import { isTaskId } from "../../src/task/task-id.ts";
import { startGitHub } from "../../world/github.ts";
import { benchRepository, git } from "../discover-repository.ts";

const ROUNDS = 5;
const FILES = 102_000;

const github = await startGitHub();
try {
  const served = github.createRepository("org/repo", { files: { "README.md": "1" } });
  rmSync(served.path, { recursive: true });
  const { path, main, heads } = benchRepository(served.path, FILES, [40]);
  const head = heads.get(40) ?? "";
  const mergeBase = git(path, ["merge-base", main, head]);
  const remote = {
    url: `${github.serverUrl}/org/repo`,
    serverUrl: github.serverUrl,
    token: github.token,
  };
  const seconds = async (count: number, globs: readonly string[]): Promise<number> => {
    const started = performance.now();
    const repository = openRepository(remote, github.folder);
    const commits = { head, base: main, mergeBase };
    await readConfigAt(repository, main);
    const shared = await readSharedInputs(repository, commits, globs);
    const tasks = Array.from(
      { length: count },
      (_, index) => `task_${String(index).padStart(5, "0")}`,
    );
    await readTasksAhead(repository, commits, tasks.filter(isTaskId));
    for (const task of tasks.filter(isTaskId)) {
      const candidate = await readCandidate(repository, commits, task, shared);
      if (candidate.kind === "conflict" || candidate.task === null) throw new Error(task);
      const read = await readTask(repository, commits, task, candidate.task);
      if (read.kind !== "read") throw new Error(JSON.stringify(read.reasons));
    }
    return (performance.now() - started) / 1_000;
  };
  const rows: Record<string, Record<string, string>> = {};
  for (const [count, globs] of [
    [1, []],
    [40, []],
    [1, ["src/3/*.txt"]],
    [40, ["src/3/*.txt"]],
    [1, ["**/7.txt"]],
    [40, ["**/7.txt"]],
  ] as const) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await seconds(count, globs));
    times.sort((a, b) => a - b);
    rows[`${count} tasks, shared inputs ${globs.join() || "none"}`] = {
      best: `${times[0]!.toFixed(2)} s`,
      median: `${times[Math.floor(ROUNDS / 2)]!.toFixed(2)} s`,
    };
  }
  console.table(rows);
} finally {
  await github.stop();
}
