import { describe, expect, test } from "vitest";
import type { Evidence } from "../../../src/evidence/evidence.ts";
import { sha256 } from "../../../src/foundation/digest.ts";
import type { BundleResult } from "../../../world/bundle.ts";
import type { Reply } from "../../../world/model.ts";
import { runContext } from "../../../world/run-context.ts";
import { notPassedEvidence } from "../../support/evidence.ts";
import { zipOf } from "../../support/zip.ts";
import { CODE, DESIGN } from "./support/stories.ts";
import { errorsOf, handedOver, World } from "./support/world.ts";

const WRONG = CODE.replace("* 2", "+ 2");
const RUN = 4_711;
/** The example that fails, written as a call once more. */
const MAPPED = { example: { setup: [], call: "double(0)", returns: "0", raises: null } };

const code = (content: string): Reply => ({
  files: [{ path: "src/doubling.py", content }],
  notes: null,
});

/** A task whose code fails an example, and the run that has found it out. */
async function failedTask(workflow = "agent-ci.yml"): Promise<{
  world: World;
  number: number;
  head: string;
  /** What the run says of the task. */
  upload: (change?: Partial<Evidence>) => void;
  again: (change?: Partial<Evidence>) => Promise<BundleResult>;
}> {
  const world = await World.open({
    answers: {
      doubling: {
        design: [DESIGN, MAPPED],
        code: [code(WRONG), code(CODE)],
      },
    },
  });
  const [made] = handedOver(await world.generate(world.pushStories("doubling")));
  const { number, head } = made!;
  runContext(world.github, world.repository, {
    event: "pull_request",
    pullRequest: number,
    runId: RUN,
    workflow,
  });
  const upload = (change: Partial<Evidence> = {}): void => {
    const evidence = notPassedEvidence("doubling", {
      run: { id: String(RUN), attempt: 1 },
      commits: { head, base: world.tip("main"), mergeBase: world.tip("main") },
      reasons: [
        {
          code: "example_failed",
          message: 'The story says "number=0 → 0": double(0) must give 0, and gave 2',
          item: "number=0 → 0",
          expected: "0",
          got: "2",
        },
      ],
      fingerprint: `sha256:${"1".repeat(64)}`,
      ...change,
    });
    world.github.artifacts.add(
      { runId: RUN, attempt: 1 },
      "evidence-doubling",
      zipOf({ "doubling/evidence.json": JSON.stringify(evidence) }),
    );
  };
  const again = (change: Partial<Evidence> = {}): Promise<BundleResult> => {
    upload(change);
    // The library for artifacts reads the environment of its process.
    return world.generateByBundle(
      { event: "workflow_dispatch" },
      { task: "doubling", "pull-request": String(number), "feedback-run-id": String(RUN) },
    );
  };
  return { world, number, head, upload, again };
}

/** The same run, of which all jobs are run again. */
async function secondAttempt(
  change: Partial<Evidence> = {},
  arrange: (world: World, number: number, head: string) => void = () => {},
): Promise<{ world: World; head: string; run: () => Promise<BundleResult> }> {
  const { world, number, head, upload } = await failedTask("agent-pipeline.yml");
  upload(change);
  arrange(world, number, head);
  const event = { event: "push", runId: RUN, attempt: 2 } as const;
  // As at the first attempt: the push that brought the story.
  return { world, head, run: () => world.generateByBundle(event) };
}

describe("where all jobs of a run are run again", () => {
  test("the next version goes on from what the run itself has found", async () => {
    const { world, run } = await secondAttempt();
    await using _ = world;
    const result = await run();
    expect(errorsOf(result)).toEqual([]);
    const [made] = handedOver(result);
    expect(world.content(made!.head, "generated/doubling/src/doubling.py")).toBe(CODE.trim());
    const manifest: unknown = JSON.parse(
      world.content(made!.head, "generated/doubling/meta/manifest.json"),
    );
    expect(manifest).toMatchObject({ attempts: [{ reason: "new" }, { reason: "feedback" }] });
  });

  test.each<{
    when: string;
    change?: Partial<Evidence>;
    arrange?: Parameters<typeof secondAttempt>[1];
  }>([
    {
      when: "it found nothing wrong",
      change: { verdict: "passed", reasons: [], fingerprint: null },
    },
    { when: "it was about an older commit", change: { head: "a".repeat(40) } },
    {
      when: "the machine lacked something",
      change: { reasons: [{ code: "isolation_unavailable", message: "none" }] },
    },
    {
      when: "the story is unclear",
      change: { reasons: [{ code: "story_unclear", message: "what does double(0) give?" }] },
    },
    {
      when: "a person took the label off",
      arrange: (world, number) => void world.repository.pulls[number - 1]?.labels.splice(0),
    },
    {
      when: "an attempt was started for this head",
      arrange: (world, _, head) =>
        world.repository.addStatus(head, {
          id: 1,
          state: "success",
          context: "agent-pipeline/journal",
          description: `start retry 1 run=${RUN}`,
          targetUrl: null,
          at: "2026-01-01T00:00:00Z",
        }),
    },
  ])("the version that is there is verified once more, if $when", async ({ change, arrange }) => {
    const { world, head, run } = await secondAttempt(change, arrange);
    await using _ = world;
    const asked = world.model.requests.length;
    const result = await run();
    expect(errorsOf(result)).toEqual([]);
    expect(handedOver(result)).toMatchObject([{ head }]);
    expect(world.model.requests).toHaveLength(asked);
  });
});

test("an attempt goes on from what a run has found, and its transcript holds both", async () => {
  const { world, again } = await failedTask();
  await using _ = world;
  const run = await again();
  expect(errorsOf(run)).toEqual([]);
  const [made] = handedOver(run);
  const folder = `generated/doubling`;
  expect(world.content(made!.head, `${folder}/src/doubling.py`)).toBe(CODE.trim());
  const manifest: unknown = JSON.parse(world.content(made!.head, `${folder}/meta/manifest.json`));
  expect(manifest).toMatchObject({
    attempts: [{ reason: "new" }, { reason: "feedback", number: 2 }],
  });
  expect(run.log).toContain("the run found: example_failed");
});

test("a folder that cannot be gone on from is made anew, and still says what failed before it", async () => {
  const { world, head, again } = await failedTask();
  await using _ = world;
  const [transcriptPath, manifestPath] = ["transcript.jsonl", "manifest.json"].map(
    (name) => `generated/doubling/meta/${name}`,
  );
  const transcript = `${world.content(head, transcriptPath!)}\n`;
  const older = transcript.replaceAll(/"promptVersion":"[^"]+"/g, '"promptVersion":"0"');
  const manifest = world.content(head, manifestPath!).replace(sha256(transcript), sha256(older));
  const changed = world.repository.commit("task/doubling", {
    files: { [transcriptPath!]: older, [manifestPath!]: manifest },
    message: "As an older version left it",
  });
  const run = await again({ head: changed });
  expect(errorsOf(run)).toEqual([]);
  const [made] = handedOver(run);
  expect(JSON.parse(world.content(made!.head, manifestPath!))).toMatchObject({
    attempts: [{ reason: "new" }, { reason: "requested", fingerprint: `sha256:${"1".repeat(64)}` }],
  });
});

test("the evidence of a run is gone on from once", async () => {
  const { world, head, again } = await failedTask();
  await using _ = world;
  world.repository.addStatus(head, {
    id: 1,
    state: "success",
    context: "agent-pipeline/journal",
    description: `end doubling model_output_invalid usd=0.01 calls=2 run=${RUN}`,
    targetUrl: null,
    at: "2026-01-01T00:00:00Z",
  });
  const asked = world.model.requests.length;
  const run = await again();
  expect(errorsOf(run).join()).toContain("was gone on from already, and nothing was pushed");
  expect(world.model.requests).toHaveLength(asked);
});

test("a version that is newer than what the run has found is verified as it is, and nobody has to look", async () => {
  const { world, again, head } = await failedTask();
  await using _ = world;
  const asked = world.model.requests.length;
  const run = await again({ head: "a".repeat(40) });
  expect(errorsOf(run)).toEqual([]);
  expect(handedOver(run)).toMatchObject([{ task: "doubling", head }]);
  expect(world.model.requests).toHaveLength(asked);
  expect(world.tip("task/doubling")).toBe(head);
  const posted = world.repository.statuses(head).map(({ state }) => state);
  expect(posted).not.toContain("failure");
});

test("what was paid on a head counts on what a person pushed on top of it, and not for another text", async () => {
  const { world, head, again } = await failedTask();
  await using _ = world;
  world.repository.addStatus(head, {
    id: 1,
    state: "success",
    context: "agent-pipeline/journal",
    description: `end doubling model_output_invalid usd=0.99999 calls=99 run=9`,
    targetUrl: null,
    at: "2026-01-01T00:00:00Z",
  });
  const noted = { files: { "NOTES.md": "Mine\n" }, message: "A person's note" };
  const onTop = world.repository.commit("task/doubling", noted);
  const asked = world.model.requests.length;
  const run = await again({ head: onTop });
  // Three questions made the version that failed.
  expect(errorsOf(run).join()).toContain("was asked 102 times for this text of the story");
  expect(world.tip("task/doubling")).toBe(onTop);
  expect(world.model.requests).toHaveLength(asked);
});

test.each<{ when: string; change?: Partial<Evidence>; workflow?: string; said: string }>([
  {
    when: "comes from another workflow",
    workflow: "lint.yml",
    said: "is one of lint.yml, and `feedback-workflows` of the config names agent-pipeline.yml, agent-ci.yml",
  },
  {
    when: "says that it comes from another run",
    change: { run: { id: "9", attempt: 1 } },
    said: "has evidence that is about something else",
  },
])("evidence that $when is not paid for", async ({ change = {}, workflow, said }) => {
  const { world, again, head } = await failedTask(workflow);
  await using _ = world;
  const asked = world.model.requests.length;
  const run = await again(change);
  expect(errorsOf(run).join("\n")).toContain(said);
  expect(world.model.requests).toHaveLength(asked);
  expect(world.tip("task/doubling")).toBe(head);
});
