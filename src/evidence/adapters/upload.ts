import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import { PipelineError } from "../../foundation/errors.ts";
import { evidenceArtifactName, evidencePartName } from "../artifact-name.ts";
import type { EvidenceUploads } from "../store.ts";

/** The artifacts of the run that this process belongs to. */
export function artifactUploads(): EvidenceUploads {
  const client = new DefaultArtifactClient();
  return {
    upload: (entry, folders) => upload(evidenceArtifactName(entry), folders),
    uploadPart: (entry, part, folders) => upload(evidencePartName(entry, part), folders),
    async removePart(entry, part) {
      const name = evidencePartName(entry, part);
      await client.deleteArtifact(name).catch((error: unknown) => {
        throw unavailable(`The artifact ${name} could not be removed`, error);
      });
    },
  };

  async function upload(name: string, folders: readonly string[]): Promise<void> {
    const root = dirname(folders[0]!);
    const files = await Promise.all(
      folders.map(async (folder) => (await readdir(folder)).map((file) => join(folder, file))),
    );
    await client.uploadArtifact(name, files.flat(), root).catch((error: unknown) => {
      throw unavailable(`The artifact ${name} could not be uploaded`, error);
    });
  }
}

function unavailable(what: string, error: unknown): PipelineError {
  return new PipelineError(
    "SERVICE_UNAVAILABLE",
    `${what}: ${error instanceof Error ? error.message : String(error)}`,
    {
      hint: "Without it the gate merges nothing. Names are unique within one attempt of a run: two steps must not verify the same entry.",
      cause: error,
    },
  );
}
