import { spawn } from "node:child_process";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import { z } from "zod";

export interface GitRequest {
  readonly repository: string;
  readonly service: "git-upload-pack" | "git-receive-pack";
  readonly path: string;
}

const bufferSchema = z.instanceof(Buffer);
const gitPath = /^\/([^/]+\/[^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

/** What a request asks of git, or null when it is not one of git's own. */
export function gitRequestOf(url: URL): GitRequest | null {
  const [, repository, endpoint] = gitPath.exec(url.pathname) ?? [];
  if (repository === undefined || endpoint === undefined) return null;
  const asked = endpoint === "info/refs" ? url.searchParams.get("service") : endpoint;
  const service = asked === "git-receive-pack" ? asked : "git-upload-pack";
  return { repository, service, path: `/${repository}/${endpoint}` };
}

/** True for basic authentication with the token as password, whatever the user's name. */
export function hasGitLogin(request: IncomingMessage, token: string): boolean {
  const [scheme, encoded] = (request.headers.authorization ?? "").split(" ");
  if (scheme?.toLowerCase() !== "basic" || encoded === undefined) return false;
  const login = Buffer.from(encoded, "base64").toString();
  return login.slice(login.indexOf(":") + 1) === token;
}

export function refuseGit(response: ServerResponse, status: number, message: string): void {
  const challenge = status === 401 ? { "www-authenticate": 'Basic realm="GitHub"' } : {};
  response.writeHead(status, { "content-type": "text/plain", ...challenge });
  response.end(`${message}\n`);
}

/**
 * Answers with git itself. Whoever fetches asks two questions each time. What a server of protocol 2 says of itself names
 * no ref and stays the same, so that one is answered from memory; the other one goes to `git upload-pack`. All else is left
 * to `git http-backend`, git's own program for this, which would start four processes more for the two.
 */
export async function serveGit(
  root: string,
  asked: GitRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { service, repository } = asked;
  const isFetch =
    service === "git-upload-pack" && headerText(request.headers["git-protocol"]) === "version=2";
  if (!isFetch) return serveByBackend(root, asked, request, response);
  const folder = join(root, `${repository}.git`);
  if (request.method === "POST") return serveFetch(folder, request, response);
  await serveCapabilities(folder, response);
}

const capabilities = new Map<string, Promise<Buffer>>();

async function serveCapabilities(folder: string, response: ServerResponse): Promise<void> {
  const known = capabilities.get(folder) ?? capabilitiesOf(folder);
  capabilities.set(folder, known);
  const told = await known;
  if (told.length === 0) {
    capabilities.delete(folder);
    response.writeHead(500);
    return;
  }
  response.writeHead(200, {
    "content-type": "application/x-git-upload-pack-advertisement",
    "cache-control": "no-cache",
  });
  response.write(told);
}

async function capabilitiesOf(folder: string): Promise<Buffer> {
  const git = spawn("git", ["upload-pack", "--http-backend-info-refs", folder], {
    env: gitEnvironment(),
    stdio: ["ignore", "pipe", "ignore"],
  });
  return buffer(git.stdout);
}

async function serveFetch(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const git = spawn("git", ["upload-pack", "--stateless-rpc", folder], {
    env: gitEnvironment(),
    stdio: ["pipe", "pipe", "ignore"],
  });
  // It may answer and go before it has read everything: that is no failure of ours.
  git.stdin.on("error", () => undefined);
  const isPacked = request.headers["content-encoding"] === "gzip";
  const body = isPacked ? request.pipe(createGunzip()) : request;
  body.on("error", () => git.kill());
  body.pipe(git.stdin);
  response.on("close", () => git.kill());
  response.writeHead(200, {
    "content-type": "application/x-git-upload-pack-result",
    "cache-control": "no-cache",
  });
  for await (const chunk of git.stdout) response.write(bufferSchema.parse(chunk));
}

async function serveByBackend(
  root: string,
  asked: GitRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const backend = spawn("git", ["http-backend"], {
    env: gatewayEnvironment(root, asked, request),
    stdio: ["pipe", "pipe", "ignore"],
  });
  // The backend may answer and go before it has read everything: that is no failure of ours.
  backend.stdin.on("error", () => undefined);
  request.pipe(backend.stdin);
  response.on("close", () => backend.kill());
  const head = new GatewayHead(response);
  for await (const chunk of backend.stdout) head.write(bufferSchema.parse(chunk));
  if (!head.isComplete) response.writeHead(500);
}

function gitEnvironment() {
  return {
    PATH: process.env["PATH"] ?? "/usr/bin:/bin",
    HOME: "/nonexistent",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_PROTOCOL: "version=2",
  };
}

function gatewayEnvironment(root: string, asked: GitRequest, request: IncomingMessage) {
  const { headers } = request;
  const length = headers["content-length"];
  return {
    ...gitEnvironment(),
    GIT_PROJECT_ROOT: root,
    GIT_HTTP_EXPORT_ALL: "1",
    REQUEST_METHOD: request.method ?? "GET",
    PATH_INFO: asked.path.replace(`/${asked.repository}/`, `/${asked.repository}.git/`),
    QUERY_STRING: urlQuery(request),
    CONTENT_TYPE: headers["content-type"] ?? "",
    // Absent for a chunked body: the backend then reads to the end of its input.
    ...(length === undefined ? {} : { CONTENT_LENGTH: length }),
    HTTP_CONTENT_ENCODING: headers["content-encoding"] ?? "",
    GIT_PROTOCOL: headerText(headers["git-protocol"]),
    REMOTE_USER: "github",
    REMOTE_ADDR: "127.0.0.1",
  };
}

function urlQuery(request: IncomingMessage): string {
  return (request.url ?? "").split("?")[1] ?? "";
}

function headerText(value: string | string[] | undefined): string {
  return Array.isArray(value) ? value.join(":") : (value ?? "");
}

/** Turns the head of a CGI answer into the head of an HTTP response, then passes on the rest. */
class GatewayHead {
  readonly #response: ServerResponse;
  #pending = Buffer.alloc(0);
  isComplete = false;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  write(chunk: Buffer): void {
    if (this.isComplete) {
      this.#response.write(chunk);
      return;
    }
    this.#pending = Buffer.concat([this.#pending, chunk]);
    const end = this.#pending.indexOf("\r\n\r\n");
    if (end < 0) return;
    this.#start(this.#pending.subarray(0, end).toString());
    this.#response.write(this.#pending.subarray(end + 4));
  }

  #start(head: string): void {
    const lines = head.split("\r\n").map((line) => line.split(": ", 2));
    const status = lines.find(([name]) => name === "Status")?.[1] ?? "200";
    for (const [name = "", value = ""] of lines) {
      if (name !== "Status") this.#response.setHeader(name, value);
    }
    this.#response.writeHead(Number.parseInt(status, 10));
    this.isComplete = true;
  }
}
