import { z } from "zod";
import type { Answer } from "./api.ts";
import { nodeId } from "./payloads.ts";
import type { Repository } from "./repository.ts";

const lookSchema = z.object({
  query: z.string().regex(/^query .*isInMergeQueue/s),
  variables: z.object({ owner: z.string(), repo: z.string(), number: z.int() }),
});
const querySchema = z.object({
  query: z.string().regex(/enqueuePullRequest/, "the stand-in knows one mutation and one query"),
  variables: z.object({ id: z.string(), head: z.string() }),
});

export const ALREADY = "Pull request is already in the merge queue";

/** The one mutation and the one query that are asked here. */
export function graphql(
  body: unknown,
  isByApp: boolean,
  repositories: ReadonlyMap<string, Repository>,
  queued: string[],
): Answer {
  const look = lookSchema.safeParse(body);
  if (!look.success) return enqueue(body, isByApp, repositories, queued);
  const { owner, repo, number } = look.data.variables;
  const repository = repositories.get(`${owner}/${repo}`.toLowerCase());
  const found = repository?.pulls[number - 1];
  if (repository === undefined || found === undefined) {
    return refused(`Could not resolve to a PullRequest with the number of ${number}.`);
  }
  const queue = repository.queues.get(found.baseBranch);
  const isInMergeQueue = queue?.has(found) ?? queued.includes(`${repository.name}#${number}`);
  return { status: 200, body: { data: { repository: { pullRequest: { isInMergeQueue } } } } };
}

/** Adds a pull request to the merge queue, as GraphQL does: what it refuses is a success to HTTP. */
function enqueue(
  body: unknown,
  isByApp: boolean,
  repositories: ReadonlyMap<string, Repository>,
  queued: string[],
): Answer {
  const query = querySchema.safeParse(body);
  if (!query.success) return refused(query.error.message);
  if (!isByApp) return refused("Resource not accessible by integration");
  const { id, head } = query.data.variables;
  for (const repository of repositories.values()) {
    const found = repository.pulls.find(
      (pull) => nodeId("PullRequest", `${repository.id}-${pull.number}`) === id,
    );
    if (found === undefined) continue;
    const name = `${repository.name}#${found.number}`;
    if (found.headSha !== head) return refused("Head SHA does not match the expected head oid");
    const queue = repository.queues.get(found.baseBranch);
    const isThere = queue === undefined && queued.includes(name);
    const against = isThere ? ALREADY : (queue?.add(found, true) ?? null);
    if (against !== null) return refused(against);
    queued.push(name);
    const mergeQueueEntry = { id: nodeId("MergeQueueEntry", found.number) };
    return { status: 200, body: { data: { enqueuePullRequest: { mergeQueueEntry } } } };
  }
  return refused(`Could not resolve to a node with the global id of '${id}'`);
}

function refused(message: string): Answer {
  return {
    status: 200,
    body: {
      data: { enqueuePullRequest: null },
      errors: [{ type: "UNPROCESSABLE", path: ["enqueuePullRequest"], message }],
    },
  };
}
