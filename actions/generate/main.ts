import { inspect } from "node:util";
import * as core from "@actions/core";
import { actionsLog, runAction } from "../shared/action.ts";
import { openRepository } from "../shared/adapters/git-repository.ts";
import { githubApi } from "../shared/adapters/github-api.ts";
import {
  githubPullRequests,
  githubStatuses,
  githubStickyComments,
} from "../shared/adapters/github-pull-requests.ts";
import { readRunEnvironment, remoteOf, runUrlOf } from "../shared/adapters/run-environment.ts";
import type { Config } from "../shared/core/config.ts";
import { PipelineError } from "../shared/core/errors.ts";
import { readConfig } from "../shared/read-config.ts";
import { VERSION } from "../shared/version.ts";
import { DEFAULT_BASE_URL, openAiModel } from "./adapters/openai-model.ts";
import { DEFAULT_MODEL, Spending } from "./core/spending.ts";
import { parseInputs, type Inputs } from "./inputs.ts";
import type { Model } from "./ports/model.ts";
import { run, type Failure, type Outcome } from "./run.ts";

await runAction(async () => {
  const inputs = parseInputs(core.getInput);
  const environment = readRunEnvironment();
  const { owner, repository: repo, trigger } = environment;
  const api = githubApi(inputs["github-token"]);
  const remote = remoteOf(environment, inputs["github-token"]);
  const repository = await openRepository(remote, environment.temporary);
  const config = await readConfig(repository, trigger.defaultBranch);
  const spending = new Spending(config.prices, inputs["budget-usd"]);
  const runUrl = runUrlOf(environment);

  const outcome = await run(inputs, trigger, {
    repository,
    pullRequests: githubPullRequests(api, { owner, repo }),
    comments: githubStickyComments(api, { owner, repo }),
    statuses: githubStatuses(api, { owner, repo }, runUrl),
    model: () => openModel(inputs, config),
    log: actionsLog,
    version: VERSION,
    prices: config.prices,
    spending,
    runUrl,
  });
  setOutputs(outcome, spending);
  report(outcome.failures);
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

function setOutputs(
  { handedOver, skipped, attempts }: Outcome,
  { tokens, costUsd }: Spending,
): void {
  const tasks = handedOver.map(({ task }) => task).toSorted();
  core.setOutput("tasks", tasks.join(","));
  core.setOutput("has-tasks", String(tasks.length > 0));
  core.setOutput("pull-requests", JSON.stringify(handedOver));
  core.setOutput("skipped", JSON.stringify(skipped));
  core.setOutput("attempts", JSON.stringify(attempts));
  core.setOutput("tokens", JSON.stringify(tokens));
  core.setOutput("cost-usd", costUsd === null ? "unknown price" : String(costUsd));
}

/** Every failure as an annotation; a step fails once, with the number of them. */
function report(failures: readonly Failure[]): void {
  const bugs = failures.filter(({ error }) => !(error instanceof PipelineError));
  for (const { subject, error } of failures) {
    if (!(error instanceof PipelineError)) continue;
    if (error.cause !== undefined) core.debug(inspect(error.cause));
    const hint = error.hint === undefined ? "" : `\n${error.hint}`;
    actionsLog.error(`${error.message}${hint}`, {
      title: `agent-pipeline: ${subject}`,
      ...(subject.endsWith(".json") && { file: subject }),
    });
  }
  if (bugs[0] !== undefined) throw bugs[0].error;
  if (failures.length > 0) {
    const subjects = failures.map(({ subject }) => subject).join(", ");
    core.setFailed(
      `${failures.length} failed: ${subjects}. The errors above say why; the others went on.`,
    );
  }
}
