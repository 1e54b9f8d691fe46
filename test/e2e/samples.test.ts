import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fetchEvidence } from "../../scripts/demo/evidence.ts";
import { ROOT } from "../../scripts/demo/plan.ts";
import { differences, makeSamples, presentSamples } from "../../scripts/make-samples.ts";
import { CONFIG_PATH } from "../../src/config/config.ts";
import { parseMatrix } from "../../src/handover/matrix.ts";
import { DesignDocument } from "../../src/task/design.ts";
import { runBundle } from "../../world/bundle.ts";
import { type GitHub, startGitHub } from "../../world/github.ts";
import { runContext } from "../../world/run-context.ts";

const samples = presentSamples();
const tasks = [...new Set([...samples.keys()].map((path) => path.split("/")[0] ?? ""))];

describe("generate", () => {
  it("makes the folders of generated/ of the stories and their recorded replies, byte for byte", async () => {
    expect(differences(await makeSamples(), samples)).toEqual([]);
  });
});

describe("verify", () => {
  let github: GitHub;
  let folder: string;

  beforeEach(async () => {
    github = await startGitHub();
    folder = mkdtempSync(join(tmpdir(), "samples-test-"));
  });

  afterEach(async () => {
    await github.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("finds every sample proven", async () => {
    const files = [...samples].map(([path, content]) => [`generated/${path}`, content] as const);
    const config = readFileSync(join(ROOT, CONFIG_PATH), "utf8");
    const repository = github.createRepository("octo/app", {
      files: { ...Object.fromEntries(files), [CONFIG_PATH]: config },
    });
    const commit = repository.tip("main") ?? "";
    const inputs = {
      entry: "_shard-001",
      tasks: tasks.join(","),
      head: commit,
      base: commit,
      "merge-base": commit,
    };
    const environment = runContext(github, repository, { event: "workflow_dispatch", runId: 7 });
    const { exitCode, log } = await runBundle({
      action: "verify",
      inputs,
      environment,
      // All samples in one job.
      timeout: 600_000,
    });
    expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
    const [entry] = parseMatrix(JSON.stringify({ include: [{ ...inputs, "pull-request": "" }] }));
    const evidence = await fetchEvidence(github, 7, entry!, folder);
    expect(evidence.map(({ task, verdict }) => [task, verdict])).toEqual(
      tasks.map((task) => [task, "passed"]),
    );
    for (const { task, results } of evidence) {
      const marked = new Set(results.flatMap(({ criteria }) => criteria));
      expect([...marked].toSorted()).toEqual(
        designOf(task)
          .criteria.map(({ id }) => id)
          .toSorted(),
      );
    }
  });
});

function designOf(task: string): DesignDocument {
  return DesignDocument.parse(
    JSON.parse(samples.get(`${task}/meta/design.json`)?.toString() ?? ""),
  );
}
