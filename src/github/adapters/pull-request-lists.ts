import * as z from "zod/mini";
import type { Mergeability, PullRequestLists } from "../pull-request-lists.ts";
import { readAnswer } from "./answers.ts";
import { ask, type Octokit, type RepositoryName } from "./api.ts";
import { readPullRequest } from "./pull-requests.ts";

const Mergeable = z.object({ mergeable_state: z.string() });

export function githubPullRequestLists(
  { rest, paginate }: Octokit,
  here: RepositoryName,
): PullRequestLists {
  return {
    async open() {
      const found = await ask("list the open pull requests", () =>
        paginate(rest.pulls.list, { ...here, state: "open", per_page: 100 }),
      );
      return found
        .map((data) => readPullRequest(data, here))
        .toSorted((one, other) => one.number - other.number);
    },
    async from(branch) {
      const found = await ask(`list the pull requests of ${branch}`, () =>
        paginate(rest.pulls.list, {
          ...here,
          state: "all",
          head: `${here.owner}:${branch}`,
          per_page: 100,
        }),
      );
      return found
        .map((data) => readPullRequest(data, here))
        .toSorted((one, other) => other.number - one.number);
    },
    async now(number) {
      const { data } = await ask(`read pull request #${number}`, () =>
        rest.pulls.get({ ...here, pull_number: number }),
      );
      const { mergeable_state: state } = readAnswer(Mergeable, data, `about #${number}`);
      return { ...readPullRequest(data, here), mergeability: mergeabilityOf(state) };
    },
  };
}

/** By GitHub's words for a merge box. A check that nobody requires, or a hook, stands in nobody's way. */
function mergeabilityOf(state: string): Mergeability {
  if (["clean", "unstable", "has_hooks"].includes(state)) return "free";
  return state === "unknown" ? null : "in_the_way";
}
