// doctor and explain against the stand-in that holds each request and each answer against GitHub's own description of its API.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { handlers } from "../../commands/adapters/handlers.ts";
import { readmeWorkflows } from "../../scripts/tools/readme-workflows.ts";
import { type GitHub, type Repository, startGitHub } from "../../world/github.ts";
import { USUAL_SETTINGS } from "../../world/settings-endpoints.ts";
import type { RunJob } from "../../world/workflow-runs.ts";
import { passedEvidence } from "../support/evidence.ts";
import { zipOf } from "../support/zip.ts";
import { typed } from "./command-line.ts";

let github: GitHub;
let shop: Repository;
let head: string;
const usual = process.env["GH_TOKEN"];

const FILES = Object.fromEntries(
  [...readmeWorkflows()].map(([name, text]) => [`.github/workflows/${name}`, text]),
);
const RUN = 7;
const HEAD_ALONE = {
  check_response_timeout_minutes: 60,
  grouping_strategy: "HEADGREEN",
  max_entries_to_build: 5,
  max_entries_to_merge: 5,
  merge_method: "MERGE",
  min_entries_to_merge: 1,
  min_entries_to_merge_wait_minutes: 5,
};

const JOB: RunJob = {
  id: 70,
  name: "generate",
  conclusion: "failure",
  annotations: [
    { level: "warning", title: "", message: "It took long." },
    { level: "failure", title: "agent-pipeline: b.json", message: "b.json is empty" },
  ],
};

beforeAll(async () => {
  github = await startGitHub();
  shop = github.createRepository("acme/shop", { files: FILES });
  github.createRepository("acme/empty");
  process.env["GH_TOKEN"] = github.token;
  head = shop.tip("main") ?? "";
  shop.addStatus(head, {
    id: 1,
    state: "success",
    context: "agent-pipeline/gate",
    description: "1 task proven",
    targetUrl: null,
    at: "2026-01-01T00:00:00Z",
  });
  const evidence = { ...passedEvidence("shipping_cost"), head };
  github.artifacts.add(
    { runId: RUN, attempt: 1 },
    "evidence-shipping_cost",
    zipOf({ "shipping_cost/evidence.json": JSON.stringify(evidence) }),
  );
});

beforeEach(() => {
  github.dropInterventions();
  github.violations.length = 0;
  Object.assign(shop.settings, USUAL_SETTINGS, {
    allowActionsToCreatePullRequests: true,
    secrets: ["OPENAI_API_KEY"],
    ofOrganization: { secrets: [], variables: {} },
    rules: [{ type: "merge_queue", parameters: { ...HEAD_ALONE, grouping_strategy: "ALLGREEN" } }],
  });
  ended("success");
});

afterAll(async () => {
  if (usual === undefined) delete process.env["GH_TOKEN"];
  else process.env["GH_TOKEN"] = usual;
  await github.stop();
});

function ended(conclusion: string, jobs: readonly RunJob[] = []): void {
  github.runs.record({
    id: RUN,
    repository: shop,
    event: "push",
    headBranch: "main",
    headSha: head,
    workflow: ".github/workflows/agent-pipeline.yml",
    attempt: 1,
    actor: "octocat",
    status: "completed",
    conclusion,
    jobs,
  });
}

function asking(name: string, ...words: string[]): ReturnType<typeof typed> {
  const place = ["-C", "/", "--api-url", github.url, "--token-from", "env"];
  return typed([...words, "-R", name, ...place], handlers);
}

const doctor = (name = "acme/shop") => asking(name, "doctor");
const explain = () => asking("acme/shop", "explain", String(RUN));

/** A queue that asks the last of those that it merges at once. */
/** What GitHub says of what a token may not see: one of these, as the thing and the token are. */
const HIDDEN = [
  { status: 403, body: { message: "Resource not accessible by personal access token" } },
  { status: 404, body: { message: "Not Found" } },
] as const;

describe("doctor asks as GitHub describes its API", () => {
  test("of a repository that lacks nothing", async () => {
    const { exit, out } = await doctor();
    expect(out).toMatch(/^0 missing, 1 unknown, 1 worth a look/m);
    expect(out).toContain("? model gpt-6.2-sol: unknown: whether its server still offers it");
    expect(exit).toBe(3);
    expect(github.violations).toEqual([]);
  });

  test("of one that lacks all, at once, each with its page", async () => {
    Object.assign(shop.settings, {
      allowActionsToCreatePullRequests: false,
      secrets: [],
      actions: { enabled: true, allowed: "selected", patterns: [], allOfGitHub: false },
      ofOrganization: { secrets: ["OTHER"], variables: { AGENT_PIPELINE_MODEL: "old" } },
      rules: [
        { type: "required_signatures" },
        { type: "required_status_checks", parameters: checks("build") },
        { type: "pull_request", parameters: reviews(2) },
        { type: "merge_queue", parameters: HEAD_ALONE },
      ],
      protection: { required_linear_history: { enabled: true } },
      workflowStates: { ".github/workflows/agent-ci.yml": "disabled_manually" },
    });
    const { exit, out } = await doctor();
    for (const says of [
      "✘ pull requests: turn on",
      "✘ secret OPENAI_API_KEY: is not there",
      "✘ actions: selected actions alone may be used: add org/agent-pipeline@* and actions/create-github-app-token@* to the list",
      "✘ signatures: signed commits are required",
      "✘ merge queue: what a group was refused for",
      '– required check: "build" is required',
      "– reviews: what is proven waits for 2 approvals",
      "– linear history: merge commits are forbidden",
      "✘ .github/workflows/agent-ci.yml: GitHub does not start it (disabled_manually)",
      "? model old: unknown",
    ]) {
      expect(out).toContain(says);
    }
    const withoutPage = out
      .split("\n")
      .filter((line) => line.startsWith("✘") && !line.includes("→"));
    expect(withoutPage).toEqual([]);
    expect(exit).toBe(1);
    expect(github.violations).toEqual([]);
  });

  test("of one that is empty", async () => {
    const { exit, out } = await doctor("acme/empty");
    expect(out).toContain("✘ .github/workflows/agent-pipeline.yml: is not on the default branch");
    expect(exit).toBe(1);
    expect(github.violations).toEqual([]);
  });

  test.each([
    { path: /\/actions\/permissions$/, about: "actions" },
    { path: /\/actions\/permissions\/workflow$/, about: "pull requests" },
    { path: /\/actions\/secrets/, about: "secret OPENAI_API_KEY" },
    { path: /\/actions\/variables/, about: "variable AGENT_PIPELINE_MODEL" },
    { path: /\/actions\/organization-variables/, about: "variable AGENT_PIPELINE_MODEL" },
    { path: /\/labels/, about: "labels" },
    { path: /\/rules\//, about: "rules" },
    { path: /\/protection$/, about: "protection of the branch" },
    { path: /\/actions\/workflows\?/, about: ".github/workflows/agent-ci.yml" },
    { path: /\/git\/ref\//, about: "workflows" },
    { path: /\/git\/ref\//, about: ".github/agent-pipeline.yml" },
    {
      path: /\/actions\/organization-secrets/,
      about: "secret OPENAI_API_KEY",
      given: { secrets: [] },
    },
    {
      path: /\/selected-actions/,
      about: "actions",
      given: { actions: { enabled: true, allowed: "selected", patterns: [] } },
    },
  ])("calls $about unknown where $path is hidden", async ({ path, about, given = {} }) => {
    for (const hidden of HIDDEN) {
      Object.assign(shop.settings, given);
      github.failNext({ method: "GET", path, times: 99, ...hidden });
      const { exit, out } = await doctor();
      github.dropInterventions();
      expect(out).toContain(`? ${about}: unknown: `);
      expect(out).not.toContain(`✔ ${about}:`);
      expect({ status: hidden.status, exit }).toEqual({ status: hidden.status, exit: 3 });
    }
  });

  test("knows that a plan without rules has none", async () => {
    const message = "Upgrade to GitHub Pro or make this repository public to enable this feature.";
    for (const path of [/\/rules\//, /\/protection$/]) {
      github.failNext({ method: "GET", path, status: 403, body: { message } });
    }
    const { out } = await doctor();
    expect(out).toContain("– rules: nobody has to wait for agent-pipeline/gate");
    expect(out).not.toContain("? rules");
  });

  test("takes no refusal for want of patience for a hidden thing", async () => {
    github.failNext({
      method: "GET",
      path: /\/actions\/secrets/,
      status: 403,
      body: { message: "API rate limit exceeded for 203.0.113.7." },
      headers: { "x-ratelimit-remaining": "0" },
    });
    const { exit, error } = await doctor();
    expect(exit).toBe(2);
    expect(error).toContain("GitHub answers no more for a while: API rate limit exceeded");
  });
});

describe("explain asks as GitHub describes its API", () => {
  test("of a run that went well", async () => {
    const { exit, out } = await explain();
    expect(out).toContain(`agent-pipeline/gate on ${head.slice(0, 7)}: success, 1 task proven`);
    expect(out).toContain("✔ shipping_cost: passed");
    expect(exit).toBe(0);
    expect(github.violations).toEqual([]);
  });

  test("of one with a job that failed", async () => {
    ended("failure", [JOB]);
    const { exit, out } = await explain();
    expect(out).toContain("✘ the job generate failed: ");
    expect(out).toContain("- agent-pipeline: b.json: b.json is empty");
    expect(out).not.toContain("It took long.");
    expect(exit).toBe(1);
    expect(github.violations).toEqual([]);
  });

  test.each([
    { path: /\/jobs\?/, what: "its jobs" },
    { path: /\/status$/, what: "what the gate posted" },
  ])("calls unknown what it may not see: $what", async ({ path, what }) => {
    for (const hidden of HIDDEN) {
      github.failNext({ method: "GET", path, times: 99, ...hidden });
      const { exit, out } = await explain();
      github.dropInterventions();
      expect(out).toContain(`? unknown: this token may not see ${what} (`);
      expect(out).toContain("✔ shipping_cost: passed");
      expect({ status: hidden.status, exit }).toEqual({ status: hidden.status, exit: 3 });
    }
  });

  test("of a job whose words are hidden says that they are", async () => {
    ended("failure", [JOB]);
    github.failNext({ method: "GET", path: /\/annotations/, ...HIDDEN[0] });
    const { exit, out } = await explain();
    expect(out).toContain("? unknown: this token may not see what the job generate said (");
    expect(exit).toBe(1);
  });

  test.each([
    { path: /\/runs\/7$/, says: "read the run 7" },
    { path: /\/artifacts\?/, says: "list the artifacts of the run" },
    { path: /\/artifacts\/1\/zip$/, says: "download the artifact evidence-shipping_cost" },
  ])("cannot answer without $says", async ({ path, says }) => {
    for (const hidden of HIDDEN) {
      github.failNext({ method: "GET", path, times: 99, ...hidden });
      const { exit, error } = await explain();
      github.dropInterventions();
      expect(error).toContain(says);
      expect({ status: hidden.status, exit }).toEqual({ status: hidden.status, exit: 2 });
    }
  });
});

function checks(context: string): object {
  return {
    required_status_checks: [{ context }],
    strict_required_status_checks_policy: false,
  };
}

function reviews(count: number): object {
  return {
    required_approving_review_count: count,
    dismiss_stale_reviews_on_push: false,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_review_thread_resolution: false,
  };
}
