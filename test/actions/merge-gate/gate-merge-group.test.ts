// A group of a merge queue: verified afresh, and answered by a status on the commit that the queue built.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Evidence } from "../../../src/evidence/evidence.ts";
import { formatMatrix } from "../../../src/handover/matrix.ts";
import type { BundleResult } from "../../../world/bundle.ts";
import {
  entryOf,
  type Files,
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

/** What the queue builds of the base and a pull request that is in it; the number is that of the pull request. */
async function queued(files: Files): Promise<Proposal> {
  const { number } = await world.propose("feature", files);
  const base = world.repository.git("rev-parse", "main");
  const branch = `gh-readonly-queue/main/pr-${number}-${base}`;
  world.repository.commit(branch, { from: "main", files, message: "Merge it" });
  const head = world.repository.git("rev-parse", branch);
  return { number, branch, commits: { head, base, mergeBase: base } };
}

function gate(
  group: Proposal,
  tasks: readonly string[],
  inputs: Record<string, string> = {},
): Promise<BundleResult> {
  const entries = tasks.map((task) => ({ ...entryOf(group, task), "pull-request": "" }));
  return world.gateOn(formatMatrix(entries), {
    inputs,
    event: { event: "merge_group", ref: `refs/heads/${group.branch}`, workflow: "agent-ci.yml" },
  });
}

const failing = (evidence: Evidence): Evidence => ({
  ...evidence,
  verdict: "failed",
  reasons: [{ code: "test_failed", message: "assert 1 == 2" }],
});

const decisionsOf = (result: BundleResult): unknown =>
  JSON.parse(result.outputs["decisions"] ?? "");

const commentsOn = ({ number }: Proposal): string[] =>
  world.repository.pullRequest(number).comments.map(({ body }) => body);

describe("a group", () => {
  test("that is proven gets its status, and nothing else happens", async () => {
    const group = await queued(taskFiles("price"));
    await world.prove(group, "price");
    const result = await gate(group, ["price"]);
    expect(result.exitCode).toBe(0);
    expect(decisionsOf(result)).toEqual({
      [`group:${group.commits.head}`]: { decision: "nothing", reasons: [] },
    });
    expect(world.saidOf(group)).toMatchObject({ state: "success", description: "1 task proven" });
    expect(commentsOn(group)).toEqual([]);
    expect(world.calls.map(({ method }) => method)).toEqual(["GET", "GET", "POST"]);
  });

  test("without a task of ours is green at once", async () => {
    const group = await queued({ "src/app.ts": "export {};\n" });
    const result = await gate(group, []);
    expect(result.exitCode).toBe(0);
    expect(world.saidOf(group)).toMatchObject({
      state: "success",
      description: "No generated task",
    });
    expect(world.calls.map(({ method }) => method)).toEqual(["POST"]);
  });

  test("may change other files as well: whoever put it into the queue has looked", async () => {
    const group = await queued({ ...taskFiles("price"), "src/app.ts": "export {};\n" });
    await world.prove(group, "price");
    await gate(group, ["price"]);
    expect(world.statusOf(group)).toBe("success");
  });

  test.each<{ when: string; given: () => Promise<Proposal>; code: string }>([
    {
      when: "whose tests fail",
      given: async () => {
        const group = await queued(taskFiles("price"));
        await world.prove(group, "price", failing);
        return group;
      },
      code: "not_passed",
    },
    {
      when: "without evidence",
      given: () => queued(taskFiles("price")),
      code: "evidence_missing",
    },
    {
      when: "with the evidence of the pull request alone",
      given: async () => {
        const group = await queued(taskFiles("price"));
        const proposal = { ...group, commits: world.commitsOf("feature") };
        await world.prove(proposal, "price");
        return group;
      },
      code: "evidence_stale",
    },
  ])("$when is refused, and its pull request is told", async ({ given, code }) => {
    const group = await given();
    const result = await gate(group, ["price"]);
    // Whoever requires the job in the place of the status is told the same.
    expect(result.exitCode).toBe(1);
    expect(decisionsOf(result)).toMatchObject({
      [`group:${group.commits.head}`]: { decision: "nothing", reasons: [{ code }] },
    });
    expect(world.saidOf(group)).toMatchObject({
      state: "failure",
      description: `${code}: not to be merged`,
    });
    const [comment = ""] = commentsOn(group);
    expect(comment).toContain("Gate: merge queue");
    expect(comment).toContain(code);
    expect(result.outputs["failed-tasks"]).toBe("price");
  });

  test("of several pull requests is refused, and all of them are told, but no other", async () => {
    world = await GateWorld.startWithGit();
    const { repository } = world;
    const first = await world.propose("one", taskFiles("price"));
    const titled = await world.propose("two", taskFiles("tax"));
    repository.commit("dev", { from: "main", files: { dev: "1\n" }, message: "Begin dev" });
    const elsewhere = await world.propose("three", taskFiles("fee"), { base: "dev" });
    const moved = await world.propose("four", taskFiles("vat"));
    const victim = await world.propose("five", taskFiles("toll"));
    const last = await world.propose("six", taskFiles("cost"));
    const base = repository.git("rev-parse", "main");
    /** As git keeps a merge: what was there, and what was brought in. */
    const merged = (onto: string, brought: string | null, message: string): string => {
      const parents = brought === null ? [onto] : [onto, brought];
      const tree = repository.git("rev-parse", `${brought ?? last.commits.head}^{tree}`);
      const named = parents.flatMap((parent) => ["-p", parent]);
      return repository.git("commit-tree", tree, ...named, "-m", message);
    };
    const groups: readonly (readonly [string | null, string])[] = [
      [first.commits.head, `Merge pull request #${first.number} from octo/one\n\nPrice`],
      [titled.commits.head, `Tax (#${elsewhere.number}) (#${titled.number})`],
      [elsewhere.commits.head, `Fee (#${elsewhere.number})`],
      [moved.commits.base, `Merge pull request #${moved.number} from octo/four`],
      // Whoever wrote a commit that the queue rebases says in it what he likes.
      [null, `Merge pull request #${victim.number} from octo/five`],
      [null, `Cost (#${victim.number})`],
    ];
    const head = groups.reduce((onto, [brought, message]) => merged(onto, brought, message), base);
    const branch = `gh-readonly-queue/main/pr-${last.number}-${base}`;
    repository.git("update-ref", `refs/heads/${branch}`, head);
    await gate({ ...last, branch, commits: { head, base, mergeBase: base } }, []);
    for (const told of [first, titled, last]) {
      expect(commentsOn(told).join()).toContain("Gate: merge queue");
      expect(repository.pullRequest(told.number).labels).toContain("needs-human");
    }
    for (const untold of [elsewhere, moved, victim]) {
      expect(commentsOn(untold)).toEqual([]);
      expect(repository.pullRequest(untold.number).labels).not.toContain("needs-human");
    }
  });

  test("with a task that the matrix does not name is refused", async () => {
    const group = await queued({ ...taskFiles("price"), ...taskFiles("cost") });
    await world.prove(group, "price");
    await gate(group, ["price"]);
    expect(world.statusOf(group)).toBe("failure");
  });

  test("with a story that has no code is refused", async () => {
    const group = await queued({ "meta/stories/x.json": '{"id":"x","feature":"X"}' });
    await gate(group, []);
    expect(world.saidOf(group)?.description).toBe("story_unbuilt: not to be merged");
  });

  test("starts nothing, whatever is found", async () => {
    const group = await queued(madeFiles("price"));
    await world.prove(group, "price", failing);
    const result = await gate(group, ["price"]);
    expect(result.outputs["next-runs"]).toBe("[]");
    expect(world.journalOf(group)).toEqual([]);
  });

  test("of a dry run is only spoken of", async () => {
    const group = await queued(taskFiles("price"));
    await gate(group, ["price"], { "dry-run": "true" });
    expect(world.statusOf(group)).toBeNull();
    expect(commentsOn(group)).toEqual([]);
  });

  test("is built on the group ahead of it, whose tasks are not asked about again", async () => {
    const ahead = await queued(taskFiles("cost"));
    const { number } = await world.propose("second", taskFiles("price"));
    const base = ahead.commits.head;
    const branch = `gh-readonly-queue/main/pr-${number}-${base}`;
    world.repository.commit(branch, {
      from: ahead.branch,
      files: { "generated/price/src/code.py": "VALUE = 1\n" },
      message: "Merge it",
    });
    const head = world.repository.git("rev-parse", branch);
    const group = { number, branch, commits: { head, base, mergeBase: base } };
    await world.prove(group, "price");
    const matrix = formatMatrix([{ ...entryOf(group, "price"), "pull-request": "" }]);
    await world.gateOn(matrix, {
      event: { event: "merge_group", ref: `refs/heads/${branch}`, before: base },
    });
    expect(world.saidOf(group)).toMatchObject({ state: "success", description: "1 task proven" });
  });
});

test("with a queue a proven pull request waits for a person's click, and keeps its success", async () => {
  const proposal = await world.propose("task/price", taskFiles("price"));
  await world.prove(proposal, "price");
  const body = { message: "Changes must be made through the merge queue" };
  world.github.failNext({ method: "PUT", path: /\/merge$/, status: 405, body });
  const result = await world.gate([[proposal, "price"]]);
  expect(result.exitCode).toBe(0);
  expect(decisionsOf(result)).toMatchObject({
    [proposal.number]: { decision: "wait", reasons: [{ code: "queue_required" }] },
  });
  expect(world.statusOf(proposal)).toBe("success");
  expect(commentsOn(proposal).join()).toContain("add the pull request to the queue");
});
