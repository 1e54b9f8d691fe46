import { inspect } from "node:util";
import * as core from "@actions/core";
import { DEFAULT_BASE_URL, openAiModel } from "../../src/authoring/adapters/openai.ts";
import type { Model } from "../../src/authoring/model.ts";
import { DEFAULT_MODEL, Spending } from "../../src/authoring/spending.ts";
import type { Config } from "../../src/config/config.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { VERSION } from "../../src/foundation/version.ts";
import { openRepository } from "../../src/git/adapters/repository.ts";
import { githubApi } from "../../src/github/adapters/api.ts";
import {
  githubPullRequests,
  githubStatuses,
  githubStickyComments,
} from "../../src/github/adapters/pull-requests.ts";
import { actionsLog, runAction } from "../../src/runner/adapters/action.ts";
import {
  readRunEnvironment,
  readTrigger,
  remoteOf,
  runUrlOf,
} from "../../src/runner/adapters/run-environment.ts";
import { parseInputs, type Inputs } from "./inputs.ts";
import type { Failure } from "./outcome.ts";
import { outputsOf, UNKNOWN_OUTPUTS, type Outputs } from "./outputs.ts";
import { run } from "./run.ts";

await runAction(async () => {
  // Whatever happens from here on, every output is there.
  setOutputs(UNKNOWN_OUTPUTS);
  const inputs = parseInputs(core.getInput);
  const environment = readRunEnvironment();
  const { owner, repository: repo } = environment;
  const trigger = readTrigger();
  const api = githubApi(inputs["github-token"]);
  const remote = remoteOf(environment, inputs["github-token"]);
  const repository = openRepository(remote, environment.temporary);
  const config = await readConfig(repository, trigger.defaultBranch);
  const spending = new Spending(config.prices, inputs["budget-usd"]);
  const runUrl = runUrlOf(environment);

  const outcome = await run(inputs, trigger, {
    repository,
    pullRequests: githubPullRequests(api, { owner, repo }),
    comments: githubStickyComments(api, { owner, repo }),
    statuses: githubStatuses(api, { owner, repo }, runUrl),
    model: once(() => openModel(inputs, config)),
    log: actionsLog,
    version: VERSION,
    prices: config.prices,
    spending,
    runUrl,
  });
  const { outputs, failures } = outputsOf(outcome, spending);
  setOutputs(outputs);
  report([...outcome.failures, ...failures]);
});

function openModel(inputs: Inputs, config: Config): Model {
  const apiKey = inputs["openai-api-key"];
  if (apiKey === "") {
    throw new PipelineError("INPUT_INVALID", 'The input "openai-api-key" is empty', {
      hint:
        "Add the key of your model provider under Settings → Secrets and variables → Actions as OPENAI_API_KEY, " +
        "and pass it on: `openai-api-key: ${{ secrets.OPENAI_API_KEY }}`.",
    });
  }
  core.setSecret(apiKey);
  return openAiModel({
    apiKey,
    baseUrl: inputs["base-url"] || DEFAULT_BASE_URL,
    model: inputs.model || DEFAULT_MODEL,
    style: config["api-style"],
  });
}

/** One model for all tasks, so that what it found out about its server is not asked again. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function setOutputs(outputs: Outputs): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** Each fault as one annotation, however many stories it met. */
function report(failures: readonly Failure[]): void {
  for (const [text, { subjects, error }] of byText(failures)) {
    if (error.cause !== undefined) core.debug(inspect(error.cause));
    const [first = ""] = subjects;
    actionsLog.error(text, {
      title: `agent-pipeline: ${subjects.join(", ")}`,
      ...(subjects.length === 1 && first.endsWith(".json") && { file: first }),
    });
  }
  const bug = failures.find(({ error }) => !(error instanceof PipelineError));
  if (bug !== undefined) throw bug.error;
  if (failures.length > 0) process.exitCode = core.ExitCode.Failure;
}

function byText(
  failures: readonly Failure[],
): ReadonlyMap<string, { subjects: string[]; error: PipelineError }> {
  const texts = new Map<string, { subjects: string[]; error: PipelineError }>();
  for (const { subject, error } of failures) {
    if (!(error instanceof PipelineError)) continue;
    const text = error.hint === undefined ? error.message : `${error.message}\n${error.hint}`;
    const known = texts.get(text);
    if (known === undefined) texts.set(text, { subjects: [subject], error });
    else known.subjects.push(subject);
  }
  return texts;
}
