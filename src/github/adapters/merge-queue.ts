import * as z from "zod/mini";
import type { MergeQueue, QueueOutcome } from "../merge-queue.ts";
import { oddAnswer } from "./answers.ts";
import { ask, type Octokit, type RepositoryName } from "./api.ts";

const WithNode = z.object({ node_id: z.string() });
const Added = z.object({
  enqueuePullRequest: z.object({ mergeQueueEntry: z.object({ id: z.string() }) }),
});
const Refused = z.object({ errors: z.array(z.object({ message: z.string() })) });

const ADD = `mutation ($id: ID!, $head: GitObjectID!) {
  enqueuePullRequest(input: { pullRequestId: $id, expectedHeadOid: $head }) { mergeQueueEntry { id } }
}`;

/** By the GraphQL API, the only one that knows the queue. `octokit` has the token of an App. */
export function githubMergeQueue({ rest, graphql }: Octokit, here: RepositoryName): MergeQueue {
  return {
    async add(number, head) {
      const { data } = await ask(`read pull request #${number} with the App's token`, () =>
        rest.pulls.get({ ...here, pull_number: number }),
      );
      const id = z.safeParse(WithNode, data).data?.node_id;
      if (id === undefined) throw oddAnswer(`about #${number}`);
      const answer = await ask(
        `add #${number} to the merge queue`,
        () => asked(graphql(ADD, { id, head })),
        "The App needs `contents: write` and `pull-requests: write`.",
      );
      if ("kind" in answer) return answer;
      if (z.safeParse(Added, answer.data).success) return { kind: "queued" };
      throw oddAnswer(`to the entry of #${number} in the merge queue`);
    },
  };
}

/** GraphQL refuses with an answer that is a success to HTTP. */
async function asked(answer: Promise<unknown>): Promise<QueueOutcome | { readonly data: unknown }> {
  try {
    return { data: await answer };
  } catch (error) {
    const errors = z.safeParse(Refused, error).data?.errors ?? [];
    if (errors.length === 0) throw error;
    const message = errors.map((each) => each.message).join("; ");
    return /\balready (?:in|queued|enqueued)\b/i.test(message)
      ? { kind: "queued" }
      : { kind: "refused", message };
  }
}
