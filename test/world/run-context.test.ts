import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type GitHub, type Repository, startGitHub } from "../../world/github.ts";
import { runContext } from "../../world/run-context.ts";

let github: GitHub;
let repository: Repository;

beforeEach(async () => {
  github = await startGitHub();
  repository = github.createRepository("octo/app", { files: { "README.md": "x\n" } });
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await github.stop();
});

function payloadOf(environment: Record<string, string>): unknown {
  return JSON.parse(readFileSync(environment["GITHUB_EVENT_PATH"] ?? "", "utf8"));
}

it("tells of a pull request", () => {
  const head = repository.commit("work", { files: { a: "a" }, message: "a" });
  const number = repository.openPullRequest({ head: "work", labels: ["agent-pipeline"] });
  const environment = runContext(github, repository, {
    event: "pull_request",
    action: "labeled",
    label: "agent-pipeline",
    pullRequest: number,
    runId: 7,
    attempt: 2,
  });
  expect(environment).toMatchObject({
    GITHUB_REF: "refs/pull/1/merge",
    GITHUB_SHA: repository.commitOf("refs/pull/1/merge"),
    GITHUB_HEAD_REF: "work",
    GITHUB_BASE_REF: "main",
    GITHUB_RUN_ID: "7",
    GITHUB_RUN_ATTEMPT: "2",
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: github.serverUrl,
  });
  expect(payloadOf(environment)).toMatchObject({
    action: "labeled",
    number,
    label: { name: "agent-pipeline" },
    pull_request: {
      number,
      draft: false,
      head: { ref: "work", sha: head, repo: { full_name: "octo/app", fork: false } },
      base: { ref: "main", sha: repository.tip("main"), repo: { full_name: "octo/app" } },
      labels: [{ name: "agent-pipeline" }],
      user: { login: "octocat" },
    },
    repository: { full_name: "octo/app", default_branch: "main", owner: { login: "octo" } },
    sender: { login: "octocat" },
  });
});

it("tells of a push, also of the first of a branch", () => {
  const before = repository.tip("main");
  const after = repository.commit("main", { files: { a: "a" }, message: "Add a" });
  const pushed = runContext(github, repository, { event: "push" });
  expect(pushed).toMatchObject({ GITHUB_REF: "refs/heads/main", GITHUB_SHA: after });
  expect(payloadOf(pushed)).toMatchObject({
    before,
    after,
    created: false,
    forced: false,
    head_commit: { id: after, message: "Add a" },
  });
  const first = { event: "push", before: "0".repeat(40) } as const;
  expect(payloadOf(runContext(github, repository, first))).toMatchObject({ created: true });
});

it("tells of a dispatch, and the API knows the run", async () => {
  const inputs = { task: "a" };
  const event = { event: "workflow_dispatch", inputs, workflow: "agent-ci.yml" } as const;
  const environment = runContext(github, repository, event);
  expect(payloadOf(environment)).toMatchObject({ inputs, ref: "refs/heads/main" });
  const { GITHUB_RUN_ID: id = "" } = environment;
  const answer = await fetch(`${github.url}/repos/octo/app/actions/runs/${id}`, {
    headers: { authorization: `Bearer ${github.token}` },
  });
  expect(await answer.json()).toMatchObject({
    path: ".github/workflows/agent-ci.yml",
    event: "workflow_dispatch",
    head_branch: "main",
    head_sha: repository.tip("main"),
    repository: { full_name: "octo/app" },
  });
  expect(github.violations).toEqual([]);
});

it("has no run for a pull request with conflicts", () => {
  repository.commit("work", { files: { "README.md": "one" }, message: "one" });
  repository.commit("main", { files: { "README.md": "two" }, message: "two" });
  const pullRequest = repository.openPullRequest({ head: "work" });
  const event = { event: "pull_request", pullRequest } as const;
  expect(() => runContext(github, repository, event)).toThrow("conflicts");
});

it("is understood by @actions/github", async () => {
  repository.commit("work", { files: { a: "a" }, message: "a" });
  const pullRequest = repository.openPullRequest({ head: "work" });
  const environment = runContext(github, repository, { event: "pull_request", pullRequest });
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  vi.resetModules();
  const { context } = await import("@actions/github");
  expect(context).toMatchObject({
    eventName: "pull_request",
    issue: { owner: "octo", repo: "app", number: 1 },
  });
});
