import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseConfig, verifySettingsDigest } from "../../../src/config/config.ts";
import type { Evidence } from "../../../src/evidence/evidence.ts";
import { inputsDigestOf } from "../../../src/evidence/verification-inputs.ts";
import { runBundle } from "../../../world/bundle.ts";
import { codesOf, decisionOf, GateWorld, taskFiles } from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.startWithGit();
});
afterEach(() => world.stop());

const failing = (evidence: Evidence): object => ({
  ...evidence,
  verdict: "failed",
  reasons: [{ code: "test_failed", message: "" }],
});

describe("a proven pull request", () => {
  test("is merged at the proven head, its branch deleted, and what was merged read back", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");

    const result = await world.gate([[price, "price"]], { run: runBundle });

    expect(result.exitCode).toBe(0);
    expect(result.outputs).toMatchObject({ decision: "merge", merged: "true", "failed-tasks": "" });
    expect(result.outputs["merge-sha"]).toBe(world.repository.tip("main"));
    expect(world.repository.git("rev-parse", "main^2")).toBe(price.commits.head);
    expect(world.statusOf(price)).toBe("success");
    expect(world.repository.tip("task/price")).toBeNull();
    expect(world.repository.pullRequest(price.number)).toMatchObject({ merged: true });
    expect(world.repository.pullRequest(price.number).comments[0]?.body).toContain(
      "Merged: 1 of 1 task proven",
    );
  });

  test("is merged although a shared input is gone since before it was verified", async () => {
    const settings = 'shared-inputs: ["data/*.csv"]\n';
    const config = { ".github/agent-pipeline.yml": settings, "data/x.csv": "1\n" };
    world.repository.commit("main", { files: config, message: "Share" });
    const proposal = await world.propose("task/price", taskFiles("price"));
    world.repository.commit("main", { files: { "data/x.csv": null }, message: "Drop" });
    const price = { ...proposal, commits: world.commitsOf("task/price") };
    await world.prove(price, "price", (evidence) => {
      const inputs = {
        ...evidence.inputs!,
        config: verifySettingsDigest(parseConfig(settings)),
        shared: { ...evidence.inputs!.shared, "data/x.csv": null },
      };
      return { ...evidence, inputs, inputsDigest: inputsDigestOf(inputs) };
    });
    const result = await world.gate([[price, "price"]]);
    expect(decisionOf(result, price)).toEqual({ decision: "merge", reasons: [] });
    expect(result.exitCode).toBe(0);
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

  test.each([
    { when: "failed its tests in an earlier attempt", attempts: [1, 2] },
    { when: "passed in an earlier attempt and fails now", attempts: [2, 1] },
  ] as const)("is held as flaky when the same code $when", async ({ attempts }) => {
    const [failed, passed] = attempts;
    const price = await world.propose("task/price", taskFiles("price"));
    const upload = {
      [failed]: () => world.prove(price, "price", failing, failed),
      [passed]: () => world.prove(price, "price", undefined, passed),
    };
    await upload[1]?.();
    await upload[2]?.();
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

const same = (evidence: Evidence): object => evidence;
const ofOtherRun = (evidence: Evidence): object => ({
  ...evidence,
  run: { ...evidence.run, id: "7" },
});

describe("a pull request of two tasks that a person merged before the gate looked", () => {
  test.each([
    { when: "both are proven", changes: [same, same], said: "success", hasStatement: true },
    { when: "one failed", changes: [same, failing], said: null, hasStatement: true },
    {
      when: "what was proven was so in another run",
      changes: [ofOtherRun, ofOtherRun],
      said: null,
      hasStatement: false,
    },
  ])("is called no more than proven where $when", async ({ changes, said, hasStatement }) => {
    const both = await world.propose("both", { ...taskFiles("price"), ...taskFiles("tax") });
    await world.prove(both, "price", changes[0]);
    await world.prove(both, "tax", changes[1]);
    const { url, token } = world.github;
    await fetch(`${url}/repos/${world.repository.name}/pulls/${both.number}/merge`, {
      method: "PUT",
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ sha: both.commits.head }),
    });
    expect(world.repository.pullRequest(both.number).merged).toBe(true);

    const result = await world.gate([[both, "price", "tax"]]);

    expect(world.statusOf(both)).toBe(said);
    expect(result.outputs["test-result-sha256"] !== "").toBe(hasStatement);
  });
});
