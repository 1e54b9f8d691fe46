import { expect, test } from "vitest";
import { githubApi } from "../../../src/github/adapters/api.ts";
import { githubStatuses } from "../../../src/github/adapters/pull-requests.ts";
import { statusJournals, statusRecords } from "../../../src/next-runs/adapters/journals.ts";
import { namingOf } from "../../../src/next-runs/journal.ts";
import { startGitHub } from "../../../world/github.ts";

test("a head keeps what was written, apart from what the gate says, and one question reads it", async () => {
  const github = await startGitHub();
  try {
    const repository = github.createRepository("octo/app", { files: { "README.md": "app\n" } });
    const head = repository.tip("main") ?? "";
    const api = githubApi(github.token, github.url);
    const here = { owner: "octo", repo: "app" };
    const url = "https://github.com/octo/app/actions/runs/4711";
    const journals = statusJournals(api, here, url);
    const gate = githubStatuses(api, here, url);

    const start = { kind: "start", what: "retry", number: 1, evidenceRun: "4711" } as const;
    await journals.write(head, start);
    await gate.post(head, "failure", `${namingOf(start, "5000")}: not_passed`);
    const asked = github.calls.length;

    expect(await journals.read(head)).toMatchObject({
      starts: [{ ...start, run: "5000", url }],
      ends: [],
      unreadable: 0,
    });
    expect(github.calls.length - asked).toBe(1);
    expect(await gate.read(head)).toMatchObject({ state: "failure" });
    expect(await statusRecords(api, here).read(head)).toMatchObject({
      gate: { state: "failure", description: "retry 1 in run 5000: not_passed", run: "4711" },
      journal: { starts: [{ what: "retry", run: "5000" }] },
    });
    expect(github.calls.length - asked).toBe(3);
    expect(repository.statuses(head).map(({ context }) => context)).toEqual([
      "agent-pipeline/gate",
      "agent-pipeline/journal",
    ]);
  } finally {
    await github.stop();
  }
  expect(github.violations).toEqual([]);
});
