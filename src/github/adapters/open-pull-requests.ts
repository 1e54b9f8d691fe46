import type { OpenPullRequests } from "../open-pull-requests.ts";
import type { RepositoryName } from "./api.ts";

export function githubOpenPullRequests(
  token: string,
  url: string,
  here: RepositoryName,
): OpenPullRequests {
  return {
    async list() {
      // Most runs never ask, and the client takes as long to load as the rest of the action takes to run.
      const { ask, githubApi } = await import("./api.ts");
      const { rest, paginate } = githubApi(token, url);
      const found = await ask("list the open pull requests", () =>
        paginate(rest.pulls.list, { ...here, state: "open", per_page: 100 }),
      );
      return found
        .filter(
          ({ head }) =>
            (head.repo as typeof head.repo | null)?.full_name === `${here.owner}/${here.repo}`,
        )
        .map(({ number, head, base }) => ({ number, headSha: head.sha, baseBranch: base.ref }))
        .toSorted((a, b) => a.number - b.number);
    },
  };
}
