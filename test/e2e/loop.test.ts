// What is not proven goes back to the model by itself, run from the workflow files: no person, and no token but the job's.
import { expect, test } from "vitest";
import { CODE, STORY, STORY_PATH, TASK, wrongFirst } from "./celsius.ts";
import { openShops } from "./shop.ts";

const openShop = openShops();

const VERIFY = `verify (${TASK})`;
test("a story whose first code is wrong: the gate starts another attempt, and that one is merged", async () => {
  const shop = await openShop(wrongFirst(1));
  const number = shop.openPullRequest("celsius", { [STORY_PATH]: STORY });

  const { "agent-pipeline.yml": first } = await shop.happens({
    kind: "pull_request",
    number,
    action: "opened",
  });
  expect(first).toMatchObject({ jobs: { [VERIFY]: "failure", "merge-gate": "success" } });
  const refuted = shop.tip("celsius");
  expect(shop.gateStatus(refuted)).toBe("failure");
  expect(shop.repository.pullRequest(number).merged).toBe(false);

  const [second, ...others] = await shop.runDispatched();
  expect(others).toEqual([]);
  expect(second).toMatchObject({
    exitCode: 0,
    jobs: {
      generate: "success",
      discover: "success",
      [VERIFY]: "success",
      "merge-gate": "success",
    },
  });
  const proven = shop.tip("celsius");
  expect(shop.repository.git("rev-parse", `${proven}^`)).toBe(refuted);
  expect(shop.repository.pullRequest(number)).toMatchObject({ merged: true });
  expect(shop.read("main", `generated/${TASK}/src/celsius.py`)).toBe(CODE.trimEnd());
  const manifest: unknown = JSON.parse(
    shop.read("main", `generated/${TASK}/meta/manifest.json`) ?? "",
  );
  expect(manifest).toMatchObject({ attempts: [{ reason: "new" }, { reason: "feedback" }] });
  expect(await shop.runDispatched()).toEqual([]);
});

test("a story whose code stays wrong: attempts end, and a person is told", async () => {
  const shop = await openShop(wrongFirst(9));
  const number = shop.openPullRequest("celsius", { [STORY_PATH]: STORY });
  await shop.happens({ kind: "pull_request", number, action: "opened" });

  let runs = 0;
  while ((await shop.runDispatched()).length > 0) runs += 1;

  expect(runs).toBeLessThanOrEqual(2);
  const { merged, labels, comments } = shop.repository.pullRequest(number);
  expect(merged).toBe(false);
  expect(labels).toContain("needs-human");
  expect(comments[0]?.body).toMatch(/attempts_exhausted|no_progress/);
  expect(shop.gateStatus(shop.tip("celsius"))).toBe("failure");
});
