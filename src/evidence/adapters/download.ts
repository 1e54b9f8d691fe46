import { constants } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DefaultArtifactClient, type Artifact } from "@actions/artifact";
import { PipelineError } from "../../foundation/errors.ts";
import type { RepositoryName } from "../../github/adapters/api.ts";
import { evidenceKind } from "../artifact-name.ts";
import { EVIDENCE_MAX_BYTES } from "../evidence.ts";
import type { EvidenceArtifact, EvidenceDownloads, EvidenceFile } from "../store.ts";

/** The evidence artifacts of one run, whatever attempt made them, by GitHub's REST API (`actions: read`). */
export function artifactEvidence(
  token: string,
  { owner, repo }: RepositoryName,
  runId: string,
  temporary = tmpdir(),
): EvidenceDownloads {
  const client = new DefaultArtifactClient();
  const findBy = {
    token,
    workflowRunId: Number(runId),
    repositoryOwner: owner,
    repositoryName: repo,
  };
  let listing: Promise<readonly Artifact[]> | null = null;
  const artifacts = (): Promise<readonly Artifact[]> =>
    (listing ??= client
      .listArtifacts({ findBy, latest: false })
      .then((list) => list.artifacts)
      .catch((error: unknown) => {
        throw unavailable("list the artifacts of this run", error);
      }));

  return {
    async download(entry, tasks) {
      // "Re-run failed jobs" leaves the artifacts of earlier attempts: the newest id is the latest answer.
      const found = (await artifacts())
        .filter(({ name }) => evidenceKind(name, entry) !== null)
        .toSorted((a, b) => b.id - a.id);
      const documents: EvidenceArtifact[] = [];
      for (const artifact of found) {
        const isPart = evidenceKind(artifact.name, entry) === "part";
        documents.push({ isPart, files: await filesOf(artifact, tasks) });
      }
      return documents;
    },
  };

  async function filesOf(artifact: Artifact, tasks: readonly string[]): Promise<EvidenceFile[]> {
    const folder = await mkdtemp(join(temporary, "agent-pipeline-evidence-"));
    try {
      await fetchInto(client, artifact, folder, findBy);
      const files = await Promise.all(tasks.map((task) => readEvidence(folder, task)));
      return files.filter((file) => file !== null);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

async function fetchInto(
  client: DefaultArtifactClient,
  { id, name, digest }: Artifact,
  path: string,
  findBy: NonNullable<Parameters<DefaultArtifactClient["downloadArtifact"]>[1]>["findBy"] & object,
): Promise<void> {
  const response = await client
    .downloadArtifact(id, { path, findBy, ...(digest !== undefined && { expectedHash: digest }) })
    .catch((error: unknown) => {
      throw unavailable(`download the artifact ${name}`, error);
    });
  // The library reports a wrong digest and goes on.
  if (response.digestMismatch === true) {
    throw new PipelineError(
      "INPUT_INVALID",
      `The artifact ${name} does not have the digest that GitHub states`,
    );
  }
}

async function readEvidence(folder: string, task: string): Promise<EvidenceFile | null> {
  try {
    // An artifact may hold a link to anywhere.
    const file = await open(
      join(folder, task, "evidence.json"),
      constants.O_RDONLY | constants.O_NOFOLLOW,
    );
    try {
      const { size } = await file.stat();
      if (size > EVIDENCE_MAX_BYTES) return { task, json: "" };
      return { task, json: await file.readFile("utf8") };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    return { task, json: "" };
  }
}

function unavailable(what: string, error: unknown): PipelineError {
  return new PipelineError(
    "SERVICE_UNAVAILABLE",
    `GitHub could not ${what}: ${error instanceof Error ? error.message : String(error)}`,
    {
      hint: "The job needs `actions: read` or `actions: write`. Run it again; nothing was merged or written.",
      cause: error,
    },
  );
}
