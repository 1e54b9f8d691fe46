import type { Artifact } from "@actions/artifact";
import type { Octokit, RepositoryName } from "../../github/adapters/api.ts";
import { evidenceKind } from "../artifact-name.ts";
import { EVIDENCE_MAX_BYTES } from "../evidence.ts";
import type { EvidenceArtifact, EvidenceDownloads, EvidenceFile } from "../store.ts";
import { type RunArtifacts, runArtifacts } from "./run-artifacts.ts";

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
  return evidenceIn(runArtifacts(api, token, here, runId));
}

/** The evidence among the artifacts of a run. */
export function evidenceIn(artifacts: RunArtifacts): EvidenceDownloads {
  return {
    async download(entry, tasks) {
      const all = await artifacts.named((name) => evidenceKind(name, entry) !== null);
      const documents: EvidenceArtifact[] = [];
      for (const artifact of all.slice(0, MOST_ARTIFACTS)) {
        const isPart = evidenceKind(artifact.name, entry) === "part";
        documents.push({ isPart, files: await filesOf(artifact, tasks) });
      }
      return documents;
    },
  };

  async function filesOf(artifact: Artifact, tasks: readonly string[]): Promise<EvidenceFile[]> {
    const paths = new Map(tasks.map((task) => [task, `${task}/evidence.json`]));
    const files = await artifacts.filesIn(artifact, [...paths.values()], ZIP_LIMITS);
    if ("problem" in files) return tasks.map((task) => ({ task, problem: files.problem }));
    return [...paths].flatMap(([task, path]): EvidenceFile[] => {
      const file = files.get(path);
      if (file === undefined) return [];
      if (Buffer.isBuffer(file)) return [{ task, json: file.toString("utf8") }];
      return [{ task, problem: `${path} in the artifact ${artifact.name} ${file.message}` }];
    });
  }
}
