// What the inputs digest is for: disjoint tasks are merged one after the other without another test run.
import { afterEach, beforeEach, expect, test } from "vitest";
import { codesOf, GateWorld, type Proposal, taskFiles } from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.start();
});
afterEach(() => world.stop());

const dispatches = () =>
  world.github.dispatches.filter(({ repository }) => repository === world.repository.name);

/** As many as a busy night brings. */
const GREEN = 30;

test("green pull requests of disjoint tasks are merged with no test run besides the first of each", async () => {
  const proposals: (readonly [Proposal, string])[] = [];
  for (let index = 1; index <= GREEN; index += 1) {
    const task = `task${index}`;
    const proposal = await world.propose(`task/${task}`, taskFiles(task, String(index)));
    await world.prove(proposal, task);
    proposals.push([proposal, task]);
  }
  // All were proven on the base as it was before the first merge.
  for (const [proposal, task] of proposals) {
    const result = await world.gate([[proposal, task]]);
    expect(result.outputs["decision"]).toBe("merge");
  }
  expect(dispatches()).toEqual([]);
  const merged = proposals.filter(([, task]) => world.mainHolds(`generated/${task}/src/code.py`));
  expect(merged).toHaveLength(GREEN);
});

test("of two that share a requirements.txt, the second is tested again once the first has changed it", async () => {
  const price = await world.propose("feature", {
    ...taskFiles("price"),
    "generated/price/requirements.txt": "six\n",
  });
  const tax = await world.propose("task/tax", taskFiles("tax"));
  await world.prove(price, "price");
  await world.prove(tax, "tax");
  // A person merges what both depend on: no task folder of the pipeline may change it.
  world.repository.commit("main", { files: { "requirements.txt": "six\n" }, message: "Add six" });
  for (const [proposal, task] of [[price, "price"] as const, [tax, "tax"] as const]) {
    const result = await world.gate([[proposal, task]]);
    expect(codesOf(result, proposal)).toEqual(["inputs_changed"]);
  }
  expect(dispatches()).toMatchObject([
    { workflow: "agent-ci.yml", inputs: { "pull-request": String(price.number) } },
    { workflow: "agent-ci.yml", inputs: { "pull-request": String(tax.number) } },
  ]);
  // As the two runs that were started find it.
  for (const [proposal, task] of [[price, "price"] as const, [tax, "tax"] as const]) {
    const base = world.repository.git("rev-parse", "main");
    const mergeBase = world.repository.git("merge-base", "main", proposal.branch);
    const now = { ...proposal, commits: { ...proposal.commits, base, mergeBase } };
    await world.prove(now, task);
    const result = await world.gate([[now, task]]);
    expect(result.outputs["merged"]).toBe("true");
  }
  expect(dispatches()).toHaveLength(2);
});
