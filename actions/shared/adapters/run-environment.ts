import { readFileSync } from "node:fs";
import { PipelineError } from "../core/errors.ts";
import { parseTrigger, type Trigger } from "../core/trigger.ts";
import type { Remote } from "./git-repository.ts";
import * as core from "./toolkit.ts";

/** What the runner says about this run, by its `GITHUB_*` and `RUNNER_*` variables. */
export interface RunEnvironment {
  readonly owner: string;
  readonly repository: string;
  readonly serverUrl: string;
  readonly run: { readonly id: string; readonly attempt: number };
  readonly workspace: string;
  /** A folder that the runner empties after the job. */
  readonly temporary: string;
  readonly trigger: Trigger;
}

export function readRunEnvironment(environment: NodeJS.ProcessEnv = process.env): RunEnvironment {
  const missing: string[] = [];
  const variable = (name: string): string => {
    const value = environment[name] ?? "";
    if (value === "") missing.push(name);
    return value;
  };
  const fullName = variable("GITHUB_REPOSITORY");
  const eventPath = variable("GITHUB_EVENT_PATH");
  const values = {
    serverUrl: variable("GITHUB_SERVER_URL"),
    runId: variable("GITHUB_RUN_ID"),
    temporary: variable("RUNNER_TEMP"),
    event: variable("GITHUB_EVENT_NAME"),
  };
  if (missing.length > 0) {
    throw new PipelineError(
      "INPUT_INVALID",
      `This is no GitHub Actions job: ${missing.join(", ")} not set`,
      {
        hint: "agent-pipeline runs as a step of a workflow; `npm run demo` shows it on one machine.",
      },
    );
  }
  const [owner = "", repository = ""] = fullName.split("/");
  return {
    owner,
    repository,
    serverUrl: values.serverUrl,
    run: { id: values.runId, attempt: Number(environment["GITHUB_RUN_ATTEMPT"] ?? "1") },
    workspace: environment["GITHUB_WORKSPACE"] ?? "",
    temporary: values.temporary,
    trigger: parseTrigger({
      event: values.event,
      ref: environment["GITHUB_REF"] ?? "",
      sha: environment["GITHUB_SHA"] ?? "",
      payload: JSON.parse(readFileSync(eventPath, "utf8")) as unknown,
    }),
  };
}

/** The repository of this run on its server. The token's base64 form is masked in the log as well. */
export function remoteOf(run: RunEnvironment, token: string): Remote {
  if (token !== "") {
    core.setSecret(token);
    core.setSecret(Buffer.from(`x-access-token:${token}`).toString("base64"));
  }
  return {
    url: `${run.serverUrl}/${run.owner}/${run.repository}`,
    serverUrl: run.serverUrl,
    token,
  };
}

/** The page of this run, where its log and its artifacts are. */
export function runUrlOf({ serverUrl, owner, repository, run }: RunEnvironment): string {
  return `${serverUrl}/${owner}/${repository}/actions/runs/${run.id}`;
}
