import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import { PipelineError } from "../../foundation/errors.ts";
import { evidenceArtifactName } from "../artifact-name.ts";
import type { EvidenceUploads } from "../store.ts";

/** The artifacts of the run that this process belongs to. */
export function artifactUploads(): EvidenceUploads {
  const client = new DefaultArtifactClient();
  return {
    async upload(entry, folders) {
      const name = evidenceArtifactName(entry);
      const root = dirname(folders[0]!);
      const files = await Promise.all(
        folders.map(async (folder) => (await readdir(folder)).map((file) => join(folder, file))),
      );
      await client.uploadArtifact(name, files.flat(), root).catch((error: unknown) => {
        throw new PipelineError(
          "SERVICE_UNAVAILABLE",
          `The artifact ${name} could not be uploaded: ${error instanceof Error ? error.message : String(error)}`,
          {
            hint: "Without it the gate merges nothing. Names are unique within one attempt of a run: two steps must not verify the same entry.",
            cause: error,
          },
        );
      });
    },
  };
}
