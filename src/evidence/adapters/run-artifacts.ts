import { DefaultArtifactClient, type Artifact } from "@actions/artifact";
import type { Octokit, RepositoryName } from "../../github/adapters/api.ts";
import { downloadArtifact, unavailable } from "./artifact-content.ts";
import { filesInZip, type ZipLimits, ZipFault } from "./zip.ts";

/** The artifacts of one run, whatever attempt made them. They are listed once, and downloaded when they are asked for. */
export interface RunArtifacts {
  /** Those with such a name, the newest first: "re-run failed jobs" leaves those of earlier attempts. */
  named(isWanted: (name: string) => boolean): Promise<readonly Artifact[]>;
  /** The files of one by their paths, what is wrong with one of them, or what is wrong with the artifact. */
  filesIn(
    artifact: Artifact,
    paths: readonly string[],
    limits: ZipLimits,
  ): Promise<ReadonlyMap<string, Buffer | ZipFault> | { readonly problem: string }>;
}

/** By GitHub's REST API (`actions: read`). */
export function runArtifacts(
  api: Octokit,
  token: string,
  here: RepositoryName,
  runId: string,
): RunArtifacts {
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
    async named(isWanted) {
      return (await artifacts())
        .filter(({ name }) => isWanted(name))
        .toSorted((a, b) => b.id - a.id);
    },

    async filesIn({ id, name, size, digest }, paths, limits) {
      const stored = { id, name, size, ...(digest !== undefined && { digest }) };
      const content = await downloadArtifact(api, here, stored);
      if ("problem" in content) return { problem: `the artifact ${name} ${content.problem}` };
      try {
        return filesInZip(content.archive, paths, limits);
      } catch (error) {
        if (!(error instanceof ZipFault)) throw error;
        return { problem: `the artifact ${name} ${error.message}` };
      }
    },
  };
}
