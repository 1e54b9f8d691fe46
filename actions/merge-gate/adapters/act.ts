import { setTimeout as wait } from "node:timers/promises";
import { artifactEvidence } from "../../../src/evidence/adapters/download.ts";
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
import { nameOf } from "../../../src/handover/subject.ts";
import { statusJournals } from "../../../src/next-runs/adapters/journals.ts";
import { workflowFileIn } from "../../../src/next-runs/workflow-names.ts";
import {
  fileUrlOf,
  readRunEnvironment,
  readTrigger,
  remoteOf,
  runUrlOf,
} from "../../../src/runner/adapters/run-environment.ts";
import { inputOf, type Ending, type Job } from "../../../src/runner/job.ts";
import { decisionsPage, stopLine } from "../../../src/telling/decision-words.ts";
import { markdown, SUMMARY_LIMIT } from "../../../src/telling/markdown.ts";
import { plainLine } from "../../../src/telling/plain.ts";
import { parseInputs } from "../inputs.ts";
import { outputsOf } from "../outputs.ts";
import { run } from "../run.ts";

/** merge-gate as a step of a job. */
export async function act(job: Job): Promise<Ending> {
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
    repository: openRepository(remoteOf(environment, token, job.mask), temporary),
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
  });
  const stop = stopLine(decided);
  return {
    outputs: { ...outputsOf(decided, undecided.length === 0) },
    summary: markdown(
      decisionsPage(decided, { runUrl, urlOfFile, isDryRun: inputs["dry-run"] }),
      SUMMARY_LIMIT,
    ),
    failures: undecided.map(({ error, ...subject }) => ({ subject: nameOf(subject), error })),
    verdict: stop === null ? null : plainLine(stop),
  };
}
