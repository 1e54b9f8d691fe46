import { type Answer, type Call, type Endpoints, Refusal, notFound, page } from "./api.ts";
import { nodeId, repositoryUrl } from "./payloads.ts";
import type { Repository } from "./repository.ts";

/** What admins set for a repository, and anybody may only ask about. */
export interface SharedSettings {
  actions: {
    readonly enabled: boolean;
    readonly allowed: "all" | "local_only" | "selected";
    /** What may be used besides, where only selected actions may. */
    readonly patterns: readonly string[];
    readonly allOfGitHub?: boolean;
  };
  /** Names alone: GitHub tells their values to nobody. */
  secrets: readonly string[];
  variables: Readonly<Record<string, string>>;
  /** What an organization lends; null for a person's repository, which none can lend to. */
  ofOrganization: {
    readonly secrets: readonly string[];
    readonly variables: Readonly<Record<string, string>>;
  } | null;
  /** Of rulesets, in GitHub's own shape. */
  rules: readonly object[];
  /** Of the default branch, in GitHub's own shape; null for a branch that is not protected. */
  protection: object | null;
  /** Of workflows that GitHub does not start, by their paths; all others are `active`. */
  workflowStates: Readonly<Record<string, string>>;
}

export const USUAL_SETTINGS: SharedSettings = {
  actions: { enabled: true, allowed: "all", patterns: [] },
  secrets: [],
  variables: {},
  ofOrganization: null,
  rules: [],
  protection: null,
  workflowStates: {},
};

const administration = { needs: ["administration:read"] } as const;
const MOMENT = "2026-01-01T00:00:00Z";
const FOLDER = ".github/workflows";

/** What `doctor` asks, and nobody can change here. */
export const settingsEndpoints: Endpoints = {
  "actions/get-github-actions-permissions-repository": {
    ...administration,
    answer: ({ repository: { settings } }) => {
      const { enabled, allowed } = settings.actions;
      return { status: 200, body: { enabled, ...(enabled && { allowed_actions: allowed }) } };
    },
  },
  "actions/get-allowed-actions-repository": { ...administration, answer: allowedActions },
  "actions/get-github-actions-default-workflow-permissions-repository": {
    ...administration,
    answer: ({ repository: { settings } }) => ({
      status: 200,
      body: {
        default_workflow_permissions: "read",
        can_approve_pull_request_reviews: settings.allowActionsToCreatePullRequests,
      },
    }),
  },
  "actions/list-repo-secrets": {
    needs: ["secrets:read"],
    answer: (call) => secretsPage(call, call.repository.settings.secrets),
  },
  "actions/list-repo-organization-secrets": {
    needs: ["secrets:read"],
    answer: (call) => secretsPage(call, lent(call).secrets),
  },
  "actions/list-repo-variables": {
    needs: ["variables:read"],
    answer: (call) => variablesPage(call, call.repository.settings.variables),
  },
  "actions/list-repo-organization-variables": {
    needs: ["variables:read"],
    answer: (call) => variablesPage(call, lent(call).variables),
  },
  "actions/list-repo-workflows": { needs: ["actions:read"], answer: listWorkflows },
  "repos/get-branch-rules": {
    needs: ["metadata:read"],
    answer: (call) => page(call, call.repository.settings.rules),
  },
  "repos/get-branch-protection": { ...administration, answer: branchProtection },
  "repos/get-content": { needs: ["contents:read"], answer: content },
};

function allowedActions({ repository: { settings } }: Call): Answer {
  const { allowed, patterns, allOfGitHub = true } = settings.actions;
  if (allowed !== "selected") {
    throw new Refusal(409, "Allowed actions are not set to selected for this repository.");
  }
  const body = {
    github_owned_allowed: allOfGitHub,
    verified_allowed: false,
    patterns_allowed: patterns,
  };
  return { status: 200, body };
}

function lent({ repository: { settings } }: Call) {
  if (settings.ofOrganization === null) throw notFound();
  return settings.ofOrganization;
}

function secretsPage(call: Call, names: readonly string[]): Answer {
  return page(call, names, (items) => ({
    total_count: names.length,
    secrets: items.map((name) => ({ name, created_at: MOMENT, updated_at: MOMENT })),
  }));
}

function variablesPage(call: Call, variables: Readonly<Record<string, string>>): Answer {
  const all = Object.entries(variables);
  return page(call, all, (items) => ({
    total_count: all.length,
    variables: items.map(([name, value]) => ({
      name,
      value,
      created_at: MOMENT,
      updated_at: MOMENT,
    })),
  }));
}

function listWorkflows(call: Call): Answer {
  const { repository, addresses } = call;
  const commit = repository.tip(repository.defaultBranch);
  const paths = commit === null ? [] : childrenOf(call, commit, FOLDER).map(({ path }) => path);
  return page(call, paths, (items) => ({
    total_count: paths.length,
    workflows: items.map((path, index) => {
      const url = `${repositoryUrl(addresses, repository)}/actions/workflows/${index + 1}`;
      return {
        id: index + 1,
        node_id: nodeId("Workflow", path),
        name: path,
        path,
        state: repository.settings.workflowStates[path] ?? "active",
        created_at: MOMENT,
        updated_at: MOMENT,
        url,
        html_url: `${addresses.server}/${repository.name}/blob/main/${path}`,
        badge_url: `${url}/badge.svg`,
      };
    }),
  }));
}

function branchProtection({ repository, path }: Call): Answer {
  if (repository.tip(path["branch"] ?? "") === null) throw new Refusal(404, "Branch not found");
  if (repository.settings.protection === null) throw new Refusal(404, "Branch not protected");
  return { status: 200, body: repository.settings.protection };
}

interface Entry {
  readonly type: "file" | "dir";
  readonly path: string;
  readonly sha: string;
}

const asked = new WeakMap<Repository, Map<string, string | null>>();

/** What git says of a commit, which never changes. */
function gitOf(repository: Repository, ...words: readonly string[]): string | null {
  const known = asked.get(repository) ?? new Map<string, string | null>();
  asked.set(repository, known);
  const key = words.join("\0");
  if (!known.has(key)) known.set(key, repository.ask(...words));
  return known.get(key) ?? null;
}

/** What a folder holds; nothing where there is none. */
function childrenOf({ repository }: Call, commit: string, folder: string): Entry[] {
  const lines = gitOf(repository, "ls-tree", commit, `${folder}/`) ?? "";
  return [...lines.matchAll(/^\d+ (blob|tree) ([0-9a-f]{40})\t(.+)$/gm)].map(
    ([, kind = "", sha = "", path = ""]) => ({ type: kind === "tree" ? "dir" : "file", path, sha }),
  );
}

function content(call: Call): Answer {
  const { repository, path } = call;
  const name = path["path"] ?? "";
  const ref = call.query.get("ref") ?? repository.defaultBranch;
  const commit = /^[0-9a-f]{40}$/.test(ref) ? ref : repository.commitOf(ref);
  if (commit === null) throw new Refusal(404, `No commit found for the ref ${ref}`);
  const children = childrenOf(call, commit, name);
  if (children.length > 0) return { status: 200, body: children.map((each) => entry(call, each)) };
  const text = gitOf(repository, "cat-file", "blob", `${commit}:${name}`);
  if (text === null) throw notFound();
  const sha = gitOf(repository, "rev-parse", `${commit}:${name}`) ?? "";
  const encoded = Buffer.from(text).toString("base64");
  const file = entry(call, { type: "file", path: name, sha });
  return { status: 200, body: { ...file, content: encoded, encoding: "base64" } };
}

function entry({ addresses, repository }: Call, { type, path, sha }: Entry) {
  const url = `${repositoryUrl(addresses, repository)}/contents/${path}`;
  const git = `${repositoryUrl(addresses, repository)}/git/blobs/${sha}`;
  const html = `${addresses.server}/${repository.name}/blob/main/${path}`;
  return {
    type,
    name: path.split("/").at(-1) ?? "",
    path,
    sha,
    size: 1,
    url,
    git_url: git,
    html_url: html,
    download_url: null,
    _links: { self: url, git, html },
  };
}
