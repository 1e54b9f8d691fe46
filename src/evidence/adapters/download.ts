import { DefaultArtifactClient, type Artifact } from "@actions/artifact";
import type { Octokit, RepositoryName } from "../../github/adapters/api.ts";
import { evidenceKind } from "../artifact-name.ts";
import { EVIDENCE_MAX_BYTES } from "../evidence.ts";
import type { EvidenceArtifact, EvidenceDownloads, EvidenceFile } from "../store.ts";
import { downloadArtifact, unavailable } from "./artifact-content.ts";
import { filesInZip, ZipFault } from "./zip.ts";

/** GitHub allows 50 attempts of a run; each leaves one artifact of an entry, or one part of it. */
const MOST_ARTIFACTS = 60;

const ZIP_LIMITS = {
  entries: 20_000,
  fileBytes: EVIDENCE_MAX_BYTES,
  allBytes: 1024 * 1024 * 1024,
};

/** The evidence artifacts of one run, whatever attempt made them, by GitHub's REST API (`actions: read`). */
export function artifactEvidence(
  api: Octokit,
  token: string,
  here: RepositoryName,
  runId: string,
): EvidenceDownloads {
  const client = new DefaultArtifactClient();
  const findBy = {
    token,
    workflowRunId: Number(runId),
    repositoryOwner: here.owner,
    repositoryName: here.repo,
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
        .toSorted((a, b) => b.id - a.id)
        .slice(0, MOST_ARTIFACTS);
      const documents: EvidenceArtifact[] = [];
      for (const artifact of found) {
        const isPart = evidenceKind(artifact.name, entry) === "part";
        documents.push({ isPart, files: await filesOf(artifact, tasks) });
      }
      return documents;
    },
  };

  async function filesOf(
    { id, name, size, digest }: Artifact,
    tasks: readonly string[],
  ): Promise<EvidenceFile[]> {
    const stored = { id, name, size, ...(digest !== undefined && { digest }) };
    const content = await downloadArtifact(api, here, stored);
    if ("archive" in content) return documentsIn(content.archive, name, tasks);
    return tasks.map((task) => ({ task, problem: `the artifact ${name} ${content.problem}` }));
  }
}

function documentsIn(archive: Buffer, artifact: string, tasks: readonly string[]): EvidenceFile[] {
  const paths = new Map(tasks.map((task) => [task, `${task}/evidence.json`]));
  try {
    const files = filesInZip(archive, [...paths.values()], ZIP_LIMITS);
    return [...paths].flatMap(([task, path]): EvidenceFile[] => {
      const file = files.get(path);
      if (file === undefined) return [];
      if (Buffer.isBuffer(file)) return [{ task, json: file.toString("utf8") }];
      return [{ task, problem: `${path} in the artifact ${artifact} ${file.message}` }];
    });
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    const problem = `the artifact ${artifact} ${error.message}`;
    return tasks.map((task) => ({ task, problem }));
  }
}
