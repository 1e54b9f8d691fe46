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
  const unpacked = await unpackArtifact(github, runId, evidenceArtifactName(entry), folder);
  if (unpacked === null) return [];
  return tasks.flatMap((task) => readEvidence(join(unpacked, task, "evidence.json")));
}

/** Unpacks the newest artifact of a name into a folder of that name, and says where it is; null where there is none. */
export async function unpackArtifact(
  github: GitHub,
  runId: number,
  name: string,
  folder: string,
): Promise<string | null> {
  const artifact = github.artifacts.ofRun(runId).findLast((candidate) => candidate.name === name);
  if (artifact === undefined) return null;
  const response = await fetch(github.artifacts.downloadUrl(artifact.id));
  mkdirSync(folder, { recursive: true });
  const zip = join(folder, `${name}.zip`);
  writeFileSync(zip, Buffer.from(await response.arrayBuffer()));
  const unpacked = join(folder, name);
  // Node reads no zip files, and without Python there would be no evidence.
  await promisify(execFile)("python3", ["-I", "-m", "zipfile", "-e", zip, unpacked]);
  rmSync(zip);
  return unpacked;
}

function readEvidence(file: string): Evidence[] {
  try {
    return [parseEvidence(readFileSync(file, "utf8"))];
  } catch {
    return [];
  }
}
