import type { OpenPullRequests } from "../open-pull-requests.ts";
import type { PullRequest } from "../pull-requests.ts";
import type { RepositoryName } from "./api.ts";

export function githubOpenPullRequests(
  token: string,
  url: string,
  here: RepositoryName,
): OpenPullRequests {
  // Most runs never ask, and the client takes as long to load as the rest of the action takes to run.
  const load = async () => {
    const [{ ask, githubApi }, { readPullRequest }] = await Promise.all([
      import("./api.ts"),
      import("./pull-requests.ts"),
    ]);
    const read = (data: unknown): PullRequest => readPullRequest(data, here);
    return { ask, read, api: githubApi(token, url) };
  };
  return {
    async get(number) {
      const { ask, read, api } = await load();
      const { data } = await ask(`read pull request #${number}`, () =>
        api.rest.pulls.get({ ...here, pull_number: number }),
      );
      const { isOpen, isFork, headSha, baseBranch } = read(data);
      if (!isOpen) return "is closed";
      return isFork ? "comes from a fork" : { number, headSha, baseBranch };
    },
    async list() {
      const { ask, read, api } = await load();
      const found = await ask("list the open pull requests", () =>
        api.paginate(api.rest.pulls.list, { ...here, state: "open", per_page: 100 }),
      );
      return found
        .map(read)
        .filter(({ isFork }) => !isFork)
        .map(({ number, headSha, baseBranch }) => ({ number, headSha, baseBranch }))
        .toSorted((a, b) => a.number - b.number);
    },
  };
}
