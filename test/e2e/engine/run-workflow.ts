import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { GitHub, Repository } from "../../../world/github.ts";
import { runAct } from "./act.ts";
import type { WorkflowEvent } from "./event.ts";
import type { Platform } from "./platform.ts";
import { readWorkflow } from "./product.ts";
import { EngineFault, readReport, type ExpectedJob, type Report } from "./report.ts";
import { rewriteForAct } from "./rewrite.ts";
import { reasonNotToStart } from "./triggers.ts";
import { parseWorkflow, type WorkflowFile } from "./workflow-file.ts";

export interface WorkflowRequest {
  /** File name of one of the product's workflows. */
  readonly workflow: string;
  /** The content of a user's own workflow, which is none of the product's. */
  readonly content?: string;
  readonly event: WorkflowEvent;
  /** Secrets and variables of the user's repository. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
}

export interface WorkflowRun extends Report {
  readonly id: number;
  readonly exitCode: number;
  readonly milliseconds: number;
}

/** The event does not start the workflow: as on GitHub, there is no run. */
export class NotStarted extends Error {}

/** Runs one workflow file in act, for an event of a repository of the stand-in. */
export async function runWorkflow(
  { github, actionCache }: Pick<Platform, "github" | "actionCache">,
  repository: Repository,
  request: WorkflowRequest,
): Promise<WorkflowRun> {
  const content = request.content ?? readWorkflow(request.workflow);
  const workflow = parseWorkflow(content);
  const { event } = request;
  const reason = reasonNotToStart(workflow.on, event);
  if (reason !== null) throw new NotStarted(`${request.workflow}: ${reason}`);

  if (event.isFromFork) takeWriteAccess(github);
  const id = startRun(github, repository, request);
  const folder = mkdtempSync(join(tmpdir(), "act-"));
  const started = performance.now();
  try {
    const { exitCode, output } = await runAct({
      folder,
      actionCache,
      event: event.name,
      payload: event.payload,
      workflow: { file: request.workflow, content: rewriteForAct(content) },
      proxy: github.url,
      actor: "octocat",
      environment: environmentOf(github, repository, event, { id, workflow: request.workflow }),
      secrets: { GITHUB_TOKEN: github.token, ...(event.isFromFork ? {} : request.secrets) },
      variables: event.isFromFork ? {} : (request.variables ?? {}),
    });
    const milliseconds = Math.round(performance.now() - started);
    const report = readReport(output, exitCode, expectedJobs(workflow.jobs));
    refuseLeaks(report.log, [github.token, ...Object.values(request.secrets ?? {})]);
    return { ...report, id, exitCode, milliseconds };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// What a calling job runs is looked up by its reader: act gives no result to the job itself.
function expectedJobs(jobs: WorkflowFile["jobs"]): ExpectedJob[] {
  return Object.entries(jobs)
    .filter(([, job]) => job.uses === undefined)
    .map(([id, job]) => ({
      id,
      hasMatrix: job.strategy?.matrix !== undefined,
      mayFail: job["continue-on-error"] === true,
    }));
}

/** For good: the stand-in has one token, and no test goes on after a run for a fork. */
function takeWriteAccess(github: GitHub): void {
  const permissions = ["contents", "pull-requests", "issues", "statuses", "actions"];
  for (const permission of permissions) github.withhold(permission, "write");
}

function startRun(
  github: GitHub,
  repository: Repository,
  { workflow, event }: WorkflowRequest,
): number {
  const id = github.runs.nextId();
  github.runs.record({
    id,
    repository,
    event: event.name,
    headBranch: event.headBranch,
    headSha: event.sha,
    workflow: `.github/workflows/${workflow}`,
    attempt: 1,
    actor: "octocat",
    status: "in_progress",
    conclusion: null,
  });
  return id;
}

function environmentOf(
  github: GitHub,
  repository: Repository,
  { ref, sha }: WorkflowEvent,
  run: { readonly id: number; readonly workflow: string },
): Record<string, string> {
  return {
    GITHUB_REPOSITORY: repository.name,
    GITHUB_REF: ref,
    // act's own word for GITHUB_SHA.
    SHA_REF: sha,
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_ATTEMPT: "1",
    GITHUB_WORKFLOW_REF: `${repository.name}/.github/workflows/${run.workflow}@${ref}`,
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_API_URL: github.url,
    ACTIONS_RESULTS_URL: `${github.url}/`,
    ACTIONS_RUNTIME_TOKEN: github.runtimeToken(run.id),
  };
}

function refuseLeaks(log: string, secrets: readonly string[]): void {
  const leaked = secrets.filter((secret) => secret !== "" && log.includes(secret));
  if (leaked.length > 0) throw new EngineFault(`${leaked.length} secrets stand in the log`);
}
