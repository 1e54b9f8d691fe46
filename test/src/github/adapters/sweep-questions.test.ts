// What is asked about all pull requests and runs of a repository, and not about those of an event.
import { afterEach, beforeEach, expect, test } from "vitest";
import { githubApi } from "../../../../src/github/adapters/api.ts";
import { githubPullRequestLists } from "../../../../src/github/adapters/pull-request-lists.ts";
import { githubRunsOfHeads } from "../../../../src/github/adapters/workflow-runs.ts";
import { type GitHub, type Repository, startGitHub } from "../../../../world/github.ts";

const HERE = { owner: "octo", repo: "app" };
const WORKFLOW = "agent-ci.yml";

let github: GitHub;
let repository: Repository;

beforeEach(async () => {
  github = await startGitHub();
  repository = github.createRepository("octo/app", {
    files: { "README.md": "app\n", [`.github/workflows/${WORKFLOW}`]: "on: push\n" },
  });
});
afterEach(async () => {
  await github.stop();
  if (github.violations.length > 0) throw new Error(github.violations.join("\n"));
});

const api = () => githubApi(github.token, github.url);

const propose = (branch: string): number => {
  repository.commit(branch, { files: { [`${branch}.txt`]: "" }, message: branch });
  return repository.openPullRequest({ head: branch });
};

test("every open pull request is listed by number, those of forks as well", async () => {
  const first = propose("one");
  const fork = github.createRepository("guest/app", { forkOf: repository });
  fork.commit("two", { files: { "two.txt": "" }, message: "two" });
  const second = repository.openPullRequest({ head: "two", fork });
  const third = propose("three");
  repository.pulls[third - 1]?.close();
  expect(await githubPullRequestLists(api(), HERE).open()).toMatchObject([
    { number: first, isFork: false, headBranch: "one" },
    { number: second, isFork: true, headBranch: "two" },
  ]);
});

test("those of a branch come the newest first, whatever became of them", async () => {
  const first = propose("one");
  repository.pulls[first - 1]?.close();
  repository.commit("other", { files: { "o.txt": "" }, message: "other" });
  const second = repository.openPullRequest({ head: "one", base: "other" });
  const found = await githubPullRequestLists(api(), HERE).from("one");
  expect(found).toMatchObject([
    { number: second, isOpen: true },
    { number: first, isOpen: false, isMerged: false },
  ]);
});

test("what stands in the way of a merge is told apart from what GitHub has not computed", async () => {
  const number = propose("one");
  const lists = githubPullRequestLists(api(), HERE);
  const mergeability = async () => (await lists.now(number)).mergeability;
  expect(await mergeability()).toBe("free");
  repository.settings.requiredStatuses = ["review"];
  expect(await mergeability()).toBe("in_the_way");
  repository.pulls[number - 1]?.close();
  expect(await mergeability()).toBeNull();
});

test("the runs of a workflow on a head tell who is at work and who was cancelled", async () => {
  const head = repository.tip("main") ?? "";
  const record = (status: "in_progress" | "completed", conclusion: string | null, sha = head) =>
    github.runs.record({
      id: github.runs.nextId(),
      repository,
      event: "pull_request",
      headBranch: "main",
      headSha: sha,
      workflow: `.github/workflows/${WORKFLOW}`,
      attempt: 1,
      actor: "octocat",
      status,
      conclusion,
    });
  record("completed", "failure");
  record("completed", "cancelled");
  record("completed", "skipped");
  record("completed", "success", "0".repeat(40));
  record("in_progress", null);
  const runs = githubRunsOfHeads(api(), HERE);
  expect(await runs.of(WORKFLOW, head)).toMatchObject([
    { isOver: false, isCancelled: false },
    { isOver: true, isCancelled: true },
    { isOver: true, isCancelled: false },
  ]);
  expect(await runs.of("absent.yml", head)).toEqual([]);
});
