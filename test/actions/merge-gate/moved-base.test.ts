import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formatMatrix } from "../../../src/handover/matrix.ts";
import { runContext } from "../../../world/run-context.ts";
import { runInProcess } from "../../support/in-process.ts";
import {
  codesOf,
  decisionOf,
  entryOf,
  type Files,
  GateWorld,
  type Proposal,
} from "./gate-world.ts";

// Evidence of the real verify, on a base that moves: nothing here is made up.
let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.startWithGit();
});
afterEach(() => world.stop());

const task = (name: string, factor = 2): Files => ({
  [`generated/${name}/src/times.py`]: `def times(x):\n    return x * ${factor}\n`,
  [`generated/${name}/tests/test_story.py`]: `from src.times import times\n\n\ndef test_times():\n    assert times(3) == ${3 * factor}\n    assert times(5) == ${5 * factor}\n`,
});

/** Verifies the proposal as a job of the matrix does, on the base as it is now. */
async function verified(proposal: Proposal, attempt = 1): Promise<Proposal> {
  const fresh = { ...proposal, commits: world.commitsOf(proposal.branch) };
  const entry = entryOf(fresh, "price");
  const result = await runInProcess({
    action: "verify",
    inputs: {
      tasks: "price",
      entry: entry.entry,
      head: entry.head,
      base: entry.base,
      "merge-base": entry["merge-base"],
      mutants: "0",
      reruns: "0",
    },
    environment: runContext(world.github, world.repository, {
      event: "pull_request",
      pullRequest: proposal.number,
      runId: world.runId,
      attempt,
    }),
  });
  expect({ exitCode: result.exitCode, annotations: result.annotations }).toMatchObject({
    exitCode: 0,
  });
  return fresh;
}

const gate = (proposal: Proposal, attempt = 1) =>
  world.gateOn(formatMatrix([entryOf(proposal, "price")]), { event: { attempt } }, proposal.number);

describe("a base that moved", () => {
  test("before the verification is part of what was verified, and nothing is tested again", async () => {
    const proposal = await world.propose("task/price", task("price"));
    world.repository.commit("main", {
      files: { ...task("cost", 3), "requirements.txt": "# none\n" },
      message: "Meanwhile",
    });
    const result = await gate(await verified(proposal));
    expect(decisionOf(result, proposal)).toEqual({ decision: "merge", reasons: [] });
    expect(world.mainHolds("generated/cost/src/times.py")).toBe(true);
  });

  test("after the verification, by another task, changes nothing of what was verified", async () => {
    const proposal = await verified(await world.propose("task/price", task("price")));
    world.repository.commit("main", { files: task("cost", 3), message: "Another task" });
    const result = await gate(proposal);
    expect(decisionOf(result, proposal)).toEqual({ decision: "merge", reasons: [] });
    expect(world.mainHolds("generated/price/src/times.py")).toBe(true);
  });

  test("after the verification, by an input of it, asks for another verification", async () => {
    const proposal = await verified(await world.propose("task/price", task("price")));
    world.repository.commit("main", {
      files: { "requirements.txt": "# none\n" },
      message: "Requirements",
    });
    const result = await gate(proposal);
    expect(decisionOf(result, proposal).decision).toBe("reverify");
    expect(codesOf(result, proposal)).toEqual(["inputs_changed"]);
    expect(world.statusOf(proposal)).toBe("pending");

    const again = await gate(await verified(proposal, 2), 2);
    expect(decisionOf(again, proposal).decision).toBe("merge");
  });
});
