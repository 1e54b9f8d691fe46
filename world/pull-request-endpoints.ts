import { z } from "zod";
import {
  type Answer,
  type Call,
  type Endpoints,
  Refusal,
  forbidden,
  invalid,
  notFound,
  page,
} from "./api.ts";
import { changedFiles, commitsOf } from "./changes.ts";
import { mergePullRequest } from "./merge.ts";
import { now } from "./moment.ts";
import {
  commitPayload,
  pullRequestPayload,
  repositoryUrl,
  simplePullRequestPayload,
} from "./payloads.ts";
import type { PullRequest } from "./pull-request.ts";
import type { Repository } from "./repository.ts";
import { refuseLongText } from "./text-limits.ts";

const createSchema = z.object({
  title: z.string().default(""),
  head: z.string(),
  base: z.string(),
  body: z.string().nullish(),
  draft: z.boolean().default(false),
});

const updateSchema = z.object({
  title: z.string().optional(),
  body: z.string().nullish(),
  state: z.enum(["open", "closed"]).optional(),
  base: z.string().optional(),
});

const mergeSchema = z
  .object({
    sha: z.string().optional(),
    merge_method: z.enum(["merge", "squash", "rebase"]).optional(),
    commit_title: z.string().optional(),
    commit_message: z.string().optional(),
  })
  .nullish();

// GitHub's own caps of these two lists.
const mostFiles = 3_000;
const mostCommits = 250;

export const pullRequestEndpoints: Endpoints = {
  "pulls/list": { needs: ["pull-requests:read"], answer: list },
  "pulls/create": { needs: ["pull-requests:write"], answer: create },
  "pulls/get": {
    needs: ["pull-requests:read"],
    answer: (call) => shown(call, pullRequestOf(call)),
  },
  "pulls/update": { needs: ["pull-requests:write"], answer: update },
  "pulls/check-if-merged": { needs: ["pull-requests:read"], answer: checkIfMerged },
  "pulls/merge": { needs: ["contents:write"], answer: merge },
  "pulls/list-files": { needs: ["pull-requests:read"], answer: listFiles },
  "pulls/list-commits": { needs: ["pull-requests:read"], answer: listCommits },
  "repos/list-pull-requests-associated-with-commit": {
    needs: ["pull-requests:read"],
    answer: listOfCommit,
  },
};

/** The pull request that a path names by `pull_number` or `issue_number`. */
export function pullRequestOf({ repository, path }: Call): PullRequest {
  const number = Number(path["pull_number"] ?? path["issue_number"]);
  const found = repository.pulls[number - 1];
  if (found === undefined) throw notFound();
  return found;
}

function shown(call: Call, pullRequest: PullRequest, status = 200): Answer {
  return { status, body: pullRequestPayload(call.addresses, pullRequest) };
}

function list(call: Call): Answer {
  const state = call.query.get("state") ?? "open";
  const [head, base] = [call.query.get("head"), call.query.get("base")];
  const found = call.repository.pulls.filter(
    (pullRequest) =>
      (state === "all" || pullRequest.state === state) &&
      (base === null || pullRequest.baseBranch === base) &&
      // GitHub ignores a head without its owner.
      (head === null || !head.includes(":") || labelOf(pullRequest) === head),
  );
  const isAscending = call.query.get("direction") === "asc";
  return page(call, isAscending ? found : found.toReversed(), (items) =>
    items.map((pullRequest) => simplePullRequestPayload(call.addresses, pullRequest)),
  );
}

function labelOf({ headRepository, headBranch }: PullRequest): string {
  return `${headRepository.owner}:${headBranch}`;
}

function create(call: Call): Answer {
  const { repository } = call;
  const request = createSchema.parse(call.body);
  if (!repository.settings.allowActionsToCreatePullRequests) {
    const message = "GitHub Actions is not permitted to create or approve pull requests.";
    throw new Refusal(403, message);
  }
  refuseLongText("PullRequest", "body", request.body);
  if (request.title.trim() === "") throw missing("title");
  const { headRepository, branch } = headOf(repository, request.head);
  refuseUnusablePair(repository, headRepository, branch, request.base);
  const number = repository.openPullRequest({
    ...request,
    body: request.body ?? null,
    head: branch,
    fork: headRepository,
    user: "github-actions[bot]",
  });
  return shown(call, pullRequestOf({ ...call, path: { pull_number: String(number) } }), 201);
}

function missing(field: string): Refusal {
  return invalid({ resource: "PullRequest", code: "missing_field", field });
}

function splitHead({ owner }: Repository, head: string): readonly [string, string] {
  const end = head.indexOf(":");
  return end < 0 ? [owner, head] : [head.slice(0, end), head.slice(end + 1)];
}

function headOf(repository: Repository, head: string) {
  const [owner, branch] = splitHead(repository, head);
  const headRepository = [repository, ...repository.forks].find((one) => one.owner === owner);
  if (headRepository?.tip(branch) === null || headRepository === undefined) {
    throw invalid({ resource: "PullRequest", field: "head", code: "invalid" });
  }
  return { headRepository, branch };
}

function refuseUnusablePair(
  repository: Repository,
  headRepository: Repository,
  branch: string,
  base: string,
): void {
  const baseSha = repository.tip(base);
  if (baseSha === null) throw invalid({ resource: "PullRequest", field: "base", code: "invalid" });
  refuseDuplicate(repository, headRepository, branch, base);
  const head = headRepository.tip(branch) ?? "";
  const isContained = headRepository.ask("merge-base", "--is-ancestor", head, baseSha) !== null;
  if (isContained) throw custom(`No commits between ${base} and ${branch}`);
  if (headRepository === repository && repository.ask("merge-base", head, baseSha) === null) {
    throw custom(`The ${branch} branch has no history in common with ${base}`);
  }
}

function refuseDuplicate(
  repository: Repository,
  headRepository: Repository,
  branch: string,
  base: string,
  except?: PullRequest,
): void {
  const isTaken = repository.pulls.some(
    (other) =>
      other !== except &&
      other.state === "open" &&
      other.headRepository === headRepository &&
      other.headBranch === branch &&
      other.baseBranch === base,
  );
  const label = `${headRepository.owner}:${branch}`;
  if (isTaken) throw custom(`A pull request already exists for ${label}.`);
}

function custom(message: string): Refusal {
  return invalid({ resource: "PullRequest", code: "custom", message });
}

function update(call: Call): Answer {
  const pullRequest = pullRequestOf(call);
  const request = updateSchema.parse(call.body);
  refuseLongText("PullRequest", "body", request.body);
  if (request.title?.trim() === "") throw missing("title");
  if (request.base !== undefined) retarget(pullRequest, request.base);
  if (request.state !== undefined) changeState(pullRequest, request.state);
  pullRequest.title = request.title ?? pullRequest.title;
  if (request.body !== undefined) pullRequest.body = request.body;
  pullRequest.updatedAt = now();
  pullRequest.refresh();
  return shown(call, pullRequest);
}

function retarget(pullRequest: PullRequest, base: string): void {
  const { repository, headRepository, headBranch } = pullRequest;
  if (pullRequest.state === "closed") {
    throw custom("Cannot change the base branch of a closed pull request.");
  }
  const sha = repository.tip(base);
  if (sha === null) throw custom(`Proposed base branch '${base}' was not found`);
  refuseDuplicate(repository, headRepository, headBranch, base, pullRequest);
  pullRequest.baseBranch = base;
  pullRequest.baseSha = sha;
}

function changeState(pullRequest: PullRequest, state: "open" | "closed"): void {
  if (pullRequest.state === state) return;
  if (state === "closed") return pullRequest.close();
  const { repository, headRepository, headBranch, baseBranch } = pullRequest;
  if (pullRequest.merged) throw custom("Cannot reopen a merged pull request.");
  if (pullRequest.headTip() === null) throw custom("The head branch has been deleted.");
  refuseDuplicate(repository, headRepository, headBranch, baseBranch, pullRequest);
  pullRequest.reopen();
}

function checkIfMerged(call: Call): Answer {
  return { status: pullRequestOf(call).merged ? 204 : 404 };
}

function merge(call: Call): Answer {
  const pullRequest = pullRequestOf(call);
  if (changesWorkflows(pullRequest) && !call.has("workflows:write")) throw forbidden();
  const sha = mergePullRequest(pullRequest, mergeSchema.parse(call.body) ?? {});
  return { status: 200, body: { sha, merged: true, message: "Pull Request successfully merged" } };
}

// GITHUB_TOKEN can never have the permission to change workflows.
function changesWorkflows(pullRequest: PullRequest): boolean {
  return changedFiles(pullRequest).some(({ filename }) =>
    filename.startsWith(".github/workflows/"),
  );
}

function listFiles(call: Call): Answer {
  const pullRequest = pullRequestOf(call);
  const { repository, headSha } = pullRequest;
  const files = changedFiles(pullRequest).slice(0, mostFiles);
  const html = `${call.addresses.server}/${repository.name}`;
  return page(call, files, (items) =>
    items.map((file) => {
      const path = encodeURIComponent(file.filename);
      return {
        ...file,
        blob_url: `${html}/blob/${headSha}/${path}`,
        raw_url: `${html}/raw/${headSha}/${path}`,
        contents_url: `${repositoryUrl(call.addresses, repository)}/contents/${path}?ref=${headSha}`,
      };
    }),
  );
}

function listCommits(call: Call): Answer {
  const { repository, baseBranch, baseSha, headSha } = pullRequestOf(call);
  const base = repository.tip(baseBranch) ?? baseSha;
  const commits = commitsOf(repository, `${base}..${headSha}`).slice(0, mostCommits);
  return page(call, commits, (items) =>
    items.map((commit) => commitPayload(call.addresses, repository, commit)),
  );
}

function listOfCommit(call: Call): Answer {
  const { repository } = call;
  const sha = repository.commitOf(call.path["commit_sha"] ?? "");
  if (sha === null) throw new Refusal(422, `No commit found for SHA: ${call.path["commit_sha"]}`);
  const found = repository.pulls.filter(
    ({ headSha, mergeCommit, merged }) =>
      (merged && mergeCommit === sha) ||
      repository.ask("merge-base", "--is-ancestor", sha, headSha) !== null,
  );
  return page(call, found.toReversed(), (items) =>
    items.map((pullRequest) => simplePullRequestPayload(call.addresses, pullRequest)),
  );
}
