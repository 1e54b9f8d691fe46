import { expect, test } from "vitest";
import type { Evidence } from "../../../src/evidence/evidence.ts";
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
  const again = (change: Partial<Evidence> = {}): Promise<BundleResult> => {
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
    // The library for artifacts reads the environment of its process.
    return world.generateByBundle(
      { event: "workflow_dispatch" },
      { task: "doubling", "pull-request": String(number), "feedback-run-id": String(RUN) },
    );
  };
  return { world, number, head, again };
}

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

test.each<{ when: string; change?: Partial<Evidence>; workflow?: string; said: string }>([
  {
    when: "is about an older commit",
    change: { head: "a".repeat(40) },
    said: "and task/doubling points to",
  },
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
