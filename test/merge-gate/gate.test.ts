import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import type { Evidence } from "../../actions/shared/core/evidence.ts";
import { parseStory } from "../../actions/shared/core/story.ts";
import { runBundle, type BundleResult } from "../support/world/bundle.ts";
import { runContext } from "../support/world/run-context.ts";
import { zipOf } from "../support/zip.ts";
import { GateWorld, taskFiles, type Proposal } from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.start();
});
afterEach(() => world.stop());

interface Decided {
  readonly decision: string;
  readonly reasons: readonly { readonly code: string; readonly message: string }[];
}

const Decisions = z.record(
  z.string(),
  z.object({
    decision: z.string(),
    reasons: z.array(z.object({ code: z.string(), message: z.string() })),
  }),
);

function decisionOf(result: BundleResult, { number }: Proposal): Decided {
  const decisions = Decisions.parse(JSON.parse(result.outputs["decisions"] ?? "{}"));
  return decisions[number] ?? { decision: "absent", reasons: [] };
}

const codesOf = (result: BundleResult, proposal: Proposal): string[] =>
  decisionOf(result, proposal).reasons.map(({ code }) => code);

describe("a proven pull request", () => {
  test("is merged at the proven head, its branch deleted, and what was merged read back", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");

    const result = await world.gate([[price, "price"]]);

    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ decision: "merge", merged: "true", "failed-tasks": "" });
    expect(result.outputs["merge-sha"]).toBe(world.repository.tip("main"));
    expect(world.repository.git("rev-parse", "main^2")).toBe(price.commits.head);
    expect(world.statusOf(price)).toBe("success");
    expect(world.repository.tip("task/price")).toBeNull();
    expect(world.repository.pullRequest(price.number)).toMatchObject({ merged: true });
    expect(world.repository.pullRequest(price.number).comments[0]?.body).toContain("Gate: `merge`");
  });

  test("is merged although another task landed on the base since: nothing is tested again", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    world.repository.commit("main", { files: taskFiles("cost"), message: "Another task" });

    const result = await world.gate([[price, "price"]]);

    expect(result.outputs["decision"]).toBe("merge");
    expect(world.mainHolds("generated/cost/src/code.py")).toBe(true);
    expect(world.mainHolds("generated/price/src/code.py")).toBe(true);
  });

  test("keeps its branch when that is a person's own", async () => {
    const price = await world.propose("feature", taskFiles("price"));
    await world.prove(price, "price");
    await world.gate([[price, "price"]]);
    expect(world.repository.tip("feature")).toBe(price.commits.head);
  });

  test("keeps its branch when that moved after the merge", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    world.github.before({ method: "POST", path: /git-receive-pack$/ }, () => {
      world.repository.commit("task/price", { files: taskFiles("price", "9"), message: "Late" });
    });

    const result = await world.gate([[price, "price"]]);

    expect(result.exitCode).toBe(0);
    expect(world.repository.tip("task/price")).not.toBeNull();
    expect(result.annotations.map(({ message }) => message).join()).toContain("so it stays");
  });

  test("moves pull requests into its branch to the base before it deletes the branch", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    world.repository.commit("after", {
      from: "task/price",
      files: taskFiles("cost"),
      message: "More",
    });
    const dependant = world.repository.openPullRequest({ head: "after", base: "task/price" });
    await world.prove(price, "price");
    await world.gate([[price, "price"]]);
    expect(world.repository.pullRequest(dependant)).toMatchObject({
      state: "open",
      base: { branch: "main" },
    });
  });

  test.each(["squash", "rebase"])("is merged by %s when asked", async (method) => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    const result = await world.gate([[price, "price"]], { inputs: { "merge-method": method } });
    expect(result.outputs["decision"]).toBe("merge");
    expect(world.mainHolds("generated/price/src/code.py")).toBe(true);
    expect(world.repository.ask("rev-parse", "--verify", "--quiet", "main^2")).toBeNull();
  });

  test("two of them with different tasks are both merged in one run", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    const cost = await world.propose("task/cost", taskFiles("cost"));
    await world.prove(price, "price");
    await world.prove(cost, "cost");

    const result = await world.gate([
      [price, "price"],
      [cost, "cost"],
    ]);

    expect(decisionOf(result, price).decision).toBe("merge");
    expect(decisionOf(result, cost).decision).toBe("merge");
    expect(result.outputs["decision"]).toBe("");
    expect(world.mainHolds("generated/price/src/code.py")).toBe(true);
    expect(world.mainHolds("generated/cost/src/code.py")).toBe(true);
  });

  test("the newest evidence counts, whatever attempt made it", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price", (evidence) => ({
      ...evidence,
      verdict: "unproven",
      reasons: [{ code: "timeout", message: "" }],
    }));
    await world.prove(price, "price", undefined, 2);
    const result = await world.gate([[price, "price"]], { event: { attempt: 2 } });
    expect(result.outputs["decision"]).toBe("merge");
  });

  test("is held as flaky when the same code failed its tests in an earlier attempt", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price", (evidence) => ({
      ...evidence,
      verdict: "failed",
      reasons: [{ code: "test_failed", message: "" }],
    }));
    await world.prove(price, "price", undefined, 2);
    const result = await world.gate([[price, "price"]], { event: { attempt: 2 } });
    expect(decisionOf(result, price).decision).toBe("hold");
    expect(codesOf(result, price)).toEqual(["flaky"]);
  });

  test("is merged by the second run of the same event without a second merge", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    await world.gate([[price, "price"]]);
    const merged = world.repository.tip("main");

    const again = await world.gate([[price, "price"]]);

    expect(codesOf(again, price)).toEqual(["already_merged"]);
    expect(again.exitCode).toBe(0);
    expect(world.repository.tip("main")).toBe(merged);
  });
});

const oneTask = async (
  arrange: (proposal: Proposal) => Promise<void> | void,
  files = taskFiles("price"),
  request = {},
): Promise<{ proposal: Proposal; result: BundleResult }> => {
  const proposal = await world.propose("feature", files, request);
  await arrange(proposal);
  // GitHub starts no pull_request run for a conflict; a dispatched one meets it.
  const event = { event: "workflow_dispatch" } as const;
  return { proposal, result: await world.gate([[proposal, "price"]], { event }) };
};
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
      decision: "hold",
      codes: ["evidence_missing"],
      status: "failure",
      exitCode: 1,
    },
    {
      when: "the artifact holds no document for the task",
      given: () => oneTask(() => world.upload("price", { "cost/evidence.json": "{}" })),
      decision: "hold",
      codes: ["evidence_missing"],
      status: "failure",
      exitCode: 1,
    },
    {
      when: "the document is no JSON",
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
        oneTask(async (proposal) => {
          await proven(proposal);
          world.repository.commit("main", { files: taskFiles("price", "7"), message: "Mine" });
        }),
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
    expect(world.mainHolds("generated/price/src/code.py") && row.codes[0] !== "conflict").toBe(
      false,
    );
    expect(world.repository.pullRequest(proposal.number).merged).toBe(false);
  });

  test("a program in the task folder is held, even with evidence", async () => {
    const branch = "feature";
    world.repository.commit(branch, {
      files: { "generated/price/src/code.py": { content: "x = 1\n", mode: "100755" } },
      message: "Executable",
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
    expect(result.exitCode).toBe(1);
    expect(world.repository.pullRequest(price.number).merged).toBe(false);
  });
});

describe("races with GitHub", () => {
  const merging = { method: "PUT", path: /\/merge$/ };

  test("a head that moves while it merges is looked at again, and not merged", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    world.github.before(merging, () => {
      world.repository.commit("task/price", { files: taskFiles("price", "8"), message: "Late" });
    });
    const result = await world.gate([[price, "price"]]);
    expect(codesOf(result, price)).toEqual(["head_moved"]);
    expect(world.mainHolds("generated/price/src/code.py")).toBe(false);
  });

  test("a passing 405 is tried again, with all facts read anew", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    world.github.failNext({
      ...merging,
      status: 405,
      body: { message: "Base branch was modified. Review and try the merge again." },
    });
    const result = await world.gate([[price, "price"]]);
    expect(result.outputs["decision"]).toBe("merge");
    const reads = world.github.calls.filter(
      ({ method, path }) => method === "GET" && path.endsWith(`/pulls/${price.number}`),
    );
    expect(reads.length).toBeGreaterThanOrEqual(2);
  });

  test("a base that never rests is left for later", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    const body = { message: "Base branch was modified. Review and try the merge again." };
    world.github.failNext({ ...merging, status: 405, body, times: 9 });
    const result = await world.gate([[price, "price"]]);
    expect(decisionOf(result, price).decision).toBe("wait");
    expect(world.statusOf(price)).toBe("pending");
  });

  test("a merge whose answer got lost is found, and read back", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    world.github.before(merging, () => {
      const { head } = price.commits;
      const tree = world.repository.git("merge-tree", "--write-tree", "main", head);
      const merge = world.repository.git("commit-tree", tree, "-p", "main", "-p", head, "-m", "m");
      world.repository.git("update-ref", "refs/heads/main", merge);
      world.github.failNext({ ...merging, status: 502, body: { message: "Bad Gateway" } });
    });
    const result = await world.gate([[price, "price"]]);
    expect(result).toMatchObject({ exitCode: 0, outputs: { merged: "true" } });
    expect(world.mainHolds("generated/price/src/code.py")).toBe(true);
    expect(world.repository.tip("task/price")).toBeNull();
  });

  test("a merge that was not read back is read back by the next run", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    world.github.before(merging, () => {
      world.repository.commit("main", { files: { "requirements.txt": "six\n" }, message: "Add" });
    });
    await world.gate([[price, "price"]]);
    const again = await world.gate([[price, "price"]]);
    expect(again.exitCode).toBe(1);
    expect(codesOf(again, price)).toEqual(["already_merged", "merged_differently"]);
  });

  test("settings that change in the very moment of the merge are said loudly", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    world.github.before(merging, () => {
      const files = { ".github/agent-pipeline.yml": "mutation-score: 1\n" };
      world.repository.commit("main", { files, message: "Tighten" });
    });
    const result = await world.gate([[price, "price"]]);
    expect(codesOf(result, price)).toEqual(["merged_differently"]);
  });

  test("a rule of the repository makes it wait, in GitHub's words", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    const message = "At least 1 approving review is required by reviewers with write access.";
    world.github.failNext({ ...merging, status: 405, body: { message } });
    const result = await world.gate([[price, "price"]]);
    expect(decisionOf(result, price)).toMatchObject({
      decision: "wait",
      reasons: [{ code: "protected" }],
    });
    expect(decisionOf(result, price).reasons[0]?.message).toContain(message);
    expect(world.statusOf(price)).toBe("pending");
  });

  test("a base whose requirements change in the very moment of the merge is said loudly", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    world.github.before(merging, () => {
      world.repository.commit("main", { files: { "requirements.txt": "six\n" }, message: "Add" });
    });
    const result = await world.gate([[price, "price"]]);
    expect(result.exitCode).toBe(1);
    expect(codesOf(result, price)).toEqual(["merged_differently"]);
    expect(result.annotations.find(({ kind }) => kind === "error")?.message).toContain(
      "requirements.txt",
    );
    expect(world.repository.tip("task/price")).not.toBeNull();
  });
});

const story = (feature: string, id = "price") => JSON.stringify({ id, feature });
const made = (feature: string): Record<string, string> => {
  const read = parseStory("meta/stories/price.json", Buffer.from(story(feature)));
  if (!read.ok) throw new Error(read.problems.join());
  const ref = { story: "meta/stories/price.json", id: "price", sha256: read.story.digest };
  return {
    "generated/price/src/code.py": "VALUE = 1\n",
    "generated/price/meta/story_ref.json": JSON.stringify(ref),
  };
};
const checked = (evidence: Evidence): Evidence => ({ ...evidence, criteria: {} });

/** Two lines far enough apart that git joins changes of both. */
const lines = (first: string, last: string): string =>
  `{\n  "id": "price",\n  "feature": "${first}",\n\n\n\n\n\n\n\n  "title": "${last}"\n}\n`;

describe("stories", () => {
  test("a story and the code that was made from it are merged together", async () => {
    const files = { ...made("One"), "meta/stories/price.json": story("One") };
    const price = await world.propose("feature", files);
    await world.prove(price, "price", checked);
    const result = await world.gate([[price, "price"]]);
    expect(decisionOf(result, price)).toEqual({ decision: "merge", reasons: [] });
  });

  test("a folder made from a story counts only when its criteria were checked", async () => {
    const files = { ...made("One"), "meta/stories/price.json": story("One") };
    const price = await world.propose("feature", files);
    await world.prove(price, "price");
    const result = await world.gate([[price, "price"]]);
    expect(codesOf(result, price)).toContain("evidence_invalid");
  });

  test("a folder on the base that no run proved builds no story", async () => {
    world.repository.commit("main", { files: made("One"), message: "By hand" });
    const added = await world.propose("feature", { "meta/stories/price.json": story("One") });
    const result = await world.gateOn('{"include":[]}', {}, added.number);
    expect(codesOf(result, added)).toEqual(["story_unbuilt"]);
    expect(world.mainHolds("meta/stories/price.json")).toBe(false);
  });

  test("code of an older text waits when the story moved on, on the base", async () => {
    world.repository.commit("main", {
      files: { "meta/stories/price.json": story("One") },
      message: "Story",
    });
    const price = await world.propose("task/price", made("One"));
    await world.prove(price, "price", checked);
    world.repository.commit("main", {
      files: { "meta/stories/price.json": story("Two") },
      message: "Changed",
    });
    const result = await world.gate([[price, "price"]]);
    expect(codesOf(result, price)).toEqual(["story_unbuilt"]);
  });

  test("a story that head and base both changed is a conflict, even where git could join the lines", async () => {
    world.repository.commit("main", {
      files: { "meta/stories/price.json": lines("a", "b") },
      message: "Story",
    });
    const price = await world.propose("feature", {
      "meta/stories/price.json": lines("A", "b"),
      ...taskFiles("price"),
    });
    world.repository.commit("main", {
      files: { "meta/stories/price.json": lines("a", "B") },
      message: "Changed",
    });
    await world.prove(price, "price");
    const result = await world.gate([[price, "price"]]);
    expect(codesOf(result, price)).toEqual(["conflict"]);
  });

  test("a story whose text says the same as before asks for no code", async () => {
    world.repository.commit("main", {
      files: { "meta/stories/price.json": story("One") },
      message: "Story",
    });
    const tidy = await world.propose("feature", { "meta/stories/price.json": `${story("One")}\n` });
    const result = await world.gateOn('{"include":[]}', {}, tidy.number);
    expect(decisionOf(result, tidy)).toEqual({ decision: "nothing", reasons: [] });
    expect(world.statusOf(tidy)).toBe("success");
  });

  test("a story above the size limit waits, with its name and the limit", async () => {
    const big = await world.propose("feature", {
      "meta/stories/big.json": story("x".repeat(3e5), "big"),
    });
    const result = await world.gateOn('{"include":[]}', {}, big.number);
    expect(decisionOf(result, big).reasons[0]?.message).toMatch(/big\.json has 3\d+ bytes/);
  });
});

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
    const result = await runBundle({
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
    expect(world.statusOf(price)).toBeNull();
    expect(world.repository.tip("task/price")).toBe(price.commits.head);
    expect(world.github.calls.every(({ method }) => method === "GET")).toBe(true);
  });

  test("all bad inputs are named at once", async () => {
    const result = await world.gateOn('{"include":[]}', {
      inputs: { mode: "auto-merge", "merge-method": "octopus", "dry-run": "perhaps" },
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
