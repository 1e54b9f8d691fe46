import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { type IncomingMessage, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actionsEndpoints } from "./actions-endpoints.ts";
import {
  type Addresses,
  type Answer,
  type Call,
  type Endpoints,
  type Permission,
  Refusal,
  errorBody,
  forbidden,
  notFound,
} from "./api.ts";
import { ArtifactService } from "./artifact-service.ts";
import { commitEndpoints } from "./commit-endpoints.ts";
import { type GitRequest, gitRequestOf, hasGitLogin, refuseGit, serveGit } from "./git-http.ts";
import { graphql } from "./graphql.ts";
import { Interventions, type Fault, type Matching } from "./interventions.ts";
import { issueEndpoints } from "./issue-endpoints.ts";
import { bodyOf, sendJson, serveOnLoopback, urlOf } from "./loopback.ts";
import { MemoryStore } from "./memory-store.ts";
import { type MatchedOperation, matchOperation, requestFaults, responseFaults } from "./openapi.ts";
import { pullRequestEndpoints } from "./pull-request-endpoints.ts";
import { Repository, type RepositoryOptions } from "./repository.ts";
import { signRunToken } from "./run-token.ts";
import { settingsEndpoints } from "./settings-endpoints.ts";
import { type Dispatch, WorkflowRuns } from "./workflow-runs.ts";

export type { PullRequestView } from "./pull-request.ts";
export type {
  CheckRun,
  CommitStatus,
  RepositoryOptions,
  RepositorySettings,
} from "./repository.ts";
export type { Dispatch } from "./workflow-runs.ts";
export { Repository } from "./repository.ts";

export interface RecordedCall {
  /** Whether it came with the token of the App. */
  readonly isByApp: boolean;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Status of the answer. 0 until it is given. */
  status: number;
}

export interface GitHubOptions {
  readonly token?: string;
}

export type Access = "read" | "write";

export type GitHub = GitHubServer;

/**
 * GitHub without a network or a disk: its REST API, asked by `fetch`, over git in memory. No git program and no results
 * service can talk to it.
 */
export function gitHubInMemory(options: GitHubOptions = {}): GitHub {
  return new GitHubServer(options.token ?? "ghs_in_memory", true);
}

/** Starts GitHub: its REST API, git over HTTP and the results service, all on one loopback port. */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHub> {
  const github = new GitHubServer(options.token ?? `ghs_${randomBytes(18).toString("hex")}`);
  await github.listen();
  return github;
}

class GitHubServer {
  readonly token: string;
  /** Of an App that may also add to a merge queue and read check runs. */
  readonly appToken = `ghs_${randomBytes(18).toString("hex")}`;
  /** Pull requests that were added to a merge queue: the name of the repository and the number. */
  readonly queued: string[] = [];
  /** API calls in their order. Requests of git and of the results service are not among them. */
  readonly calls: RecordedCall[] = [];
  /** What git programs asked for or pushed, in their order: one each, however many requests it took. */
  readonly gitCalls: GitRequest["service"][] = [];
  /** What did not fit GitHub's own description of its API. A test asserts that it is empty. */
  readonly violations: string[] = [];
  readonly dispatches: Dispatch[] = [];
  readonly runs = new WorkflowRuns();
  readonly artifacts: ArtifactService;
  readonly isInMemory: boolean;
  /** For files of this world. It goes with `stop`. Empty for one in memory. */
  readonly folder: string;
  readonly #root: string;
  readonly #repositories = new Map<string, Repository>();
  readonly #interventions = new Interventions();
  // No GITHUB_TOKEN can be given this one.
  readonly #withheld = new Set<Permission>(["workflows:read", "workflows:write"]);
  readonly #secret = randomBytes(32).toString("hex");
  readonly #endpoints: Endpoints;
  #port = 0;
  #close: () => Promise<void> = () => Promise.resolve();

  constructor(token: string, isInMemory = false) {
    this.token = token;
    this.isInMemory = isInMemory;
    this.folder = isInMemory ? "" : mkdtempSync(join(tmpdir(), "world-github-"));
    this.#root = join(this.folder, "repositories");
    this.artifacts = new ArtifactService(this.#secret, () => this.url);
    this.#endpoints = {
      ...commitEndpoints,
      ...pullRequestEndpoints,
      ...issueEndpoints,
      ...actionsEndpoints(this),
      ...settingsEndpoints,
    };
  }

  /** For GITHUB_API_URL and ACTIONS_RESULTS_URL. */
  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** For GITHUB_SERVER_URL: a host that git finds by itself and @actions/artifact accepts. */
  get serverUrl(): string {
    return `http://github.localhost:${this.#port}`;
  }

  get addresses(): Addresses {
    return { api: this.url, server: this.serverUrl };
  }

  async listen(): Promise<void> {
    const server = await serveOnLoopback((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.#report(`the stand-in broke: ${error instanceof Error ? error.stack : String(error)}`);
        if (response.headersSent) response.destroy();
        else sendJson(response, 500, errorBody(500, "Server Error"));
      });
    });
    this.#port = server.port;
    this.#close = server.close;
  }

  async stop(): Promise<void> {
    await this.#close();
    if (!this.isInMemory) rmSync(this.folder, { recursive: true, force: true });
  }

  createRepository(name: string, options: RepositoryOptions = {}): Repository {
    const { forkOf } = options;
    const isInMemory =
      this.isInMemory || options.isInMemory === true || forkOf?.store instanceof MemoryStore;
    const place = isInMemory ? memoryFor(forkOf) : join(this.#root, `${name}.git`);
    const repository = new Repository(this.#repositories.size + 1, name, place, options);
    this.#repositories.set(name.toLowerCase(), repository);
    return repository;
  }

  repository(name: string): Repository {
    const repository = this.#repositories.get(name.toLowerCase());
    if (repository === undefined) throw new Error(`There is no repository ${name}`);
    return repository;
  }

  /** A value for ACTIONS_RUNTIME_TOKEN. */
  runtimeToken(runId: number, attempt = 1): string {
    return signRunToken({ runId, attempt }, this.#secret);
  }

  /** Takes a permission from the token: all of it, or only the right to write. */
  withhold(permission: string, access: Access = "read"): void {
    this.#withheld.add(`${permission}:write`);
    if (access === "read") this.#withheld.add(`${permission}:read`);
  }

  /** Gives a permission back. */
  restore(permission: string): void {
    this.#withheld.delete(`${permission}:write`);
    this.#withheld.delete(`${permission}:read`);
  }

  /** Answers the next matching requests of the API or of git with a fault. */
  failNext(fault: Fault): void {
    this.#interventions.failNext(fault);
  }

  /** Does something once, just before the next matching request is served: for races. */
  before(matching: Matching, act: () => Promise<void> | void): void {
    this.#interventions.before(matching, act);
  }

  /** The same once the next matching request was carried out, before it is answered: for crashes. */
  after(matching: Matching, act: () => Promise<void> | void): void {
    this.#interventions.after(matching, act);
  }

  /** Forgets the faults and acts that met no request: the next test is about something else. */
  dropInterventions(): void {
    this.#interventions.clear();
  }

  /** One call of the REST API, without a network between. */
  async answer(
    method: string,
    url: URL,
    authorization: string | undefined,
    body: unknown,
  ): Promise<Answer> {
    const call: RecordedCall = {
      isByApp: tokenIn(authorization) === this.appToken,
      method,
      path: decodeURIComponent(url.pathname),
      query: Object.fromEntries(url.searchParams),
      body,
      status: 0,
    };
    this.calls.push(call);
    const answer = await this.#answer(method, url, authorization, body);
    call.status = answer.status;
    return answer;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = urlOf(request);
    const asked = gitRequestOf(url);
    if (asked !== null) return this.#serveGit(asked, url, request, response);
    if (await this.artifacts.serve(url, request, response)) return;
    const body = await bodyOf(request);
    const { method = "GET", headers } = request;
    const answer = await this.answer(method, url, headers.authorization, parsedBody(body));
    sendJson(response, answer.status, answer.body, answer.headers);
  }

  async #serveGit(
    asked: GitRequest,
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (!hasGitLogin(request, this.token))
      return refuseGit(response, 401, "Invalid username or token.");
    // Each begins with a look at the refs.
    if (request.method === "GET") this.gitCalls.push(asked.service);
    const fault = await this.#interventions.apply(request.method ?? "", asked.path + url.search);
    const refused = (status: number): void => refuseGit(response, status, "Injected fault");
    if (fault !== null && fault.isLate !== true) return refused(fault.status);
    const repository = this.#repositories.get(asked.repository.toLowerCase());
    if (repository === undefined) return refuseGit(response, 404, "Repository not found.");
    const isPush = asked.service === "git-receive-pack";
    if (!this.#has(isPush ? "contents:write" : "contents:read")) {
      return refuseGit(response, 403, "Write access to repository not granted.");
    }
    // What is said to nobody is kept by an answer that is never sent.
    const answer = fault === null ? response : new ServerResponse(request);
    await serveGit(this.#root, { ...asked, repository: repository.name }, request, answer);
    if (isPush) this.#refreshAfterPush(repository);
    await this.#interventions.applyAfter(request.method ?? "", asked.path + url.search);
    if (fault !== null) return refused(fault.status);
    response.end();
  }

  #refreshAfterPush(repository: Repository): void {
    repository.refreshPullRequests();
    repository.forkOf?.refreshPullRequests();
  }

  async #answer(
    method: string,
    url: URL,
    authorization: string | undefined,
    body: unknown,
  ): Promise<Answer> {
    const fault = await this.#interventions.apply(method, url.pathname + url.search);
    if (fault !== null && fault.isLate !== true) return faultAnswer(fault);
    const answer = await this.#ownAnswer(method, url, authorization, body);
    await this.#interventions.applyAfter(method, url.pathname + url.search);
    return fault === null ? answer : faultAnswer(fault);
  }

  async #ownAnswer(
    method: string,
    url: URL,
    authorization: string | undefined,
    body: unknown,
  ): Promise<Answer> {
    if (!this.#isLoggedIn(authorization)) return new Refusal(401, "Bad credentials").answer();
    if (body instanceof SyntaxError) return new Refusal(400, "Problems parsing JSON").answer();
    const isByApp = tokenIn(authorization) === this.appToken;
    if (url.pathname === "/graphql") return graphql(body, isByApp, this.#repositories, this.queued);
    const matched = matchOperation(method, url.pathname);
    if (matched === null) {
      this.#report(`${method} ${url.pathname}: no such operation`);
      return notFound().answer();
    }
    if (!isByApp && matched.operation.id.startsWith("checks/") && this.#areChecksHidden) {
      return forbidden().answer();
    }
    return this.#validatedAnswer(matched, url, body);
  }

  #areChecksHidden = false;

  /** Lets no one but the App read check runs, as a job without `checks: read`. */
  hideChecks(areHidden: boolean): void {
    this.#areChecksHidden = areHidden;
  }

  async #validatedAnswer(matched: MatchedOperation, url: URL, body: unknown): Promise<Answer> {
    const faults = requestFaults(matched, url.searchParams, body);
    if (faults.length > 0) {
      const what = `${matched.operation.method} ${url.pathname}`;
      this.#report(...faults.map((fault) => `${what}: ${fault}`));
      return new Refusal(422, `Invalid request.\n\n${faults.join("\n")}`).answer();
    }
    const answer = await this.#endpointAnswer(matched, url, body);
    const wrong = responseFaults(matched, answer.status, answer.body);
    this.#report(...wrong.map((fault) => `answer of ${matched.operation.id}: ${fault}`));
    return answer;
  }

  async #endpointAnswer(
    { operation, path }: MatchedOperation,
    url: URL,
    body: unknown,
  ): Promise<Answer> {
    const endpoint = this.#endpoints[operation.id];
    if (endpoint === undefined) throw new Error(`The stand-in lacks ${operation.id}`);
    try {
      const repository = this.#repositories.get(`${path["owner"]}/${path["repo"]}`.toLowerCase());
      if (repository === undefined) throw notFound();
      if (!endpoint.needs.some((permission) => this.#has(permission))) throw forbidden();
      repository.refreshPullRequests();
      return await endpoint.answer(this.#call(repository, path, url, body));
    } catch (error) {
      if (error instanceof Refusal) return error.answer();
      throw error;
    }
  }

  #call(repository: Repository, path: Call["path"], url: URL, body: unknown): Call {
    return {
      repository,
      path,
      query: url.searchParams,
      body,
      url: new URL(url.pathname + url.search, this.url),
      addresses: this.addresses,
      has: (permission) => this.#has(permission),
    };
  }

  #has(permission: Permission): boolean {
    return !this.#withheld.has(permission);
  }

  #isLoggedIn(authorization = ""): boolean {
    const token = tokenIn(authorization);
    return token === this.token || token === this.appToken;
  }

  #report(...faults: string[]): void {
    this.violations.push(...faults);
  }
}

/** null without one. */
function tokenIn(authorization = ""): string | null {
  const [scheme = "", token = null] = authorization.split(" ");
  return ["token", "bearer"].includes(scheme.toLowerCase()) ? token : null;
}

function memoryFor(forkOf: Repository | undefined): MemoryStore {
  return forkOf?.store instanceof MemoryStore
    ? new MemoryStore(forkOf.store.objects)
    : new MemoryStore();
}

/** The JSON of a body; undefined when there is none, the error when it is no JSON. */
function parsedBody(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  try {
    return JSON.parse(body.toString());
  } catch (error) {
    return error;
  }
}

function faultAnswer({ status, body, headers }: Fault): Answer {
  return {
    status,
    body: body ?? errorBody(status, status < 500 ? "Injected fault" : "Server Error"),
    ...(headers === undefined ? {} : { headers }),
  };
}
