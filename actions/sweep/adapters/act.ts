import { openRepository } from "../../../src/git/adapters/repository.ts";
import { githubApi } from "../../../src/github/adapters/api.ts";
import { githubQueueEntries } from "../../../src/github/adapters/merge-queue.ts";
import { githubPullRequestLists } from "../../../src/github/adapters/pull-request-lists.ts";
import {
  githubPullRequests,
  githubStatuses,
  githubStickyComments,
} from "../../../src/github/adapters/pull-requests.ts";
import {
  githubRunsOfHeads,
  githubWorkflowDispatches,
  githubWorkflowRuns,
} from "../../../src/github/adapters/workflow-runs.ts";
import { statusJournals, statusRecords } from "../../../src/next-runs/adapters/journals.ts";
import { workflowFileIn } from "../../../src/next-runs/workflow-names.ts";
import {
  readRunEnvironment,
  readTrigger,
  remoteOf,
  runUrlOf,
} from "../../../src/runner/adapters/run-environment.ts";
import { inputOf, type Ending, type Job } from "../../../src/runner/job.ts";
import { markdown, SUMMARY_LIMIT } from "../../../src/telling/markdown.ts";
import { parseInputs } from "../inputs.ts";
import { outputsOf } from "../outputs.ts";
import { sweepPage } from "../page.ts";
import { run } from "../run.ts";
import { subjectName } from "../swept.ts";

/** The sweep as a step of a job. */
export async function act(job: Job, open = openRepository): Promise<Ending> {
  const inputs = parseInputs((name) => inputOf(job, name));
  const environment = readRunEnvironment(job.environment);
  const { owner, repository: repo, apiUrl, temporary } = environment;
  const token = inputs["github-token"];
  const api = githubApi(token, apiUrl);
  const here = { owner, repo };
  const runUrl = runUrlOf(environment);

  const outcome = await run(inputs, {
    repository: open(remoteOf(environment, token, job.mask), temporary),
    lists: githubPullRequestLists(api, here),
    queueEntries: githubQueueEntries(api, here),
    pullRequests: githubPullRequests(api, here),
    comments: githubStickyComments(api, here),
    statuses: githubStatuses(api, here, runUrl),
    records: statusRecords(api, here),
    journals: statusJournals(api, here, runUrl),
    runs: githubWorkflowRuns(api, here),
    runsOfHeads: githubRunsOfHeads(api, here),
    dispatches: githubWorkflowDispatches(api, here),
    log: job.log,
    workflow: workflowFileIn(environment.workflowRef),
    defaultBranch: readTrigger(job.environment).defaultBranch,
    runId: environment.run.id,
    urlOfRun: (id) => runUrlOf({ ...environment, run: { id, attempt: 1 } }),
    now: () => Date.now(),
  });
  return {
    outputs: { ...outputsOf(outcome.swept) },
    summary: markdown(sweepPage(outcome, inputs["dry-run"]), SUMMARY_LIMIT),
    failures: outcome.failures.map(({ subject, error }) => ({
      subject: subjectName(subject),
      error,
    })),
  };
}
