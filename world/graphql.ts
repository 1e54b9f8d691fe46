import { z } from "zod";
import type { Answer } from "./api.ts";
import { nodeId } from "./payloads.ts";
import type { Repository } from "./repository.ts";

const querySchema = z.object({
  query: z.string().regex(/enqueuePullRequest/, "the stand-in knows one mutation"),
  variables: z.object({ id: z.string(), head: z.string() }),
});

export const ALREADY = "Pull request is already in the merge queue";

/** Adds a pull request to the merge queue, as GraphQL does: what it refuses is a success to HTTP. */
export function enqueue(
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
