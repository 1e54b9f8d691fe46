// Where an attempt comes to nothing in a pull request, the pull request says so, and what was paid is not forgotten.
import { expect, test } from "vitest";
import type { BundleResult } from "../../../world/bundle.ts";
import type { Reply } from "../../../world/model.ts";
import type { RunEvent } from "../../../world/run-context.ts";
import { DESIGN } from "./support/stories.ts";
import { errorsOf, handedOver, storyFiles, World } from "./support/world.ts";

const UNUSABLE: Reply = { files: [], notes: null };
/** So often that no attempt of a test comes through. */
const NEVER = Array.from({ length: 20 }, () => UNUSABLE);

const dispatch: RunEvent = { event: "workflow_dispatch" };

const commentOf = (world: World): string =>
  (world.repository.pullRequest(1).comments[0]?.body ?? "").replaceAll(/&#(\d+);/g, (_, sign) =>
    String.fromCodePoint(Number(sign)),
  );

const statusesOf = (world: World, head: string): string[] =>
  world.repository
    .statuses(head)
    .map(({ context, state, description }) => `${context} ${state}: ${description}`)
    .toReversed();

test("a person's pull request is told what failed, and what to do", async () => {
  await using world = await World.open();
  const event = world.openPullRequest(storyFiles("one"));
  const head = world.tip("feature");

  const result = await world.generate(event, { "openai-api-key": "" });

  expect(result.exitCode).toBe(1);
  expect(world.tip("feature")).toBe(head);
  expect(commentOf(world)).toContain("### Not generated");
  expect(commentOf(world)).toContain('`one`: The input "openai-api-key" is empty');
  expect(commentOf(world)).toContain("dispatch agent-pipeline with `task` and `pull-request`");
  expect(statusesOf(world, head)).toEqual([
    "agent-pipeline/gate failure: Nothing was pushed: input_invalid",
  ]);
  expect(world.repository.pullRequest(1).labels).toEqual(["needs-human"]);
});

test("and what is said goes with the next push", async () => {
  await using world = await World.open();
  const event = world.openPullRequest(storyFiles("one"));
  await world.generate(event, { "openai-api-key": "" });
  const made = await world.generate(event);
  expect(errorsOf(made)).toEqual([]);
  expect(commentOf(world)).toContain("### Generated");
  expect(commentOf(world)).not.toContain("### Not generated");
  expect(world.repository.pullRequest(1).comments).toHaveLength(1);
});

test("a story that fails is told beside one that is made, whose verification has the last word", async () => {
  await using world = await World.open({ answers: { two: { design: NEVER } } });
  const event = world.openPullRequest(storyFiles("one", "two"));
  const result = await world.generate(event);
  expect(handedOver(result).map(({ task }) => task)).toEqual(["one"]);
  expect(commentOf(world)).toContain("### Generated");
  expect(commentOf(world)).toContain("### Not generated");
  const [newest] = world.repository.statuses(handedOver(result)[0]!.head);
  expect(newest).toMatchObject({ context: "agent-pipeline/gate", state: "pending" });
});

/** A pull request with a task, and another attempt at it that nothing can be used of. */
async function failedAgain(
  inputs: Record<string, string> = {},
): Promise<{ world: World; head: string; again: () => Promise<BundleResult> }> {
  const world = await World.open({ answers: { one: { design: [DESIGN, ...NEVER] } } });
  await world.generate(world.openPullRequest(storyFiles("one")));
  const again = () => world.generate(dispatch, { task: "one", "pull-request": "1", ...inputs });
  return { world, head: world.tip("feature"), again };
}

test("a paid attempt that pushes nothing is in the journal of the head, with its cost", async () => {
  const { world, head, again } = await failedAgain();
  await using _ = world;
  const result = await again();
  expect(result.exitCode).toBe(1);
  expect(world.tip("feature")).toBe(head);
  expect(statusesOf(world, head).slice(1)).toEqual([
    expect.stringMatching(
      /^agent-pipeline\/journal success: end one model_output_invalid usd=0\.\d+ calls=2 run=none$/,
    ),
    "agent-pipeline/gate failure: Nothing was pushed: model_output_invalid",
  ]);
  expect(commentOf(world)).toContain("### Not generated");
  expect(world.repository.pullRequest(1).labels).toEqual(["agent-pipeline", "needs-human"]);
});

test("and counts among the attempts", async () => {
  const { world, again } = await failedAgain();
  await using _ = world;
  await again();
  await again();
  const asked = world.model.requests.length;
  const last = await again();
  expect(errorsOf(last).join()).toContain("3 of 3 attempts at this text of the story were made");
  expect(world.model.requests).toHaveLength(asked);
});

test("and among the money", async () => {
  const { world, again } = await failedAgain();
  await using _ = world;
  await again();
  const asked = world.model.requests.length;
  const result = await world.generate(dispatch, {
    task: "one",
    "pull-request": "1",
    "budget-usd": "0.13",
  });
  expect(errorsOf(result).join()).toMatch(/of the 0\.13 USD for this text of the story 0\.0\d+/);
  expect(world.model.requests).toHaveLength(asked);
});

test("a run that was sent to a pull request says also what it left alone", async () => {
  await using world = await World.open();
  await world.generate(world.openPullRequest(storyFiles("one")));
  world.repository.commit("feature", {
    files: { "generated/one/src/doubling.py": "# mine\n" },
    message: "Mine",
  });
  const result = await world.generate(dispatch, { task: "one", "pull-request": "1" });
  expect(result.exitCode).toBe(0);
  expect(commentOf(world)).toContain("`one`: left alone, `human_commits`");
  const [newest] = world.repository.statuses(world.tip("feature"));
  expect(newest).toMatchObject({
    state: "failure",
    description: "Nothing was pushed: human_commits",
  });
});

test("a dry run tells nobody", async () => {
  await using world = await World.open();
  const event = world.openPullRequest({ "meta/stories/broken.json": "{" });
  const result = await world.generate(event, { "dry-run": "true" });
  expect(result.exitCode).toBe(1);
  expect(world.repository.pullRequest(1)).toMatchObject({ comments: [], labels: [] });
});
