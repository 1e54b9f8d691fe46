import { randomInt } from "node:crypto";
import { availableParallelism, homedir } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { DEFAULT_BASE_URL, openAiModel } from "../../../src/authoring/adapters/openai.ts";
import { TranscriptArtifact } from "../../../src/authoring/adapters/transcripts.ts";
import { isSecretKey } from "../../../src/authoring/api-key.ts";
import { engineJudge } from "../../../src/authoring/engine-judge.ts";
import type { Model } from "../../../src/authoring/model.ts";
import type { Config } from "../../../src/config/config.ts";
import { artifactEvidence } from "../../../src/evidence/adapters/download.ts";
import { Lanes } from "../../../src/foundation/lanes.ts";
import { VERSION } from "../../../src/foundation/version.ts";
import { openRepository } from "../../../src/git/adapters/repository.ts";
import { githubApi } from "../../../src/github/adapters/api.ts";
import {
  githubPullRequests,
  githubStatuses,
  githubStickyComments,
} from "../../../src/github/adapters/pull-requests.ts";
import { githubWorkflowRuns } from "../../../src/github/adapters/workflow-runs.ts";
import { handOn } from "../../../src/handover/adapters/handed-files.ts";
import {
  GENERATED_ARTIFACT,
  GENERATED_FILE,
  TIMINGS_FILE,
} from "../../../src/handover/run-files.ts";
import { statusJournals } from "../../../src/next-runs/adapters/journals.ts";
import { installedPython } from "../../../src/proof/adapters/installed-python.ts";
import { pipIndex } from "../../../src/proof/adapters/pip-index.ts";
import { pythonReader } from "../../../src/proof/adapters/python-reader.ts";
import { tellProgress } from "../../../src/proof/tell-progress.ts";
import {
  readRunEnvironment,
  type RunEnvironment,
  readTrigger,
  remoteOf,
  runUrlOf,
} from "../../../src/runner/adapters/run-environment.ts";
import { inputOf, isReported, type Ending, type Job } from "../../../src/runner/job.ts";
import type { TaskContent } from "../../../src/task/folder.ts";
import { markdown, SUMMARY_LIMIT } from "../../../src/telling/markdown.ts";
import { Authoring } from "../authoring.ts";
import { generatedDocument, isSilent, timingsDocument } from "../documents.ts";
import { parseInputs, type Inputs } from "../inputs.ts";
import { NOTHING, type Outcome } from "../outcome.ts";
import { endingOf } from "../outputs.ts";
import { outcomePage } from "../page.ts";
import { run, type Ports } from "../run.ts";
import { sharedRequirementsAt } from "../shared-requirements.ts";

/** generate as a step of a job. */
export async function act(job: Job): Promise<Ending> {
  const inputs = parseInputs((name) => inputOf(job, name));
  const environment = readRunEnvironment(job.environment);
  const transcripts = new TranscriptArtifact(environment.temporary, job.log);
  const ports = portsOf(inputs, job, environment, transcripts);
  try {
    const outcome = await run(inputs, readTrigger(job.environment), ports);
    await handOnOutcome(outcome, inputs, job, environment);
    const { outputs, failures } = endingOf(outcome);
    // What a dry run would do is handed on to nobody.
    const isSaid = isReported(job) && !inputs["dry-run"];
    return {
      outputs: { ...outputs },
      failures,
      ...(!isSaid && { summary: pageOf(outcome, inputs) }),
    };
  } catch (error) {
    await handOnOutcome(
      { ...NOTHING, failures: [{ subject: null, error }] },
      inputs,
      job,
      environment,
    );
    throw error;
  } finally {
    await transcripts.upload(job.environment["ACTIONS_RUNTIME_TOKEN"] !== undefined);
  }
}

/** What the run came to and when, for the job that reports it: no run is worse for the lack of it. */
async function handOnOutcome(
  outcome: Outcome,
  inputs: Inputs,
  { environment, log }: Job,
  { temporary }: RunEnvironment,
): Promise<void> {
  if (isSilent(outcome)) return;
  const clock = { began: new Date(performance.timeOrigin).toISOString(), seconds: now() };
  const files = {
    [GENERATED_FILE]: JSON.stringify(generatedDocument(outcome, inputs["dry-run"])),
    [TIMINGS_FILE]: JSON.stringify(timingsDocument(outcome, clock)),
  };
  try {
    await handOn(GENERATED_ARTIFACT, files, { temporary, environment });
  } catch (error) {
    log.info(`The artifact "${GENERATED_ARTIFACT}" could not be uploaded: ${String(error)}`);
  }
}

function pageOf(outcome: Outcome, inputs: Inputs): string {
  return markdown(outcomePage(outcome, inputs["dry-run"]), SUMMARY_LIMIT);
}

/** Seconds since the process began. */
function now(): number {
  return performance.now() / 1_000;
}

function portsOf(
  inputs: Inputs,
  job: Job,
  environment: RunEnvironment,
  transcripts: TranscriptArtifact,
): Ports {
  const { owner, repository: repo, apiUrl, temporary, workspace } = environment;
  const token = inputs["github-token"];
  const api = githubApi(token, apiUrl);
  const runUrl = runUrlOf(environment);
  const repository = openRepository(remoteOf(environment, token, job.mask), temporary);
  const hidden = [workspace, temporary, homedir()].filter((folder) => folder !== "");
  const reader = pythonReader("python3", temporary);
  // A check by itself keeps a core busy, and its time is limited.
  const judging = new Lanes(availableParallelism());
  // One for all tasks, so that what is installed for one is there for the others. Never without isolation: a key is near.
  const environments = installedPython({
    python: "python3",
    isolation: "required",
    hidden,
    temporary,
    log: job.log,
  });
  return {
    repository,
    pullRequests: githubPullRequests(api, { owner, repo }),
    comments: githubStickyComments(api, { owner, repo }),
    statuses: githubStatuses(api, { owner, repo }, runUrl),
    journals: statusJournals(api, { owner, repo }, runUrl),
    runs: githubWorkflowRuns(api, { owner, repo }),
    evidenceOf: (runId) => artifactEvidence(api, token, { owner, repo }, runId),
    run: environment.run,
    here: `${owner}/${repo}`,
    authoringBy: (config, base) => {
      let shared: Promise<readonly TaskContent[]> | null = null;
      return new Authoring(
        { config, model: inputs.model, budgetUsd: inputs["budget-usd"] },
        {
          modelOf: modelsOf(inputs, config, job),
          reader,
          index: pipIndex({
            python: "python3",
            temporary,
            hidden,
          }),
          judgeOf: (task, story, { "check-seconds": checkSeconds, ...settings }) =>
            engineJudge(task, story, {
              environments,
              config: settings,
              checkSeconds,
              reader,
              sharedRequirements: () => (shared ??= sharedRequirementsAt(repository, base)),
              random: (limit) => randomInt(limit),
              now,
              progress: tellProgress(task, job.log, now),
              judging,
            }),
          now,
          keepTranscript: (task, text) => transcripts.keep(task, text),
          log: job.log,
          version: VERSION,
        },
      );
    },
    log: job.log,
    pause: (seconds) => wait(seconds * 1_000),
    runUrl,
  };
}

/** What the run was told about its models, and whom it keeps a key from. */
function modelsOf(inputs: Inputs, config: Config, { mask }: Job): (name: string) => Model {
  // One for each name, so that what it found out about its server is not asked again.
  const models = new Map<string, Model>();
  return (name) => {
    const known = models.get(name);
    if (known !== undefined) return known;
    const model = openModel(name, inputs, config, mask);
    models.set(name, model);
    return model;
  };
}

function openModel(name: string, inputs: Inputs, config: Config, mask: Job["mask"]): Model {
  const apiKey = inputs["openai-api-key"];
  const baseUrl = inputs["base-url"] || DEFAULT_BASE_URL;
  if (isSecretKey({ apiKey, baseUrl })) mask(apiKey);
  return openAiModel({ apiKey, baseUrl, model: name, style: config["api-style"] });
}
