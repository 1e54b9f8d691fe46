import { openRepository } from "../../../src/git/adapters/repository.ts";
import { githubApi } from "../../../src/github/adapters/api.ts";
import { githubPermissions } from "../../../src/github/adapters/permissions.ts";
import {
  githubPullRequests,
  githubStickyComments,
} from "../../../src/github/adapters/pull-requests.ts";
import {
  readPayload,
  readRunEnvironment,
  remoteOf,
} from "../../../src/runner/adapters/run-environment.ts";
import { inputOf, type Ending, type Job } from "../../../src/runner/job.ts";
import { markdown, SUMMARY_LIMIT } from "../../../src/telling/markdown.ts";
import { parseInputs } from "../inputs.ts";
import { parseIssueEvent } from "../issue-event.ts";
import { outputsOf } from "../outputs.ts";
import { issueBlocks } from "../page.ts";
import { run } from "../run.ts";

/** Reading a story from an issue, as a step of a job. */
export async function act(job: Job): Promise<Ending> {
  const inputs = parseInputs((name) => inputOf(job, name));
  const environment = readRunEnvironment(job.environment);
  const { owner, repository: repo, apiUrl, temporary } = environment;
  const issue = parseIssueEvent(
    job.environment["GITHUB_EVENT_NAME"] ?? "",
    readPayload(job.environment),
  );
  const token = inputs["github-token"];
  const api = githubApi(token, apiUrl);
  const outcome = await run(inputs, issue, {
    repository: openRepository(remoteOf(environment, token, job.mask), temporary),
    permissions: githubPermissions(api, { owner, repo }),
    pullRequests: githubPullRequests(api, { owner, repo }),
    comments: githubStickyComments(api, { owner, repo }),
    log: job.log,
  });
  if (outcome.kind === "nothing") {
    job.log.notice(`No story is read: ${outcome.why}.`);
    return { outputs: { ...outputsOf(outcome) } };
  }
  return {
    outputs: { ...outputsOf(outcome) },
    summary: markdown(issueBlocks(issue, inputs.label, outcome), SUMMARY_LIMIT),
    verdict:
      outcome.kind === "refused"
        ? `The issue #${issue.number} is no story yet; the comment on it says why`
        : null,
  };
}
