// A run that was given a pull request ends on it, whatever became of the jobs before the gate.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BundleResult } from "../../../world/bundle.ts";
import {
  codesOf,
  decisionOf,
  GateWorld,
  madeFiles,
  type Proposal,
  taskFiles,
} from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.start();
});
afterEach(() => world.stop());

const NOTHING = '{"include":[]}';

/** The gate of a dispatched run. */
function gate(
  { number }: Pick<Proposal, "number">,
  matrix: string,
  inputs: Record<string, string> = {},
): Promise<BundleResult> {
  return world.gateOn(matrix, { inputs: { "pull-request": String(number), ...inputs } });
}

describe("where no version was pushed", () => {
  test.each([
    { when: "generate failed", matrix: NOTHING, said: "pushed no version of it" },
    { when: "discover gave no answer", matrix: "", said: "ended without an answer" },
  ])("because $when, it is a person's, who is told so", async ({ matrix, said }) => {
    const proposal = await world.propose("task/price", taskFiles("price"));
    const result = await gate(proposal, matrix);
    expect(decisionOf(result, proposal).decision).toBe("hold");
    expect(codesOf(result, proposal)).toEqual(["evidence_missing"]);
    expect(result.exitCode).toBe(1);
    expect(world.statusOf(proposal)).toBe("failure");
    const { labels, comments } = world.repository.pullRequest(proposal.number);
    expect(labels).toContain("needs-human");
    expect(comments.at(-1)?.body).toContain(said);
    // What pushed nothing starts nothing.
    expect(JSON.parse(result.outputs["next-runs"] ?? "")).toEqual([]);
    expect(world.journalOf(proposal)).toEqual([]);
  });

  test("a story without code no longer waits for any", async () => {
    const files = { "meta/stories/price.json": '{"id":"price","feature":"The price"}' };
    const proposal = await world.propose("feature", files);
    expect(codesOf(await world.gateOn(NOTHING, {}, proposal.number), proposal)).toEqual([
      "story_unbuilt",
    ]);
    expect(world.statusOf(proposal)).toBe("pending");
    const result = await gate(proposal, NOTHING);
    expect(codesOf(result, proposal)).toEqual(["story_unbuilt"]);
    expect(world.statusOf(proposal)).toBe("failure");
  });

  test.each([
    { when: "is closed", close: true, codes: ["closed"] },
    { when: "concerns nobody", close: false, codes: [] },
  ])("one that $when is left alone", async ({ close, codes }) => {
    const files = close ? taskFiles("price") : { "README.md": "better\n" };
    const proposal = await world.propose("docs", files);
    if (close) world.repository.pulls[proposal.number - 1]!.state = "closed";
    const result = await gate(proposal, "");
    expect(result.exitCode).toBe(0);
    expect(decisionOf(result, proposal)).toMatchObject({ decision: "nothing" });
    expect(codesOf(result, proposal)).toEqual(codes);
    expect(world.repository.pullRequest(proposal.number).comments).toEqual([]);
  });
});

test("what was verified is decided as ever", async () => {
  const proposal = await world.propose("task/price", taskFiles("price"));
  await world.prove(proposal, "price");
  const event = { event: "workflow_dispatch" } as const;
  const inputs = { "pull-request": String(proposal.number) };
  const result = await world.gate([[proposal, "price"]], { event, inputs });
  expect(decisionOf(result, proposal)).toEqual({ decision: "merge", reasons: [] });
});

test("the label goes once the pull request is merged", async () => {
  const labels = ["agent-pipeline", "needs-human"];
  const proposal = await world.propose("task/price", taskFiles("price"), { labels });
  await world.prove(proposal, "price");
  await world.gate([[proposal, "price"]]);
  expect(world.repository.pullRequest(proposal.number)).toMatchObject({
    merged: true,
    labels: ["agent-pipeline"],
  });
});

test("without a pull request a lost matrix stays an error", async () => {
  const proposal = await world.propose("feature", madeFiles("price"));
  const result = await world.gateOn("", {}, proposal.number);
  expect(result.exitCode).toBe(1);
  expect(world.statusOf(proposal)).toBeNull();
});
