import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runBundle } from "../../../world/bundle.ts";
import { runContext } from "../../../world/run-context.ts";
import { runInProcess } from "../../support/in-process.ts";
import { codesOf, decisionOf, GateWorld, taskFiles } from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.start();
});
afterEach(() => world.stop());

describe("inputs", () => {
  test("a run of an older head says nothing about a newer one", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    const environment = runContext(world.github, world.repository, {
      event: "pull_request",
      pullRequest: price.number,
    });
    const newer = world.repository.commit("task/price", {
      files: taskFiles("price", "2"),
      message: "2",
    });
    const result = await runInProcess({
      action: "merge-gate",
      inputs: { matrix: '{"include":[]}' },
      environment,
    });
    expect(codesOf(result, price)).toEqual(["head_moved"]);
    expect(world.repository.statuses(newer)).toEqual([]);
  });

  test("a label in another case is the same label", async () => {
    const price = await world.propose("task/price", taskFiles("price"), {
      labels: ["Agent-Pipeline"],
    });
    await world.prove(price, "price");
    expect((await world.gate([[price, "price"]])).outputs["decision"]).toBe("merge");
  });

  test("an absent matrix is an error, so that a discover that died never looks like no task", async () => {
    const result = await world.gateOn("");
    expect(result.exitCode).toBe(1);
    expect(result.annotations[0]?.message).toContain('"matrix" is empty');
  });

  test("a pull request without a task gets its status, and is left to people", async () => {
    const docs = await world.propose("docs", { "README.md": "better\n" }, { labels: [] });
    const result = await world.gateOn('{"include":[]}', {}, docs.number);
    expect(result).toMatchObject({
      exitCode: 0,
      outputs: { decision: "nothing", merged: "false" },
    });
    expect(world.statusOf(docs)).toBe("success");
    expect(world.repository.pullRequest(docs.number).comments).toEqual([]);
  });

  test("no pull request at all is green", async () => {
    const result = await world.gateOn('{"include":[]}');
    expect(result).toMatchObject({
      exitCode: 0,
      outputs: { decisions: "{}", decision: "nothing" },
    });
  });

  test.each([
    { by: "the config", inputs: {}, decision: "nothing", merged: "false" },
    {
      by: "the input, which comes before the config",
      inputs: { mode: "merge" },
      decision: "merge",
      merged: "true",
    },
  ])("the mode is set by $by", async ({ inputs, decision, merged }) => {
    const files = { ".github/agent-pipeline.yml": "mode: status-only\ndelete-branch: none\n" };
    world.repository.commit("main", { files, message: "Settings" });
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    const result = await world.gate([[price, "price"]], { inputs });
    expect(result.outputs).toMatchObject({ decision, merged });
    // Of the config as well, also where the merge is read back.
    expect(world.repository.tip("task/price")).toBe(price.commits.head);
  });

  test("status-only posts and merges nothing", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    const result = await world.gate([[price, "price"]], { inputs: { mode: "status-only" } });
    expect(decisionOf(result, price).decision).toBe("nothing");
    expect(world.statusOf(price)).toBe("success");
    expect(world.mainHolds("generated/price/src/code.py")).toBe(false);
  });

  test("a dry run says the decision and does nothing", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    const result = await world.gate([[price, "price"]], { inputs: { "dry-run": "true" } });
    expect(result.outputs).toMatchObject({ decision: "merge", merged: "false" });
    expect(result.summary).toContain("Everything is proven. It would be merged.");
    expect(result.summary).not.toContain("Merged");
    expect(world.statusOf(price)).toBeNull();
    expect(world.repository.tip("task/price")).toBe(price.commits.head);
    expect(world.calls.every(({ method }) => method === "GET")).toBe(true);
  });

  test("all bad inputs are named at once", async () => {
    const result = await world.gateOn('{"include":[]}', {
      inputs: { mode: "auto-merge", "merge-method": "octopus", "dry-run": "perhaps" },
      run: runBundle,
    });
    expect(result.exitCode).toBe(1);
    expect(result.annotations[0]?.message).toMatch(/"mode".*"merge-method".*"dry-run"/s);
  });

  test("a dispatch finds the one pull request of its branch", async () => {
    const price = await world.propose("feature", taskFiles("price"));
    await world.prove(price, "price");
    const matrix = JSON.stringify({
      include: [
        {
          entry: "price",
          tasks: "price",
          head: price.commits.head,
          base: price.commits.base,
          "merge-base": price.commits.mergeBase,
          "pull-request": "",
        },
      ],
    });
    const event = { event: "workflow_dispatch", ref: "refs/heads/feature" } as const;
    const result = await world.gateOn(matrix, { event });
    expect(decisionOf(result, price).decision).toBe("merge");
  });
});
