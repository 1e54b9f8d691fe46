import { readFileSync } from "node:fs";
import { PipelineError } from "../../foundation/errors.ts";
import type { Remote } from "../../git/adapters/repository.ts";
import type { Environment, Job } from "../job.ts";
import { parseTrigger, type Trigger } from "../trigger.ts";

/** What the runner says about this run, by its `GITHUB_*` and `RUNNER_*` variables. */
export interface RunEnvironment {
  readonly owner: string;
  readonly repository: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly run: { readonly id: string; readonly attempt: number };
  /** GITHUB_WORKFLOW_REF: the workflow that was started, where one calls another. */
  readonly workflowRef: string;
  readonly workspace: string;
  /** A folder that the runner empties after the job. */
  readonly temporary: string;
}

export function readRunEnvironment(environment: Environment): RunEnvironment {
  const variable = required(environment);
  const [owner = "", repository = ""] = variable("GITHUB_REPOSITORY").split("/");
  return {
    owner,
    repository,
    serverUrl: variable("GITHUB_SERVER_URL"),
    apiUrl: environment["GITHUB_API_URL"] ?? "https://api.github.com",
    run: {
      id: variable("GITHUB_RUN_ID"),
      attempt: Number(environment["GITHUB_RUN_ATTEMPT"] ?? "1"),
    },
    workflowRef: environment["GITHUB_WORKFLOW_REF"] ?? "",
    workspace: environment["GITHUB_WORKSPACE"] ?? "",
    temporary: variable("RUNNER_TEMP"),
  };
}

/** What started this run, by the file in which the runner keeps the event. */
export function readTrigger(environment: Environment): Trigger {
  const variable = required(environment);
  return parseTrigger({
    event: variable("GITHUB_EVENT_NAME"),
    ref: environment["GITHUB_REF"] ?? "",
    sha: environment["GITHUB_SHA"] ?? "",
    payload: readPayload(environment),
  });
}

/** The event as GitHub sent it: untrusted. */
export function readPayload(environment: Environment): unknown {
  return payloadIn(required(environment)("GITHUB_EVENT_PATH"));
}

function payloadIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new PipelineError(
      "INPUT_INVALID",
      `The event of this run cannot be read from ${path}, the file that GITHUB_EVENT_PATH names`,
      {
        hint: "The runner writes it before each job; a step before this one may have changed it.",
        cause,
      },
    );
  }
}

const REQUIRED = [
  "GITHUB_REPOSITORY",
  "GITHUB_SERVER_URL",
  "GITHUB_RUN_ID",
  "GITHUB_EVENT_NAME",
  "GITHUB_EVENT_PATH",
  "RUNNER_TEMP",
] as const;

/** Reads variables that every runner sets; without one of them this is no job. */
function required(environment: Environment): (name: (typeof REQUIRED)[number]) => string {
  const missing = REQUIRED.filter((name) => (environment[name] ?? "") === "");
  if (missing.length === 0) return (name) => environment[name] ?? "";
  throw new PipelineError(
    "INPUT_INVALID",
    `This is no GitHub Actions job: ${missing.join(", ")} not set`,
    {
      hint: "agent-pipeline runs as a step of a workflow; `npm run demo` shows it on one machine.",
    },
  );
}

/** The repository of this run on its server. The token's base64 form is masked in the log as well. */
export function remoteOf(run: RunEnvironment, token: string, mask: Job["mask"]): Remote {
  if (token !== "") {
    mask(token);
    mask(Buffer.from(`x-access-token:${token}`).toString("base64"));
  }
  return {
    url: `${run.serverUrl}/${run.owner}/${run.repository}`,
    serverUrl: run.serverUrl,
    token,
  };
}

/** Address of a file at a commit, as GitHub shows it. */
export function fileUrlOf(
  { serverUrl, owner, repository }: RunEnvironment,
  commit: string,
  path: string,
  line?: number,
): string {
  const place = line === undefined ? "" : `#L${line}`;
  // Names of files come from others: `#` in one would point elsewhere, and half a sign cannot be encoded.
  const names = path.toWellFormed().split("/").map(encodeURIComponent).join("/");
  return `${serverUrl}/${owner}/${repository}/blob/${commit}/${names}${place}`;
}

/** The page of this run, where its log and its artifacts are. */
export function runUrlOf({ serverUrl, owner, repository, run }: RunEnvironment): string {
  return `${serverUrl}/${owner}/${repository}/actions/runs/${run.id}`;
}
