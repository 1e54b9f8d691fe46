import { z } from "zod";
import { type Answer, type Call, type Endpoints, Refusal, invalid, notFound, page } from "./api.ts";
import { commitsOf } from "./changes.ts";
import { now } from "./moment.ts";
import {
  checkRunPayload,
  commitPayload,
  fullRepositoryPayload,
  refPayload,
  repositoryPayload,
  repositoryUrl,
  statusPayload,
} from "./payloads.ts";
import type { CommitStatus } from "./repository.ts";

const statusSchema = z.object({
  state: z.enum(["error", "failure", "pending", "success"]),
  context: z.string().default("default"),
  description: z.string().nullish(),
  target_url: z.string().nullish(),
});

const longestDescription = 140;

export const commitEndpoints: Endpoints = {
  "repos/get": { needs: ["metadata:read"], answer: getRepository },
  "repos/get-commit": { needs: ["contents:read"], answer: getCommit },
  "repos/create-commit-status": { needs: ["statuses:write"], answer: createStatus },
  "repos/get-combined-status-for-ref": { needs: ["statuses:read"], answer: combinedStatus },
  "repos/list-commit-statuses-for-ref": { needs: ["statuses:read"], answer: listStatuses },
  "checks/list-for-ref": { needs: ["checks:read"], answer: listCheckRuns },
  "git/get-ref": { needs: ["contents:read"], answer: getRef },
  "git/list-matching-refs": { needs: ["contents:read"], answer: listMatchingRefs },
  "git/delete-ref": { needs: ["contents:write"], answer: deleteRef },
};

function getRepository({ repository, addresses }: Call): Answer {
  return { status: 200, body: fullRepositoryPayload(addresses, repository) };
}

function getCommit(call: Call): Answer {
  const { repository, addresses } = call;
  const [commit] = commitsOf(repository, "--max-count=1", commitNamed(call));
  if (commit === undefined) throw notFound();
  return { status: 200, body: commitPayload(addresses, repository, commit) };
}

// A ref of a path may be a sha, a branch, a tag, or either with its kind before it.
function commitNamed({ repository, path }: Call): string {
  const ref = path["ref"] ?? "";
  const names = [`refs/heads/${ref}`, `refs/tags/${ref}`, `refs/${ref}`, ref];
  for (const name of names) {
    const sha = repository.commitOf(name);
    if (sha !== null) return sha;
  }
  throw new Refusal(422, `No commit found for SHA: ${ref}`);
}

function createStatus(call: Call): Answer {
  const { repository, addresses } = call;
  const sha = call.path["sha"] ?? "";
  const request = statusSchema.parse(call.body);
  refuseUnstorableStatus(request);
  const isFullName = /^[0-9a-f]{40}$/.test(sha);
  if (!isFullName || repository.commitOf(sha) === null) {
    throw new Refusal(422, `No commit found for SHA: ${sha}`);
  }
  const status: CommitStatus = {
    id: repository.id * 1_000_000 + countOf(repository.statusesBySha.values()) + 1,
    state: request.state,
    context: request.context,
    description: request.description ?? null,
    targetUrl: request.target_url ?? null,
    at: now(),
  };
  repository.addStatus(sha, status);
  return { status: 201, body: statusPayload(addresses, repository, sha, status) };
}

function countOf(lists: Iterable<readonly unknown[]>): number {
  return [...lists].reduce((sum, list) => sum + list.length, 0);
}

function refuseUnstorableStatus({
  description,
  target_url: target,
}: z.infer<typeof statusSchema>): void {
  if ((description ?? "").length > longestDescription) {
    const message = `description is too long (maximum is ${longestDescription} characters)`;
    throw invalid({ resource: "Status", code: "custom", field: "description", message });
  }
  if (target !== undefined && target !== null && !/^https?:\/\//.test(target)) {
    const message = "target_url must use http(s) scheme";
    throw invalid({ resource: "Status", code: "custom", field: "target_url", message });
  }
}

function combinedStatus(call: Call): Answer {
  const { repository, addresses } = call;
  const sha = commitNamed(call);
  const latest = [
    ...new Map(
      repository
        .statuses(sha)
        .toReversed()
        .map((one) => [one.context, one]),
    ).values(),
  ];
  const url = `${repositoryUrl(addresses, repository)}/commits/${sha}`;
  return page(call, latest, (items) => ({
    state: combinedState(latest),
    sha,
    total_count: latest.length,
    statuses: items.map((status) => statusPayload(addresses, repository, sha, status)),
    repository: repositoryPayload(addresses, repository),
    commit_url: url,
    url: `${url}/status`,
  }));
}

function combinedState(latest: readonly CommitStatus[]): "failure" | "pending" | "success" {
  const states = latest.map(({ state }) => state);
  if (states.includes("failure") || states.includes("error")) return "failure";
  return states.length === 0 || states.includes("pending") ? "pending" : "success";
}

function listStatuses(call: Call): Answer {
  const { repository, addresses } = call;
  const sha = commitNamed(call);
  return page(call, repository.statuses(sha), (items) =>
    items.map((status) => statusPayload(addresses, repository, sha, status)),
  );
}

function listCheckRuns(call: Call): Answer {
  const { repository, addresses } = call;
  const sha = commitNamed(call);
  const name = call.query.get("check_name");
  const runs = (repository.checkRunsBySha.get(sha) ?? []).filter(
    (run) => name === null || run.name === name,
  );
  return page(call, runs, (items) => ({
    total_count: runs.length,
    check_runs: items.map((run) => checkRunPayload(addresses, repository, sha, run)),
  }));
}

function getRef({ repository, addresses, path }: Call): Answer {
  const ref = `refs/${path["ref"] ?? ""}`;
  const sha = repository.ask("rev-parse", "--verify", "--quiet", ref);
  if (sha === null || !isExactRef(repository, ref)) {
    const isEmpty = repository.tip(repository.defaultBranch) === null;
    throw isEmpty ? new Refusal(409, "Git Repository is empty.") : notFound();
  }
  return { status: 200, body: refPayload(addresses, repository, ref, sha) };
}

function isExactRef(repository: Call["repository"], ref: string): boolean {
  return repository.ask("show-ref", "--verify", "--quiet", ref) !== null;
}

function listMatchingRefs(call: Call): Answer {
  const { repository, addresses, path } = call;
  const prefix = `refs/${path["ref"] ?? ""}`;
  const lines = repository.git("for-each-ref", "--format=%(refname) %(objectname)").split("\n");
  const refs = lines.filter((line) => line.startsWith(prefix));
  const body = refs.map((line) => {
    const [ref = "", sha = ""] = line.split(" ");
    return refPayload(addresses, repository, ref, sha);
  });
  return { status: 200, body };
}

function deleteRef({ repository, path }: Call): Answer {
  const ref = `refs/${path["ref"] ?? ""}`;
  if (!isExactRef(repository, ref)) throw new Refusal(422, "Reference does not exist");
  if (ref === `refs/heads/${repository.defaultBranch}`) {
    throw new Refusal(422, "Cannot delete the default branch");
  }
  if (!ref.startsWith("refs/heads/") && !ref.startsWith("refs/tags/")) {
    throw new Refusal(422, "Reference cannot be updated");
  }
  repository.git("update-ref", "-d", ref);
  return { status: 204 };
}
