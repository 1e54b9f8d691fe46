// A merge that made something else than was proven: GitHub's merge cannot be told which base to expect.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BundleResult } from "../../../world/bundle.ts";
import type { Dispatch } from "../../../world/github.ts";
import { codesOf, GateWorld, type Proposal, taskFiles } from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.start();
});
afterEach(() => world.stop());

const merging = { method: "PUT", path: /\/merge$/ };

/** A proven pull request, whose base changes what it depends on in the moment of the merge. */
async function merged(
  request: Parameters<GateWorld["propose"]>[2] = {},
  base: string = "main",
): Promise<{ proposal: Proposal; result: BundleResult }> {
  const proposal = await world.propose("task/price", taskFiles("price"), { base, ...request });
  await world.prove(proposal, "price");
  world.github.before(merging, () => {
    world.repository.commit(base, { files: { "requirements.txt": "six\n" }, message: "Add" });
  });
  return { proposal, result: await gate(proposal) };
}

const gate = (proposal: Proposal): Promise<BundleResult> => world.gate([[proposal, "price"]]);

function dispatches(): readonly Dispatch[] {
  return world.github.dispatches.filter(({ repository }) => repository === world.repository.name);
}

const commentOf = ({ number }: Proposal): string =>
  (world.repository.pullRequest(number).comments.at(-1)?.body ?? "").replaceAll(
    /&#(\d+);/g,
    (_, sign: string) => String.fromCodePoint(Number(sign)),
  );

describe("what was merged differently", () => {
  test("is verified on the base, and the comment links the run", async () => {
    const { proposal, result } = await merged();
    expect(codesOf(result, proposal)).toEqual(["merged_differently"]);
    expect(result.exitCode).toBe(1);
    expect(dispatches()).toMatchObject([
      { workflow: "agent-ci.yml", ref: "main", inputs: { task: "price" } },
    ]);
    const id = String(dispatches()[0]?.runId);
    expect(commentOf(proposal)).toContain(`[the run ${id}](`);
    expect(commentOf(proposal)).toContain("It is red if what the base holds now is not right.");
    expect(JSON.parse(result.outputs["next-runs"] ?? "")).toMatchObject([
      { "pull-request": proposal.number, kind: "after_merge", tasks: ["price"], run: id },
    ]);
    expect(world.saidOf(proposal)).toMatchObject({
      state: "failure",
      description: `after_merge 1 in run ${id}: merged_differently`,
    });
    expect(world.journalOf(proposal)).toEqual([`start after_merge 1 run=${world.runId}`]);
  });

  test("is verified once, however often the gate runs", async () => {
    const { proposal } = await merged();
    const again = await gate(proposal);
    expect(codesOf(again, proposal)).toEqual(["already_merged", "merged_differently"]);
    expect(dispatches()).toHaveLength(1);
    expect(commentOf(proposal)).toContain(`[the run ${dispatches()[0]?.runId}](`);
  });

  test("is verified by the next run where this one came to its end before", async () => {
    world.github.failNext({ method: "POST", path: /dispatches$/, status: 502, body: {} });
    const { proposal, result } = await merged();
    expect(codesOf(result, proposal)).toEqual(["merged_differently"]);
    expect(dispatches()).toHaveLength(0);
    await gate(proposal);
    expect(dispatches()).toHaveLength(1);
    expect(world.journalOf(proposal)).toHaveLength(1);
  });

  test("costs four calls more than a merge that made what was proven", async () => {
    const price = await world.propose("task/cost", taskFiles("cost"));
    await world.prove(price, "cost");
    await world.gate([[price, "cost"]], { inputs: { "delete-branch": "none" } });
    const before = world.calls.length;
    await merged();
    expect(world.calls.length - before - before).toBe(4);
  });

  test.each([
    {
      when: "the token may start nothing",
      status: 403,
      message: "Resource not accessible by integration",
      said: "actions: write",
    },
    {
      when: "there is no such workflow on that branch",
      status: 422,
      message: "Workflow does not exist on the ref",
      said: "Workflow does not exist on the ref",
    },
  ])("is said to be verified by nobody where $when", async ({ status, message, said }) => {
    world.github.failNext({ method: "POST", path: /dispatches$/, status, body: { message } });
    const { proposal, result } = await merged();
    expect(codesOf(result, proposal)).toEqual(["merged_differently"]);
    expect(result.outputs["merged"]).toBe("true");
    expect(commentOf(proposal)).toContain("Nothing is started: ");
    expect(commentOf(proposal)).toContain(said);
  });
});

test("what was merged as it was proven starts nothing", async () => {
  const price = await world.propose("task/price", taskFiles("price"));
  await world.prove(price, "price");
  await gate(price);
  expect(dispatches()).toEqual([]);
  expect(world.journalOf(price)).toEqual([]);
});

describe("the branch of a merged pull request", () => {
  test("stays where another one comes from it, and so do those that go into it", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    world.repository.commit("release", { from: "main", files: { x: "1\n" }, message: "Release" });
    const other = world.repository.openPullRequest({ head: "task/price", base: "release" });
    world.repository.commit("after", {
      from: "task/price",
      files: { y: "1\n" },
      message: "More",
    });
    const dependant = world.repository.openPullRequest({ head: "after", base: "task/price" });
    await world.prove(price, "price");
    const result = await gate(price);
    expect(result.outputs["merged"]).toBe("true");
    expect(world.repository.tip("task/price")).toBe(price.commits.head);
    expect(world.repository.pullRequest(other)).toMatchObject({ state: "open" });
    expect(world.repository.pullRequest(dependant)).toMatchObject({
      base: { branch: "task/price" },
    });
    expect(result.annotations.map(({ message }) => message).join()).toContain(
      `The branch task/price stays, because #${other} comes from it.`,
    );
  });

  test("goes where what else came from it is closed", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    world.repository.commit("release", { from: "main", files: { x: "1\n" }, message: "Release" });
    const other = world.repository.openPullRequest({ head: "task/price", base: "release" });
    world.repository.pulls[other - 1]!.state = "closed";
    await world.prove(price, "price");
    await gate(price);
    expect(world.repository.tip("task/price")).toBeNull();
  });
});
