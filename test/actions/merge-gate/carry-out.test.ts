import { expect, test } from "vitest";
import { carryOut } from "../../../actions/merge-gate/carry-out.ts";
import type { PullRequestFacts } from "../../../actions/merge-gate/decide.ts";
import { outputsOf } from "../../../actions/merge-gate/outputs.ts";
import { openRepository } from "../../../src/git/adapters/repository.ts";
import { githubApi } from "../../../src/github/adapters/api.ts";
import {
  githubPullRequests,
  githubStatuses,
  githubStickyComments,
} from "../../../src/github/adapters/pull-requests.ts";
import {
  githubWorkflowDispatches,
  githubWorkflowRuns,
} from "../../../src/github/adapters/workflow-runs.ts";
import type { Decision } from "../../../src/handover/decision.ts";
import { headingOf, nameOf } from "../../../src/handover/subject.ts";
import { statusJournals } from "../../../src/next-runs/adapters/journals.ts";
import { actionsLog } from "../../../src/runner/adapters/action.ts";
import { GateWorld } from "./gate-world.ts";

// A head that no pull request stands for is decided about and told of like any other; it cannot be merged by number.
const head = "a".repeat(40);
const facts: PullRequestFacts = {
  isOpen: true,
  isMerged: false,
  isFork: false,
  isDraft: false,
  isOurs: true,
  head,
  verifiedHeads: [head],
  isGiven: false,
  concernsPipeline: true,
  outOfScope: [],
  tasks: [],
  unbuiltStories: [],
  conflicts: [],
  checks: [],
  refusal: null,
};
const merge: Decision = {
  kind: "merge",
  reasons: [],
  status: { state: "success", description: "1 task proven" },
};

test("without a pull request the head gets its status, and nothing is merged or commented on", async () => {
  const world = await GateWorld.startWithGit();
  const { github, repository } = world;
  const api = githubApi(github.token, github.url);
  const here = { owner: repository.owner, repo: repository.name.split("/")[1] ?? "" };
  const remote = { url: `file://${repository.path}`, serverUrl: "", token: "" };
  const tip = repository.git("rev-parse", "main");

  const result = await carryOut(
    {
      gathered: {
        facts: { ...facts, head: tip },
        pullRequest: null,
        proven: { inputs: new Map(), evidence: [], stories: new Map(), isWhole: false },
        seen: null,
      },
      decision: merge,
      next: null,
    },
    {
      mode: "merge",
      "merge-method": "merge",
      "delete-branch": "own",
      "dry-run": false,
      "budget-usd": 1,
      "retry-workflow": "",
      "reverify-workflow": "",
    },
    {
      repository: openRepository(remote, github.folder),
      pullRequests: githubPullRequests(api, here),
      comments: githubStickyComments(api, here),
      statuses: githubStatuses(api, here, "https://example.com/run"),
      log: actionsLog,
      runUrl: "https://example.com/run",
      urlOfFile: (_, path) => `https://example.com/${path}`,
      journals: statusJournals(api, here, "https://example.com/run"),
      runs: githubWorkflowRuns(api, here),
      dispatches: githubWorkflowDispatches(api, here),
      queue: null,
      runId: "1",
      workflow: "agent-ci.yml",
      defaultBranch: "main",
      urlOfRun: (id) => `https://example.com/${id}`,
    },
  );

  expect(result).toEqual({
    kind: "settled",
    settled: {
      decision: merge,
      next: null,
      title: null,
      tasks: [],
      base: null,
      mergeSha: null,
      readBack: [],
      failedTasks: [],
    },
  });
  expect(world.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
    `POST /repos/${repository.name}/statuses/${tip}`,
  ]);
  expect(repository.statuses(tip)[0]).toMatchObject({ state: "success" });
  world.stop();
});

test("outputs name decisions by pull request, and a single one whatever it is about", () => {
  const settled = {
    decision: merge,
    next: null,
    title: null,
    took: { start: 0, seconds: 1 },
    tasks: [],
    base: null,
    mergeSha: null,
    readBack: [],
    failedTasks: [],
  };
  const [numbered, bare] = [
    { head, pullRequest: 7, ...settled },
    { head, pullRequest: null, ...settled },
  ];
  expect(outputsOf([numbered], true).decisions).toBe('{"7":{"decision":"merge","reasons":[]}}');
  expect(outputsOf([bare], true)).toMatchObject({
    decisions: `{"group:${head}":{"decision":"merge","reasons":[]}}`,
    decision: "merge",
  });
  expect([numbered, bare].map(nameOf)).toEqual(["#7", "merge group aaaaaaaaaa"]);
  expect([numbered, bare].map(headingOf)).toEqual(["Pull request #7", "Merge group aaaaaaaaaa"]);
});
