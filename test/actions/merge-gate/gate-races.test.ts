import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runBundle } from "../../../world/bundle.ts";
import { codesOf, decisionOf, GateWorld, taskFiles } from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.start();
});
afterEach(() => world.stop());

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

  test.each([
    { when: "before", isBefore: true },
    { when: "while", isBefore: false },
  ])("what a person decides $when the evidence is downloaded counts", async ({ isBefore }) => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    const { url, token } = world.github;
    const label = `${url}/repos/${world.repository.name}/issues/${price.number}/labels/agent-pipeline`;
    const veto = async (): Promise<void> => {
      const headers = { authorization: `Bearer ${token}` };
      expect(await fetch(label, { method: "DELETE", headers })).toMatchObject({ ok: true });
    };
    const downloading = { method: "GET", path: /\/artifacts\/\d+\/zip$/ };
    if (isBefore) await veto();
    else world.github.after(downloading, veto);
    const result = await world.gate([[price, "price"]]);
    expect(codesOf(result, price)).toEqual(["not_ours"]);
    expect(world.repository.pullRequest(price.number).merged).toBe(false);
  });

  test("a base that moves while the evidence is downloaded is the one that counts", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    world.github.after({ method: "GET", path: /\/artifacts\/\d+\/zip$/ }, () => {
      world.repository.commit("main", { files: { "requirements.txt": "six\n" }, message: "Add" });
    });
    const result = await world.gate([[price, "price"]]);
    expect(codesOf(result, price)).toEqual(["inputs_changed"]);
  });

  test("of a head that is gone nothing is downloaded, and GitHub is asked once", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    world.repository.commit("task/price", { files: taskFiles("price", "8"), message: "Late" });
    const result = await world.gate([[price, "price"]]);
    expect(codesOf(result, price)).toEqual(["head_moved"]);
    expect(world.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `GET /repos/${world.repository.name}/pulls/${price.number}`,
    ]);
  });

  test("a merge with clean-up takes nine calls of the API", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    const result = await world.gate([[price, "price"]]);
    expect(result.outputs["merged"]).toBe("true");
    expect(world.calls.length).toBeLessThanOrEqual(9);
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
    const reads = world.calls.filter(
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
    expect(codesOf(result, price)).toEqual(["base_moved"]);
    expect(world.statusOf(price)).toBe("success");
  });

  test.each([
    { times: 2, decision: "merge", codes: [] },
    { times: 3, decision: "hold", codes: ["conflict"] },
  ])(
    "what GitHub has not computed yet is asked for again: refused $times times, $decision",
    async ({ times, decision, codes }) => {
      const price = await world.propose("task/price", taskFiles("price"));
      await world.prove(price, "price");
      const body = { message: "Pull Request is not mergeable" };
      world.github.failNext({ ...merging, status: 405, body, times });
      const result = await world.gate([[price, "price"]]);
      expect(decisionOf(result, price).decision).toBe(decision);
      expect(codesOf(result, price)).toEqual(codes);
    },
  );

  test("what GitHub refuses with 422 is said in its words, and no bug", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    const message =
      "Repository rule violations found\n\nChanges must be made through the merge queue\n\n";
    world.github.failNext({ ...merging, status: 422, body: { message } });
    const result = await world.gate([[price, "price"]]);
    expect(decisionOf(result, price)).toEqual({
      decision: "wait",
      reasons: [
        {
          code: "queue_required",
          message: "GitHub does not merge it: Changes must be made through the merge queue",
        },
      ],
    });
    expect(result.exitCode).toBe(0);
  });

  test("a merge whose answer got lost is found, and read back", async () => {
    world = await GateWorld.startWithGit();
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

  test("a GitHub that never says whether it merged is named, and the job can be run again", async () => {
    world = await GateWorld.startWithGit();
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    world.github.failNext({ ...merging, status: 502, body: { message: "Bad Gateway" }, times: 3 });
    const result = await world.gate([[price, "price"]], { run: runBundle });
    expect(result.exitCode).toBe(1);
    const said = result.annotations.map(({ message }) => message).join("\n");
    expect(said).toMatch(/GitHub did not merge #\d+ in 3 tries, and said: .*Bad Gateway/);
    expect(said).toContain("Run this job again");
    const again = await world.gate([[price, "price"]]);
    expect(again.outputs).toMatchObject({ decision: "merge", merged: "true" });
  });

  test("what GitHub refuses at last is said, whatever answers got lost before", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    const message = "At least 1 approving review is required by reviewers with write access.";
    world.github.failNext({ ...merging, status: 502, body: { message: "Bad Gateway" }, times: 2 });
    world.github.failNext({ ...merging, status: 405, body: { message } });
    const result = await world.gate([[price, "price"]]);
    expect(decisionOf(result, price)).toMatchObject({
      decision: "wait",
      reasons: [{ code: "review_missing" }],
    });
    expect(result.exitCode).toBe(0);
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
      reasons: [{ code: "review_missing" }],
    });
    expect(decisionOf(result, price).reasons[0]?.message).toContain(message);
    // Everything is proven: a person's click must not fail for want of our status.
    expect(world.statusOf(price)).toBe("success");
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
