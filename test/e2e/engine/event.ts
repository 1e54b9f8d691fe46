import { type GitHub, Repository } from "../../../world/github.ts";

/** What happens in a repository, as far as a workflow can be started by it. */
export type Happening =
  | {
      readonly kind: "pull_request";
      readonly number: number;
      readonly action:
        | "opened"
        | "synchronize"
        | "reopened"
        | "ready_for_review"
        | "labeled"
        | "edited";
      /** The label that was set, for `labeled`. */
      readonly label?: string;
      /** What it went into before, for `edited`. */
      readonly formerBase?: string;
    }
  | {
      readonly kind: "pull_request_review";
      readonly number: number;
      readonly state: "approved" | "changes_requested" | "commented";
    }
  | {
      readonly kind: "merge_group";
      /** The branch that the queue made, and what it is built on. */
      readonly branch: string;
      readonly base: string;
    }
  | {
      readonly kind: "push";
      readonly branch: string;
      readonly before: string;
      readonly after: string;
    }
  | {
      /** A label was set on an issue. */
      readonly kind: "issues";
      readonly issue: { readonly number: number; readonly title: string; readonly body: string };
      readonly label: string;
    }
  | {
      readonly kind: "workflow_dispatch";
      readonly branch: string;
      readonly inputs: Readonly<Record<string, string>>;
    };

/** An event as a run gets it. */
export interface WorkflowEvent {
  readonly name: Happening["kind"];
  /** GITHUB_REF */
  readonly ref: string;
  /** GITHUB_SHA */
  readonly sha: string;
  readonly headBranch: string;
  /** The content of GITHUB_EVENT_PATH. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** What filters of a workflow look at. */
  readonly filters: EventFilters;
  /** GitHub gives such a run no secrets, and a token that can only read. */
  readonly isFromFork: boolean;
}

export interface EventFilters {
  readonly action: string | null;
  /** The base of a pull request, or the branch that was pushed. */
  readonly branch: string;
  readonly changedPaths: readonly string[];
  readonly inputs: Readonly<Record<string, string>>;
}

/** Makes the event that GitHub would send, from what the stand-in's API says at this moment. */
export async function eventOf(
  github: GitHub,
  repository: Repository,
  happening: Happening,
): Promise<WorkflowEvent> {
  const payload = { repository: await readApi(github, repository, "") };
  switch (happening.kind) {
    case "pull_request":
      return pullRequestEvent(github, repository, happening, payload);
    case "pull_request_review":
      return reviewEvent(github, repository, happening, payload);
    case "merge_group":
      return mergeGroupEvent(repository, happening, payload);
    case "push":
      return pushEvent(repository, happening, payload);
    case "issues":
      return issueEvent(repository, happening, payload);
    case "workflow_dispatch":
      return dispatchEvent(repository, happening, payload);
    default:
      return happening satisfies never;
  }
}

async function reviewEvent(
  github: GitHub,
  repository: Repository,
  { number, state }: Extract<Happening, { kind: "pull_request_review" }>,
  payload: object,
): Promise<WorkflowEvent> {
  const same = { kind: "pull_request", number, action: "opened" } as const;
  const event = await pullRequestEvent(github, repository, same, payload);
  const action = "submitted";
  return {
    ...event,
    name: "pull_request_review",
    payload: { ...event.payload, action, review: { id: 1, state } },
    filters: { ...event.filters, action },
  };
}

function mergeGroupEvent(
  repository: Repository,
  { branch, base }: Extract<Happening, { kind: "merge_group" }>,
  payload: object,
): WorkflowEvent {
  const ref = `refs/heads/${branch}`;
  const sha = repository.commitOf(ref);
  if (sha === null) throw new Error(`${repository.name} has no branch ${branch}`);
  const baseRef = `refs/heads/${repository.defaultBranch}`;
  const action = "checks_requested";
  return {
    name: "merge_group",
    ref,
    sha,
    headBranch: branch,
    payload: {
      ...payload,
      action,
      merge_group: { head_sha: sha, head_ref: ref, base_sha: base, base_ref: baseRef },
    },
    filters: { action: null, branch: repository.defaultBranch, changedPaths: [], inputs: {} },
    isFromFork: false,
  };
}

async function pullRequestEvent(
  github: GitHub,
  repository: Repository,
  { number, action, label, formerBase }: Extract<Happening, { kind: "pull_request" }>,
  payload: object,
): Promise<WorkflowEvent> {
  const { head, base } = repository.pullRequest(number);
  const ref = `refs/pull/${number}/merge`;
  const sha = repository.commitOf(ref);
  // GitHub starts nothing either for a pull request that has a conflict.
  if (sha === null) throw new Error(`#${number} of ${repository.name} cannot be merged`);
  return {
    name: "pull_request",
    ref,
    sha,
    headBranch: head.branch,
    payload: {
      ...payload,
      action,
      number,
      pull_request: await readApi(github, repository, `/pulls/${number}`),
      ...(label !== undefined && { label: { name: label } }),
      ...(formerBase !== undefined && { changes: { base: { ref: { from: formerBase } } } }),
    },
    filters: {
      action,
      branch: base.branch,
      changedPaths: changedPaths(repository, `${base.branch}...${head.sha}`),
      inputs: {},
    },
    isFromFork: head.repository !== repository.name,
  };
}

function pushEvent(
  repository: Repository,
  { branch, before, after }: Extract<Happening, { kind: "push" }>,
  payload: object,
): WorkflowEvent {
  const ref = `refs/heads/${branch}`;
  return {
    name: "push",
    ref,
    sha: after,
    headBranch: branch,
    payload: { ...payload, ref, before, after, created: false, deleted: false, forced: false },
    filters: {
      action: null,
      branch,
      changedPaths: changedPaths(repository, `${before}..${after}`),
      inputs: {},
    },
    isFromFork: false,
  };
}

// A run by an issue is one of the default branch.
function issueEvent(
  repository: Repository,
  { issue, label }: Extract<Happening, { kind: "issues" }>,
  payload: object,
): WorkflowEvent {
  const branch = repository.defaultBranch;
  const event = dispatchEvent(
    repository,
    { kind: "workflow_dispatch", branch, inputs: {} },
    payload,
  );
  const action = "labeled";
  return {
    ...event,
    name: "issues",
    payload: { ...payload, action, issue, label: { name: label }, sender: { login: "octocat" } },
    filters: { ...event.filters, action },
  };
}

function dispatchEvent(
  repository: Repository,
  { branch, inputs }: Extract<Happening, { kind: "workflow_dispatch" }>,
  payload: object,
): WorkflowEvent {
  const ref = `refs/heads/${branch}`;
  const sha = repository.commitOf(ref);
  if (sha === null) throw new Error(`${repository.name} has no branch ${branch}`);
  return {
    name: "workflow_dispatch",
    ref,
    sha,
    headBranch: branch,
    payload: { ...payload, ref, inputs },
    filters: { action: null, branch, changedPaths: [], inputs },
    isFromFork: false,
  };
}

function changedPaths(repository: Repository, range: string): readonly string[] {
  return repository
    .git("diff", "--no-renames", "--name-only", "-z", range)
    .split("\0")
    .filter((path) => path !== "");
}

async function readApi(github: GitHub, { name }: Repository, path: string): Promise<unknown> {
  const response = await fetch(`${github.url}/repos/${name}${path}`, {
    headers: { authorization: `Bearer ${github.token}` },
  });
  if (!response.ok) throw new Error(`GET /repos/${name}${path}: ${response.status}`);
  return response.json();
}
