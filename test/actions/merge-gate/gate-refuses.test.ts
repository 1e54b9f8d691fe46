import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type BundleResult, runBundle } from "../../../world/bundle.ts";
import type { RunEvent } from "../../../world/run-context.ts";
import { mutantResult } from "../../support/evidence.ts";
import { zipOf } from "../../support/zip.ts";
import { checked, codesOf, decisionOf, GateWorld, taskFiles, type Proposal } from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.start();
});
afterEach(() => world.stop());

const oneTask = async (
  arrange: (proposal: Proposal) => Promise<void> | void,
  files = taskFiles("price"),
  request = {},
  event: Partial<RunEvent> = {},
): Promise<{ proposal: Proposal; result: BundleResult }> => {
  const proposal = await world.propose("feature", files, request);
  await arrange(proposal);
  return { proposal, result: await world.gate([[proposal, "price"]], { event }) };
};
const dispatched = { event: "workflow_dispatch", ref: "refs/heads/feature" } as const;
const proven = (proposal: Proposal): Promise<void> => world.prove(proposal, "price");

describe("what is not proven is not merged", () => {
  interface Case {
    readonly when: string;
    readonly given: () => Promise<{ proposal: Proposal; result: BundleResult }>;
    readonly decision: string;
    readonly codes: readonly string[];
    readonly status: string | null;
    readonly exitCode: number;
  }

  const cases: readonly Case[] = [
    {
      when: "no artifact was uploaded",
      given: () => oneTask(() => {}),
      decision: "reverify",
      codes: ["evidence_missing"],
      status: "pending",
      exitCode: 0,
    },
    {
      when: "the artifact holds no document for the task",
      given: () => oneTask(() => world.upload("price", { "cost/evidence.json": "{}" })),
      decision: "reverify",
      codes: ["evidence_missing"],
      status: "pending",
      exitCode: 0,
    },
    {
      when: "the document is not valid JSON",
      given: () => oneTask(() => world.upload("price", { "price/evidence.json": "passed" })),
      decision: "hold",
      codes: ["evidence_invalid"],
      status: "failure",
      exitCode: 1,
    },
    {
      when: "the document lacks a field",
      given: () =>
        oneTask((proposal) =>
          world.prove(proposal, "price", ({ canary, ...rest }) => ({ ...rest, canaries: canary })),
        ),
      decision: "hold",
      codes: ["evidence_invalid"],
      status: "failure",
      exitCode: 1,
    },
    {
      when: "the document says passed although its canary passed, too",
      given: () =>
        oneTask((proposal) =>
          world.prove(proposal, "price", (evidence) => ({
            ...evidence,
            canary: { outcome: "passed" },
          })),
        ),
      decision: "hold",
      codes: ["evidence_invalid"],
      status: "failure",
      exitCode: 1,
    },
    {
      when: "the document says passed although its tests notice less than the config demands",
      given: () =>
        oneTask((proposal) =>
          world.prove(proposal, "price", (evidence) => ({
            ...evidence,
            mutants: ["killed", "survived", "survived", "survived"].map((outcome) => ({
              ...mutantResult(),
              outcome,
            })),
            mutationScore: 0.25,
          })),
        ),
      decision: "hold",
      codes: ["evidence_invalid"],
      status: "failure",
      exitCode: 1,
    },
    {
      when: "the document states another digest than that of its inputs",
      given: () =>
        oneTask((proposal) =>
          world.prove(proposal, "price", (evidence) => ({
            ...evidence,
            inputsDigest: `sha256:${"0".repeat(64)}`,
          })),
        ),
      decision: "hold",
      codes: ["evidence_invalid"],
      status: "failure",
      exitCode: 1,
    },
    {
      when: "the evidence is of another commit",
      given: () =>
        oneTask((proposal) =>
          world.prove(proposal, "price", (evidence) => ({ ...evidence, head: "d".repeat(40) })),
        ),
      decision: "hold",
      codes: ["evidence_stale"],
      status: "failure",
      exitCode: 1,
    },
    {
      when: "a test failed",
      given: () =>
        oneTask((proposal) =>
          world.prove(proposal, "price", (evidence) => ({
            ...evidence,
            verdict: "failed",
            reasons: [{ code: "test_failed", message: "assert 1 == 2" }],
          })),
        ),
      decision: "retry",
      codes: ["not_passed"],
      status: "failure",
      exitCode: 0,
    },
    {
      when: "only some tests were run",
      given: () =>
        oneTask((proposal) =>
          world.prove(proposal, "price", (evidence) => ({
            ...evidence,
            verdict: "unproven",
            reasons: [{ code: "partial_selection", message: "1 of 2" }],
          })),
        ),
      decision: "nothing",
      codes: ["partial_selection"],
      status: null,
      exitCode: 0,
    },
    {
      when: "requirements.txt changed on the base since",
      given: () =>
        oneTask(async (proposal) => {
          await proven(proposal);
          world.repository.commit("main", {
            files: { "requirements.txt": "six\n" },
            message: "Add",
          });
        }),
      decision: "reverify",
      codes: ["inputs_changed"],
      status: "pending",
      exitCode: 0,
    },
    {
      when: "the base changed the same task since",
      given: () =>
        oneTask(
          async (proposal) => {
            await proven(proposal);
            world.repository.commit("main", { files: taskFiles("price", "7"), message: "Mine" });
          },
          taskFiles("price"),
          {},
          // GitHub starts no pull_request run for a conflict; a dispatched one meets it.
          dispatched,
        ),
      decision: "hold",
      codes: ["conflict"],
      status: "failure",
      exitCode: 1,
    },
    {
      when: "the head moved since",
      given: () =>
        oneTask(async (proposal) => {
          await proven(proposal);
          world.repository.commit("feature", { files: taskFiles("price", "8"), message: "More" });
        }),
      decision: "nothing",
      codes: ["head_moved"],
      status: null,
      exitCode: 0,
    },
    {
      when: "another file changed as well",
      given: () => oneTask(proven, { ...taskFiles("price"), "README.md": "hello\n" }),
      decision: "hold",
      codes: ["out_of_scope"],
      status: "failure",
      exitCode: 1,
    },
    {
      when: "a second task has no evidence",
      given: () => oneTask(proven, { ...taskFiles("price"), ...taskFiles("cost") }),
      decision: "hold",
      codes: ["evidence_missing"],
      status: "failure",
      exitCode: 1,
    },
    {
      when: "another file changed, and a test failed as well",
      given: () =>
        oneTask(
          (proposal) =>
            world.prove(proposal, "price", (evidence) => ({
              ...evidence,
              verdict: "failed",
              reasons: [{ code: "test_failed", message: "assert 1 == 2" }],
            })),
          { ...taskFiles("price"), "README.md": "hello\n" },
        ),
      decision: "hold",
      codes: ["out_of_scope", "not_passed"],
      status: "failure",
      exitCode: 1,
    },
    {
      when: "a dispatch was asked for one of its two tasks",
      given: () => oneTask(proven, { ...taskFiles("price"), ...taskFiles("cost") }, {}, dispatched),
      decision: "nothing",
      codes: ["partial_selection"],
      status: null,
      exitCode: 0,
    },
    {
      when: "a dispatch was asked for a task that it does not change",
      given: async () => {
        world.repository.commit("main", { files: taskFiles("price"), message: "Present" });
        return oneTask(proven, taskFiles("cost"), {}, dispatched);
      },
      decision: "nothing",
      codes: ["partial_selection"],
      status: null,
      exitCode: 0,
    },
    {
      when: "the matrix names a task that it does not change",
      given: async () => {
        world.repository.commit("main", { files: taskFiles("price"), message: "Present" });
        return oneTask(proven, taskFiles("cost"));
      },
      decision: "hold",
      codes: ["evidence_missing", "evidence_invalid"],
      status: "failure",
      exitCode: 1,
    },
    {
      when: "a story in it was not built",
      given: () =>
        oneTask(proven, {
          ...taskFiles("price"),
          "meta/stories/new.json": JSON.stringify({ id: "new", feature: "Something" }),
        }),
      decision: "wait",
      codes: ["story_unbuilt"],
      status: "pending",
      exitCode: 0,
    },
    {
      when: "its story changed after the code was made",
      given: () =>
        oneTask((proposal) => world.prove(proposal, "price", checked), {
          ...taskFiles("price"),
          "generated/price/meta/story_ref.json": JSON.stringify({
            story: "meta/stories/price.json",
            id: "price",
            sha256: `sha256:${"0".repeat(64)}`,
          }),
          "meta/stories/price.json": JSON.stringify({ id: "price", feature: "Newer" }),
        }),
      decision: "wait",
      codes: ["story_unbuilt"],
      status: "pending",
      exitCode: 0,
    },
    {
      when: "a task is deleted",
      given: async () => {
        world.repository.commit("main", { files: taskFiles("old"), message: "Old" });
        return oneTask(proven, {
          ...taskFiles("price"),
          "generated/old/src/code.py": null,
          "generated/old/tests/test_story.py": null,
        });
      },
      decision: "hold",
      codes: ["out_of_scope"],
      status: "failure",
      exitCode: 1,
    },
    {
      when: "it is a draft",
      given: () => oneTask(proven, taskFiles("price"), { draft: true }),
      decision: "nothing",
      codes: ["draft"],
      status: "success",
      exitCode: 0,
    },
    {
      when: "a person took the label off",
      given: () => oneTask(proven, taskFiles("price"), { labels: [] }),
      decision: "nothing",
      codes: ["not_ours"],
      status: "success",
      exitCode: 0,
    },
  ];

  test.each(cases)("$decision, $codes, when $when", async (row) => {
    const { proposal, result } = await row.given();
    expect({
      decision: decisionOf(result, proposal).decision,
      codes: codesOf(result, proposal),
      status: world.statusOf(proposal),
      exitCode: result.exitCode,
      merged: result.outputs["merged"],
    }).toEqual({
      decision: row.decision,
      codes: row.codes,
      status: row.status,
      exitCode: row.exitCode,
      merged: "false",
    });
    expect(world.repository.ask("merge-base", "--is-ancestor", "feature", "main")).toBeNull();
    expect(world.repository.pullRequest(proposal.number).merged).toBe(false);
  });

  test("a program in the task folder is held, even with evidence", async () => {
    world = await GateWorld.startWithGit();
    const branch = "feature";
    world.repository.commit(branch, {
      files: { "generated/price/src/code.py": { content: "x = 1\n", mode: "100755" } },
      message: "Executable",
    });
    const number = world.repository.openPullRequest({ head: branch, labels: ["agent-pipeline"] });
    const proposal = { number, branch, commits: world.commitsOf(branch) };
    await world.prove(proposal, "price");
    const result = await world.gate([[proposal, "price"]], { run: runBundle });
    expect(codesOf(result, proposal)).toEqual(["bad_mode"]);
    expect(result.exitCode).toBe(1);
  });

  test("a task folder of too many files is held, and not listed to its end", async () => {
    const branch = "feature";
    const names = Array.from({ length: 201 }, (_, index) => `generated/price/src/m${index}.py`);
    world.repository.commit(branch, {
      files: Object.fromEntries(names.map((name) => [name, "x = 1\n"])),
      message: "Many",
    });
    const number = world.repository.openPullRequest({ head: branch, labels: ["agent-pipeline"] });
    const proposal = { number, branch, commits: world.commitsOf(branch) };
    await world.prove(proposal, "price");
    const result = await world.gate([[proposal, "price"]]);
    expect(codesOf(result, proposal)).toEqual(["bad_mode"]);
  });

  test("a fork is never merged, and nothing is posted on it", async () => {
    const fork = world.github.createRepository("mallory/app", { forkOf: world.repository });
    fork.commit("feature", { files: taskFiles("price"), message: "From outside" });
    const number = world.repository.openPullRequest({
      head: "feature",
      fork,
      labels: ["agent-pipeline"],
    });
    const result = await world.gateOn('{"include":[]}', {}, number);
    expect(JSON.parse(result.outputs["decisions"] ?? "")).toMatchObject({
      [number]: { decision: "nothing", reasons: [{ code: "fork" }] },
    });
    expect(result.exitCode).toBe(0);
    expect(world.repository.statuses(world.repository.pullRequest(number).head.sha)).toEqual([]);
  });

  test("evidence of an earlier run does not count", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    const later = world.github.runs.nextId();
    const result = await world.gate([[price, "price"]], { event: { runId: later } });
    expect(codesOf(result, price)).toEqual(["evidence_missing"]);
  });

  test.each([40, 300, -1])(
    "an artifact that was cut off at byte %i ends in a reason within seconds",
    async (length) => {
      const price = await world.propose("task/price", taskFiles("price"));
      await world.prove(price, "price");
      const [artifact] = world.github.artifacts.ofRun(world.runId);
      const content = world.github.artifacts.content(artifact!.id).subarray(0, length);
      world.github.artifacts.add({ runId: world.runId, attempt: 2 }, "evidence-price", content);
      const began = performance.now();
      const result = await world.gate([[price, "price"]]);
      expect(decisionOf(result, price)).toMatchObject({
        decision: "hold",
        reasons: [
          {
            code: "evidence_invalid",
            message: expect.stringContaining("ends in the middle") as unknown,
          },
        ],
      });
      expect(world.statusOf(price)).toBe("failure");
      expect(performance.now() - began).toBeLessThan(20_000);
    },
  );

  test("an artifact whose content does not have the digest that GitHub states is refused", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    const [artifact] = world.github.artifacts.ofRun(world.runId);
    world.github.artifacts.add(
      { runId: world.runId, attempt: 2 },
      "evidence-price",
      zipOf({ "price/evidence.json": "forged" }),
      artifact?.digest,
    );
    const result = await world.gate([[price, "price"]]);
    expect(decisionOf(result, price)).toMatchObject({
      decision: "hold",
      reasons: [
        { code: "evidence_invalid", message: expect.stringContaining("the digest") as unknown },
      ],
    });
    expect(world.repository.pullRequest(price.number).merged).toBe(false);
  });
});
