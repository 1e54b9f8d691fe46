import { run as gate } from "../../actions/merge-gate/run.ts";
import { run as sweep } from "../../actions/sweep/run.ts";
import type { EvidenceDownloads } from "../../src/evidence/store.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import type { Octokit } from "../../src/github/adapters/api.ts";
import { githubCheckReports } from "../../src/github/adapters/check-reports.ts";
import { githubMergeQueue, githubQueueEntries } from "../../src/github/adapters/merge-queue.ts";
import { githubPullRequestLists } from "../../src/github/adapters/pull-request-lists.ts";
import {
  githubPullRequests,
  githubStatuses,
  githubStickyComments,
} from "../../src/github/adapters/pull-requests.ts";
import {
  githubRunsOfHeads,
  githubWorkflowDispatches,
  githubWorkflowRuns,
} from "../../src/github/adapters/workflow-runs.ts";
import { statusJournals, statusRecords } from "../../src/next-runs/adapters/journals.ts";
import type { Log } from "../../src/runner/log.ts";
import { inProcessFetch, responseOf, type ShortFetch } from "../../world/in-process-fetch.ts";
import { Process } from "./process.ts";
import type { Run } from "./run.ts";
import { clientOf, HERE, type Town } from "./town.ts";

/** How the product is put together here; a fault can be planted in what it is made of. */
export interface Makers {
  readonly gate: typeof gate;
  readonly sweep: typeof sweep;
}

export const PRODUCT: Makers = { gate, sweep };

const silent = (): void => undefined;

const LOG: Log = {
  info: silent,
  notice: silent,
  warning: silent,
  error: silent,
  group: (_title, work) => work(),
};

export function urlOfRun(id: string): string {
  return `https://github.test/octo/app/actions/runs/${id}`;
}

/** The API, where each call waits for its turn. */
function waitingApi(town: Town, run: Run, process: Process, token?: string): Octokit {
  const fetch = inProcessFetch(town.github);
  // What the App reads again, nothing is decided by.
  const notedBy = token === undefined ? noted : notedByApp;
  const waiting: ShortFetch = (url, request) => {
    const { method = "GET" } = request;
    const path = new URL(url).pathname.replace("/repos/octo/app", "");
    return process.call(
      `${method} ${path}`,
      () => notedBy(town, run, `${method} ${path}`, () => fetch(url, request)),
      (answer) => {
        if (answer === null) throw new TypeError("fetch failed");
        return responseOf(answer, url);
      },
    );
  };
  return clientOf(waiting, town.github, token);
}

/** Remembers what the run knew when it merged, and what that made. */
async function noted<T>(town: Town, run: Run, call: string, ask: () => Promise<T>): Promise<T> {
  const [, looked] = /^GET \/pulls\/(\d+)$/.exec(call) ?? [];
  const [, merging] = /^PUT \/pulls\/(\d+)\/merge$/.exec(call) ?? [];
  town.repository.refreshPullRequests();
  const pullRequest = town.pulls[Number(looked ?? merging ?? 0) - 1];
  if (pullRequest === undefined) return ask();
  const { number, baseBranch, headSha: head, labels, draft, merged: wasMerged } = pullRequest;
  if (looked !== undefined) {
    const isOurs = labels.includes("agent-pipeline");
    run.seen.set(number, { isOurs, isDraft: draft, baseBranch });
    return ask();
  }
  const onto = town.repository.tip(baseBranch) ?? "";
  const answer = await ask();
  if (pullRequest.merged && !wasMerged && pullRequest.mergeCommit !== null) {
    const { mergeCommit: commit } = pullRequest;
    const seen = run.seen.get(number);
    const { artifacts } = town;
    town.merges.push({ number, by: run, seen, head, baseBranch, onto, commit, artifacts });
  }
  return answer;
}

/** Remembers what the run knew when it added something to the queue. */
async function notedByApp<T>(
  town: Town,
  run: Run,
  _call: string,
  ask: () => Promise<T>,
): Promise<T> {
  const before = town.queue?.entries.length ?? 0;
  const answer = await ask();
  for (const { pullRequest, head } of town.queue?.entries.slice(before) ?? []) {
    const { number } = pullRequest;
    const { matrix } = run;
    const seen = run.seen.get(number);
    town.queued.push({ number, by: run, seen, head, matrix, artifacts: town.artifacts });
  }
  return answer;
}

function evidenceOf(town: Town, run: Run, process: Process): EvidenceDownloads {
  return {
    download: (entry) =>
      process.call(
        `artifacts of ${entry}`,
        () =>
          Promise.resolve(
            (town.artifacts.get(run.id) ?? []).filter((each) => each.entry === entry),
          ),
        () => {
          throw new PipelineError("SERVICE_UNAVAILABLE", "The artifacts could not be listed");
        },
      ),
  };
}

function gitOf(town: Town, run: Run, process: Process) {
  return town.gitPort((what) =>
    process.call(
      what,
      async () => {
        await Promise.resolve();
        const [, branch] = /refs\/heads\/([^,]+), [0-9a-f]{40}$/.exec(what) ?? [];
        if (branch !== undefined) run.lookedAt = town.repository.tip(branch);
      },
      () => {
        throw new PipelineError("SERVICE_UNAVAILABLE", "git could not reach the remote");
      },
    ),
  );
}

/** The job merge-gate. */
export function startGate(town: Town, run: Run, makers: Makers): Process {
  const { habits } = town;
  const { request } = run;
  const given =
    request.given ?? (request.workflow === "agent-pipeline" ? request.pullRequest : null);
  return Process.start(async (process) => {
    const api = waitingApi(town, run, process);
    const runUrl = urlOfRun(String(run.id));
    if (run.matrix === null && given === null) throw new Error("The matrix is missing");
    run.outcome = await makers.gate(
      {
        matrix: run.matrix,
        "pull-request": given,
        "github-token": town.github.token,
        "app-token": "",
        mode: habits.mode,
        "merge-method": habits.method,
        "delete-branch": "own",
        "budget-usd": null,
        "retry-workflow": "",
        "reverify-workflow": "",
        "dry-run": false,
      },
      request.trigger,
      {
        repository: gitOf(town, run, process),
        pullRequests: githubPullRequests(api, HERE),
        comments: githubStickyComments(api, HERE),
        statuses: githubStatuses(api, HERE, runUrl),
        evidence: evidenceOf(town, run, process),
        log: LOG,
        queue:
          habits.queue?.hasApp === true
            ? githubMergeQueue(waitingApi(town, run, process, town.github.appToken), HERE)
            : null,
        checks: githubCheckReports(api, HERE, api),
        journals: statusJournals(api, HERE, runUrl),
        runs: githubWorkflowRuns(api, HERE),
        dispatches: githubWorkflowDispatches(api, HERE),
        workflow: `${request.workflow}.yml`,
        defaultBranch: "main",
        urlOfRun,
        runId: String(run.id),
        runUrl,
        urlOfFile: (commit, path) => `https://github.test/octo/app/blob/${commit}/${path}`,
        pause: () =>
          process.call(
            "pause",
            () => Promise.resolve(),
            () => undefined,
          ),
        now: () => 0,
      },
    );
  });
}

/** The job sweep. */
export function startSweep(town: Town, run: Run, makers: Makers): Process {
  return Process.start(async (process) => {
    const api = waitingApi(town, run, process);
    const runUrl = urlOfRun(String(run.id));
    run.swept = await makers.sweep(
      {
        "github-token": town.github.token,
        "delete-branch": "own",
        "retry-workflow": "",
        "reverify-workflow": "",
        "dry-run": false,
      },
      {
        repository: gitOf(town, run, process),
        lists: githubPullRequestLists(api, HERE),
        queueEntries: githubQueueEntries(api, HERE),
        pullRequests: githubPullRequests(api, HERE),
        comments: githubStickyComments(api, HERE),
        statuses: githubStatuses(api, HERE, runUrl),
        records: statusRecords(api, HERE),
        journals: statusJournals(api, HERE, runUrl),
        runs: githubWorkflowRuns(api, HERE),
        runsOfHeads: githubRunsOfHeads(api, HERE),
        dispatches: githubWorkflowDispatches(api, HERE),
        log: LOG,
        workflow: "agent-sweep.yml",
        defaultBranch: "main",
        runId: String(run.id),
        urlOfRun,
        now: () => town.now,
      },
    );
  });
}
