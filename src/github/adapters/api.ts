import { getOctokit } from "@actions/github";
import { PipelineError } from "../../foundation/errors.ts";

export type Octokit = ReturnType<typeof getOctokit>;

export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

/** What else the client is to be made with: its `log`, or another `fetch`. */
type ClientOptions = Omit<NonNullable<Parameters<typeof getOctokit>[1]>, "baseUrl">;

/** `url` is that of the REST API, such as `https://api.github.com`. */
export function githubApi(token: string, url: string, options: ClientOptions = {}): Octokit {
  if (token === "") {
    throw new PipelineError("INPUT_INVALID", 'Invalid input: "github-token" is empty', {
      hint: "Leave it out to use the token of the job.",
    });
  }
  const octokit = getOctokit(token, { ...options, baseUrl: url });
  // A page of a proxy, or of GitHub's own front, comes with a status that says all is well.
  octokit.hook.after("request", ({ status, data, headers }, { method, url: asked }) => {
    const isEmpty = data === null || data === undefined || data === "";
    // 204 and its like have no answer.
    if (status !== 200 && status !== 201) return;
    if (!isEmpty && typeof data !== "string") return;
    const what = isEmpty ? "nothing" : (headers["content-type"] ?? "text");
    throw new PipelineError(
      "SERVICE_UNAVAILABLE",
      `GitHub answered ${method} ${asked} with ${what} in the place of JSON`,
      { hint: "Run the job again; it takes up where this one stopped." },
    );
  });
  return octokit;
}

/** The HTTP status of a refused request, or null for everything else. */
export function statusOf(error: unknown): number | null {
  return error instanceof Error && "status" in error && typeof error.status === "number"
    ? error.status
    : null;
}

/** Whether nobody answered: GitHub's client calls that a 500 as well, but has no answer to show for it. */
export function isUnanswered(error: unknown): boolean {
  return statusOf(error) === 500 && isObject(error) && !isObject(error["response"]);
}

/** GitHub's own sentence, to which its client adds an address; null where the answer has none. */
export function saidIn(error: unknown): string | null {
  const response = isObject(error) ? error["response"] : null;
  const data = isObject(response) ? response["data"] : null;
  const message = isObject(data) ? data["message"] : null;
  return typeof message === "string" ? message : null;
}

/** Calls GitHub, and says in our words what went wrong. */
export async function ask<T>(what: string, call: () => Promise<T>, hint?: string): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw translated(what, error, hint);
  }
}

function translated(what: string, error: unknown, hint: string | undefined): unknown {
  const status = statusOf(error);
  const said = error instanceof Error ? error.message : String(error);
  if (isRateLimit(status, said, error)) {
    return new PipelineError(
      "SERVICE_UNAVAILABLE",
      `GitHub's rate limit did not let this token ${what}: ${said}`,
      {
        hint: "Run the job again later; it takes up where this one stopped.",
        cause: error,
      },
    );
  }
  if (status === 401 || status === 403) {
    return new PipelineError(
      "PERMISSION_MISSING",
      `GitHub does not let this token ${what}: ${said}`,
      {
        hint: hint ?? "Give the job the permissions that the action's page lists.",
        cause: error,
      },
    );
  }
  if (status === 404 || status === 422) {
    return new PipelineError("INPUT_INVALID", `GitHub refused to ${what}: ${said}`, {
      cause: error,
    });
  }
  if (status !== null || isNetworkFault(error)) {
    const answer = status === null || isUnanswered(error) ? "no answer" : `HTTP ${status}`;
    return new PipelineError(
      "SERVICE_UNAVAILABLE",
      `GitHub could not ${what} (${answer}): ${said}`,
      {
        hint: "Run the job again; it takes up where this one stopped.",
        cause: error,
      },
    );
  }
  return error;
}

/** Whether GitHub has refused because too much was asked, and not because of what was asked. */
export function isRateLimited(error: unknown): boolean {
  const said = error instanceof Error ? error.message : String(error);
  return isRateLimit(statusOf(error), said, error);
}

/** GitHub answers a rate limit with 429, or with the 403 that otherwise means a missing permission. */
function isRateLimit(status: number | null, said: string, error: unknown): boolean {
  if (status !== 403 && status !== 429) return false;
  const { "retry-after": retryAfter, "x-ratelimit-remaining": remaining } = headersOf(error);
  return /rate limit/i.test(said) || retryAfter !== undefined || String(remaining) === "0";
}

function headersOf(error: unknown): Readonly<Record<string, unknown>> {
  const response = isObject(error) ? error["response"] : null;
  const headers = isObject(response) ? response["headers"] : null;
  return isObject(headers) ? headers : {};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

export function isNetworkFault(error: unknown): boolean {
  return (
    error instanceof Error && /fetch failed|ECONN|ENOTFOUND|ETIMEDOUT|socket/i.test(error.message)
  );
}
