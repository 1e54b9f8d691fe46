import { setTimeout as wait } from "node:timers/promises";
import { artifactEvidence } from "../../../src/evidence/adapters/download.ts";
import { type ProvenMerge, testResultStatement } from "../../../src/evidence/test-result.ts";
import { openRepository } from "../../../src/git/adapters/repository.ts";
import { githubApi } from "../../../src/github/adapters/api.ts";
import { githubCheckReports } from "../../../src/github/adapters/check-reports.ts";
import { githubMergeQueue } from "../../../src/github/adapters/merge-queue.ts";
import {
  githubPullRequests,
  githubStatuses,
  githubStickyComments,
} from "../../../src/github/adapters/pull-requests.ts";
import {
  githubWorkflowDispatches,
  githubWorkflowRuns,
} from "../../../src/github/adapters/workflow-runs.ts";
import { handOn, type HandedFiles } from "../../../src/handover/adapters/handed-files.ts";
import {
  DECISIONS_ARTIFACT,
  DECISIONS_FILE,
  TEST_RESULT_FILE,
} from "../../../src/handover/run-files.ts";
import { nameOf } from "../../../src/handover/subject.ts";
import { statusJournals } from "../../../src/next-runs/adapters/journals.ts";
import { decidedDocument } from "../../../src/next-runs/decided-document.ts";
import { workflowFileIn } from "../../../src/next-runs/workflow-names.ts";
import {
  fileUrlOf,
  readRunEnvironment,
  readTrigger,
  remoteOf,
  runUrlOf,
} from "../../../src/runner/adapters/run-environment.ts";
import { clockOfStep, secondsOfStep } from "../../../src/runner/adapters/step-clock.ts";
import { inputOf, isReported, type Ending, type Job } from "../../../src/runner/job.ts";
import { decisionsPage, stopLine } from "../../../src/telling/decision-words.ts";
import { markdown, SUMMARY_LIMIT } from "../../../src/telling/markdown.ts";
import { plainLine } from "../../../src/telling/plain.ts";
import { parseInputs } from "../inputs.ts";
import { outputsOf } from "../outputs.ts";
import { type Decided, run } from "../run.ts";

/** merge-gate as a step of a job. */
export async function act(job: Job, open = openRepository): Promise<Ending> {
  const inputs = parseInputs((name) => inputOf(job, name));
  const environment = readRunEnvironment(job.environment);
  const { owner, repository: repo, apiUrl, temporary } = environment;
  const token = inputs["github-token"];
  const api = githubApi(token, apiUrl);
  // An entry in a merge queue and the check runs of others are not for the token of a job.
  const appToken = inputs["app-token"];
  const appApi = appToken === "" ? null : githubApi(appToken, apiUrl);
  const runUrl = runUrlOf(environment);

  const urlOfFile = (commit: string, path: string, line?: number): string =>
    fileUrlOf(environment, commit, path, line);

  const trigger = readTrigger(job.environment);
  const { decided, undecided } = await run(inputs, trigger, {
    repository: open(remoteOf(environment, token, job.mask), temporary),
    pullRequests: githubPullRequests(api, { owner, repo }),
    comments: githubStickyComments(api, { owner, repo }),
    statuses: githubStatuses(api, { owner, repo }, runUrl),
    evidence: artifactEvidence(api, token, { owner, repo }, environment.run.id),
    log: job.log,
    checks: githubCheckReports(api, { owner, repo }, appApi ?? api),
    queue: appApi === null ? null : githubMergeQueue(appApi, { owner, repo }),
    journals: statusJournals(api, { owner, repo }, runUrl),
    runs: githubWorkflowRuns(api, { owner, repo }),
    dispatches: githubWorkflowDispatches(api, { owner, repo }),
    workflow: workflowFileIn(environment.workflowRef),
    defaultBranch: trigger.defaultBranch,
    urlOfRun: (id) => runUrlOf({ ...environment, run: { id, attempt: 1 } }),
    runId: environment.run.id,
    runUrl,
    urlOfFile,
    pause: (seconds) => wait(seconds * 1_000),
    now: secondsOfStep,
  });
  const statement = testResultStatement(mergesIn(decided), runUrl);
  const isDryRun = inputs["dry-run"];
  const files = {
    [DECISIONS_FILE]: JSON.stringify(
      decidedDocument(decided, undecided, { isDryRun, clock: clockOfStep() }),
    ),
    ...(statement !== null && { [TEST_RESULT_FILE]: statement }),
  };
  await handOnDecisions(files, temporary, job);
  const stop = stopLine(decided);
  return {
    outputs: { ...outputsOf(decided, undecided.length === 0, statement) },
    ...(!isReported(job) && {
      summary: markdown(decisionsPage(decided, { runUrl, urlOfFile, isDryRun }), SUMMARY_LIMIT),
    }),
    failures: undecided.map(({ error, ...subject }) => ({ subject: nameOf(subject), error })),
    verdict: stop === null ? null : plainLine(stop),
  };
}

function mergesIn(decided: readonly Decided[]): ProvenMerge[] {
  return decided.flatMap(({ mergeSha, readBack }) =>
    mergeSha === null ? [] : [{ commit: mergeSha, evidence: readBack }],
  );
}

/** For the job that reports the run: no decision hangs on it. */
async function handOnDecisions(
  files: HandedFiles,
  temporary: string,
  { environment, log }: Job,
): Promise<void> {
  try {
    await handOn(DECISIONS_ARTIFACT, files, { temporary, environment });
  } catch (error) {
    log.info(`The artifact "${DECISIONS_ARTIFACT}" could not be uploaded: ${String(error)}`);
  }
}
