import { createHash } from "node:crypto";
import type { Addresses } from "./api.ts";
import type { Comment, PullRequest } from "./pull-request.ts";
import type { CheckRun, CommitStatus, Label, Repository } from "./repository.ts";

// The shapes of GitHub's answers. Everything the description requires is here, and the rest of what
// an event or a client may look at.

const repositoryLinks: Readonly<Record<string, string>> = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
};

const userLinks: Readonly<Record<string, string>> = {
  events_url: "/events{/privacy}",
  followers_url: "/followers",
  following_url: "/following{/other_user}",
  gists_url: "/gists{/gist_id}",
  organizations_url: "/orgs",
  received_events_url: "/received_events",
  repos_url: "/repos",
  starred_url: "/starred{/owner}{/repo}",
  subscriptions_url: "/subscriptions",
};

function linksUnder(base: string, suffixes: Readonly<Record<string, string>>) {
  return Object.fromEntries(Object.entries(suffixes).map(([name, end]) => [name, base + end]));
}

export function repositoryUrl(at: Addresses, repository: Repository): string {
  return `${at.api}/repos/${repository.name}`;
}

export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString("base64url");
}

function numberFor(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0);
}

export function userPayload(
  at: Addresses,
  login: string,
  type = login.endsWith("[bot]") ? "Bot" : "User",
) {
  const url = `${at.api}/users/${encodeURIComponent(login)}`;
  const id = numberFor(login);
  return {
    login,
    id,
    node_id: nodeId("User", id),
    avatar_url: `${at.server}/avatars/${id}`,
    gravatar_id: "",
    url,
    html_url: `${at.server}/${encodeURIComponent(login)}`,
    ...linksUnder(url, userLinks),
    type,
    site_admin: false,
  };
}

export function repositoryPayload(at: Addresses, repository: Repository) {
  const url = repositoryUrl(at, repository);
  const html = `${at.server}/${repository.name}`;
  const created = "2026-01-01T00:00:00Z";
  return {
    id: repository.id,
    node_id: nodeId("Repository", repository.id),
    name: repository.name.split("/")[1] ?? "",
    full_name: repository.name,
    private: false,
    owner: userPayload(
      at,
      repository.owner,
      repository.settings.ofOrganization === null ? "User" : "Organization",
    ),
    html_url: html,
    description: null,
    fork: repository.forkOf !== null,
    url,
    ...linksUnder(url, repositoryLinks),
    clone_url: `${html}.git`,
    git_url: `git://github.localhost/${repository.name}.git`,
    ssh_url: `git@github.localhost:${repository.name}.git`,
    svn_url: html,
    ...repositoryFigures,
    open_issues: repository.pulls.filter(({ state }) => state === "open").length,
    open_issues_count: repository.pulls.filter(({ state }) => state === "open").length,
    forks: repository.forks.length,
    forks_count: repository.forks.length,
    default_branch: repository.defaultBranch,
    created_at: created,
    updated_at: created,
    pushed_at: created,
  };
}

const repositoryFigures = {
  homepage: null,
  language: null,
  license: null,
  mirror_url: null,
  archived: false,
  disabled: false,
  visibility: "public",
  has_issues: true,
  has_projects: false,
  has_wiki: false,
  has_pages: false,
  has_downloads: true,
  has_discussions: false,
  size: 1,
  stargazers_count: 0,
  watchers: 0,
  watchers_count: 0,
};

export function fullRepositoryPayload(at: Addresses, repository: Repository) {
  const { settings, forkOf } = repository;
  return {
    ...repositoryPayload(at, repository),
    network_count: repository.forks.length,
    subscribers_count: 0,
    permissions: { admin: false, maintain: false, push: true, triage: true, pull: true },
    allow_merge_commit: settings.mergeMethods.includes("merge"),
    allow_squash_merge: settings.mergeMethods.includes("squash"),
    allow_rebase_merge: settings.mergeMethods.includes("rebase"),
    allow_auto_merge: false,
    delete_branch_on_merge: false,
    ...(forkOf === null
      ? {}
      : { parent: repositoryPayload(at, forkOf), source: repositoryPayload(at, forkOf) }),
  };
}

/** A pull request as lists and events show it. */
export function simplePullRequestPayload(at: Addresses, pullRequest: PullRequest) {
  const { repository, number } = pullRequest;
  const url = `${repositoryUrl(at, repository)}/pulls/${number}`;
  const links = pullRequestLinks(at, pullRequest, url);
  return {
    id: repository.id * 10_000 + number,
    node_id: nodeId("PullRequest", `${repository.id}-${number}`),
    number,
    url,
    ...links.fields,
    _links: links.nested,
    state: pullRequest.state,
    locked: false,
    title: pullRequest.title,
    user: userPayload(at, pullRequest.user),
    body: pullRequest.body,
    created_at: pullRequest.createdAt,
    updated_at: pullRequest.updatedAt,
    closed_at: pullRequest.closedAt,
    merged_at: pullRequest.merged ? pullRequest.closedAt : null,
    merge_commit_sha: pullRequest.mergeCommit,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: pullRequest.labels.map((name) => labelPayload(at, repository, repository.label(name))),
    milestone: null,
    draft: pullRequest.draft,
    head: branchPayload(
      at,
      pullRequest.headRepository,
      pullRequest.headBranch,
      pullRequest.headSha,
    ),
    base: branchPayload(at, repository, pullRequest.baseBranch, pullRequest.baseSha),
    author_association: pullRequest.headRepository === repository ? "MEMBER" : "NONE",
    auto_merge: null,
  };
}

function pullRequestLinks(
  at: Addresses,
  { repository, number, headSha }: PullRequest,
  url: string,
) {
  const html = `${at.server}/${repository.name}/pull/${number}`;
  const issue = `${repositoryUrl(at, repository)}/issues/${number}`;
  const statuses = `${repositoryUrl(at, repository)}/statuses/${headSha}`;
  const addresses = {
    html,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${repositoryUrl(at, repository)}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses,
  };
  const fields = Object.entries(addresses).map(
    ([name, address]) => [`${name}_url`, address] as const,
  );
  const nested = Object.entries({ ...addresses, self: url }).map(
    ([name, href]) => [name, { href }] as const,
  );
  return {
    fields: {
      ...Object.fromEntries(fields),
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
    },
    nested: Object.fromEntries(nested),
  };
}

function branchPayload(at: Addresses, repository: Repository, branch: string, sha: string) {
  return {
    label: `${repository.owner}:${branch}`,
    ref: branch,
    sha,
    user: userPayload(at, repository.owner),
    repo: repositoryPayload(at, repository),
  };
}

/** A pull request as the API shows it alone: with what must be computed. */
export function pullRequestPayload(at: Addresses, pullRequest: PullRequest) {
  const isOpen = pullRequest.state === "open";
  const statistics = changeStatistics(pullRequest);
  return {
    ...simplePullRequestPayload(at, pullRequest),
    merged: pullRequest.merged,
    mergeable: isOpen ? pullRequest.mergeCommit !== null : null,
    rebaseable: isOpen ? pullRequest.mergeCommit !== null : null,
    mergeable_state: isOpen ? pullRequest.mergeability : "unknown",
    merged_by: pullRequest.merged ? userPayload(at, "github-actions[bot]") : null,
    comments: pullRequest.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    ...statistics,
  };
}

function changeStatistics({ repository, baseSha, headSha }: PullRequest) {
  const range = `${baseSha}...${headSha}`;
  const lines = (repository.ask("diff", "--numstat", range) ?? "").split("\n").filter(Boolean);
  const sum = (column: number) =>
    lines.reduce((total, line) => total + (Number(line.split("\t")[column]) || 0), 0);
  const commits = repository.ask("rev-list", "--count", `${baseSha}..${headSha}`) ?? "0";
  return {
    commits: Number(commits),
    additions: sum(0),
    deletions: sum(1),
    changed_files: lines.length,
  };
}

export function labelPayload(at: Addresses, repository: Repository, label: Label) {
  return {
    id: label.id,
    node_id: nodeId("Label", label.id),
    url: `${repositoryUrl(at, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    // GitHub says null here; its own description of a pull request in a list allows text alone.
    description: "",
    color: "ededed",
    default: false,
  };
}

export function commentPayload(at: Addresses, pullRequest: PullRequest, comment: Comment) {
  const { repository, number } = pullRequest;
  const url = repositoryUrl(at, repository);
  return {
    id: comment.id,
    node_id: nodeId("IssueComment", comment.id),
    url: `${url}/issues/comments/${comment.id}`,
    html_url: `${at.server}/${repository.name}/pull/${number}#issuecomment-${comment.id}`,
    issue_url: `${url}/issues/${number}`,
    user: userPayload(at, comment.user),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: "CONTRIBUTOR",
    performed_via_github_app: null,
  };
}

export function statusPayload(
  at: Addresses,
  repository: Repository,
  sha: string,
  status: CommitStatus,
) {
  return {
    id: status.id,
    node_id: nodeId("StatusContext", status.id),
    url: `${repositoryUrl(at, repository)}/statuses/${sha}`,
    avatar_url: `${at.server}/avatars/actions`,
    state: status.state,
    context: status.context,
    description: status.description,
    target_url: status.targetUrl,
    creator: userPayload(at, "github-actions[bot]"),
    created_at: status.at,
    updated_at: status.at,
  };
}

function appPayload(at: Addresses, slug: string) {
  const id = numberFor(slug);
  return {
    id,
    slug,
    node_id: nodeId("App", id),
    owner: userPayload(at, slug),
    name: slug,
    description: null,
    external_url: `https://${slug}.example.com`,
    html_url: `${at.server}/apps/${slug}`,
    created_at: "2026-01-01T00:00:00Z",
    updated_at: "2026-01-01T00:00:00Z",
    permissions: { checks: "write" },
    events: [],
  };
}

export function checkRunPayload(at: Addresses, repository: Repository, sha: string, run: CheckRun) {
  const id = numberFor(`${repository.name} ${sha} ${run.name}`);
  const isCompleted = run.status === "completed";
  return {
    id,
    node_id: nodeId("CheckRun", id),
    head_sha: sha,
    external_id: null,
    url: `${repositoryUrl(at, repository)}/check-runs/${id}`,
    html_url: `${at.server}/${repository.name}/runs/${id}`,
    details_url: `${at.server}/${repository.name}/runs/${id}`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: "2026-01-01T00:00:00Z",
    completed_at: isCompleted ? "2026-01-01T00:01:00Z" : null,
    output: {
      title: null,
      summary: null,
      text: null,
      annotations_count: 0,
      annotations_url: `${repositoryUrl(at, repository)}/check-runs/${id}/annotations`,
    },
    name: run.name,
    check_suite: { id },
    app: run.app === undefined ? null : appPayload(at, run.app),
    pull_requests: [],
  };
}

export function refPayload(at: Addresses, repository: Repository, ref: string, sha: string) {
  const url = repositoryUrl(at, repository);
  return {
    ref,
    node_id: nodeId("Ref", ref),
    url: `${url}/git/${ref}`,
    object: { type: "commit", sha, url: `${url}/git/commits/${sha}` },
  };
}

export interface CommitDetails {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: { readonly name: string; readonly email: string; readonly date: string };
  readonly message: string;
}

export function commitPayload(at: Addresses, repository: Repository, commit: CommitDetails) {
  const url = repositoryUrl(at, repository);
  const html = `${at.server}/${repository.name}/commit`;
  return {
    sha: commit.sha,
    node_id: nodeId("Commit", commit.sha),
    url: `${url}/commits/${commit.sha}`,
    html_url: `${html}/${commit.sha}`,
    comments_url: `${url}/commits/${commit.sha}/comments`,
    commit: {
      url: `${url}/git/commits/${commit.sha}`,
      author: commit.author,
      committer: commit.author,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
    },
    author: null,
    committer: null,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${url}/commits/${sha}`,
      html_url: `${html}/${sha}`,
    })),
  };
}
