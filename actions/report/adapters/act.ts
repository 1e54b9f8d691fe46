import { evidenceIn } from "../../../src/evidence/adapters/download.ts";
import { runArtifacts } from "../../../src/evidence/adapters/run-artifacts.ts";
import { VERSION } from "../../../src/foundation/version.ts";
import { openReader } from "../../../src/git/adapters/repository.ts";
import { githubApi } from "../../../src/github/adapters/api.ts";
import { handedFilesIn } from "../../../src/handover/adapters/handed-files.ts";
import {
  fileUrlOf,
  readRunEnvironment,
  remoteOf,
  runUrlOf,
} from "../../../src/runner/adapters/run-environment.ts";
import { inputOf, type Ending, type Job } from "../../../src/runner/job.ts";
import { parseInputs } from "../inputs.ts";
import { UNKNOWN_OUTPUTS } from "../outputs.ts";
import { run, warningOf } from "../run.ts";
import { keeping } from "./keep.ts";

/** report as a step of a job. What goes wrong with a report is a warning: it changes nothing of what it tells. */
export async function act(job: Job): Promise<Ending> {
  try {
    return await report(job);
  } catch (error) {
    job.log.warning(warningOf(error), { title: "agent-pipeline: no report" });
    return { outputs: { ...UNKNOWN_OUTPUTS } };
  }
}

async function report(job: Job): Promise<Ending> {
  const inputs = parseInputs((name) => inputOf(job, name));
  const environment = readRunEnvironment(job.environment);
  const { owner, repository: repo, serverUrl, apiUrl, temporary, run: own } = environment;
  const token = inputs["github-token"];
  const api = githubApi(token, apiUrl);
  const runUrl = runUrlOf(environment);
  const artifacts = runArtifacts(api, token, { owner, repo }, own.id);
  const { pageUrl, summary } = await run(inputs, {
    evidence: evidenceIn(artifacts),
    // Objects alone: nothing is checked out beside the token.
    repository: openReader(remoteOf(environment, token, job.mask), temporary, ""),
    ...handedFilesIn(artifacts),
    run: {
      id: own.id,
      attempt: own.attempt,
      url: runUrl,
      repository: `${owner}/${repo}`,
      server: serverUrl,
      version: VERSION,
    },
    places: { runUrl, urlOfFile: (...place) => fileUrlOf(environment, ...place) },
    log: job.log,
    ...keeping({ temporary, environment: job.environment, runUrl }),
  });
  return { outputs: { "report-url": pageUrl ?? "" }, summary };
}
