import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { githubApi } from "../../../../src/github/adapters/api.ts";
import {
  githubWorkflowDispatches,
  githubWorkflowRuns,
} from "../../../../src/github/adapters/workflow-runs.ts";
import type { DispatchOutcome, WorkflowDispatches } from "../../../../src/github/workflow-runs.ts";
import { type GitHub, type Repository, startGitHub } from "../../../../world/github.ts";

const HERE = { owner: "octo", repo: "app" };
const DISPATCHED =
  "on: { workflow_dispatch: { inputs: { task: {}, pull-request: {}, kind: { required: true } } } }\n";

let github: GitHub;
let repository: Repository;
let dispatches: WorkflowDispatches;

beforeEach(async () => {
  github = await startGitHub();
  repository = github.createRepository("octo/app", {
    files: {
      ".github/workflows/agent-pipeline.yml": DISPATCHED,
      ".github/workflows/by-push.yml": "on: push\n",
    },
  });
  dispatches = githubWorkflowDispatches(githubApi(github.token, github.url), HERE);
});
afterEach(async () => {
  await github.stop();
  if (github.violations.length > 0) throw new Error(github.violations.join("\n"));
});

const start = (workflow: string, inputs: Record<string, string> = {}): Promise<DispatchOutcome> =>
  dispatches.start({ workflow, ref: "main", inputs });

test("a run that is started is named", async () => {
  const outcome = await start("agent-pipeline.yml", { kind: "x", task: "price" });
  const [recorded] = github.dispatches;
  const id = String(recorded?.runId);
  expect(outcome).toEqual({
    kind: "started",
    run: { id, url: `${github.serverUrl}/octo/app/actions/runs/${id}` },
  });
  expect(recorded).toMatchObject({ workflow: "agent-pipeline.yml", inputs: { task: "price" } });
});

test("a server that starts a run and names none is believed", async () => {
  const path = /dispatches$/;
  github.failNext({ method: "POST", path, status: 204, isLate: true, body: null });
  expect(await start("agent-pipeline.yml", { kind: "x" })).toEqual({ kind: "started", run: null });
  expect(github.dispatches).toHaveLength(1);
});

const saying = (text: string): unknown => expect.stringContaining(text);

interface Refusal {
  readonly when: string;
  readonly given?: () => void;
  readonly workflow?: string;
  readonly inputs?: Record<string, string>;
  readonly expected: object;
}

describe("GitHub starts nothing", () => {
  test.each<Refusal>([
    {
      when: "the workflow does not declare an input",
      inputs: { kind: "x", "feedback-run-id": "7" },
      expected: { kind: "undeclared", inputs: ["feedback-run-id"] },
    },
    {
      when: "the workflow demands an input",
      expected: {
        kind: "refused",
        status: 422,
        message: saying("Required input 'kind' not provided"),
      },
    },
    {
      when: "the workflow has no such trigger",
      workflow: "by-push.yml",
      expected: {
        kind: "refused",
        status: 422,
        message: saying("'workflow_dispatch' trigger"),
      },
    },
    {
      when: "there is no such workflow",
      workflow: "absent.yml",
      expected: {
        kind: "refused",
        status: 404,
        message: saying("Not Found"),
      },
    },
    {
      when: "the token may not",
      given: () => github.withhold("actions", "write"),
      inputs: { kind: "x" },
      expected: {
        kind: "refused",
        status: 403,
        message: saying("not accessible by integration"),
      },
    },
  ])("when $when", async ({ given, workflow = "agent-pipeline.yml", inputs, expected }) => {
    given?.();
    expect(await start(workflow, inputs)).toEqual(expected);
    expect(github.dispatches).toEqual([]);
  });

  test.each([
    { status: 500, body: { message: "Server Error" } },
    { status: 403, body: { message: "API rate limit exceeded" } },
  ])("and a later try may do, when it answers $status $body.message", async (fault) => {
    github.failNext({ method: "POST", path: /dispatches$/, times: 9, ...fault });
    const path = start("agent-pipeline.yml", { kind: "x" });
    await expect(path).rejects.toMatchObject({ code: "SERVICE_UNAVAILABLE" });
  });
});

const record = (id: number, createdAt: string, actor = "github-actions[bot]"): void =>
  github.runs.record({
    id,
    repository,
    event: "workflow_dispatch",
    headBranch: "main",
    headSha: repository.tip("main") ?? "",
    workflow: ".github/workflows/agent-pipeline.yml",
    attempt: 1,
    actor,
    status: "queued",
    conclusion: null,
    createdAt,
  });

const since = (workflow: string) => dispatches.firstSince(workflow, "2026-03-01T12:00:00Z");

describe("the first run since a moment", () => {
  test("is none that was started before, by a person, or of another workflow", async () => {
    record(1, "2026-03-01T11:59:59Z");
    record(2, "2026-03-01T12:00:01Z", "octocat");
    expect(await since("agent-pipeline.yml")).toBeNull();
    expect(await since("absent.yml")).toBeNull();
  });

  test("is the first that a bot started, and says whether it is over", async () => {
    record(1, "2026-03-01T12:00:00Z");
    record(2, "2026-03-01T12:00:05Z");
    expect(await since("agent-pipeline.yml")).toMatchObject({ id: "1", isOver: false });
    github.runs.end(1);
    expect(await since("agent-pipeline.yml")).toMatchObject({ id: "1", isOver: true });
    const runs = githubWorkflowRuns(githubApi(github.token, github.url), HERE);
    expect(await runs.get("1")).toMatchObject({ isOver: true });
    expect(await runs.get("2")).toMatchObject({ isOver: false });
  });
});
