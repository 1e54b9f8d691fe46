import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import type { RunArtifacts } from "../../evidence/adapters/run-artifacts.ts";
import type { Environment } from "../../runner/job.ts";
import type { HandedFile } from "../run-files.ts";

/** Files that are left for later jobs of the run, by their names. */
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

const LIMITS = { entries: 100, fileBytes: 64 * 1024 * 1024, allBytes: 128 * 1024 * 1024 };

/** What earlier jobs of a run left behind by `handOn`, as anybody may have left it: untrusted. */
export function handedFilesIn(artifacts: RunArtifacts): {
  handedOn(artifact: string, files: readonly string[]): Promise<HandedFile[]>;
} {
  return {
    async handedOn(artifact, files) {
      const [newest] = await artifacts.named((name) => name === artifact);
      if (newest === undefined) return files.map(() => ({ kind: "absent" }));
      const found = await artifacts.filesIn(newest, files, LIMITS);
      return files.map((file) => {
        if ("problem" in found) return { kind: "problem", problem: found.problem };
        const content = found.get(file);
        if (content === undefined) return { kind: "absent" };
        return Buffer.isBuffer(content)
          ? { kind: "text", text: content.toString("utf8") }
          : { kind: "problem", problem: `it ${content.message}` };
      });
    },
  };
}
