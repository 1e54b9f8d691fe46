// agent-pipeline.yml, run from its file: a story goes in, and what happens to main is what was proven.
import { expect, test } from "vitest";
import { filesInZip } from "../../src/evidence/adapters/zip.ts";
import { Timings } from "../../src/handover/timings.ts";
import {
  CODE,
  FIRST_FAILURE,
  repliesWith,
  STORY,
  STORY_PATH,
  TASK,
  TESTS,
  WRONG_CODE,
} from "./celsius.ts";
import type { WorkflowRun } from "./engine/run-workflow.ts";
import { openShopApart, openShops, type Shop } from "./shop.ts";

const openShop = openShops();

const PIPELINE = "agent-pipeline.yml";
const ALL_GREEN = {
  generate: "success",
  discover: "success",
  [`verify (${TASK})`]: "success",
  "merge-gate": "success",
  report: "success",
};

test("a story in a pull request: its own branch gets the code, and is merged on evidence", async () => {
  const shop = await openShop(repliesWith(CODE));
  const number = shop.openPullRequest("celsius", { [STORY_PATH]: STORY });
  const opened = shop.tip("celsius");

  const runs = await shop.happens({ kind: "pull_request", number, action: "opened" });

  expect(Object.keys(runs)).toEqual([PIPELINE]);
  expect(runs[PIPELINE]).toMatchObject({ exitCode: 0, jobs: ALL_GREEN });
  const head = provenHead(runs[PIPELINE]);
  expect(shop.repository.pullRequest(number)).toMatchObject({ merged: true, head: { sha: head } });
  expect(shop.repository.git("rev-parse", "main^2")).toBe(head);
  expect(shop.repository.git("rev-parse", `${head}~1`), "a plain commit on top").toBe(opened);
  expect(shop.gateStatus(head)).toBe("success");
  expect(shop.read("main", `generated/${TASK}/src/celsius.py`)).toBe(CODE.trimEnd());
  expect(shop.read("main", `generated/${TASK}/tests/test_story.py`)).toBe(TESTS.trimEnd());
  expect(shop.read("main", `generated/${TASK}/meta/story.json`)).toBe(STORY.trimEnd());
  expect(shop.repository.tip("celsius"), "a person's branch stays").toBe(head);
  reported(shop, runs[PIPELINE]);
});

/** What a run of the chain leaves for people and for other tools. */
function reported(shop: Shop, run: WorkflowRun | undefined): void {
  const artifacts = shop.github.artifacts.ofRun(run?.id ?? 0);
  expect(artifacts.map(({ name }) => name).toSorted()).toEqual([
    "decisions",
    `evidence-${TASK}`,
    "generated",
    "report-files",
    "report.html",
    "transcripts",
  ]);
  const page = artifacts.find(({ name }) => name === "report.html");
  const generated = artifacts.find(({ name }) => name === "generated");
  const limits = { entries: 10, fileBytes: 1e6, allBytes: 1e7 };
  const content = shop.github.artifacts.content(generated?.id ?? 0);
  const timings = filesInZip(content, ["timings.json"], limits).get("timings.json");
  const { spans } = Timings.parse(JSON.parse(String(timings)));
  expect(spans.map((span) => span.what === "question" && span.stage)).toEqual(
    expect.arrayContaining(["design", "code", "tests"]),
  );
  const address = `/actions/runs/${run?.id}/artifacts/${page?.id}`;
  expect(run?.outputs["report"]?.["report-url"]).toContain(address);
  // One summary for the run: what is proven is said by the report alone, and at its top.
  expect(run?.summary.split("\n")[0]).toContain(address);
  expect(run?.summary.match(/^## /gmu)).toHaveLength(2);
  const html = shop.github.artifacts.content(page?.id ?? 0).toString();
  for (const said of ["src/celsius.py", "gpt-6.2-sol"]) expect(html).toContain(said);
  expect(run?.outputs["merge-gate"]?.["test-result-sha256"]).toMatch(/^[0-9a-f]{64}$/u);
}

test("a story pushed to main: a branch and a pull request of its own, merged and tidied up", async () => {
  const shop = await openShop(repliesWith(CODE));
  const push = shop.pushToMain({ [STORY_PATH]: STORY });
  const pushed = shop.tip("main");

  const runs = await shop.happens(push);

  expect(Object.keys(runs)).toEqual([PIPELINE]);
  expect(runs[PIPELINE]).toMatchObject({ exitCode: 0, jobs: ALL_GREEN });
  const head = provenHead(runs[PIPELINE]);
  expect(shop.repository.pullRequests()).toMatchObject([
    { merged: true, head: { branch: `task/${TASK}`, sha: head }, labels: ["agent-pipeline"] },
  ]);
  expect(shop.repository.git("rev-parse", "main^1", "main^2").split("\n")).toEqual([pushed, head]);
  expect(shop.read("main", `generated/${TASK}/src/celsius.py`)).toBe(CODE.trimEnd());
  expect(shop.repository.tip(`task/${TASK}`)).toBeNull();
});

test("one story of two is not valid JSON: the run is red and names it, and the other one is merged", async () => {
  const shop = await openShop(repliesWith(CODE));
  const broken = "meta/stories/broken.json";
  const push = shop.pushToMain({ [STORY_PATH]: STORY, [broken]: "{" });

  const { [PIPELINE]: run } = await shop.happens(push);

  expect(run).toMatchObject({ exitCode: 1, jobs: { ...ALL_GREEN, generate: "failure" } });
  const errors = run?.annotations.filter(({ level }) => level === "error") ?? [];
  expect(errors.map(({ file }) => file)).toContain(broken);
  expect(shop.read("main", `generated/${TASK}/src/celsius.py`)).toBe(CODE.trimEnd());
});

test("code that its tests refute: red, not merged, and the run says which test and where to look", async () => {
  const shop = await openShop(repliesWith(WRONG_CODE));
  const number = shop.openPullRequest("celsius", { [STORY_PATH]: STORY });
  const main = shop.tip("main");

  const { [PIPELINE]: run } = await shop.happens({
    kind: "pull_request",
    number,
    action: "opened",
  });

  expect(run).toMatchObject({
    exitCode: 1,
    jobs: { ...ALL_GREEN, [`verify (${TASK})`]: "failure" },
  });
  expect(shop.tip("main")).toBe(main);
  expect(shop.repository.pullRequest(number)).toMatchObject({ merged: false, state: "open" });
  expect(shop.gateStatus(shop.tip("celsius"))).toBe("failure");
  expect(run?.summary).toContain(FIRST_FAILURE);
  expect(run?.summary, "a link to the artifacts").toContain(
    `${shop.github.serverUrl}/${shop.repository.name}/actions/runs/${run?.id}`,
  );
  const errors = run?.annotations.filter(({ level }) => level === "error") ?? [];
  expect(errors.map(({ message }) => message).join("\n")).toContain(FIRST_FAILURE);
});

test("a pull request from a fork: green, with a notice that says why nothing is generated", async () => {
  const shop = await openShopApart(repliesWith(CODE));
  const fork = shop.github.createRepository("stranger/fork", { forkOf: shop.repository });
  const number = shop.openPullRequest("celsius", { [STORY_PATH]: STORY }, { fork });

  const { [PIPELINE]: run } = await shop.happens({
    kind: "pull_request",
    number,
    action: "opened",
  });

  expect(run).toMatchObject({
    exitCode: 0,
    jobs: {
      generate: "success",
      discover: "success",
      verify: "skipped",
      "merge-gate": "success",
      report: "success",
    },
  });
  expect(noticesOf(run)).toMatch(/fork/i);
  expect(shop.model.requests).toEqual([]);
  expect(shop.repository.pullRequest(number)).toMatchObject({ merged: false, labels: [] });
  expect(shop.writes()).toEqual([]);
});

test("no key: red, with the hint where to put it, and nothing written", async () => {
  const shop = await openShop(repliesWith(CODE));
  shop.secrets = {};
  const number = shop.openPullRequest("celsius", { [STORY_PATH]: STORY });
  const head = shop.tip("celsius");

  const { [PIPELINE]: run } = await shop.happens({
    kind: "pull_request",
    number,
    action: "opened",
  });

  expect(run).toMatchObject({ exitCode: 1, jobs: { generate: "failure", verify: "skipped" } });
  expect(run?.annotations).toContainEqual(
    expect.objectContaining({
      level: "error",
      message: expect.stringContaining("OPENAI_API_KEY") as unknown,
    }),
  );
  expect(shop.tip("celsius")).toBe(head);
  expect(shop.repository.pullRequest(number).merged).toBe(false);
});

test("a label: only ours is worth a run", async () => {
  const shop = await openShop(repliesWith(CODE));
  const number = shop.openPullRequest("celsius", { [STORY_PATH]: STORY });
  const labeled = { kind: "pull_request", number, action: "labeled" } as const;

  const { [PIPELINE]: other } = await shop.happens({ ...labeled, label: "bug" });
  expect(other).toMatchObject({
    exitCode: 0,
    jobs: {
      generate: "skipped",
      discover: "skipped",
      verify: "skipped",
      "merge-gate": "skipped",
      report: "skipped",
    },
  });
  expect(shop.repository.pullRequest(number).merged).toBe(false);

  const { [PIPELINE]: ours } = await shop.happens({ ...labeled, label: "agent-pipeline" });
  expect(ours).toMatchObject({ exitCode: 0, jobs: ALL_GREEN });
  expect(shop.repository.pullRequest(number).merged).toBe(true);
});

test("a dispatch builds the story that it names; as a dry run it only says so", async () => {
  const shop = await openShop(repliesWith(CODE));
  shop.pushToMain({ [STORY_PATH]: STORY });
  const main = shop.tip("main");
  const dispatch = (inputs: Record<string, string>) =>
    shop.dispatch(PIPELINE, "main", { story: STORY_PATH, ...inputs });

  expect(await dispatch({ "dry-run": "true" })).toMatchObject({
    exitCode: 0,
    jobs: { generate: "success", verify: "skipped", "merge-gate": "success" },
  });
  expect(shop.model.requests).toEqual([]);
  expect(shop.writes()).toEqual([]);

  // Some of the tests are no proof, but nothing has failed either.
  const partial = await dispatch({ "max-tests": "1" });
  expect(partial).toMatchObject({ exitCode: 0, jobs: ALL_GREEN });
  expect(shop.tip("main")).toBe(main);

  const asked = shop.model.requests.length;
  expect(await dispatch({})).toMatchObject({ exitCode: 0, jobs: ALL_GREEN });
  expect(shop.model.requests, "the same story is not paid for twice").toHaveLength(asked);
  expect(shop.read("main", `generated/${TASK}/src/celsius.py`)).toBe(CODE.trimEnd());
});

/** The commit that the matrix named, which is the one that may be merged. */
function provenHead(run: WorkflowRun | undefined): string {
  const matrix = run?.outputs["discover"]?.["matrix"] ?? "";
  const heads = [...matrix.matchAll(/"head":"([0-9a-f]{40})"/g)].map(([, head]) => head);
  expect(heads).toHaveLength(1);
  return heads[0] ?? "";
}

function noticesOf(run: WorkflowRun | undefined): string {
  const notices = run?.annotations.filter(({ level }) => level === "notice") ?? [];
  return notices.map(({ message }) => message).join("\n");
}
