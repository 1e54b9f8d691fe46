import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Addresses } from "./api.ts";
import { commitsOf } from "./changes.ts";
import type { GitHub } from "./github.ts";
import { labelPayload, pullRequestPayload, repositoryPayload, userPayload } from "./payloads.ts";
import type { PullRequest } from "./pull-request.ts";
import type { Repository } from "./repository.ts";

export interface RunEvent {
  readonly event:
    | "pull_request"
    | "pull_request_review"
    | "push"
    | "workflow_dispatch"
    | "schedule"
    | "issues"
    | "merge_group";
  /** Activity type of a pull_request event. */
  readonly action?: string;
  /** Number of the pull request. */
  readonly pullRequest?: number;
  /** The state of a review that was submitted. Otherwise it approves. */
  readonly review?: string;
  /** The label of a `labeled` event. */
  readonly label?: string;
  /** What a pull request went into before, for `edited`; without it, its title was edited. */
  readonly formerBase?: string;
  /** The issue of an `issues` event. */
  readonly issue?: {
    readonly number: number;
    readonly title: string;
    readonly body: string | null;
  };
  /** Commits of a push, or of a `synchronize` event; `before` also what a merge group is built on. */
  readonly before?: string;
  readonly after?: string;
  /** A full ref. Otherwise the default branch, or the pull request's merge. */
  readonly ref?: string;
  /** Inputs of a workflow_dispatch. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly runId?: number;
  readonly attempt?: number;
  readonly actor?: string;
  /** File name of the workflow. */
  readonly workflow?: string;
  readonly job?: string;
}

interface EventFacts {
  readonly ref: string;
  readonly sha: string;
  readonly headRef: string;
  readonly baseRef: string;
  /** The branch and commit that the API shows for the run. */
  readonly head: { readonly branch: string; readonly sha: string };
  readonly payload: object;
}

const noCommit = "0".repeat(40);

/**
 * The environment that a job of this event sees. GITHUB_TOKEN is in it for `runBundle`, which takes
 * it as `github.token` and hands it to no process. The API knows the run from now on.
 */
export function runContext(
  github: GitHub,
  repository: Repository,
  event: RunEvent,
): Record<string, string> {
  repository.refreshPullRequests();
  const facts = factsOf(github.addresses, repository, event);
  const runId = event.runId ?? github.runs.nextId();
  const attempt = event.attempt ?? 1;
  const actor = event.actor ?? "octocat";
  const workflow = event.workflow ?? "agent-pipeline.yml";
  github.runs.record({
    id: runId,
    repository,
    event: event.event,
    headBranch: facts.head.branch,
    headSha: facts.head.sha,
    workflow: `.github/workflows/${workflow}`,
    attempt,
    actor,
    status: "in_progress",
    conclusion: null,
  });
  const payload = {
    ...facts.payload,
    repository: repositoryPayload(github.addresses, repository),
    sender: userPayload(github.addresses, actor),
  };
  return {
    ...eventEnvironment(facts),
    GITHUB_EVENT_NAME: event.event,
    GITHUB_EVENT_PATH: writeEvent(github, payload),
    GITHUB_RUN_ID: String(runId),
    GITHUB_RUN_NUMBER: String(runId),
    GITHUB_RUN_ATTEMPT: String(attempt),
    GITHUB_ACTOR: actor,
    GITHUB_TRIGGERING_ACTOR: actor,
    GITHUB_WORKFLOW: workflow.replace(/\.ya?ml$/, ""),
    GITHUB_WORKFLOW_REF: `${repository.name}/.github/workflows/${workflow}@${facts.ref}`,
    GITHUB_WORKFLOW_SHA: facts.sha,
    GITHUB_JOB: event.job ?? "job",
    ...serviceEnvironment(github, repository),
    ACTIONS_RUNTIME_TOKEN: github.runtimeToken(runId, attempt),
  };
}

function eventEnvironment({ ref, sha, headRef, baseRef }: EventFacts) {
  return {
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ""),
    GITHUB_REF_TYPE: ref.startsWith("refs/tags/") ? "tag" : "branch",
    GITHUB_SHA: sha,
    GITHUB_HEAD_REF: headRef,
    GITHUB_BASE_REF: baseRef,
  };
}

function serviceEnvironment(github: GitHub, repository: Repository) {
  return {
    GITHUB_REPOSITORY: repository.name,
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_REPOSITORY_OWNER: repository.owner,
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_API_URL: github.url,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_RETENTION_DAYS: "90",
    GITHUB_TOKEN: github.token,
    ACTIONS_RESULTS_URL: `${github.url}/`,
  };
}

function writeEvent(github: GitHub, payload: object): string {
  const file = join(github.folder, "events", randomUUID(), "event.json");
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(payload, null, 2));
  return file;
}

function factsOf(at: Addresses, repository: Repository, event: RunEvent): EventFacts {
  if (event.event === "pull_request") return pullRequestFacts(at, repository, event);
  if (event.event === "pull_request_review") return reviewFacts(at, repository, event);
  if (event.event === "push") return pushFacts(at, repository, event);
  if (event.event === "merge_group") return mergeGroupFacts(repository, event);
  return branchFacts(repository, event);
}

function pullRequestFacts(at: Addresses, repository: Repository, event: RunEvent): EventFacts {
  const number = event.pullRequest ?? 0;
  const pullRequest = repository.pulls[number - 1];
  if (pullRequest === undefined)
    throw new Error(`${repository.name} has no pull request ${number}`);
  const { mergeCommit, headBranch, headSha, baseBranch } = pullRequest;
  if (mergeCommit === null) {
    throw new Error("GitHub runs no pull_request workflow for a pull request with conflicts");
  }
  return {
    ref: event.ref ?? `refs/pull/${number}/merge`,
    sha: mergeCommit,
    headRef: headBranch,
    baseRef: baseBranch,
    head: { branch: headBranch, sha: headSha },
    payload: pullRequestEvent(at, pullRequest, event),
  };
}

/** The runner names the two branches for `pull_request` alone. */
function reviewFacts(at: Addresses, repository: Repository, event: RunEvent): EventFacts {
  const facts = pullRequestFacts(at, repository, { ...event, action: "submitted" });
  const review = { id: 1, state: event.review ?? "approved" };
  return { ...facts, headRef: "", baseRef: "", payload: { ...facts.payload, review } };
}

function pullRequestEvent(at: Addresses, pullRequest: PullRequest, event: RunEvent) {
  const { repository, number, headSha } = pullRequest;
  const action = event.action ?? "synchronize";
  const label = event.label === undefined ? null : repository.label(event.label);
  return {
    action,
    number,
    pull_request: pullRequestPayload(at, pullRequest),
    ...(label === null ? {} : { label: labelPayload(at, repository, label) }),
    ...(action === "edited" ? { changes: changesOf(event, pullRequest) } : {}),
    ...(action === "synchronize"
      ? { before: event.before ?? noCommit, after: event.after ?? headSha }
      : {}),
  };
}

function changesOf({ formerBase }: RunEvent, { title }: PullRequest) {
  if (formerBase === undefined) return { title: { from: title } };
  return { base: { ref: { from: formerBase }, sha: { from: noCommit } } };
}

function pushFacts(at: Addresses, repository: Repository, event: RunEvent): EventFacts {
  const ref = event.ref ?? `refs/heads/${repository.defaultBranch}`;
  const after = event.after ?? existing(repository, ref);
  const before = event.before ?? repository.commitOf(`${after}^`) ?? noCommit;
  const isNew = before === noCommit;
  const commits = commitsOf(repository, isNew ? after : `${before}..${after}`);
  const shown = commits.map((commit) => pushedCommit(at, repository, commit));
  const isForced = !isNew && repository.ask("merge-base", "--is-ancestor", before, after) === null;
  return {
    ...plainFacts(ref, after),
    payload: {
      ref,
      before,
      after,
      created: isNew,
      deleted: false,
      forced: isForced,
      base_ref: null,
      compare: `${at.server}/${repository.name}/compare/${before}...${after}`,
      commits: shown,
      head_commit: shown.at(-1) ?? null,
      pusher: { name: event.actor ?? "octocat", email: "octocat@github.com" },
    },
  };
}

function pushedCommit(
  at: Addresses,
  repository: Repository,
  { sha, tree, author, message }: ReturnType<typeof commitsOf>[number],
) {
  const person = { name: author.name, email: author.email };
  return {
    id: sha,
    tree_id: tree,
    distinct: true,
    message,
    timestamp: author.date,
    url: `${at.server}/${repository.name}/commit/${sha}`,
    author: person,
    committer: person,
  };
}

function mergeGroupFacts(repository: Repository, event: RunEvent): EventFacts {
  const ref = event.ref ?? "";
  const sha = existing(repository, ref);
  const base = `refs/heads/${repository.defaultBranch}`;
  return {
    ...plainFacts(ref, sha),
    payload: {
      action: "checks_requested",
      merge_group: {
        head_sha: sha,
        head_ref: ref,
        base_sha: event.before ?? existing(repository, base),
        base_ref: base,
      },
    },
  };
}

function branchFacts(repository: Repository, event: RunEvent): EventFacts {
  const ref = event.ref ?? `refs/heads/${repository.defaultBranch}`;
  const workflow = `.github/workflows/${event.workflow ?? "agent-pipeline.yml"}`;
  return {
    ...plainFacts(ref, existing(repository, ref)),
    payload:
      event.event === "issues"
        ? {
            action: event.action ?? "labeled",
            issue: event.issue,
            label: { name: event.label ?? "" },
          }
        : event.event === "schedule"
          ? { schedule: "17 3 * * *", workflow }
          : { ref, workflow, inputs: event.inputs ?? {} },
  };
}

function plainFacts(ref: string, sha: string) {
  const branch = ref.replace(/^refs\/(heads|tags)\//, "");
  return { ref, sha, headRef: "", baseRef: "", head: { branch, sha } };
}

function existing(repository: Repository, ref: string): string {
  const sha = repository.commitOf(ref);
  if (sha === null) throw new Error(`${repository.name} has no ${ref}`);
  return sha;
}
