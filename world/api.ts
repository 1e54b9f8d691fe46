import type { Repository } from "./repository.ts";

/** What the REST API knows when it answers: one validated request. */
export interface Call {
  readonly repository: Repository;
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The whole address of the request, for links to other pages of the answer. */
  readonly url: URL;
  readonly addresses: Addresses;
  /** Whether the token still has a permission that a test can withhold. */
  readonly has: (permission: Permission) => boolean;
}

/** Where the stand-in is, as its clients should see it. */
export interface Addresses {
  readonly api: string;
  readonly server: string;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Permission = `${string}:${"read" | "write"}`;

export interface Endpoint {
  /** One of these permissions is enough. */
  readonly needs: readonly Permission[];
  readonly answer: (call: Call) => Answer | Promise<Answer>;
}

/** Endpoints by GitHub's own operation id. */
export type Endpoints = Readonly<Record<string, Endpoint>>;

export interface Problem {
  readonly resource: string;
  readonly code: string;
  readonly field?: string;
  readonly message?: string;
}

/** The API says no, in GitHub's words. */
export class Refusal extends Error {
  readonly status: number;
  readonly problems: readonly Problem[];

  constructor(status: number, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.status = status;
    this.problems = problems;
  }

  answer(): Answer {
    const errors = this.problems.length === 0 ? {} : { errors: this.problems };
    return { status: this.status, body: errorBody(this.status, this.message, errors) };
  }
}

export function errorBody(status: number, message: string, more: object = {}): object {
  const documentation = "https://docs.github.com/rest";
  return { message, ...more, documentation_url: documentation, status: String(status) };
}

export const notFound = () => new Refusal(404, "Not Found");
export const forbidden = () => new Refusal(403, "Resource not accessible by integration");
export const invalid = (...problems: Problem[]) => new Refusal(422, "Validation Failed", problems);

const largestPage = 100;

/** One page of a list, with the links to the others. `wrap` makes the body of the page. */
export function page<T>(
  call: Call,
  items: readonly T[],
  wrap: (shown: readonly T[]) => unknown = (shown) => shown,
): Answer {
  const size = Math.min(Number(call.query.get("per_page") ?? 30), largestPage);
  const number = Number(call.query.get("page") ?? 1);
  const shown = items.slice((number - 1) * size, number * size);
  const link = pageLinks(call.url, number, Math.max(1, Math.ceil(items.length / size)));
  return { status: 200, body: wrap(shown), ...(link === "" ? {} : { headers: { link } }) };
}

function pageLinks(url: URL, number: number, last: number): string {
  const link = (target: number, relation: string) => {
    const address = new URL(url);
    address.searchParams.set("page", String(target));
    return `<${address.href}>; rel="${relation}"`;
  };
  return [
    ...(number > 1 ? [link(number - 1, "prev"), link(1, "first")] : []),
    ...(number < last ? [link(number + 1, "next"), link(last, "last")] : []),
  ].join(", ");
}
