import { randomInt } from "node:crypto";
import { availableParallelism, homedir } from "node:os";
import * as core from "@actions/core";
import { jobSummary, runnerFiles } from "../../src/evidence/adapters/runner-files.ts";
import { artifactUploads } from "../../src/evidence/adapters/upload.ts";
import { VERSION } from "../../src/foundation/version.ts";
import { checkedOutIn } from "../../src/git/adapters/checkout.ts";
import { openRepository } from "../../src/git/adapters/repository.ts";
import { installedPython } from "../../src/proof/adapters/installed-python.ts";
import { actionsLog, runAction } from "../../src/runner/adapters/action.ts";
import {
  readRunEnvironment,
  remoteOf,
  runUrlOf,
  type RunEnvironment,
} from "../../src/runner/adapters/run-environment.ts";
import { type Inputs, parseInputs } from "./inputs.ts";
import { run } from "./run.ts";

await runAction(async () => {
  const inputs = parseInputs(core.getInput);
  const environment = readRunEnvironment();
  const { temporary, workspace } = environment;

  const outcome = await run(inputs, {
    repository: openRepository(sourceOf(inputs, environment), temporary),
    checkedOut: () => checkedOutIn(workspace),
    environments: installedPython({
      python: inputs.python,
      isolation: inputs.isolation,
      hidden: [workspace, temporary, homedir()].filter((folder) => folder !== ""),
      temporary,
      log: actionsLog,
    }),
    files: runnerFiles(temporary),
    uploads: artifactUploads(),
    summary: jobSummary,
    log: actionsLog,
    run: environment.run,
    runUrl: runUrlOf(environment),
    version: VERSION,
    cores: availableParallelism(),
    random: (limit) => randomInt(limit),
    now: () => performance.now() / 1_000,
  });

  core.setOutput("verdicts", JSON.stringify(outcome.verdicts));
  core.setOutput("failed-tasks", outcome.failed.join(","));
  await outcome.publish();
  if (outcome.failed.length > 0) {
    core.setFailed(
      `Not passed: ${outcome.failed.join(", ")}. The evidence is in the artifact ${outcome.artifact}.`,
    );
  }
});

/** Commits of a matrix entry come from the server; without them, what is checked out is the repository. */
function sourceOf(
  { head, "github-token": token }: Inputs,
  environment: RunEnvironment,
): Parameters<typeof openRepository>[0] {
  const remote = remoteOf(environment, token);
  return head !== "" ? remote : { url: environment.workspace, serverUrl: "", token: "" };
}
