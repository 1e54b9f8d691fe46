// What a user writes: a workflow that calls the product's, and one that is made of its actions.
import { expect, test } from "vitest";
import { workflowsShownIn } from "../../scripts/tools/readme-workflows.ts";
import { CODE, repliesWith, STORY, STORY_PATH, TASK, wrongFirst } from "./celsius.ts";
import { openShops } from "./shop.ts";

const openShop = openShops();
const NAME = "agent-pipeline.yml";
const COMPOSED = workflowsShownIn("docs/composite.md").get(NAME) ?? "";

test("calls the reusable workflow, with its own name for the secret and machines of its own", async () => {
  const shop = await openShop(repliesWith(CODE));
  shop.secrets = { MODEL_KEY: shop.model.key };
  const number = shop.openPullRequest("celsius", { [STORY_PATH]: STORY });

  const run = await shop.runOwn(
    `
on: { pull_request: { paths: ["meta/stories/**"] } }
permissions: {}
jobs:
  pipeline:
    uses: org/agent-pipeline/.github/workflows/agent-pipeline.yml@v1
    permissions: { contents: write, pull-requests: write, issues: write, statuses: write, actions: write }
    with: { runs-on: '["self-hosted", "linux"]', verify-runs-on: ubuntu-24.04 }
    secrets: { openai-api-key: '\${{ secrets.MODEL_KEY }}' }
  after:
    needs: pipeline
    runs-on: ubuntu-24.04
    steps:
      - run: echo "decided $DECISIONS about $TASKS"
        env:
          DECISIONS: \${{ needs.pipeline.outputs.decisions }}
          TASKS: \${{ needs.pipeline.outputs.tasks }}
`,
    { kind: "pull_request", number, action: "opened" },
  );

  expect(run).toMatchObject({
    exitCode: 0,
    jobs: {
      generate: "success",
      discover: "success",
      [`verify (${TASK})`]: "success",
      "merge-gate": "success",
      after: "success",
    },
  });
  expect(run.log).toMatch(/decided \{"1":\{"decision":"merge".* about celsius_v1/);
  expect(shop.repository.pullRequest(number).merged).toBe(true);
});

test("is made of the actions: a story whose first code is wrong gets another attempt and is merged", async () => {
  const shop = await openShop(wrongFirst(1));
  const happening = shop.pushToMain({ [STORY_PATH]: STORY });

  const first = await shop.runOwn(COMPOSED, happening, NAME);
  expect(first).toMatchObject({
    exitCode: 1,
    jobs: { write: "success", [`prove (${TASK})`]: "failure", decide: "success", tell: "success" },
  });

  const [second, ...others] = await shop.runDispatched({ [NAME]: COMPOSED });
  expect(others).toEqual([]);
  expect(second).toMatchObject({
    exitCode: 0,
    jobs: { write: "success", [`prove (${TASK})`]: "success", decide: "success", tell: "success" },
  });
  expect(shop.read("main", `generated/${TASK}/src/celsius.py`)).toBe(CODE.trimEnd());
});

test("puts the root action there without a key, and goes no further", async () => {
  const shop = await openShop(repliesWith(CODE));
  shop.secrets = {};
  const happening = shop.pushToMain({ [STORY_PATH]: STORY });

  const run = await shop.runOwn(
    `
on: { push: { branches: [main] } }
jobs:
  write:
    runs-on: ubuntu-24.04
    outputs: { matrix: '\${{ steps.pipeline.outputs.matrix }}' }
    steps:
      - id: pipeline
        uses: org/agent-pipeline@v1
        with: { openai-api-key: '\${{ secrets.OPENAI_API_KEY }}' }
`,
    happening,
  );

  expect(run).toMatchObject({ exitCode: 1, jobs: { write: "failure" } });
  expect(run.annotations.map(({ message }) => message).join("\n")).toContain("OPENAI_API_KEY");
  expect(shop.writes()).toEqual([]);
});
