import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import type { Environment } from "../../runner/job.ts";

/** A file that is left for later jobs of the run, by its name. */
export type HandedFiles = Readonly<Record<string, string>>;

/**
 * Leaves files for later jobs of the run: in `<temporary>/agent-pipeline/<name>/`, and where the job can keep artifacts as
 * the artifact `<name>`. Answers with that folder; throws what the service says.
 */
export async function handOn(
  name: string,
  files: HandedFiles,
  { temporary, environment }: { readonly temporary: string; readonly environment: Environment },
): Promise<string> {
  const folder = join(temporary, "agent-pipeline", name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const [file, content] of Object.entries(files)) {
    const path = join(folder, file);
    await writeFile(path, content);
    paths.push(path);
  }
  if (environment["ACTIONS_RUNTIME_TOKEN"] !== undefined) {
    await new DefaultArtifactClient().uploadArtifact(name, paths, folder);
  }
  return folder;
}
