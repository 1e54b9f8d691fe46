// What the config waits for, as GitHub reports it on the head.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BundleResult } from "../../../world/bundle.ts";
import { codesOf, decisionOf, GateWorld, type Proposal, taskFiles } from "./gate-world.ts";

const BOT = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.start({
    ".github/agent-pipeline.yml": "required-checks: [lint, tests.yml]\n",
    ".github/workflows/tests.yml": "on: [push, pull_request]\n",
  });
});
afterEach(() => world.stop());

/** A proven pull request, pushed by somebody. */
async function proposed(by?: string, labels = ["agent-pipeline"]): Promise<Proposal> {
  const files = Object.fromEntries(
    Object.entries(taskFiles("price")).flatMap(([path, text]) =>
      text === null ? [] : [[path, text]],
    ),
  );
  world.repository.commit("feature", { files, message: "Make it", ...(by && { by }) });
  const number = world.repository.openPullRequest({ head: "feature", labels });
  const proposal = { number, branch: "feature", commits: world.commitsOf("feature") };
  await world.prove(proposal, "price");
  return proposal;
}

const gate = (proposal: Proposal, inputs: Record<string, string> = {}): Promise<BundleResult> =>
  world.gate([[proposal, "price"]], { inputs, event: { workflow: "agent-ci.yml" } });

let statuses = 0;

function post({ commits }: Proposal, state: "success" | "pending" | "failure"): void {
  const id = ++statuses;
  const at = "2026-01-01T00:00:00Z";
  const status = { id, state, context: "lint", description: null, targetUrl: null, at };
  world.repository.addStatus(commits.head, status);
}

function report({ commits }: Proposal, conclusion: string | null): void {
  world.github.runs.record({
    id: world.github.runs.nextId(),
    repository: world.repository,
    event: "pull_request",
    headBranch: "feature",
    headSha: commits.head,
    workflow: ".github/workflows/tests.yml",
    attempt: 1,
    actor: "octocat",
    status: conclusion === null ? "in_progress" : "completed",
    conclusion,
  });
}

interface Row {
  readonly lint: "success" | "pending" | "failure" | "absent";
  /** null: it runs. */
  readonly tests: string | null;
  readonly decision: string;
  readonly status: string;
  readonly codes: readonly string[];
}

describe("a proven pull request", () => {
  test.each<Row>([
    { lint: "success", tests: "success", decision: "merge", status: "success", codes: [] },
    ...(["pending", "absent"] as const).map((lint) => ({
      lint,
      tests: "success",
      decision: "wait",
      status: "pending",
      codes: ["checks_pending"],
    })),
    {
      lint: "pending",
      tests: null,
      decision: "wait",
      status: "pending",
      codes: ["checks_pending", "checks_pending"],
    },
    {
      lint: "pending",
      tests: "cancelled",
      decision: "hold",
      status: "failure",
      codes: ["check_failed", "checks_pending"],
    },
    {
      lint: "failure",
      tests: "success",
      decision: "hold",
      status: "failure",
      codes: ["check_failed"],
    },
    {
      lint: "success",
      tests: "action_required",
      decision: "hold",
      status: "failure",
      codes: ["check_not_started"],
    },
  ])("with lint $lint and tests $tests: $decision", async (row) => {
    const proposal = await proposed();
    if (row.lint !== "absent") post(proposal, row.lint);
    report(proposal, row.tests);
    const result = await gate(proposal);
    expect(decisionOf(result, proposal).decision).toBe(row.decision);
    expect(codesOf(result, proposal)).toEqual(row.codes);
    expect(world.statusOf(proposal)).toBe(row.status);
    expect(world.repository.pullRequest(proposal.number).merged).toBe(row.decision === "merge");
    expect(result.exitCode).toBe(row.decision === "hold" ? 1 : 0);
  });

  test("is merged by the next run, once its checks are green", async () => {
    const proposal = await proposed();
    post(proposal, "pending");
    report(proposal, "success");
    expect(decisionOf(await gate(proposal), proposal).decision).toBe("wait");
    post(proposal, "success");
    expect(decisionOf(await gate(proposal), proposal).decision).toBe("merge");
  });

  test.each([
    { by: "generate", committer: BOT, decision: "hold", code: "check_not_started" },
    { by: "a person", committer: undefined, decision: "wait", code: "checks_pending" },
  ])("pushed by $by, without any run: $decision", async ({ committer, decision, code }) => {
    const proposal = await proposed(committer);
    post(proposal, "success");
    const result = await gate(proposal);
    expect(decisionOf(result, proposal).decision).toBe(decision);
    expect(codesOf(result, proposal)).toEqual([code]);
    const { labels } = world.repository.pullRequest(proposal.number);
    expect(labels.includes("needs-human")).toBe(decision === "hold");
  });

  test("is merged although a run on another head failed", async () => {
    const proposal = await proposed();
    post(proposal, "success");
    report(
      { ...proposal, commits: { ...proposal.commits, head: proposal.commits.base } },
      "failure",
    );
    report(proposal, "success");
    expect(decisionOf(await gate(proposal), proposal).decision).toBe("merge");
  });
});

test("a review wakes what waits for one", async () => {
  const proposal = await proposed();
  post(proposal, "success");
  report(proposal, "success");
  world.github.failNext({
    method: "PUT",
    path: /\/merge$/,
    status: 405,
    body: {
      message: "At least 1 approving review is required by reviewers with write access.",
    },
  });
  expect(codesOf(await gate(proposal), proposal)).toEqual(["review_missing"]);
  const event = { event: "pull_request_review", workflow: "agent-ci.yml" } as const;
  const result = await world.gate([[proposal, "price"]], {
    event: { ...event, pullRequest: proposal.number },
  });
  expect(decisionOf(result, proposal).decision).toBe("merge");
});

const questions = (): string[] =>
  world.calls
    .filter(({ path }) => /\/status(?:\?|$)|\/tests\.yml\/runs/.test(path))
    .map(({ path }) => path.replace(/\?.*/, "").split("/").at(-1) ?? "");

describe("GitHub is asked about checks", () => {
  test("once for the statuses, and once for each workflow", async () => {
    const proposal = await proposed();
    post(proposal, "success");
    report(proposal, "success");
    await gate(proposal);
    expect(questions()).toEqual(["status", "runs"]);
  });

  test.each([
    { when: "the gate only posts", inputs: { mode: "status-only" } },
    { when: "the label is not there", labels: [] },
  ])("never where $when", async ({ inputs = {}, labels }) => {
    const proposal = await proposed(undefined, labels);
    expect(decisionOf(await gate(proposal, inputs), proposal).decision).toBe("nothing");
    expect(world.statusOf(proposal)).toBe("success");
    expect(questions()).toEqual([]);
  });
});

test("a config that waits for the workflow of the gate is refused", async () => {
  const proposal = await proposed();
  const result = await world.gate([[proposal, "price"]], { event: { workflow: "tests.yml" } });
  expect(result.exitCode).toBe(1);
  expect(result.annotations.map(({ message }) => message).join()).toContain("wait for itself");
  expect(world.repository.pullRequest(proposal.number).merged).toBe(false);
});
