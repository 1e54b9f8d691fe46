// What README.md tells a user to copy, run as it stands there.
import { expect, test } from "vitest";
import { readmeWorkflows } from "../../scripts/tools/readme-workflows.ts";
import { CODE, repliesWith, STORY, STORY_PATH, TASK, taskByHand, WRONG_CODE } from "./celsius.ts";
import { openShops } from "./shop.ts";

const openShop = openShops();
const shown = readmeWorkflows();

function workflow(name: string): string {
  const content = shown.get(name);
  if (content === undefined) throw new Error(`README.md does not show ${name}`);
  return content;
}

const PIPELINE = workflow("agent-pipeline.yml");
const CI = workflow("agent-ci.yml");
const JOBS = { discover: "success", [`verify (${TASK})`]: "success", "merge-gate": "success" };
const ours = { labels: ["agent-pipeline"] };

test("shows three workflows", () => {
  expect([...shown.keys()]).toEqual(["agent-pipeline.yml", "agent-ci.yml", "agent-sweep.yml"]);
});

test("agent-pipeline.yml: a story in a pull request becomes code and is merged", async () => {
  const shop = await openShop(repliesWith(CODE));
  const number = shop.openPullRequest("celsius", { [STORY_PATH]: STORY });
  const run = await shop.runOwn(PIPELINE, { kind: "pull_request", number, action: "opened" });
  expect(run).toMatchObject({ exitCode: 0, jobs: { generate: "success", ...JOBS } });
  expect(shop.repository.pullRequest(number).merged).toBe(true);
});

test("agent-pipeline.yml: a dispatch makes another attempt in the pull request that it names", async () => {
  const wrong = await openShop(repliesWith(WRONG_CODE));
  const number = wrong.openPullRequest("celsius", { [STORY_PATH]: STORY });
  const red = await wrong.runOwn(PIPELINE, { kind: "pull_request", number, action: "opened" });
  expect(red).toMatchObject({ exitCode: 1, jobs: { [`verify (${TASK})`]: "failure" } });
  const first = wrong.tip("celsius");

  const again = await wrong.runOwn(PIPELINE, {
    kind: "workflow_dispatch",
    branch: "main",
    inputs: { task: TASK, "pull-request": String(number) },
  });

  expect(again).toMatchObject({ exitCode: 1, jobs: { generate: "success" } });
  expect(wrong.repository.git("rev-parse", "celsius^")).toBe(first);
  expect(wrong.read("celsius", `generated/${TASK}/meta/manifest.json`)).toContain('"number": 2');
  expect(wrong.repository.pullRequest(number).merged).toBe(false);
});

test("agent-ci.yml: a task that a person wrote is proven and merged", async () => {
  const shop = await openShop(repliesWith(CODE));
  const number = shop.openPullRequest("by-hand", taskByHand(CODE), ours);
  const run = await shop.runOwn(CI, { kind: "pull_request", number, action: "opened" });
  expect(run).toMatchObject({ exitCode: 0, jobs: JOBS });
  expect(shop.repository.pullRequest(number).merged).toBe(true);
});

test("agent-ci.yml: a dispatch with a task finds the pull request that holds it", async () => {
  const shop = await openShop(repliesWith(CODE));
  const number = shop.openPullRequest("by-hand", taskByHand(CODE), ours);
  const run = await shop.runOwn(CI, {
    kind: "workflow_dispatch",
    branch: "main",
    inputs: { task: TASK },
  });
  expect(run).toMatchObject({ exitCode: 0, jobs: JOBS });
  expect(shop.repository.pullRequest(number).merged).toBe(true);
});
