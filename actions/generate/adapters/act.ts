import { setTimeout as wait } from "node:timers/promises";
import { DEFAULT_BASE_URL, openAiModel } from "../../../src/authoring/adapters/openai.ts";
import type { Model } from "../../../src/authoring/model.ts";
import { DEFAULT_MODEL } from "../../../src/authoring/spending.ts";
import type { Config } from "../../../src/config/config.ts";
import { PipelineError } from "../../../src/foundation/errors.ts";
import { VERSION } from "../../../src/foundation/version.ts";
import { openRepository } from "../../../src/git/adapters/repository.ts";
import { githubApi } from "../../../src/github/adapters/api.ts";
import {
  githubPullRequests,
  githubStatuses,
  githubStickyComments,
} from "../../../src/github/adapters/pull-requests.ts";
import {
  readRunEnvironment,
  readTrigger,
  remoteOf,
  runUrlOf,
} from "../../../src/runner/adapters/run-environment.ts";
import { inputOf, type Ending, type Job } from "../../../src/runner/job.ts";
import { markdown, SUMMARY_LIMIT } from "../../../src/telling/markdown.ts";
import { parseInputs, type Inputs } from "../inputs.ts";
import { endingOf } from "../outputs.ts";
import { outcomePage } from "../page.ts";
import { run, type Ports } from "../run.ts";

/** generate as a step of a job. */
export async function act(job: Job): Promise<Ending> {
  const inputs = parseInputs((name) => inputOf(job, name));
  const ports = portsOf(inputs, job);
  const outcome = await run(inputs, readTrigger(job.environment), ports);
  const { outputs, failures } = endingOf(outcome);
  const summary = markdown(outcomePage(outcome, inputs["dry-run"]), SUMMARY_LIMIT);
  return { outputs: { ...outputs }, summary, failures };
}

function portsOf(inputs: Inputs, job: Job): Ports {
  const environment = readRunEnvironment(job.environment);
  const { owner, repository: repo, apiUrl, temporary } = environment;
  const token = inputs["github-token"];
  const api = githubApi(token, apiUrl);
  const runUrl = runUrlOf(environment);
  return {
    repository: openRepository(remoteOf(environment, token, job.mask), temporary),
    pullRequests: githubPullRequests(api, { owner, repo }),
    comments: githubStickyComments(api, { owner, repo }),
    statuses: githubStatuses(api, { owner, repo }, runUrl),
    model: (config) => openModel(inputs, config, job),
    estimate: () => null,
    log: job.log,
    pause: (seconds) => wait(seconds * 1_000),
    version: VERSION,
    runUrl,
  };
}

function openModel(inputs: Inputs, config: Config, { mask }: Job): Model {
  const apiKey = inputs["openai-api-key"];
  if (apiKey === "") {
    throw new PipelineError("INPUT_INVALID", 'The input "openai-api-key" is empty', {
      hint:
        "Add the key of your model provider under Settings → Secrets and variables → Actions as OPENAI_API_KEY, " +
        "and pass it on: `openai-api-key: ${{ secrets.OPENAI_API_KEY }}`.",
    });
  }
  mask(apiKey);
  return openAiModel({
    apiKey,
    baseUrl: inputs["base-url"] || DEFAULT_BASE_URL,
    model: inputs.model || DEFAULT_MODEL,
    style: config["api-style"],
  });
}
