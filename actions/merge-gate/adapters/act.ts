import { setTimeout as wait } from "node:timers/promises";
import { artifactEvidence } from "../../../src/evidence/adapters/download.ts";
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
import { reportOf } from "../../../src/telling/decision-report.ts";
import { parseInputs } from "../inputs.ts";
import { outputsOf } from "../outputs.ts";
import { run, type Decided } from "../run.ts";
import { headingOf, nameOf } from "../subject.ts";

/** merge-gate as a step of a job. */
export async function act(job: Job): Promise<Ending> {
  const inputs = parseInputs((name) => inputOf(job, name));
  const environment = readRunEnvironment(job.environment);
  const { owner, repository: repo, apiUrl, temporary } = environment;
  const token = inputs["github-token"];
  const api = githubApi(token, apiUrl);
  const runUrl = runUrlOf(environment);

  const { decided, undecided } = await run(inputs, readTrigger(job.environment), {
    repository: openRepository(remoteOf(environment, token, job.mask), temporary),
    pullRequests: githubPullRequests(api, { owner, repo }),
    comments: githubStickyComments(api, { owner, repo }),
    statuses: githubStatuses(api, { owner, repo }, runUrl),
    evidence: artifactEvidence(token, { owner, repo }, environment.run.id, temporary),
    log: job.log,
    runId: environment.run.id,
    runUrl,
    pause: (seconds) => wait(seconds * 1_000),
  });
  return {
    outputs: { ...outputsOf(decided, undecided.length === 0) },
    summary: summaryOf(decided, runUrl),
    failures: undecided.map(({ error, ...subject }) => ({ subject: nameOf(subject), error })),
    verdict: stopOf(decided),
  };
}

function summaryOf(decided: readonly Decided[], runUrl: string): string {
  const sections = decided.map(
    ({ decision, ...subject }) => `## ${headingOf(subject)}\n\n${reportOf(decision, runUrl)}`,
  );
  return sections.length === 0 ? "No pull request to decide about." : sections.join("\n\n");
}

/** Why the step is red: something that only a person can settle. */
function stopOf(decided: readonly Decided[]): string | null {
  const stopped = decided.filter(
    ({ decision }) =>
      decision.kind === "hold" ||
      decision.reasons.some(({ code }) => code === "merged_differently"),
  );
  if (stopped.length === 0) return null;
  const what = stopped.map(
    ({ decision, ...subject }) =>
      `${nameOf(subject)}: ${[...new Set(decision.reasons.map(({ code }) => code))].join(", ")}`,
  );
  return `A person must look: ${what.join("; ")}`;
}
