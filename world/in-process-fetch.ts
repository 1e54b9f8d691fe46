import type { Answer } from "./api.ts";
import type { GitHub } from "./github.ts";

/** What a client needs of an answer. */
export interface ShortResponse {
  readonly status: number;
  readonly url: string;
  readonly headers: Headers;
  text(): Promise<string>;
}

export interface ShortRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type ShortFetch = (url: string, request: ShortRequest) => Promise<ShortResponse>;

/** `fetch` for Octokit: asks the stand-in in this process, and sends nothing. */
export function inProcessFetch(github: GitHub): ShortFetch {
  return async (url, { method = "GET", headers = {}, body }) => {
    const sent: unknown = body === undefined || body === "" ? undefined : JSON.parse(body);
    const answer = await github.answer(method, new URL(url), headers["authorization"], sent);
    return responseOf(answer, url);
  };
}

/** An answer as a client gets it: JSON, unless the body is a text already. */
export function responseOf({ status, body, headers = {} }: Answer, url: string): ShortResponse {
  const isText = typeof body === "string";
  const type = isText ? "text/html; charset=utf-8" : "application/json; charset=utf-8";
  const text = isText ? body : JSON.stringify(body ?? null);
  return {
    status,
    url,
    headers: new Headers({ "content-type": type, ...headers }),
    text: () => Promise.resolve(text),
  };
}
