import { getOctokit } from "@actions/github";
import { DEFAULT_BASE_URL } from "../../src/authoring/adapters/openai.ts";
import { CONFIG_PATH } from "../../src/config/config.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import {
  type Octokit,
  type RepositoryName,
  saidIn,
  isRateLimited,
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
      isOfOrganization: data.owner.type === "Organization",
    };
  });
  if (repository.kind === "unseen") {
    const why = hasToken ? repository.why : NO_TOKEN;
    throw new PipelineError("INPUT_INVALID", `${url} cannot be seen: ${why}`, {
      hint: hasToken
        ? "Check its name, and that the token may read it."
        : "Check its name; a private repository is shown to a token only.",
    });
  }
  const { defaultBranch: branch, isOfOrganization } = repository.value;
  const commit = await see("the files of the repository", () => tipOf(api, here, branch));
  const [
    actions,
    mayCreatePullRequests,
    secrets,
    lentSecrets,
    variables,
    lentVariables,
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
    see("names of secrets", async () => {
      const all = await api.paginate(rest.actions.listRepoSecrets, { ...here, per_page: 100 });
      return all.map(({ name }) => name);
    }),
    // A person's repository has no organization, and what lends nothing is not asked.
    see("names of secrets of the organization", async () => {
      if (!isOfOrganization) return [];
      const list = rest.actions.listRepoOrganizationSecrets;
      const all = await api.paginate(list, { ...here, per_page: 100 });
      return all.map(({ name }) => name);
    }),
    see("variables", async () =>
      byName(await api.paginate(rest.actions.listRepoVariables, { ...here, per_page: 30 })),
    ),
    see("variables of the organization", async () => {
      if (!isOfOrganization) return {};
      const list = rest.actions.listRepoOrganizationVariables;
      return byName(await api.paginate(list, { ...here, per_page: 30 }));
    }),
    see("labels", async () => {
      const all = await api.paginate(rest.issues.listLabelsForRepo, { ...here, per_page: 100 });
      return all.map(({ name }) => name);
    }),
    see("rules", () => rulesOf(api, here, branch)),
    see("the protection of the branch", () => protectionOf(api, here, branch)),
    commit.kind === "unseen"
      ? commit
      : see("workflows", () => workflowsOf(api, here, commit.value, hasToken)),
    commit.kind === "unseen"
      ? commit
      : see("the config", () => textAt(api, here, commit.value, CONFIG_PATH)),
  ]);
  const isSelected = actions.kind === "seen" && actions.value.allowed === "selected";
  const allowedActions = isSelected
    ? await see("allowed actions", async () => {
        const { data } = await rest.actions.getAllowedActionsRepository({ ...here });
        return {
          patterns: data.patterns_allowed ?? [],
          allOfGitHub: data.github_owned_allowed ?? false,
        };
      })
    : null;
  return {
    url,
    repository,
    actions,
    allowedActions,
    mayCreatePullRequests,
    secrets,
    lentSecrets,
    variables,
    lentVariables,
    labels,
    rules,
    protection,
    workflows,
    config,
    models,
  };
}

function byName(
  variables: readonly { readonly name: string; readonly value: string }[],
): Record<string, string> {
  return Object.fromEntries(variables.map(({ name, value }) => [name, value]));
}

/**
 * The commit of the default branch; null for a repository without any. That it can be seen tells apart a file that is not
 * there and one that is hidden, which GitHub both answers with 404.
 */
async function tipOf(api: Octokit, here: RepositoryName, branch: string): Promise<string | null> {
  try {
    const { data } = await api.rest.git.getRef({ ...here, ref: `heads/${branch}` });
    return data.object.sha;
  } catch (error) {
    // "Git Repository is empty."
    if (statusOf(error) === 409) return null;
    throw error;
  }
}

async function rulesOf(api: Octokit, here: RepositoryName, branch: string): Promise<BranchRule[]> {
  try {
    const list = api.rest.repos.getBranchRules;
    return Rules.parse(await api.paginate(list, { ...here, branch, per_page: 100 }));
  } catch (error) {
    if (isNotSold(error)) return [];
    throw error;
  }
}

/** Private repositories of the free plan have neither rules nor protected branches, and GitHub says so in these words. */
function isNotSold(error: unknown): boolean {
  return statusOf(error) === 403 && (saidIn(error) ?? "").startsWith("Upgrade to GitHub");
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
    // The same number as for what is hidden, but another sentence. An empty repository has no branch.
    const isSaid = /^Branch not (?:protected|found)/.test(saidIn(error) ?? "");
    if (statusOf(error) === 404 && isSaid) return [];
    if (isNotSold(error)) return [];
    throw error;
  }
}

async function workflowsOf(
  api: Octokit,
  here: RepositoryName,
  commit: string | null,
  hasToken: boolean,
): Promise<WorkflowFile[]> {
  if (commit === null) return [];
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
    .getContent({ ...here, path: WORKFLOWS, ref: commit })
    .then(({ data }) => (Array.isArray(data) ? data : []))
    .catch((error: unknown) => {
      if (statusOf(error) === 404) return [];
      throw error;
    });
  const paths = listing.map(({ path }) => path).filter((path) => /\.ya?ml$/.test(path));
  return Promise.all(
    paths.map(async (path) => ({
      path,
      text: (await textAt(api, here, commit, path)) ?? "",
      state: states.kind === "seen" ? (states.value.get(path) ?? "not known to GitHub yet") : null,
    })),
  );
}

async function textAt(
  api: Octokit,
  here: RepositoryName,
  ref: string | null,
  path: string,
): Promise<string | null> {
  if (ref === null) return null;
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
    if (isRateLimited(error)) {
      throw new PipelineError(
        "SERVICE_UNAVAILABLE",
        `GitHub answers no more for a while: ${saidIn(error) ?? "its rate limit is reached"}`,
        {
          hint: hasToken
            ? "Try again later."
            : `Who shows a token may ask more (${TOKEN_SOURCES.map((source) => `--token-from ${source}`).join(" or ")}); or try again later.`,
          cause: error,
        },
      );
    }
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
  const named = asked.text("baseUrl")?.replace(/\/+$/, "") ?? null;
  if (key === "") {
    throw new PipelineError("INPUT_INVALID", "OPENAI_API_KEY is empty, and --ask-model needs it", {
      hint: "Put any text there if the server wants no key.",
    });
  }
  return async (name, server) => {
    if (named === null && server !== null && server !== DEFAULT_BASE_URL) {
      const why = `the repository's server is ${server}, which gets the key only if it is named here: --base-url ${server}`;
      return { kind: "unseen", why };
    }
    const baseUrl = named ?? DEFAULT_BASE_URL;
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
