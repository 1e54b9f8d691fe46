import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { evidenceArtifactName } from "../../src/evidence/artifact-name.ts";
import { type Evidence, parseEvidence } from "../../src/evidence/evidence.ts";
import type { MatrixEntry } from "../../src/handover/matrix.ts";
import type { GitHub } from "../../world/github.ts";

/** Unpacks the artifact of a matrix entry into a folder, and reads the evidence in it. Tasks without one are left out. */
export async function fetchEvidence(
  github: GitHub,
  runId: number,
  { entry, tasks }: MatrixEntry,
  folder: string,
): Promise<Evidence[]> {
  const name = evidenceArtifactName(entry);
  const artifact = github.artifacts.ofRun(runId).findLast((candidate) => candidate.name === name);
  if (artifact === undefined) return [];
  const response = await fetch(github.artifacts.downloadUrl(artifact.id));
  mkdirSync(folder, { recursive: true });
  const zip = join(folder, `${name}.zip`);
  writeFileSync(zip, Buffer.from(await response.arrayBuffer()));
  // Node reads no zip files, and without Python there would be no evidence.
  await promisify(execFile)("python3", ["-I", "-m", "zipfile", "-e", zip, join(folder, name)]);
  rmSync(zip);
  return tasks.flatMap((task) => readEvidence(join(folder, name, task, "evidence.json")));
}

function readEvidence(file: string): Evidence[] {
  try {
    return [parseEvidence(readFileSync(file, "utf8"))];
  } catch {
    return [];
  }
}
