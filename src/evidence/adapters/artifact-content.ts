import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { HttpClient } from "@actions/http-client";
import { PipelineError } from "../../foundation/errors.ts";
import { statusOf, type Octokit, type RepositoryName } from "../../github/adapters/api.ts";

export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  /** As GitHub states it; older artifacts have none. */
  readonly digest?: string;
}

export interface DownloadLimits {
  readonly bytes: number;
  /** Of all tries together. */
  readonly milliseconds: number;
  /** Without a byte. */
  readonly silentMilliseconds: number;
  readonly pauseMilliseconds: number;
}

export const DOWNLOAD_LIMITS: DownloadLimits = {
  bytes: 256 * 1024 * 1024,
  milliseconds: 120_000,
  silentMilliseconds: 20_000,
  pauseMilliseconds: 1_000,
};

const TRIES = 3;

/** The zip archive that an artifact is, or what is wrong with it. GitHub being away is an error. */
export type ArtifactContent = { readonly archive: Buffer } | { readonly problem: string };

/**
 * Downloads an artifact into memory. The library for artifacts unpacks while it downloads, writes to disk whatever comes,
 * and never ends on an archive that was cut off: hence our own, with a limit for everything.
 */
export async function downloadArtifact(
  { rest }: Octokit,
  here: RepositoryName,
  artifact: StoredArtifact,
  limits: DownloadLimits = DOWNLOAD_LIMITS,
): Promise<ArtifactContent> {
  const { id, name, size, digest } = artifact;
  const tooLarge = { problem: `has more than ${limits.bytes} bytes` };
  if (size > limits.bytes) return tooLarge;
  const deadline = performance.now() + limits.milliseconds;
  for (let tries = 1; ; tries += 1) {
    try {
      const archive = await contentAt(await locationOf(), limits, deadline);
      if (archive === null) return tooLarge;
      if (digest !== undefined && digest !== digestOf(archive)) {
        return { problem: "does not have the digest that GitHub states" };
      }
      return { archive };
    } catch (error) {
      const isOver = tries === TRIES || performance.now() > deadline || isRefusal(error);
      if (isOver) throw unavailable(`download the artifact ${name}`, error);
      await wait(limits.pauseMilliseconds);
    }
  }

  /** GitHub answers with an address of its store, which must not get the token. */
  async function locationOf(): Promise<string> {
    const { headers } = await rest.actions.downloadArtifact({
      ...here,
      artifact_id: id,
      archive_format: "zip",
      request: { redirect: "manual" },
    });
    if (headers.location === undefined) throw new Error("it named no address");
    return headers.location;
  }
}

/** null when it is larger than what is read. */
async function contentAt(
  address: string,
  limits: DownloadLimits,
  deadline: number,
): Promise<Buffer | null> {
  const client = new HttpClient("agent-pipeline", [], {
    socketTimeout: limits.silentMilliseconds,
    keepAlive: false,
  });
  const { message } = await client.get(address);
  const timer = setTimeout(
    () => message.destroy(new Error(`it took longer than ${limits.milliseconds / 1_000} s`)),
    Math.max(0, deadline - performance.now()),
  );
  try {
    if (message.statusCode !== 200) throw new Error(`the store answered ${message.statusCode}`);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of message) {
      if (!Buffer.isBuffer(chunk)) throw new Error("It has no encoding, and so comes as bytes");
      size += chunk.length;
      if (size > limits.bytes) return null;
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
    message.destroy();
  }
}

function digestOf(content: Buffer): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

/** Another try gets the same answer. */
function isRefusal(error: unknown): boolean {
  const status = statusOf(error);
  return status !== null && status >= 400 && status < 500 && status !== 429;
}

export function unavailable(what: string, error: unknown): PipelineError {
  const said = error instanceof Error ? error.message : String(error);
  return new PipelineError(
    "SERVICE_UNAVAILABLE",
    // What follows a question mark opens the store to whoever reads it.
    `GitHub could not ${what}: ${said.replaceAll(/\?\S*/gu, "")}`,
    {
      hint: "The job needs `actions: read` or `actions: write`. Run it again; nothing was merged or written.",
      cause: error,
    },
  );
}
