// Pull requests that go into a branch which was merged: what was shown of them was shown for that branch.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FORK_MOVED, NO_TASK } from "../../../src/next-runs/gate-status.ts";
import { GateWorld, type Proposal, taskFiles } from "./gate-world.ts";

let world: GateWorld;
let price: Proposal;

beforeEach(async () => {
  world = await GateWorld.start();
  price = await world.propose("task/price", taskFiles("price"));
  await world.prove(price, "price");
});
afterEach(() => world.stop());

/** A pull request into the branch of the first one, which was proven there. */
async function dependant(labels = ["agent-pipeline"]): Promise<Proposal> {
  world.repository.git("update-ref", "refs/heads/after", world.repository.tip("task/price") ?? "");
  const after = await world.propose("after", taskFiles("tax"), { base: "task/price", labels });
  post(after, "success", "1 task proven (into task/price)");
  return after;
}

function post(
  { commits }: Proposal,
  state: "success" | "pending" | "failure",
  description: string,
): void {
  const at = "2026-01-01T00:00:00Z";
  const context = "agent-pipeline/gate";
  const status = { id: 1, state, context, description, targetUrl: null, at };
  world.repository.addStatus(commits.head, status);
}

const merge = () => world.gate([[price, "price"]]);
const baseOf = ({ number }: Proposal) => world.repository.pullRequest(number).base.branch;
const dispatches = () =>
  world.github.dispatches.filter(({ repository }) => repository === world.repository.name);

describe("a pull request of ours that goes into a merged branch", () => {
  test("is pending before it is moved, then verified for its new base, and says so", async () => {
    const after = await dependant();
    let before: string | null = null;
    world.github.before({ method: "PATCH", path: /\/pulls\/\d+$/ }, () => {
      before = world.statusOf(after);
    });
    const result = await merge();
    expect(result.outputs["merged"]).toBe("true");
    expect(before).toBe("pending");
    expect(baseOf(after)).toBe("main");
    expect(world.repository.tip("task/price")).toBeNull();
    expect(dispatches()).toMatchObject([
      { workflow: "agent-ci.yml", ref: "main", inputs: { "pull-request": String(after.number) } },
    ]);
    const [started] = dispatches();
    expect(world.saidOf(after)).toMatchObject({
      state: "pending",
      description: `reverify 1 in run ${started?.runId}: inputs_changed`,
    });
    expect(world.journalOf(after)).toEqual([`start reverify 1 run=${world.runId}`]);
    const [comment] = world.repository.pullRequest(after.number).comments;
    expect(comment?.body).toContain("It has to be verified again");
  });

  test("stays pending for the sweep where nothing can be started", async () => {
    const after = await dependant();
    world.github.failNext({ method: "POST", path: /dispatches$/, status: 502, body: {} });
    const result = await merge();
    expect(result.exitCode).toBe(0);
    expect(baseOf(after)).toBe("main");
    expect(world.statusOf(after)).toBe("pending");
    expect(result.annotations.map(({ message }) => message).join()).toContain(
      `#${after.number} is not verified for main yet`,
    );
  });

  test("is a person's where GitHub lets nothing be started", async () => {
    const after = await dependant();
    const message = "Resource not accessible by integration";
    world.github.failNext({ method: "POST", path: /dispatches$/, status: 403, body: { message } });
    await merge();
    expect(world.saidOf(after)).toMatchObject({
      state: "failure",
      description: "dispatch_refused (and 1 more): hold",
    });
    expect(world.repository.pullRequest(after.number).labels).toContain("needs-human");
  });
});

test("one without our label is green no more when it is moved, and nothing is started for it", async () => {
  const after = await dependant([]);
  let before: string | null = null;
  world.github.before({ method: "PATCH", path: /\/pulls\/\d+$/ }, () => {
    before = world.statusOf(after);
  });
  await merge();
  expect(before).toBe("pending");
  expect(baseOf(after)).toBe("main");
  expect(world.statusOf(after)).toBe("pending");
  expect(world.repository.pullRequest(after.number).comments).toEqual([]);
  expect(dispatches()).toEqual([]);
});

test.each(["1 task proven (into release)", "1 task proven"])(
  "a person's that says %j is green no more: GitHub would take that for its new base as well",
  async (description) => {
    const after = await dependant([]);
    post(after, "success", description);
    await merge();
    expect(baseOf(after)).toBe("main");
    expect(world.statusOf(after)).toBe("pending");
  },
);

test("a person's that was proven for its new base stays green", async () => {
  const after = await dependant([]);
  post(after, "success", "1 task proven (into main)");
  await merge();
  expect(baseOf(after)).toBe("main");
  expect(world.statusOf(after)).toBe("success");
});

test("one from a fork is green no more when it is moved, and the sweep's from then on", async () => {
  const fork = world.github.createRepository("mallory/app", { forkOf: world.repository });
  fork.commit("after", { from: "task/price", files: { "notes.md": "1\n" }, message: "Outside" });
  const number = world.repository.openPullRequest({ head: "after", fork, base: "task/price" });
  const commits = { ...price.commits, head: fork.git("rev-parse", "after") };
  const after = { number, branch: "after", commits };
  post(after, "success", NO_TASK);
  await merge();
  expect(baseOf(after)).toBe("main");
  expect(world.saidOf(after)).toMatchObject({ state: "pending", description: FORK_MOVED });
  expect(dispatches()).toEqual([]);
});

test("one without our label that was never green is moved, and nothing else", async () => {
  const after = await dependant([]);
  post(after, "failure", "not_passed: retry");
  await merge();
  expect(baseOf(after)).toBe("main");
  expect(world.saidOf(after)?.description).toBe("not_passed: retry");
});

test.each([
  ["ours", ["agent-pipeline"]],
  ["a person's", []],
])(
  "one of %s that cannot be made pending stays where it is, and so does the branch",
  async (_, labels) => {
    const after = await dependant(labels);
    const path = new RegExp(`/statuses/${after.commits.head}$`);
    const message = "Resource not accessible by integration";
    world.github.failNext({ method: "POST", path, status: 403, body: { message } });
    const result = await merge();
    expect(result.outputs["merged"]).toBe("true");
    expect(baseOf(after)).toBe("task/price");
    expect(world.repository.tip("task/price")).not.toBeNull();
    expect(result.annotations.map(({ message: said }) => said).join()).toContain(
      "The merged branch was not deleted",
    );
  },
);

test("one that a person moved in that very moment stays where it was put", async () => {
  const after = await dependant();
  world.repository.commit("dev", { files: { "dev.md": "dev\n" }, message: "Begin dev" });
  const { url, token } = world.github;
  world.github.after({ method: "GET", path: /\/pulls\?/ }, async () => {
    const headers = { authorization: `Bearer ${token}` };
    const body = JSON.stringify({ base: "dev" });
    const path = `${url}/repos/${world.repository.name}/pulls/${after.number}`;
    expect(await fetch(path, { method: "PATCH", headers, body })).toMatchObject({ ok: true });
  });
  await merge();
  expect(baseOf(after)).toBe("dev");
  expect(dispatches()).toEqual([]);
});
