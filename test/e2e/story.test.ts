// agent-story.yml, run from its file: from an issue to the merged code. All that can be wrong with an issue:
// test/actions/story/story.test.ts.
import { expect, test } from "vitest";
import * as z from "zod";
import { CODE, repliesWith, STORY, TASK } from "./celsius.ts";
import { openShops } from "./shop.ts";

const openShop = openShops();

const wanted = z
  .object({ feature: z.string(), requirements: z.array(z.string()) })
  .parse(JSON.parse(STORY));

/** As the form makes it; the stand-in knows no issues, so that a pull request has its number and its comments. */
const BODY = [
  ["Id", TASK],
  ["What is wanted", "_No response_"],
  ["Requirements", wanted.requirements.map((line) => `- ${line}`).join("\n")],
  ["Acceptance", "_No response_"],
]
  .map(([label, text]) => `### ${label}\n\n${text}\n`)
  .join("\n");

test("an issue gets a draft, and is merged when a person has marked that as ready", async () => {
  const shop = await openShop(repliesWith(CODE));
  const number = shop.openPullRequest("an-issue", { "x.md": "x" });
  const issue = { number, title: wanted.feature, body: BODY };
  const labelled = (label: string) =>
    shop.runProduct("agent-story.yml", { kind: "issues", issue, label });

  expect(await labelled("bug")).toMatchObject({ exitCode: 0, jobs: { story: "skipped" } });
  expect(shop.writes()).toEqual([]);

  expect(await labelled("agent-story")).toMatchObject({ exitCode: 0, jobs: { story: "success" } });
  const opened = shop.repository.pulls[1]!;
  expect(opened.view()).toMatchObject({
    draft: true,
    head: { branch: `story/issue-${number}` },
  });
  expect(shop.repository.pullRequest(number).comments).toHaveLength(1);

  opened.draft = false;
  const { "agent-pipeline.yml": run } = await shop.happens({
    kind: "pull_request",
    number: 2,
    action: "ready_for_review",
  });
  expect(run).toMatchObject({
    exitCode: 0,
    jobs: { generate: "success", "merge-gate": "success" },
  });
  expect(shop.repository.pullRequest(2).merged).toBe(true);
  expect(shop.read("main", `generated/${TASK}/src/celsius.py`)).toBe(CODE.trimEnd());
});
