import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formatMatrix, type MatrixEntry } from "../../../src/handover/matrix.ts";
import { parseStory } from "../../../src/story/story.ts";
import { isTaskId } from "../../../src/task/task-id.ts";
import { GitCalls } from "../../support/git-calls.ts";
import {
  checked,
  decisionOf,
  entryOf,
  type Files,
  GateWorld,
  type Proposal,
  taskFiles,
} from "./gate-world.ts";

let world: GateWorld;

beforeEach(async () => {
  world = await GateWorld.startWithGit();
});
afterEach(() => world.stop());

/** A story, its code, and what the code says about it. */
function built(id: string): Files {
  const path = `meta/stories/${id}.json`;
  const text = JSON.stringify({ id, feature: `What ${id} is for` });
  const read = parseStory(path, Buffer.from(text));
  if (!read.ok) throw new Error(read.problems.join());
  const ref = JSON.stringify({ story: path, id, sha256: read.story.digest });
  return { ...taskFiles(id), [path]: text, [`generated/${id}/meta/story_ref.json`]: ref };
}

const ids = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`);

/** A pull request with so many stories and their code, proven by one job. */
async function proposed(
  name: string,
  count: number,
): Promise<{ proposal: Proposal; entry: MatrixEntry }> {
  const tasks = ids(name, count);
  // A folder without a story lets all stories be looked at.
  const files = tasks.reduce<Files>(
    (all, task) => ({ ...all, ...built(task) }),
    taskFiles(`${name}-own`),
  );
  const proposal = await world.propose(`story/${name}`, files);
  const all = [`${name}-own`, ...tasks].filter(isTaskId);
  await world.proveTogether(proposal, `_shard-${name}`, all, checked);
  return {
    proposal,
    entry: { ...entryOf(proposal, all[0]!), entry: `_shard-${name}`, tasks: all },
  };
}

/** How often the server of git is asked until so many pull requests with so many tasks are merged. */
async function questions(pullRequests: number, tasks: number): Promise<number> {
  world = await GateWorld.startWithGit();
  const proposals = [];
  for (const name of ids("p", pullRequests)) proposals.push(await proposed(name, tasks));
  using calls = new GitCalls();
  const matrix = formatMatrix(proposals.map(({ entry }) => entry));
  const result = await world.gateOn(matrix, {}, proposals[0]?.proposal.number);
  for (const { proposal } of proposals) {
    expect(decisionOf(result, proposal)).toEqual({ decision: "merge", reasons: [] });
    expect(world.repository.pullRequest(proposal.number).merged).toBe(true);
  }
  return calls.questions.length;
}

describe("git's server is asked", () => {
  // Who asks at the same moment shares a question; which moments meet is a matter of chance.
  const CHANCE = 6;

  test("hardly more often for twenty tasks than for one, and for five pull requests than five times", async () => {
    const forOne = await questions(1, 1);
    expect(forOne).toBeGreaterThan(0);
    expect(await questions(1, 20)).toBeLessThanOrEqual(forOne + CHANCE);
    expect(await questions(5, 1)).toBeLessThanOrEqual(5 * (forOne + CHANCE));
  });
});

describe("evidence", () => {
  test("is downloaded once, however often the gate looks", async () => {
    const price = await world.propose("task/price", taskFiles("price"));
    await world.prove(price, "price");
    world.github.failNext({
      method: "PUT",
      path: /\/merge$/,
      status: 405,
      body: { message: "Base branch was modified. Review and try the merge again." },
      times: 2,
    });
    const result = await world.gate([[price, "price"]]);
    expect(decisionOf(result, price).decision).toBe("merge");
    const asked = (path: RegExp): number =>
      world.calls.filter((call) => call.method === "GET" && path.test(call.path)).length;
    // One more, to see where it went.
    expect(asked(/\/pulls\/\d+$/)).toBe(4);
    expect(asked(/\/runs\/\d+\/artifacts$/)).toBe(1);
    expect(asked(/\/artifacts\/\d+\/zip$/)).toBe(1);
  });
});
