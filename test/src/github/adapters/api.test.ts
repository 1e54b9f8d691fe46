import { getOctokit } from "@actions/github";
import { describe, expect, test } from "vitest";
import { ask, githubApi } from "../../../../src/github/adapters/api.ts";
import { githubPullRequests } from "../../../../src/github/adapters/pull-requests.ts";

interface Answer {
  readonly status: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function failing({ status, message, headers }: Answer): Promise<unknown> {
  const fetch = (): Promise<Response> =>
    Promise.resolve(Response.json({ message }, { status, ...(headers && { headers }) }));
  const { rest } = getOctokit("token", { request: { fetch } });
  return ask("read pull request #1", () =>
    rest.pulls.get({ owner: "o", repo: "r", pull_number: 1 }),
  );
}

describe("a rate limit is GitHub's to lift, and no missing permission", () => {
  test.each<Answer>([
    { status: 403, message: "API rate limit exceeded for installation ID 1." },
    { status: 403, message: "You have exceeded a secondary rate limit. Please wait." },
    { status: 403, message: "Forbidden", headers: { "retry-after": "60" } },
    { status: 403, message: "Forbidden", headers: { "x-ratelimit-remaining": "0" } },
    { status: 429, message: "Too many requests", headers: { "retry-after": "60" } },
  ])("$status $message $headers", async (answer) => {
    await expect(failing(answer)).rejects.toMatchObject({
      code: "SERVICE_UNAVAILABLE",
      message: expect.stringContaining("rate limit did not let this token read") as unknown,
      hint: expect.stringContaining("again later") as unknown,
    });
  });

  test.each<Answer>([
    { status: 403, message: "Resource not accessible by integration" },
    { status: 403, message: "Forbidden", headers: { "x-ratelimit-remaining": "4999" } },
    { status: 401, message: "Bad credentials", headers: { "x-ratelimit-remaining": "0" } },
  ])("but not $status $message $headers", async (answer) => {
    await expect(failing(answer)).rejects.toMatchObject({ code: "PERMISSION_MISSING" });
  });
});

test.each([
  {
    when: "nobody answers",
    fetch: () => Promise.reject(new TypeError("fetch failed", { cause: new Error("ENOTFOUND") })),
    says: "(no answer): ENOTFOUND",
  },
  {
    when: "GitHub has a fault",
    fetch: () => Promise.resolve(Response.json({ message: "Oops" }, { status: 500 })),
    says: "(HTTP 500): Oops",
  },
])("$when, and it is called so", async ({ fetch, says }) => {
  const { rest } = getOctokit("token", { request: { fetch } });
  const asked = ask("read pull request #1", () =>
    rest.pulls.get({ owner: "o", repo: "r", pull_number: 1 }),
  );
  await expect(asked).rejects.toMatchObject({
    code: "SERVICE_UNAVAILABLE",
    message: expect.stringContaining(says) as unknown,
  });
});

/** Pull requests of a GitHub that answers everything with this. */
function answering(body: string, type: string) {
  const fetch = (): Promise<Response> =>
    Promise.resolve(new Response(body, { status: 200, headers: { "content-type": type } }));
  const api = githubApi("token", "https://api.github.test", { request: { fetch } });
  return githubPullRequests(api, { owner: "o", repo: "r" });
}

describe("an answer that is none is GitHub's fault, and no bug", () => {
  const html = "<html><body>Please wait</body></html>";

  test.each([
    {
      when: "a page in place of data",
      body: html,
      type: "text/html",
      said: "in the place of JSON",
    },
    {
      when: "an answer that was cut off",
      body: '{"num',
      type: "application/json",
      said: "in the place of JSON",
    },
    {
      when: "nothing at all",
      body: "",
      type: "application/json",
      said: "with nothing in the place of JSON",
    },
    { when: "an object without a field", body: "{}", type: "application/json", said: "the form" },
  ])("$when", async ({ body, type, said }) => {
    await expect(answering(body, type).get(1)).rejects.toMatchObject({
      code: "SERVICE_UNAVAILABLE",
      message: expect.stringContaining(said) as unknown,
    });
  });

  test.each([
    { when: "a page", body: html, type: "text/html" },
    { when: "an object without a commit", body: "{}", type: "application/json" },
  ])("$when in place of a merge: only another look tells", async ({ body, type }) => {
    await expect(answering(body, type).merge(1, "a".repeat(40), "merge")).resolves.toMatchObject({
      kind: "unknown",
    });
  });
});
