import type { OpenPullRequests } from "../open-pull-requests.ts";
import type { RepositoryName } from "./api.ts";

export function githubOpenPullRequests(
  token: string,
  url: string,
  here: RepositoryName,
): OpenPullRequests {
  // Most runs never ask, and the client takes as long to load as the rest of the action takes to run.
  const load = async () => {
    const { ask, githubApi } = await import("./api.ts");
    return { ask, api: githubApi(token, url) };
  };
  return {
    async get(number) {
      const { ask, api } = await load();
      const { data } = await ask(`read pull request #${number}`, () =>
        api.rest.pulls.get({ ...here, pull_number: number }),
      );
      if (data.state !== "open") return "is closed";
      const repository = (data.head.repo as typeof data.head.repo | null)?.full_name;
      if (repository !== `${here.owner}/${here.repo}`) return "comes from a fork";
      return { number, headSha: data.head.sha, baseBranch: data.base.ref };
    },
    async list() {
      const { ask, api } = await load();
      const found = await ask("list the open pull requests", () =>
        api.paginate(api.rest.pulls.list, { ...here, state: "open", per_page: 100 }),
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
