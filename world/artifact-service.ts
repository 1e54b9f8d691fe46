import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { bodyOf, sendJson } from "./loopback.ts";
import { now } from "./moment.ts";
import { type RunScope, backendIdOf, readRunToken } from "./run-token.ts";

export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly run: RunScope;
  readonly createdAt: string;
  /** `application/zip`, or of the one file that was uploaded as it is. */
  readonly mimeType: string;
  readonly size: number;
  readonly digest: string;
}

interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly run: RunScope;
  readonly createdAt: string;
  readonly mimeType: string;
  readonly uploadKey: string;
  readonly downloadKey: string;
  readonly blocks: Map<string, Buffer>;
  content: Buffer | null;
  digest: string | null;
}

const messageSchema = z.record(z.string(), z.unknown());
type Message = z.infer<typeof messageSchema>;

const twirpPath = /^\/twirp\/github\.actions\.results\.api\.v1\.ArtifactService\/(\w+)$/;
const blobPath = /^\/blobs\/(\d+)$/;
const ARCHIVE = "application/zip";
const forbiddenInNames = /["<>:|*?\r\n\\/]/;

/** Twirp says no. */
class TwirpError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The results service that @actions/artifact talks to, and the store of its signed URLs. */
export class ArtifactService {
  readonly #artifacts: StoredArtifact[] = [];
  readonly #secret: string;
  readonly #url: () => string;

  constructor(secret: string, url: () => string) {
    this.#secret = secret;
    this.#url = url;
  }

  /** The finished artifacts of a run, of all its attempts, newest last. */
  ofRun(runId: number): readonly Artifact[] {
    return this.#artifacts.filter(({ run }) => run.runId === runId).flatMap(finished);
  }

  find(id: number): Artifact | undefined {
    return this.#artifacts.filter((artifact) => artifact.id === id).flatMap(finished)[0];
  }

  /** What was uploaded: a zip archive, or one file as it is. */
  content(id: number): Buffer {
    const content = this.#artifacts[id - 1]?.content ?? null;
    if (content === null) throw new Error(`There is no finished artifact ${id}`);
    return content;
  }

  /** A URL that gives the content to whoever has it. */
  downloadUrl(id: number): string {
    const artifact = this.#artifacts[id - 1];
    if (artifact === undefined) throw new Error(`There is no artifact ${id}`);
    return this.#blobUrl(artifact, artifact.downloadKey);
  }

  /** Puts an artifact there without the library: what another job, or an attacker, left behind. */
  add(run: RunScope, name: string, content: Buffer, digest = digestOf(content)): Artifact {
    const stored = this.#create(run, name, ARCHIVE);
    Object.assign(stored, { content, digest });
    return { ...stored, size: content.length, digest };
  }

  /** True when the request was for this service. */
  async serve(url: URL, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const method = twirpPath.exec(url.pathname)?.[1];
    const blob = blobPath.exec(url.pathname)?.[1];
    if (method !== undefined) await this.#serveTwirp(method, request, response);
    else if (blob !== undefined) await this.#serveBlob(Number(blob), url, request, response);
    return method !== undefined || blob !== undefined;
  }

  async #serveTwirp(method: string, request: IncomingMessage, response: ServerResponse) {
    try {
      const token = (request.headers.authorization ?? "").replace(/^bearer /i, "");
      const run = readRunToken(token, this.#secret);
      if (run === null) throw new TwirpError(401, "unauthenticated", "invalid run-time token");
      const message = snakeCased(JSON.parse((await bodyOf(request)).toString()));
      if (message["workflow_run_backend_id"] !== backendIdOf(run)) {
        throw new TwirpError(403, "permission_denied", "the token is for another workflow run");
      }
      sendJson(response, 200, this.#answer(method, run, message));
    } catch (error) {
      if (!(error instanceof TwirpError)) throw error;
      sendJson(response, error.status, { code: error.code, msg: error.message });
    }
  }

  #answer(method: string, run: RunScope, message: Message): object {
    switch (method) {
      case "CreateArtifact":
        return this.#createArtifact(run, message);
      case "FinalizeArtifact":
        return this.#finalizeArtifact(run, message);
      case "ListArtifacts":
        return this.#listArtifacts(run, message);
      case "DeleteArtifact":
        return this.#deleteArtifact(run, message);
      case "GetSignedArtifactURL":
        return this.#signedUrl(run, message);
      default:
        throw new TwirpError(404, "bad_route", `no handler for ${method}`);
    }
  }

  #createArtifact(run: RunScope, message: Message) {
    const name = String(message["name"]);
    if (name === "" || forbiddenInNames.test(name)) {
      throw new TwirpError(400, "invalid_argument", `the artifact name ${name} is not valid`);
    }
    // Only a finished artifact holds its name, and only in its attempt.
    if (this.#isFinished(run, name)) {
      const reason = "an artifact with this name already exists on the workflow run";
      throw new TwirpError(409, "already_exists", reason);
    }
    const stored = this.#create(run, name, valueOf(message["mime_type"]) ?? ARCHIVE);
    return { ok: true, signed_upload_url: this.#blobUrl(stored, stored.uploadKey) };
  }

  #finalizeArtifact(run: RunScope, message: Message) {
    const artifact = this.#named(run, String(message["name"]));
    if (artifact?.content === undefined || artifact.content === null) {
      throw new TwirpError(404, "not_found", "no upload of that name");
    }
    if (Number(message["size"]) !== artifact.content.length) {
      throw new TwirpError(400, "invalid_argument", "the size is not that of the upload");
    }
    artifact.digest = valueOf(message["hash"]) ?? digestOf(artifact.content);
    return { ok: true, artifact_id: String(artifact.id) };
  }

  // The token of one attempt is not relied on to read another attempt's artifacts: it has failed
  // on GitHub, and REST is the way that works.
  #listArtifacts(run: RunScope, message: Message) {
    const name = valueOf(message["name_filter"]);
    const id = valueOf(message["id_filter"]);
    const found = this.#ofAttempt(run)
      .flatMap(finished)
      .filter((artifact) => name === null || artifact.name === name)
      .filter((artifact) => id === null || String(artifact.id) === id);
    return { artifacts: found.map(listedArtifact) };
  }

  #deleteArtifact(run: RunScope, message: Message) {
    const artifact = this.#named(run, String(message["name"]));
    if (artifact?.digest === undefined || artifact.digest === null) {
      throw new TwirpError(404, "not_found", "no artifact of that name");
    }
    Object.assign(artifact, { content: null, digest: null });
    return { ok: true, artifact_id: String(artifact.id) };
  }

  #signedUrl(run: RunScope, message: Message) {
    const artifact = this.#named(run, String(message["name"]));
    if (artifact === undefined) throw new TwirpError(404, "not_found", "no artifact of that name");
    return { name: artifact.name, signed_url: this.#blobUrl(artifact, artifact.downloadKey) };
  }

  #ofAttempt(run: RunScope): readonly StoredArtifact[] {
    return this.#artifacts.filter((artifact) => backendIdOf(artifact.run) === backendIdOf(run));
  }

  #named(run: RunScope, name: string): StoredArtifact | undefined {
    return this.#ofAttempt(run).findLast((artifact) => artifact.name === name);
  }

  #isFinished(run: RunScope, name: string): boolean {
    return this.#ofAttempt(run).some((one) => one.name === name && one.digest !== null);
  }

  #create(run: RunScope, name: string, mimeType: string): StoredArtifact {
    const stored: StoredArtifact = {
      id: this.#artifacts.length + 1,
      name,
      run,
      createdAt: now(),
      mimeType,
      uploadKey: newKey(),
      downloadKey: newKey(),
      blocks: new Map(),
      content: null,
      digest: null,
    };
    this.#artifacts.push(stored);
    return stored;
  }

  #blobUrl({ id }: StoredArtifact, key: string): string {
    return `${this.#url()}/blobs/${id}?sig=${key}`;
  }

  async #serveBlob(id: number, url: URL, request: IncomingMessage, response: ServerResponse) {
    const artifact = this.#artifacts[id - 1];
    const content = await bodyOf(request);
    const isUpload = request.method === "PUT";
    const key = isUpload ? artifact?.uploadKey : artifact?.downloadKey;
    if (artifact === undefined || url.searchParams.get("sig") !== key) {
      response.writeHead(403).end("Server failed to authenticate the request.");
    } else if (isUpload) {
      storeBlob(artifact, url, content);
      const [etag, modified] = ['"1"', new Date().toUTCString()];
      response.writeHead(201, { etag, "last-modified": modified, "x-ms-request-id": "1" }).end();
    } else {
      sendBlob(artifact, response);
    }
  }
}

function storeBlob(artifact: StoredArtifact, url: URL, content: Buffer): void {
  const part = url.searchParams.get("comp");
  if (part === "block") {
    artifact.blocks.set(url.searchParams.get("blockid") ?? "", content);
  } else if (part === "blocklist") {
    const ids = [...content.toString().matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)];
    const blocks = ids.map(([, id = ""]) => artifact.blocks.get(id) ?? Buffer.alloc(0));
    artifact.content = Buffer.concat(blocks);
  } else {
    artifact.content = content;
  }
}

/** An archive is saved under its name; a file that was uploaded as it is, a browser shows. */
function sendBlob(artifact: StoredArtifact, response: ServerResponse): void {
  const name = encodeURIComponent(artifact.name);
  const isArchive = artifact.mimeType === ARCHIVE;
  response.writeHead(200, {
    "content-type": artifact.mimeType,
    "content-disposition": isArchive
      ? `attachment; filename="${name}.zip"`
      : `inline; filename="${name}"`,
  });
  response.end(artifact.content ?? Buffer.alloc(0));
}

// Long, because the library masks it: a short one would turn half of the log into asterisks.
function newKey(): string {
  return randomBytes(32).toString("hex");
}

function digestOf(content: Buffer): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

function finished(artifact: StoredArtifact): Artifact[] {
  const { id, name, run, createdAt, mimeType, content, digest } = artifact;
  if (content === null || digest === null) return [];
  return [{ id, name, run, createdAt, mimeType, size: content.length, digest }];
}

function listedArtifact(artifact: Artifact) {
  return {
    workflow_run_backend_id: backendIdOf(artifact.run),
    workflow_job_run_backend_id: "job-1",
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(artifact.size),
    created_at: artifact.createdAt,
    digest: artifact.digest,
  };
}

// Protobuf's JSON allows both spellings of a field.
function snakeCased(message: unknown): Message {
  return Object.fromEntries(
    Object.entries(messageSchema.parse(message)).map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}

/** A wrapped protobuf value: either plain or in an object of its own. */
function valueOf(field: unknown): string | null {
  if (typeof field === "string" || typeof field === "number") return String(field);
  if (typeof field !== "object" || field === null) return null;
  return "value" in field ? valueOf(field.value) : null;
}
