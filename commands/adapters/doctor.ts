import { getOctokit } from "@actions/github";
import { DEFAULT_BASE_URL } from "../../src/authoring/adapters/openai.ts";
import { CONFIG_PATH } from "../../src/config/config.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import {
  type Octokit,
  type RepositoryName,
  saidIn,
  isUnanswered,
  statusOf,
} from "../../src/github/adapters/api.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../commands.ts";
import { doctor } from "../doctor/doctor.ts";
import type { BranchRule, Facts, Seen, WorkflowFile } from "../doctor/facts.ts";
import { repositoryAround } from "./folder.ts";
import { Classic, Rules } from "./github-rules.ts";
import { placeOf, tokenFor, TOKEN_SOURCES } from "./github.ts";

const NO_TOKEN = `no token was given: --token-from ${TOKEN_SOURCES.join(" or --token-from ")}`;
const WORKFLOWS = ".github/workflows";
const MODEL_SECONDS = 30;

/** Asks GitHub about a repository. Reads alone: nothing is changed. */
export async function doctorAsked(asked: Asked): Promise<Answer> {
  const place = placeOf(asked, repositoryAround(asked.directory));
  const token = await tokenFor(asked, place, process.env);
  const api = getOctokit(token === "" ? "none" : token, {
    baseUrl: place.apiUrl,
    // What needs no token is asked without one.
    ...(token === "" && { authStrategy: anonymous }),
  });
  const url = `https://${place.host}/${place.name.owner}/${place.name.repo}`;
  return doctor(await factsOf(api, place.name, url, token !== "", modelsAsked(asked)));
}

/** Instead of the client's own way: adds nothing to a request. */
function anonymous(): {
  readonly hook: (request: (options: unknown) => unknown, options: unknown) => unknown;
} {
  return { hook: (request, options) => request(options) };
}

async function factsOf(
  api: Octokit,
  here: RepositoryName,
  url: string,
  hasToken: boolean,
  models: Facts["models"],
): Promise<Facts> {
  const { rest } = api;
  const see = <T>(what: string, read: () => Promise<T>): Promise<Seen<T>> =>
    seen(what, read, hasToken);
  const repository = await see("the repository", async () => {
    const { data } = await rest.repos.get({ ...here });
    return {
      defaultBranch: data.default_branch,
      isArchived: data.archived,
      allowsMergeCommits: data.allow_merge_commit ?? null,
      hasIssues: data.has_issues,
    };
  });
  if (repository.kind === "unseen") {
    throw new PipelineError("INPUT_INVALID", `${url} cannot be seen: ${repository.why}`, {
      hint: hasToken
        ? "Check its name, and that the token may read it."
        : `For a private repository a token is needed: ${NO_TOKEN}`,
    });
  }
  const { defaultBranch: branch } = repository.value;
  const [
    actions,
    mayCreatePullRequests,
    secrets,
    variables,
    labels,
    rules,
    protection,
    workflows,
    config,
  ] = await Promise.all([
    see("whether Actions is turned on", async () => {
      const { data } = await rest.actions.getGithubActionsPermissionsRepository({ ...here });
      return { isEnabled: data.enabled, allowed: data.allowed_actions ?? "all" };
    }),
    see("whether Actions may create pull requests", async () => {
      const { data } = await rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository({
        ...here,
      });
      return data.can_approve_pull_request_reviews;
    }),
    see("names of secrets", () => secretsOf(api, here)),
    see("variables", async () => {
      const all = await api.paginate(rest.actions.listRepoVariables, { ...here, per_page: 30 });
      return Object.fromEntries(all.map(({ name, value }) => [name, value]));
    }),
    see("labels", async () => {
      const all = await api.paginate(rest.issues.listLabelsForRepo, { ...here, per_page: 100 });
      return all.map(({ name }) => name);
    }),
    see("rules", () => rulesOf(api, here, branch)),
    see("the protection of the branch", () => protectionOf(api, here, branch)),
    see("workflows", () => workflowsOf(api, here, branch, hasToken)),
    see("the config", () => textAt(api, here, branch, CONFIG_PATH)),
  ]);
  const isSelected = actions.kind === "seen" && actions.value.allowed === "selected";
  const allowedActions = isSelected
    ? await see("allowed actions", async () => {
        const { data } = await rest.actions.getAllowedActionsRepository({ ...here });
        return data.patterns_allowed ?? [];
      })
    : null;
  return {
    url,
    repository,
    actions,
    allowedActions,
    mayCreatePullRequests,
    secrets,
    variables,
    labels,
    rules,
    protection,
    workflows,
    config,
    models,
  };
}

/** Of the repository, and of its organization where that lends some. */
async function secretsOf(api: Octokit, here: RepositoryName): Promise<string[]> {
  const own = await api.paginate(api.rest.actions.listRepoSecrets, { ...here, per_page: 100 });
  const lent = await api
    .paginate(api.rest.actions.listRepoOrganizationSecrets, { ...here, per_page: 100 })
    .catch((error: unknown) => {
      // A person's repository has no organization.
      if (statusOf(error) === 404) return [];
      throw error;
    });
  return [...own, ...lent].map(({ name }) => name);
}

async function rulesOf(api: Octokit, here: RepositoryName, branch: string): Promise<BranchRule[]> {
  const { data } = await api.rest.repos.getBranchRules({ ...here, branch, per_page: 100 });
  return Rules.parse(data);
}

async function protectionOf(
  api: Octokit,
  here: RepositoryName,
  branch: string,
): Promise<BranchRule[]> {
  try {
    const { data } = await api.rest.repos.getBranchProtection({ ...here, branch });
    return Classic.parse(data);
  } catch (error) {
    // The same number as for what is hidden, but another sentence.
    if (statusOf(error) === 404 && /not protected/i.test(saidIn(error) ?? "")) return [];
    throw error;
  }
}

async function workflowsOf(
  api: Octokit,
  here: RepositoryName,
  branch: string,
  hasToken: boolean,
): Promise<WorkflowFile[]> {
  const states = await seen(
    "states of workflows",
    async () => {
      const all = await api.paginate(api.rest.actions.listRepoWorkflows, {
        ...here,
        per_page: 100,
      });
      return new Map(all.map(({ path, state }) => [path, state]));
    },
    hasToken,
  );
  const listing = await api.rest.repos
    .getContent({ ...here, path: WORKFLOWS, ref: branch })
    .then(({ data }) => (Array.isArray(data) ? data : []))
    .catch((error: unknown) => {
      if (statusOf(error) === 404) return [];
      throw error;
    });
  const paths = listing.map(({ path }) => path).filter((path) => /\.ya?ml$/.test(path));
  return Promise.all(
    paths.map(async (path) => ({
      path,
      text: (await textAt(api, here, branch, path)) ?? "",
      state: states.kind === "seen" ? (states.value.get(path) ?? "not known to GitHub yet") : null,
    })),
  );
}

async function textAt(
  api: Octokit,
  here: RepositoryName,
  ref: string,
  path: string,
): Promise<string | null> {
  try {
    const { data } = await api.rest.repos.getContent({ ...here, path, ref });
    return !Array.isArray(data) && data.type === "file" && "content" in data
      ? Buffer.from(data.content, "base64").toString("utf8")
      : null;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

/** What a token may not see GitHub answers with 401, 403 or 404; all else is an error. */
async function seen<T>(what: string, read: () => Promise<T>, hasToken: boolean): Promise<Seen<T>> {
  try {
    return { kind: "seen", value: await read() };
  } catch (error) {
    const status = statusOf(error);
    if (status === 401 || status === 403 || status === 404) {
      const said = saidIn(error);
      const why = hasToken
        ? `this token may not see ${what} (HTTP ${status}${said === null ? "" : `: ${said}`})`
        : `${what} cannot be seen; ${NO_TOKEN}`;
      return { kind: "unseen", why };
    }
    if (status === null) throw error;
    if (error instanceof Error && isUnanswered(error)) {
      const { message } = error;
      throw new PipelineError("SERVICE_UNAVAILABLE", `GitHub cannot be reached: ${message}`, {
        hint: "doctor asks GitHub's API: look at the network of this machine. `agent-pipeline check` needs none.",
        cause: error,
      });
    }
    throw new PipelineError(
      "SERVICE_UNAVAILABLE",
      `GitHub could not tell ${what} (HTTP ${status})`,
      {
        hint: "Try again later.",
        cause: error,
      },
    );
  }
}

/** A model is asked for with the key of the environment, where somebody says so, and of a server that was named here. */
function modelsAsked(asked: Asked): Facts["models"] {
  if (!asked.isSet("askModel")) {
    const why =
      "whether its server still offers it was not asked: --ask-model, with the key in OPENAI_API_KEY";
    return () => Promise.resolve({ kind: "unseen", why });
  }
  const key = process.env["OPENAI_API_KEY"] ?? "";
  const baseUrl = (asked.text("baseUrl") ?? DEFAULT_BASE_URL).replace(/\/+$/, "");
  if (key === "") {
    throw new PipelineError("INPUT_INVALID", "OPENAI_API_KEY is empty, and --ask-model needs it", {
      hint: "Put any text there if the server wants no key.",
    });
  }
  return async (name) => {
    try {
      const response = await fetch(`${baseUrl}/models/${encodeURIComponent(name)}`, {
        headers: { authorization: `Bearer ${key}` },
        redirect: "error",
        signal: AbortSignal.timeout(MODEL_SECONDS * 1_000),
      });
      await response.body?.cancel();
      if (response.ok) return { kind: "seen", value: true };
      if (response.status === 404) return { kind: "seen", value: false };
      return { kind: "unseen", why: `${baseUrl} answered HTTP ${response.status}` };
    } catch (error) {
      return { kind: "unseen", why: `${baseUrl} did not answer: ${String(error)}` };
    }
  };
}
