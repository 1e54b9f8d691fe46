// The sweep over a repository of the stand-in, row by row, by nothing but GitHub's own API and git.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod";
import { type BundleResult, runBundle } from "../../../world/bundle.ts";
import type { Dispatch } from "../../../world/github.ts";
import { runContext } from "../../../world/run-context.ts";
import { runInProcess } from "../../support/in-process.ts";
import { type Files, GateWorld, type Proposal, taskFiles } from "../merge-gate/gate-world.ts";

const DAY = 86_400_000;
/** A little after the commits of a world are made. */
const SOON = 1_790_001_000_000;
/** Who signs what the pipeline commits. */
const BOT = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>";

let world: GateWorld;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: SOON });
  world = await GateWorld.start();
});
afterEach(() => {
  vi.useRealTimers();
  world.stop();
});

async function sweep(inputs: Record<string, string> = {}): Promise<BundleResult> {
  const environment = runContext(world.github, world.repository, {
    event: "schedule",
    workflow: "agent-sweep.yml",
  });
  const run = { action: "sweep", inputs: { "dry-run": "false", ...inputs }, environment } as const;
  const result = await runInProcess(run, world.open);
  world.github.runs.end(Number(environment["GITHUB_RUN_ID"]));
  return result;
}

const DoneList = z.array(
  z.object({
    "pull-request": z.nullable(z.number()),
    branch: z.nullable(z.string()),
    action: z.string(),
    run: z.nullable(z.string()),
  }),
);

const doneBy = (result: BundleResult): z.infer<typeof DoneList> =>
  DoneList.parse(JSON.parse(result.outputs["done"] ?? ""));

const dispatches = (): readonly Dispatch[] =>
  world.github.dispatches.filter(({ repository }) => repository === world.repository.name);

const propose = (files: Files = taskFiles("price"), branch = "feature", labels?: string[]) =>
  world.propose(branch, files, labels === undefined ? {} : { labels });

/** A run as GitHub knows it. */
function aRun(state: "alive" | "over" | "cancelled", headSha = "0".repeat(40)): number {
  const id = world.github.runs.nextId();
  world.github.runs.record({
    id,
    repository: world.repository,
    event: "pull_request",
    headBranch: "feature",
    headSha,
    workflow: ".github/workflows/agent-ci.yml",
    attempt: 1,
    actor: "octocat",
    status: state === "alive" ? "in_progress" : "completed",
    conclusion: { alive: null, over: "failure", cancelled: "cancelled" }[state],
  });
  return id;
}

/** What a gate, or generate, left on a head. */
function says(
  { commits }: Proposal,
  state: "pending" | "success" | "failure",
  description: string,
  run: number,
): void {
  world.repository.addStatus(commits.head, {
    id: 1,
    state,
    context: "agent-pipeline/gate",
    description,
    targetUrl: `${world.github.serverUrl}/${world.repository.name}/actions/runs/${run}`,
    at: new Date().toISOString(),
  });
}

const labelsOf = ({ number }: Proposal): readonly string[] =>
  world.repository.pullRequest(number).labels;

const branches = (): string[] =>
  world.repository.git("for-each-ref", "--format=%(refname:short)", "refs/heads").split("\n");

describe("a pull request whose head has no status", () => {
  test("is verified by agent-ci, which is named in its status and counted in its journal", async () => {
    const proposal = await propose();
    const result = await sweep();

    expect(result.exitCode).toBe(0);
    expect(dispatches()).toMatchObject([
      {
        workflow: "agent-ci.yml",
        ref: "main",
        inputs: { "pull-request": String(proposal.number) },
      },
    ]);
    const [run] = dispatches();
    expect(world.saidOf(proposal)).toMatchObject({
      state: "pending",
      description: `sweep 1 in run ${run?.runId}: verified once more`,
    });
    expect(world.journalOf(proposal)).toEqual([expect.stringMatching(/^start sweep 1 run=\d+$/)]);
    expect(doneBy(result)).toMatchObject([
      { "pull-request": proposal.number, action: "start", run: String(run?.runId) },
    ]);
    expect(result.summary).toContain("the run");
  });

  test("is not verified twice by two sweeps", async () => {
    const proposal = await propose();
    await sweep();
    const second = await sweep();
    expect(dispatches()).toHaveLength(1);
    expect(world.journalOf(proposal)).toHaveLength(1);
    expect(doneBy(second)).toEqual([]);
  });

  test("is verified three times, and then a person's", async () => {
    const proposal = await propose();
    const actions: (string | undefined)[] = [];
    for (let time = 1; time <= 5; time += 1) {
      actions.push(doneBy(await sweep())[0]?.action);
      const run = dispatches().at(-1)?.runId ?? 0;
      world.github.runs.end(run, "failure");
    }
    expect(actions).toEqual(["start", "start", "start", "hand_over", undefined]);
    expect(dispatches()).toHaveLength(3);
    expect(world.journalOf(proposal)).toHaveLength(3);
    expect(world.statusOf(proposal)).toBe("failure");
    expect(labelsOf(proposal)).toContain("needs-human");
  });

  test("is left alone while a run on its head is at work", async () => {
    const proposal = await propose();
    const run = aRun("alive", proposal.commits.head);
    await sweep();
    expect(dispatches()).toEqual([]);
    world.github.runs.end(run, "failure");
    await sweep();
    expect(dispatches()).toHaveLength(1);
  });

  test("is left alone without our label, and as a draft", async () => {
    await propose(taskFiles("one"), "one", []);
    await world.propose("two", taskFiles("two"), { draft: true });
    expect(doneBy(await sweep())).toEqual([]);
    expect(dispatches()).toEqual([]);
  });

  test("is a person's with a journal that nobody can read", async () => {
    const third = await propose(taskFiles("three"), "three");
    world.repository.addStatus(third.commits.head, {
      id: 1,
      state: "success",
      context: "agent-pipeline/journal",
      description: "all is well",
      targetUrl: null,
      at: "2026-01-01T00:00:00Z",
    });
    expect(doneBy(await sweep())).toMatchObject([{ action: "hand_over" }]);
    expect(dispatches()).toEqual([]);
    expect(world.saidOf(third)?.description).toBe("attempts_exhausted: hold");
    expect(world.repository.pullRequest(third.number).labels).toContain("needs-human");
  });

  test("is started once where the answer to the dispatch was lost", async () => {
    const proposal = await propose();
    const lost = { status: 502, body: { message: "Bad gateway" }, isLate: true, times: 1 };
    world.github.failNext({ method: "POST", path: /dispatches$/, ...lost });
    expect((await sweep()).exitCode).toBe(1);
    await sweep();
    expect(dispatches()).toHaveLength(1);
    expect(world.journalOf(proposal)).toHaveLength(1);
  });

  test("is started by the same entry where the dispatch was refused before", async () => {
    const proposal = await propose();
    world.github.withhold("actions", "write");
    const refused = await sweep();
    world.github.restore("actions");
    expect(refused.exitCode).toBe(1);
    expect(refused.annotations.map(({ message }) => message).join()).toContain("actions: write");
    await sweep();
    expect(dispatches()).toHaveLength(1);
    expect(world.journalOf(proposal)).toHaveLength(1);
  });
});

describe("a pull request that is pending", () => {
  test("is verified once the run that said so has ended, and not before", async () => {
    const proposal = await propose();
    const run = aRun("alive");
    says(proposal, "pending", "Generated; the tests have not proven it yet", run);
    await sweep();
    expect(dispatches()).toEqual([]);
    world.github.runs.end(run, "failure");
    await sweep();
    expect(dispatches()).toHaveLength(1);
  });

  test("is not started again where that run was cancelled, and somebody is told so once", async () => {
    const proposal = await propose();
    const run = aRun("cancelled");
    says(proposal, "pending", "Generated; the tests have not proven it yet", run);
    expect(doneBy(await sweep())).toMatchObject([{ action: "hand_over" }]);
    expect(dispatches()).toEqual([]);
    expect(world.saidOf(proposal)).toMatchObject({
      state: "failure",
      description: "evidence_missing: hold",
    });
    expect(labelsOf(proposal)).toContain("needs-human");
    const [comment] = world.repository.pullRequest(proposal.number).comments;
    expect(comment?.body).toContain("was cancelled, by a person or because it took too long");
    expect(comment?.body).toContain(`/actions/runs/${run}`);

    // What is proven stays so: the person's click needs it.
    says(proposal, "success", "1 task proven; queued: wait (into main)", run);
    expect(doneBy(await sweep())).toMatchObject([{ action: "hand_over" }]);
    expect(world.saidOf(proposal)).toMatchObject({
      state: "success",
      description: "1 task proven; a person must have it verified again (into main)",
    });
    const [now] = world.repository.pullRequest(proposal.number).comments;
    expect(now?.body).toContain("Dispatch agent-ci");
    expect(now?.body).not.toContain("so merge it");
    expect(doneBy(await sweep())).toEqual([]);
  });
});

describe("a pull request in the merge queue", () => {
  test("is left there, and a person's once it is there no more", async () => {
    const proposal = await propose();
    const name = `${world.repository.name}#${proposal.number}`;
    world.github.queued.push(name);
    says(proposal, "success", "1 task proven; queued: wait (into main)", aRun("cancelled"));
    expect(doneBy(await sweep())).toEqual([]);
    expect(labelsOf(proposal)).not.toContain("needs-human");
    world.github.queued.splice(0);
    expect(doneBy(await sweep())).toMatchObject([{ action: "hand_over" }]);
  });

  test("is a person's where GitHub does not say that it is there", async () => {
    const proposal = await propose();
    says(proposal, "success", "1 task proven; queued: wait (into main)", aRun("cancelled"));
    const refusal = { errors: [{ message: "Field 'isInMergeQueue' doesn't exist" }] };
    const answer = { status: 200, body: { data: null, ...refusal } };
    world.github.failNext({ method: "POST", path: /^\/graphql$/, times: 1, ...answer });
    expect(doneBy(await sweep())).toMatchObject([{ action: "hand_over" }]);
    const [comment] = world.repository.pullRequest(proposal.number).comments;
    expect(comment?.body).toContain("GitHub did not say whether a merge queue has it");
  });
});

const isRefused = (proposal: Proposal) => (): void => {
  says(proposal, "failure", "conflict: hold", aRun("over"));
};

const isMoved =
  ({ number }: Proposal) =>
  (): void => {
    world.repository.commit("other", { from: "main", files: { "a.txt": "" }, message: "A" });
    world.repository.pulls[number - 1]!.baseBranch = "other";
  };

describe("a success is not posted over what was said meanwhile", () => {
  const QUEUED = "1 task proven; queued: wait (into main)";
  test.each([
    { by: "a gate that refuses it", act: isRefused, left: "conflict: hold" },
    { by: "a person who gives it another base", act: isMoved, left: QUEUED },
  ])("by a hand-over: $by", async ({ act, left }) => {
    const proposal = await propose();
    says(proposal, "success", QUEUED, aRun("cancelled"));
    world.github.before({ method: "POST", path: /\/comments$/ }, act(proposal));
    await sweep();
    expect(world.saidOf(proposal)?.description).toBe(left);
  });

  test.each([
    { by: "a gate that refuses it", act: isRefused, left: "conflict: hold" },
    { by: "a person who gives it another base", act: isMoved, left: QUEUED },
  ])("by a start: $by", async ({ act, left }) => {
    const proposal = await propose();
    says(proposal, "success", QUEUED, aRun("over"));
    world.github.before({ method: "POST", path: /\/dispatches$/ }, act(proposal));
    await sweep();
    expect(dispatches()).toHaveLength(1);
    expect(world.saidOf(proposal)?.description).toBe(left);
  });
});

describe("a pull request that waits", () => {
  test("is verified when GitHub would let it be merged, and stays proven meanwhile", async () => {
    const proposal = await propose();
    says(proposal, "success", "1 task proven; review_missing: wait", aRun("over"));
    world.repository.settings.requiredStatuses = ["review"];
    await sweep();
    expect(dispatches()).toEqual([]);
    world.repository.settings.requiredStatuses = [];
    // GitHub takes notice by a push to either side.
    await sweep();
    expect(dispatches()).toHaveLength(1);
    expect(world.statusOf(proposal)).toBe("success");
  });
});

describe("a run that the gate started and that came to nothing", () => {
  test.each([
    { state: "failure", description: "retry 1 in run", code: "no_progress" },
    { state: "pending", description: "reverify 1 in run", code: "evidence_missing" },
    { state: "pending", description: "lost_job 1 in run", code: "evidence_missing" },
  ] as const)("$description: a person is told, once", async ({ state, description, code }) => {
    const proposal = await propose();
    const run = aRun("alive");
    says(proposal, state, `${description} ${run}: why`, aRun("over"));
    expect(doneBy(await sweep())).toEqual([]);

    world.github.runs.end(run, "failure");
    const result = await sweep();
    expect(doneBy(result)).toMatchObject([{ action: "hand_over" }]);
    expect(result.exitCode).toBe(0);
    expect(world.saidOf(proposal)).toMatchObject({
      state: "failure",
      description: `${code}: hold`,
    });
    expect(labelsOf(proposal)).toContain("needs-human");
    const [comment] = world.repository.pullRequest(proposal.number).comments;
    expect(comment?.body).toContain(`the run ${run}`);

    expect(doneBy(await sweep())).toEqual([]);
    expect(world.repository.pullRequest(proposal.number).comments).toHaveLength(1);
    expect(dispatches()).toEqual([]);
  });

  test("is said until the gate says something, and beside what the gate said", async () => {
    const proposal = await propose(taskFiles("price"), "feature", []);
    await world.gate([[proposal, "price"]]);
    world.repository.pulls[proposal.number - 1]?.labels.push("agent-pipeline");
    says(proposal, "pending", `lost_job 1 in run ${aRun("over")}: why`, aRun("over"));
    await sweep();
    const body = () => world.repository.pullRequest(proposal.number).comments[0]?.body;
    expect(body()).toContain("evidence_missing");
    expect(body()).toContain("Nobody is at work on it any more");
    await world.gate([[proposal, "price"]]);
    expect(body()).not.toContain("Nobody is at work on it any more");
  });

  test("is the gate's where it posts its status in that very moment", async () => {
    const proposal = await propose();
    const run = aRun("over");
    says(proposal, "pending", `reverify 1 in run ${run}: why`, run);
    const path = new RegExp(`/pulls/${proposal.number}$`);
    world.github.before({ method: "GET", path }, () => {
      says(proposal, "failure", "conflict: hold", run);
    });
    expect(doneBy(await sweep())).toEqual([]);
    expect(labelsOf(proposal)).not.toContain("needs-human");
    expect(world.saidOf(proposal)?.description).toBe("conflict: hold");
  });

  test("is a person's who takes the label off in that very moment", async () => {
    const proposal = await propose();
    const path = new RegExp(`/pulls/${proposal.number}$`);
    world.github.before({ method: "GET", path }, () => {
      world.repository.pulls[proposal.number - 1]?.labels.splice(0);
    });
    expect(doneBy(await sweep())).toEqual([]);
    expect(dispatches()).toEqual([]);
  });
});

function proposeFromFork(files: Record<string, string>): Proposal {
  const fork = world.github.createRepository(`guest/${world.repository.name.split("/")[1]}`, {
    forkOf: world.repository,
  });
  fork.commit("feature", { files, message: "From outside" });
  const number = world.repository.openPullRequest({ head: "feature", fork, labels: [] });
  const head = fork.tip("feature") ?? "";
  return { number, branch: "feature", commits: { head, base: head, mergeBase: head } };
}

describe("a pull request from a fork", () => {
  test.each([
    { when: "neither", files: { "README.md": "better\n" }, state: "success" },
    { when: "a task", files: { "generated/price/src/code.py": "VALUE = 1\n" }, state: "failure" },
    { when: "a story", files: { "meta/stories/price.json": "{}" }, state: "failure" },
  ])("gets its status, once, where it changes $when", async ({ files, state }) => {
    const proposal = proposeFromFork(files);
    expect(doneBy(await sweep())).toMatchObject([{ action: "post" }]);
    expect(world.statusOf(proposal)).toBe(state);
    expect(doneBy(await sweep())).toEqual([]);
    expect(dispatches()).toEqual([]);
    expect(world.repository.statuses(proposal.commits.head)).toHaveLength(1);
  });
});

/** As generate leaves them. */
const made = (branch: string, author = BOT): void => {
  world.repository.commit(branch, {
    files: { [`generated/${branch.split("/")[1]}/src/code.py`]: "VALUE = 1\n" },
    message: "Make it",
    by: author,
  });
};

const merge = (branch: string): void => {
  const { repository } = world;
  const number = repository.openPullRequest({ head: branch, labels: ["agent-pipeline"] });
  const tree = repository.git("rev-parse", `${branch}^{tree}`);
  const parents = ["-p", "main", "-p", branch];
  const commit = repository.git("commit-tree", tree, ...parents, "-m", "Merge it");
  repository.git("update-ref", "refs/heads/main", commit);
  expect(repository.pullRequest(number).merged).toBe(true);
};

describe("branches", () => {
  beforeEach(async () => {
    world = await GateWorld.startWithGit();
  });

  test("that were merged are deleted, and those of people are not", async () => {
    made("task/price");
    merge("task/price");
    made("story/shop");
    merge("story/shop");
    made("task/JIRA-7");
    merge("task/JIRA-7");
    const result = await sweep();
    expect(doneBy(result)).toMatchObject([
      { branch: "story/shop", action: "delete" },
      { branch: "task/price", action: "delete" },
    ]);
    expect(branches()).toEqual(["main", "task/JIRA-7"]);
    expect(doneBy(await sweep())).toEqual([]);
  });

  test("that moved in that very moment stay", async () => {
    made("task/price");
    merge("task/price");
    world.github.before({ method: "GET", path: /service=git-receive-pack/ }, () => {
      made("task/price");
      world.repository.commit("task/price", { files: { "new.txt": "" }, message: "More" });
    });
    expect(doneBy(await sweep())).toEqual([]);
    expect(branches()).toContain("task/price");
  });

  test("without an open pull request stay for 30 days, and for good with a person's commit", async () => {
    made("task/price");
    made("task/theirs", "Ann <ann@example.com>");
    vi.setSystemTime(SOON + 29 * DAY);
    expect(doneBy(await sweep())).toEqual([]);
    vi.setSystemTime(SOON + 31 * DAY);
    expect(doneBy(await sweep())).toMatchObject([{ branch: "task/price", action: "delete" }]);
    expect(branches()).toEqual(["main", "task/theirs"]);
  });

  test("whose pull request a person closed stay", async () => {
    made("task/price");
    const number = world.repository.openPullRequest({ head: "task/price" });
    world.repository.pulls[number - 1]?.close();
    vi.setSystemTime(SOON + 99 * DAY);
    expect(doneBy(await sweep())).toEqual([]);
    expect(branches()).toContain("task/price");
  });

  test("that others are to be merged into stay", async () => {
    made("task/price");
    merge("task/price");
    world.repository.commit("feature", {
      from: "task/price",
      files: { "a.txt": "" },
      message: "A",
    });
    world.repository.openPullRequest({ head: "feature", base: "task/price" });
    expect(doneBy(await sweep())).toEqual([]);
  });

  test("stay where the caller says so", async () => {
    made("task/price");
    merge("task/price");
    expect(doneBy(await sweep({ "delete-branch": "none" }))).toEqual([]);
  });
});

describe("a sweep", () => {
  test("as a dry run says what it would do, and writes nothing", async () => {
    const proposal = await propose();
    const result = await sweep({ "dry-run": "true" });
    expect(doneBy(result)).toMatchObject([{ "pull-request": proposal.number, action: "start" }]);
    expect(result.summary).toContain("dry run");
    expect(world.calls.filter(({ method }) => method !== "GET")).toEqual([]);
    expect(world.repository.statuses(proposal.commits.head)).toEqual([]);
  });

  test("is a dry run until it is told otherwise, also as a runner starts it", async () => {
    world = await GateWorld.startWithGit();
    const proposal = await propose();
    const environment = runContext(world.github, world.repository, { event: "schedule" });
    const result = await runBundle({ action: "sweep", environment });
    expect({ exitCode: result.exitCode, log: result.log }).toMatchObject({ exitCode: 0 });
    expect(doneBy(result)).toMatchObject([{ "pull-request": proposal.number, action: "start" }]);
    expect(dispatches()).toEqual([]);
  });

  test("goes on with the others where GitHub refuses one, and fails", async () => {
    const first = await propose(taskFiles("one"), "one");
    await propose(taskFiles("two"), "two");
    world.github.failNext({
      method: "GET",
      path: new RegExp(`/commits/${first.commits.head}/statuses`),
      status: 403,
      body: { message: "Resource not accessible by integration" },
    });
    const result = await sweep();
    expect(result.exitCode).toBe(1);
    expect(dispatches()).toMatchObject([{ inputs: { "pull-request": "2" } }]);
    expect(result.annotations[0]?.message).toContain("not accessible");
    expect(result.summary).toContain("failed");
  });

  test("asks next to nothing about a pull request that the gate has decided", async () => {
    const proposal = await propose();
    says(proposal, "failure", "conflict: hold", 7);
    await sweep();
    expect(world.calls.map(({ path }) => path.replace(/^\/repos\/[^/]+\/[^/]+/, ""))).toEqual([
      "/pulls",
      `/commits/${proposal.commits.head}/statuses`,
    ]);
  });

  test("leaves what follows a push to the pipeline, and never starts what asks a model", async () => {
    await propose();
    await sweep();
    expect(dispatches().map(({ workflow }) => workflow)).toEqual(["agent-ci.yml"]);
  });
});
