import * as z from "zod/mini";
import { PipelineError } from "../../foundation/errors.ts";
import type { MergeQueue, QueueEntries, QueueOutcome } from "../merge-queue.ts";
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

const LOOK = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) { pullRequest(number: $number) { isInMergeQueue } }
}`;
const Looked = z.object({
  repository: z.object({ pullRequest: z.object({ isInMergeQueue: z.boolean() }) }),
});

/** By the token of the job. */
export function githubQueueEntries({ graphql }: Octokit, here: RepositoryName): QueueEntries {
  return {
    async has(number) {
      const what = `see whether #${number} is in the merge queue`;
      const answer = await ask(what, () => asked(graphql(LOOK, { ...here, number }))).catch(
        (error: unknown) => {
          const isFinal = error instanceof PipelineError && error.code !== "SERVICE_UNAVAILABLE";
          if (isFinal) return null;
          throw error;
        },
      );
      if (answer === null) return null;
      // A limit passes, and the next sweep asks again.
      if ("kind" in answer) {
        const said = answer.kind === "refused" ? answer.message : "";
        if (!/rate limit/i.test(said)) return null;
        throw new PipelineError("SERVICE_UNAVAILABLE", `GitHub did not let us ${what}: ${said}`);
      }
      const read = z.safeParse(Looked, answer.data);
      if (read.success) return read.data.repository.pullRequest.isInMergeQueue;
      throw oddAnswer(`about the place of #${number} in the merge queue`);
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
