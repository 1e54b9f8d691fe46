import { parse } from "yaml";
import { z } from "zod";
import { type Answer, type Call, type Endpoints, Refusal, notFound, page } from "./api.ts";
import type { Artifact, ArtifactService } from "./artifact-service.ts";
import { repositoryPayload, repositoryUrl, userPayload } from "./payloads.ts";
import type { Repository } from "./repository.ts";
import type { Dispatch, RunJob, WorkflowRun, WorkflowRuns } from "./workflow-runs.ts";

const dispatchSchema = z.object({
  ref: z.string(),
  inputs: z.record(z.string(), z.unknown()).default({}),
  return_run_details: z.boolean().default(false),
});

const declarationSchema = z.object({
  required: z.boolean().optional(),
  default: z.unknown().optional(),
  type: z.string().optional(),
  options: z.array(z.unknown()).optional(),
});
const inputsSchema = z.record(z.string(), declarationSchema.nullable());
const triggerSchema = z.object({ inputs: inputsSchema.nullish() }).nullable();
// YAML 1.1 would read `on` as true; GitHub, and this parser, read YAML 1.2.
const workflowSchema = z.object({
  on: z.union([z.string(), z.array(z.string()), z.record(z.string(), z.unknown())]),
});

type Inputs = Readonly<Record<string, unknown>>;
type Declarations = z.infer<typeof inputsSchema>;

export interface ActionsState {
  readonly artifacts: ArtifactService;
  readonly runs: WorkflowRuns;
  readonly dispatches: Dispatch[];
}

const longestInputs = 65_535;

export function actionsEndpoints(state: ActionsState): Endpoints {
  const { artifacts } = state;
  return {
    "actions/get-workflow-run": {
      needs: ["actions:read"],
      answer: (call) => ({ status: 200, body: runPayload(call, runOf(call, state.runs)) }),
    },
    "actions/list-workflow-runs": {
      needs: ["actions:read"],
      answer: (call) => listRuns(call, state),
    },
    "actions/list-jobs-for-workflow-run": {
      needs: ["actions:read"],
      answer: (call) => listJobs(call, runOf(call, state.runs)),
    },
    // GitHub makes a check run of each job, with the id of the job.
    "checks/list-annotations": {
      needs: ["checks:read"],
      answer: (call) => {
        const job = state.runs.job(call.repository, Number(call.path["check_run_id"]));
        if (job === undefined) throw notFound();
        return page(call, job.annotations, (items) => items.map(annotationPayload));
      },
    },
    "actions/list-workflow-run-artifacts": {
      needs: ["actions:read"],
      answer: (call) => listArtifacts(call, state),
    },
    "actions/get-artifact": {
      needs: ["actions:read"],
      answer: (call) => ({ status: 200, body: artifactPayload(call, artifactOf(call, state)) }),
    },
    "actions/download-artifact": {
      needs: ["actions:read"],
      answer: (call) => {
        if (call.path["archive_format"] !== "zip") throw notFound();
        const location = artifacts.downloadUrl(artifactOf(call, state).id);
        return { status: 302, headers: { location } };
      },
    },
    "actions/create-workflow-dispatch": {
      needs: ["actions:write"],
      answer: (call) => dispatch(call, state),
    },
  };
}

function runOf(call: Call, runs: WorkflowRuns): WorkflowRun {
  const run = runs.find(Number(call.path["run_id"]));
  if (run?.repository !== call.repository) throw notFound();
  return run;
}

function listRuns(call: Call, { runs }: ActionsState): Answer {
  const { repository, path, query } = call;
  const workflow = `.github/workflows/${path["workflow_id"] ?? ""}`;
  if (!isWorkflow(repository, workflow)) throw notFound();
  const found = runs
    .of(repository)
    .filter((run) => run.workflow === workflow)
    .filter((run) => [null, run.event].includes(query.get("event")))
    .filter((run) => [null, run.headSha].includes(query.get("head_sha")));
  return page(call, found, (items) => ({
    total_count: found.length,
    workflow_runs: items.map((run) => runPayload(call, run)),
  }));
}

function listJobs(call: Call, run: WorkflowRun): Answer {
  const { jobs = [] } = run;
  return page(call, jobs, (items) => ({
    total_count: jobs.length,
    jobs: items.map((job) => jobPayload(call, run, job)),
  }));
}

function jobPayload({ addresses, repository }: Call, run: WorkflowRun, job: RunJob) {
  const at = repositoryUrl(addresses, repository);
  const isOver = job.conclusion !== null;
  return {
    id: job.id,
    run_id: run.id,
    run_url: `${at}/actions/runs/${run.id}`,
    run_attempt: run.attempt,
    node_id: `job-${job.id}`,
    head_sha: run.headSha,
    head_branch: run.headBranch,
    workflow_name: run.workflow,
    name: job.name,
    url: `${at}/actions/jobs/${job.id}`,
    html_url: `${addresses.server}/${repository.name}/actions/runs/${run.id}/job/${job.id}`,
    check_run_url: `${at}/check-runs/${job.id}`,
    status: isOver ? "completed" : "in_progress",
    conclusion: job.conclusion,
    created_at: "2026-01-01T00:00:00Z",
    started_at: "2026-01-01T00:00:00Z",
    completed_at: isOver ? "2026-01-01T00:01:00Z" : null,
    steps: [],
    labels: ["ubuntu-latest"],
    runner_id: null,
    runner_name: null,
    runner_group_id: null,
    runner_group_name: null,
  };
}

function annotationPayload({ level, title, message }: RunJob["annotations"][number]) {
  return {
    path: ".github",
    start_line: 1,
    end_line: 1,
    start_column: null,
    end_column: null,
    annotation_level: level,
    title,
    message,
    raw_details: null,
    blob_href: "",
  };
}

// A run that only a token was made for is in whatever repository asks for it.
function isElsewhere(call: Call, runs: WorkflowRuns, runId: number): boolean {
  const run = runs.find(runId);
  return run !== undefined && run.repository !== call.repository;
}

function listArtifacts(call: Call, { artifacts, runs }: ActionsState): Answer {
  const runId = Number(call.path["run_id"]);
  const all = artifacts.ofRun(runId);
  const isKnown = runs.find(runId) !== undefined || all.length > 0;
  if (!isKnown || isElsewhere(call, runs, runId)) throw notFound();
  const name = call.query.get("name");
  const found = all.filter((artifact) => name === null || artifact.name === name);
  return page(call, found, (items) => ({
    total_count: found.length,
    artifacts: items.map((artifact) => artifactPayload(call, artifact)),
  }));
}

function artifactOf(call: Call, { artifacts, runs }: ActionsState): Artifact {
  const artifact = artifacts.find(Number(call.path["artifact_id"]));
  if (artifact === undefined || isElsewhere(call, runs, artifact.run.runId)) throw notFound();
  return artifact;
}

function artifactPayload({ addresses, repository }: Call, artifact: Artifact) {
  const url = `${repositoryUrl(addresses, repository)}/actions/artifacts/${artifact.id}`;
  return {
    id: artifact.id,
    node_id: `artifact-${artifact.id}`,
    name: artifact.name,
    size_in_bytes: artifact.size,
    url,
    archive_download_url: `${url}/zip`,
    expired: false,
    digest: artifact.digest,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: "2099-01-01T00:00:00Z",
    workflow_run: { id: artifact.run.runId, repository_id: repository.id },
  };
}

function runPayload({ addresses, repository }: Call, run: WorkflowRun) {
  const url = `${repositoryUrl(addresses, repository)}/actions/runs/${run.id}`;
  const links = ["jobs", "logs", "cancel", "rerun", "artifacts"].map(
    (name) => [`${name}_url`, `${url}/${name}`] as const,
  );
  const created = run.createdAt ?? "2026-01-01T00:00:00Z";
  return {
    id: run.id,
    node_id: `run-${run.id}`,
    name: run.workflow,
    display_title: run.workflow,
    path: run.workflow,
    run_number: run.id,
    run_attempt: run.attempt,
    event: run.event,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: 1,
    workflow_url: `${repositoryUrl(addresses, repository)}/actions/workflows/1`,
    check_suite_url: `${repositoryUrl(addresses, repository)}/check-suites/1`,
    url,
    html_url: `${addresses.server}/${repository.name}/actions/runs/${run.id}`,
    ...Object.fromEntries(links),
    pull_requests: [],
    created_at: created,
    updated_at: created,
    run_started_at: created,
    actor: userPayload(addresses, run.actor),
    triggering_actor: userPayload(addresses, run.actor),
    head_commit: null,
    repository: repositoryPayload(addresses, repository),
    head_repository: repositoryPayload(addresses, repository),
  };
}

function dispatch(call: Call, state: ActionsState): Answer {
  const { repository, path } = call;
  const request = dispatchSchema.parse(call.body);
  const branch = request.ref.replace(/^refs\/(heads|tags)\//, "");
  const sha = repository.tip(branch) ?? repository.commitOf(`refs/tags/${branch}`);
  if (sha === null) throw new Refusal(422, `No ref found for: ${request.ref}`);
  const workflow = path["workflow_id"] ?? "";
  refuseInputs(declaredInputs(repository, workflow, sha), request.inputs);
  const runId = state.runs.nextId();
  state.runs.record({
    id: runId,
    repository,
    event: "workflow_dispatch",
    headBranch: branch,
    headSha: sha,
    workflow: `.github/workflows/${workflow}`,
    attempt: 1,
    actor: "github-actions[bot]",
    status: "queued",
    conclusion: null,
  });
  const inputs = Object.fromEntries(
    Object.entries(request.inputs).map(([name, value]) => [name, text(value)] as const),
  );
  const { ref } = request;
  state.dispatches.push({ repository: repository.name, workflow, ref, inputs, runId });
  return request.return_run_details ? startedRun(call, runId) : { status: 204 };
}

function startedRun({ addresses, repository }: Call, runId: number): Answer {
  const run = `actions/runs/${runId}`;
  const body = {
    workflow_run_id: runId,
    run_url: `${repositoryUrl(addresses, repository)}/${run}`,
    html_url: `${addresses.server}/${repository.name}/${run}`,
  };
  return { status: 200, body };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function declaredInputs(repository: Repository, workflow: string, sha: string): Declarations {
  const path = `.github/workflows/${workflow}`;
  if (!isWorkflow(repository, path)) throw notFound();
  const content = repository.ask("cat-file", "blob", `${sha}:${path}`);
  if (content === null) throw new Refusal(422, "Workflow does not exist on the ref");
  const events = workflowSchema.parse(parse(content)).on;
  const isKeyed = typeof events === "object" && !Array.isArray(events);
  const names = isKeyed ? Object.keys(events) : [events].flat();
  if (!names.includes("workflow_dispatch")) {
    throw new Refusal(422, "Workflow does not have 'workflow_dispatch' trigger");
  }
  if (!isKeyed) return {};
  return triggerSchema.parse(events["workflow_dispatch"] ?? null)?.inputs ?? {};
}

// GitHub knows a workflow only when the default branch has it.
function isWorkflow(repository: Repository, path: string): boolean {
  return repository.ask("cat-file", "-e", `${repository.defaultBranch}:${path}`) !== null;
}

function refuseInputs(declared: Declarations, inputs: Inputs): void {
  const unexpected = Object.keys(inputs).filter((name) => !(name in declared));
  if (unexpected.length > 0) {
    throw new Refusal(422, `Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  }
  if (JSON.stringify(inputs).length > longestInputs) {
    throw new Refusal(422, "inputs are too large.");
  }
  for (const [name, declaration] of Object.entries(declared)) {
    if (declaration !== null) refuseValue(name, declaration, inputs[name] ?? declaration.default);
  }
}

function refuseValue(
  name: string,
  { required, type, options = [] }: z.infer<typeof declarationSchema>,
  value: unknown,
): void {
  if (required === true && (value === undefined || value === "")) {
    throw new Refusal(422, `Required input '${name}' not provided`);
  }
  if (type !== "choice" || value === undefined || options.map(text).includes(text(value))) return;
  const message = `Provided value '${text(value)}' for input '${name}' not in the list of allowed values`;
  throw new Refusal(422, message);
}
