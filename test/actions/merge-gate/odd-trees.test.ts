import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTasks, type TaskNow } from "../../../actions/merge-gate/read-tasks.ts";
import { parseConfig } from "../../../src/config/config.ts";
import { openRepository } from "../../../src/git/adapters/repository.ts";
import { isTaskId, type TaskId } from "../../../src/task/task-id.ts";
import { commitOddTrees } from "../../support/odd-trees.ts";
import { TestRepository } from "../verify/support.ts";

/** What verify alone finds: by names that git writes so, and by files that the gate does not read. */
const LEFT_TO_VERIFY = [
  "a name that is .git",
  "a name that is ..",
  "a name that is .",
  "a file that is a folder",
  "a file that is missing",
];

const repository = new TestRepository();
const temporary = mkdtempSync(join(tmpdir(), "gate-odd-"));
const { commit, odd, honest } = commitOddTrees(repository);
const broken = [...odd].filter(([what]) => !LEFT_TO_VERIFY.includes(what));
let tasks: ReadonlyMap<string, TaskNow>;

beforeAll(async () => {
  const remote = { url: repository.path, serverUrl: "", token: "" };
  const commits = { head: commit, base: commit, mergeBase: commit };
  const ids = [...odd.values(), ...honest].filter((id): id is TaskId => isTaskId(id));
  tasks = await readTasks(openRepository(remote, temporary), commits, parseConfig(null), ids);
});
afterAll(() => {
  repository.remove();
  rmSync(temporary, { recursive: true, force: true });
});

test.each(broken)("a pull request is held for a task folder with %s", (_, task) => {
  expect(tasks.get(task)?.badModes).toEqual([
    expect.stringMatching(/^generated\/odd_\d+.*(?:missing or not as git writes it|has the mode)/),
  ]);
});

test.each(honest)("and %s, beside it, is read as ever", (task) => {
  expect(tasks.get(task)).toMatchObject({ badModes: [], claimsStory: false });
});
