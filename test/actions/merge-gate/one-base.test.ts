import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseConfig, verifySettingsDigest } from "../../../src/config/config.ts";
import type { Evidence } from "../../../src/evidence/evidence.ts";
import { inputsDigestOf } from "../../../src/evidence/verification-inputs.ts";
import { parseStory } from "../../../src/story/story.ts";
import {
  checked,
  codesOf,
  decisionOf,
  type Files,
  GateWorld,
  type Proposal,
  taskFiles,
} from "./gate-world.ts";

// Config, candidate and merge base are those of one commit: the tip that the base had when a look began.
let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.startWithGit();
});
afterEach(() => world.stop());

const SETTINGS = "mutation-score: 1\n";
const CONFIG = { ".github/agent-pipeline.yml": SETTINGS };
const merging = { method: "PUT", path: /\/merge$/ };
const fetching = { method: "POST", path: /git-upload-pack$/ };

/** Evidence that was made with these settings. */
const madeWith =
  (yaml: string | null) =>
  (evidence: Evidence): object => {
    if (evidence.inputs === null) throw new Error("It has inputs");
    const config = verifySettingsDigest(parseConfig(yaml));
    const inputs = { ...evidence.inputs, config };
    return { ...evidence, inputs, inputsDigest: inputsDigestOf(inputs) };
  };

/** A text of the story `price`, and a task folder that was made from it. */
function built(task: string, feature: string): { readonly story: Files; readonly task: Files } {
  const path = "meta/stories/price.json";
  const text = JSON.stringify({ id: "price", feature });
  const read = parseStory(path, Buffer.from(text));
  if (!read.ok) throw new Error(read.problems.join());
  const ref = JSON.stringify({ story: path, id: "price", sha256: read.story.digest });
  return {
    story: { [path]: text },
    task: { ...taskFiles(task), [`generated/${task}/meta/story_ref.json`]: ref },
  };
}

describe("the base", () => {
  test("is asked for once a look: settings that it gets in the middle of it are none of that look's", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    // Two requests are about the verified head, before the evidence is downloaded; the next one names the tip of the base,
    // and the one after that brings it.
    const tighten = (): void =>
      void world.repository.commit("main", { files: CONFIG, message: "Tighten" });
    const afterRequests = (count: number): void =>
      world.github.before(fetching, count === 0 ? tighten : () => afterRequests(count - 1));
    afterRequests(3);
    const result = await world.gate([[price, "price"]]);
    // Decided by the tip that was asked for, and found out when what was merged is read back.
    expect(decisionOf(result, price).decision).toBe("merge");
    expect(codesOf(result, price)).toEqual(["merged_differently"]);
  });

  test("is asked for again at the next look", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    world.github.before(merging, () => {
      world.repository.commit("main", { files: CONFIG, message: "Tighten" });
      const body = { message: "Base branch was modified. Review and try the merge again." };
      world.github.failNext({ ...merging, status: 405, body });
    });
    const result = await world.gate([[price, "price"]]);
    expect(decisionOf(result, price).decision).toBe("reverify");
    expect(codesOf(result, price)).toEqual(["inputs_changed"]);
    expect(world.repository.pullRequest(price.number).merged).toBe(false);
  });

  test("is asked for again after a merge of ours, which may change what the next one depends on", async () => {
    world.repository.commit("main", { files: built("price", "One").story, message: "Story" });
    const [now, before] = [built("price", "Two"), built("price-r2", "One")];
    const first = await world.propose("feature", { ...now.story, ...now.task });
    const second = await world.propose("other", before.task);
    await world.prove(first, "price", checked);
    await world.prove(second, "price-r2", checked);
    const result = await world.gate([
      [first, "price"],
      [second, "price-r2"],
    ]);
    expect(decisionOf(result, first)).toEqual({ decision: "merge", reasons: [] });
    expect(codesOf(result, second)).toEqual(["story_unbuilt"]);
    expect(world.repository.pullRequest(second.number).merged).toBe(false);
  });

  test.each([
    { settings: "its own", evidence: SETTINGS, decision: "merge" },
    { settings: "those of the default branch", evidence: null, decision: "reverify" },
  ])(
    "is the pull request's own, not the default branch: made with $settings, $decision",
    async ({ evidence, decision }) => {
      world.repository.commit("release", { from: "main", files: CONFIG, message: "Strict" });
      const base = world.repository.git("rev-parse", "release");
      world.repository.commit("task/price", {
        from: "release",
        files: taskFiles("price"),
        message: "Price",
      });
      const number = world.repository.openPullRequest({
        head: "task/price",
        base: "release",
        labels: ["agent-pipeline"],
      });
      const head = world.repository.git("rev-parse", "task/price");
      const price: Proposal = {
        number,
        branch: "task/price",
        commits: { head, base, mergeBase: base },
      };
      await world.prove(price, "price", madeWith(evidence));
      const result = await world.gate([[price, "price"]]);
      expect(decisionOf(result, price).decision).toBe(decision);
    },
  );
});

test("a success names the base that it was shown for, and one for the next base comes after it", async () => {
  world.repository.commit("dev", { files: { "dev.md": "dev\n" }, message: "Begin dev" });
  const price = await world.propose("feature", taskFiles("price"), { base: "dev", draft: true });
  const onDev = { ...price, commits: { ...price.commits, ...mergeOf("dev") } };
  await world.prove(onDev, "price");
  await world.gate([[onDev, "price"]]);
  expect(world.saidOf(price)).toMatchObject({
    state: "success",
    description: "1 task proven (into dev)",
  });
  const { url, token } = world.github;
  const answer = await fetch(`${url}/repos/${world.repository.name}/pulls/${price.number}`, {
    method: "PATCH",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ base: "main" }),
  });
  expect(answer.ok).toBe(true);
  const event = { action: "edited", formerBase: "dev" };
  await world.gate([[price, "price"]], { event });
  expect(world.saidOf(price)).toMatchObject({ description: "1 task proven (into main)" });
});

/** What the base and the merge base of `feature` are with another branch than `main`. */
function mergeOf(branch: string): { readonly base: string; readonly mergeBase: string } {
  return {
    base: world.repository.git("rev-parse", branch),
    mergeBase: world.repository.git("merge-base", branch, "feature"),
  };
}
