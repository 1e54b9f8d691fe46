import { getOctokit } from "@actions/github";
import { describe, expect, test } from "vitest";
import { ask } from "../../../../src/github/adapters/api.ts";

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
