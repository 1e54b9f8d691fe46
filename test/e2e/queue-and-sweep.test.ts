// What comes after a decision without a person at the keyboard, run from the workflow files: a merge queue, a review, a
// sweep, and an attempt that comes to nothing.
import { expect, test } from "vitest";
import { CODE, repliesWith, STORY, STORY_PATH, taskByHand, WRONG_CODE } from "./celsius.ts";
import { openShops, type Shop } from "./shop.ts";

const openShop = openShops();

const CI = "agent-ci.yml";
const ours = { labels: ["agent-pipeline"] };

/** What the queue builds of main and a pull request, and what agent-ci says to it. */
async function grouped(shop: Shop, code: string) {
  const number = shop.openPullRequest("by-hand", taskByHand(code), ours);
  const base = shop.tip("main");
  const branch = `gh-readonly-queue/main/pr-${number}-${base}`;
  const files = taskByHand(code);
  shop.repository.commit(branch, {
    from: "main",
    files,
    message: `Merge pull request #${number} from x`,
  });
  const { [CI]: run } = await shop.happens({ kind: "merge_group", branch, base });
  return { number, run, head: shop.tip(branch), base };
}

test("a group of a merge queue that is proven is green, and GitHub's to merge", async () => {
  const shop = await openShop(repliesWith(CODE));
  const { run, head, base } = await grouped(shop, CODE);
  expect(run).toMatchObject({ exitCode: 0, jobs: { "merge-gate": "success" } });
  expect(shop.gateStatus(head)).toBe("success");
  expect(shop.tip("main")).toBe(base);
});

test("one that is refuted is red, and its pull request is told", async () => {
  const shop = await openShop(repliesWith(CODE));
  const { run, head, number } = await grouped(shop, WRONG_CODE);
  expect(run).toMatchObject({ exitCode: 1, jobs: { "merge-gate": "failure" } });
  expect(shop.gateStatus(head)).toBe("failure");
  const { comments, labels } = shop.repository.pullRequest(number);
  expect(comments[0]?.body).toContain("Gate: merge queue");
  expect(labels).toContain("needs-human");
});

test("an approving review wakes what waited for it", async () => {
  const shop = await openShop(repliesWith(CODE));
  const number = shop.openPullRequest("by-hand", taskByHand(CODE), ours);
  const message = "At least 1 approving review is required by reviewers with write access.";
  shop.github.failNext({ method: "PUT", path: /\/merge$/, status: 405, body: { message } });
  await shop.happens({ kind: "pull_request", number, action: "opened" });
  expect(shop.repository.pullRequest(number).merged).toBe(false);
  expect(shop.gateStatus(shop.tip("by-hand"))).toBe("success");

  const review = { kind: "pull_request_review", number } as const;
  const { [CI]: other } = await shop.happens({ ...review, state: "commented" });
  expect(other).toMatchObject({ jobs: { discover: "skipped" } });
  await shop.happens({ ...review, state: "approved" });
  expect(shop.repository.pullRequest(number).merged).toBe(true);
});

test("a pull request whose run was lost is found by the sweep, verified and merged", async () => {
  const shop = await openShop(repliesWith(CODE));
  const number = shop.openPullRequest("by-hand", taskByHand(CODE), ours);
  const looked = await shop.dispatch("agent-sweep.yml", "main", { "dry-run": "true" });
  expect(looked).toMatchObject({ exitCode: 0 });
  expect(await shop.runDispatched()).toEqual([]);
  const swept = await shop.dispatch("agent-sweep.yml", "main", { "dry-run": "false" });
  expect(swept).toMatchObject({ exitCode: 0, jobs: { sweep: "success" } });
  expect(await shop.runDispatched()).toHaveLength(1);
  expect(shop.repository.pullRequest(number).merged).toBe(true);
});

test("an attempt that was started and comes to nothing ends with a person, on its pull request", async () => {
  const shop = await openShop(repliesWith(WRONG_CODE));
  const number = shop.openPullRequest("celsius", { [STORY_PATH]: STORY });
  await shop.happens({ kind: "pull_request", number, action: "opened" });
  const refuted = shop.tip("celsius");

  // The key was taken back between the two attempts.
  shop.secrets = { OPENAI_API_KEY: "sk-a-key-that-was-taken-back" };
  const [attempt] = await shop.runDispatched();
  expect(attempt).toMatchObject({
    jobs: { generate: "failure", discover: "success", verify: "skipped", "merge-gate": "failure" },
  });
  expect(shop.tip("celsius")).toBe(refuted);
  expect(shop.gateStatus(refuted)).toBe("failure");
  const { labels, comments } = shop.repository.pullRequest(number);
  expect(labels).toContain("needs-human");
  const said = comments[0]?.body;
  expect(said).toContain("Not generated");
  // The reason, and the next step.
  expect(said).toContain("HTTP 401");
  expect(said).toContain("dispatch agent-pipeline with `task` and `pull-request`");
  expect(await shop.runDispatched()).toEqual([]);
});
