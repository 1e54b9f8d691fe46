// agent-ci.yml, run from its file: a pull request with tasks is merged on evidence, whoever wrote them.
import { expect, test } from "vitest";
import { CODE, FIRST_FAILURE, repliesWith, TASK, taskByHand, WRONG_CODE } from "./celsius.ts";
import { openShops } from "./shop.ts";

const openShop = openShops();

const CI = "agent-ci.yml";
const GREEN = { discover: "success", [`verify (${TASK})`]: "success", "merge-gate": "success" };
const ours = { labels: ["agent-pipeline"] };

test("a task that a person wrote is merged when it is proven", async () => {
  const shop = await openShop(repliesWith(CODE));
  const number = shop.openPullRequest("by-hand", taskByHand(CODE), ours);
  const head = shop.tip("by-hand");

  const runs = await shop.happens({ kind: "pull_request", number, action: "opened" });

  expect(Object.keys(runs)).toEqual([CI]);
  expect(runs[CI]).toMatchObject({ exitCode: 0, jobs: GREEN });
  expect(shop.repository.git("rev-parse", "main^2")).toBe(head);
  expect(shop.gateStatus(head)).toBe("success");
});

test("and without the label it is proven, and left to people", async () => {
  const shop = await openShop(repliesWith(CODE));
  const number = shop.openPullRequest("by-hand", taskByHand(CODE));

  const { [CI]: run } = await shop.happens({ kind: "pull_request", number, action: "opened" });

  expect(run).toMatchObject({ exitCode: 0, jobs: GREEN });
  expect(shop.gateStatus(shop.tip("by-hand"))).toBe("success");
  expect(shop.repository.pullRequest(number).merged).toBe(false);
});

test("one task of two fails: red, nothing merged, and the other one was verified all the same", async () => {
  const shop = await openShop(repliesWith(CODE));
  const files = { ...taskByHand(WRONG_CODE), ...renamed(taskByHand(CODE), "celsius_v2") };
  const number = shop.openPullRequest("by-hand", files, ours);
  const head = shop.tip("by-hand");
  const main = shop.tip("main");

  const { [CI]: run } = await shop.happens({ kind: "pull_request", number, action: "synchronize" });

  expect(run).toMatchObject({
    exitCode: 1,
    jobs: { ...GREEN, [`verify (${TASK})`]: "failure", "verify (celsius_v2)": "success" },
  });
  expect(run?.summary).toContain(FIRST_FAILURE);
  expect(shop.gateStatus(head)).toBe("failure");
  expect(shop.tip("main")).toBe(main);
});

test("a pull request without a task: verify is skipped, the run is green, and nothing is merged", async () => {
  const shop = await openShop(repliesWith(CODE));
  const number = shop.openPullRequest("tools", { ".github/workflows/agent-ci.yml": "# ours\n" });

  const { [CI]: run } = await shop.happens({ kind: "pull_request", number, action: "opened" });

  expect(run).toMatchObject({
    exitCode: 0,
    jobs: { discover: "success", verify: "skipped", "merge-gate": "success" },
  });
  expect(run?.outputs["discover"]).toMatchObject({
    "has-tasks": "false",
    matrix: '{"include":[]}',
  });
  expect(shop.gateStatus(shop.tip("tools"))).toBe("success");
  expect(shop.repository.pullRequest(number).merged).toBe(false);
});

test("a change of neither tasks nor this workflow starts nothing", async () => {
  const shop = await openShop(repliesWith(CODE));
  const number = shop.openPullRequest("docs", { "docs/generated/x.md": "x\n" });

  expect(await shop.happens({ kind: "pull_request", number, action: "opened" })).toEqual({});
});

test("a dispatch on a branch verifies what it changes, and some tests are no proof", async () => {
  const shop = await openShop(repliesWith(CODE));
  const number = shop.openPullRequest("by-hand", taskByHand(CODE), ours);
  const dispatch = (inputs: Record<string, string>) => shop.dispatch(CI, "by-hand", inputs);

  expect(await dispatch({ "max-tests": "2" })).toMatchObject({ exitCode: 0, jobs: GREEN });
  expect(shop.repository.pullRequest(number).merged).toBe(false);

  expect(await dispatch({})).toMatchObject({ exitCode: 0, jobs: GREEN });
  expect(shop.repository.pullRequest(number).merged).toBe(true);
});

function renamed(files: Readonly<Record<string, string>>, task: string): Record<string, string> {
  const moved: Record<string, string> = {};
  for (const [path, content] of Object.entries(files)) moved[path.replace(TASK, task)] = content;
  return moved;
}
