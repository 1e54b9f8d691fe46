import * as z from "zod/mini";
import english from "zod/v4/locales/en.js";
import { openReader } from "../../../src/git/adapters/repository.ts";
import { githubOpenPullRequests } from "../../../src/github/adapters/open-pull-requests.ts";
import {
  readRunEnvironment,
  readTrigger,
  remoteOf,
} from "../../../src/runner/adapters/run-environment.ts";
import { clockOfStep } from "../../../src/runner/adapters/step-clock.ts";
import { inputOf, type Ending, type Job } from "../../../src/runner/job.ts";
import { parseInputs } from "../inputs.ts";
import { run } from "../run.ts";

// Every schema reads one value here: compiling it first takes longer than reading. The small zod comes without words.
z.config({ ...english(), jitless: true });

/** discover as a step of a job. */
export async function act(job: Job): Promise<Ending> {
  const inputs = parseInputs((name) => inputOf(job, name));
  const environment = readRunEnvironment(job.environment);
  const { owner, repository: repo, apiUrl, temporary, workspace } = environment;
  const token = inputs["github-token"];
  // Before the event is read: git starts up in the meantime.
  const repository = openReader(remoteOf(environment, token, job.mask), temporary, workspace);
  const { outputs, problem } = await run(inputs, readTrigger(job.environment), {
    repository,
    openPullRequests: githubOpenPullRequests(token, apiUrl, { owner, repo }),
    log: job.log,
    clock: clockOfStep,
  });
  return {
    outputs: { ...outputs },
    failures: problem === null ? [] : [{ subject: null, error: problem }],
  };
}
