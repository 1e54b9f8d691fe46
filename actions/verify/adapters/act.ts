import { randomInt } from "node:crypto";
import { availableParallelism, homedir } from "node:os";
import { runnerFiles } from "../../../src/evidence/adapters/runner-files.ts";
import { artifactUploads } from "../../../src/evidence/adapters/upload.ts";
import { VERSION } from "../../../src/foundation/version.ts";
import { checkedOutIn } from "../../../src/git/adapters/checkout.ts";
import { openReader } from "../../../src/git/adapters/repository.ts";
import { installedPython } from "../../../src/proof/adapters/installed-python.ts";
import { pythonNamed } from "../../../src/proof/adapters/python-by-version.ts";
import {
  readRunEnvironment,
  remoteOf,
  runUrlOf,
} from "../../../src/runner/adapters/run-environment.ts";
import { dateOfStep, secondsOfStep } from "../../../src/runner/adapters/step-clock.ts";
import { inputOf, type Ending, type Job } from "../../../src/runner/job.ts";
import { plainLine } from "../../../src/telling/plain.ts";
import { notPassedLine } from "../../../src/telling/verdict-words.ts";
import { parseInputs } from "../inputs.ts";
import { run } from "../run.ts";

/** verify as a step of a job. */
export async function act(job: Job): Promise<Ending> {
  const inputs = parseInputs((name) => inputOf(job, name));
  const environment = readRunEnvironment(job.environment);
  const { temporary, workspace } = environment;

  const { verdicts, failed, artifact, hidden, summary, faults } = await run(inputs, {
    // Commits of a matrix entry come from the server alone; without them, what is checked out is looked at first.
    repository: openReader(
      remoteOf(environment, inputs["github-token"], job.mask),
      temporary,
      inputs.head === "" ? workspace : "",
    ),
    checkedOut: () => checkedOutIn(workspace),
    environmentsFor: ({ python, isolation }) =>
      installedPython({
        python: pythonNamed(python, job.environment),
        isolation,
        hidden: [workspace, temporary, homedir()].filter((folder) => folder !== ""),
        temporary,
        log: job.log,
      }),
    files: runnerFiles(temporary),
    uploads: artifactUploads(),
    log: job.log,
    run: environment.run,
    runUrl: runUrlOf(environment),
    version: VERSION,
    cores: availableParallelism(),
    random: (limit) => randomInt(limit),
    now: secondsOfStep,
    dateOf: dateOfStep,
  });
  return {
    outputs: { verdicts: JSON.stringify(verdicts), "failed-tasks": failed.join(",") },
    summary,
    failures: faults.map((error) => ({ subject: null, error })),
    verdict: failed.length === 0 ? null : plainLine(notPassedLine(failed, artifact, hidden)),
  };
}
