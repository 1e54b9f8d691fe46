import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import { PipelineError } from "../../../src/foundation/errors.ts";
import { handOn } from "../../../src/handover/adapters/handed-files.ts";
import { REPORT_FILE } from "../../../src/report/render-report.ts";
import { FILES_ARTIFACT } from "../../../src/report/run-files.ts";
import type { Environment } from "../../../src/runner/job.ts";
import type { Ports } from "../run.ts";

interface Place {
  readonly temporary: string;
  readonly environment: Environment;
  readonly runUrl: string;
}

/** Where a report is kept: beside the evidence of the job, and among the artifacts of its run where it has such. */
export function keeping(place: Place): Pick<Ports, "keepPage" | "keepFiles"> {
  return {
    keepPage: (html) => orUnavailable(REPORT_FILE, () => keepPage(html, place)),
    keepFiles: (files) =>
      orUnavailable(FILES_ARTIFACT, async () => void (await handOn(FILES_ARTIFACT, files, place))),
  };
}

/** Un-zipped, so that GitHub's page of the run opens it. The name of the file is then that of the artifact. */
async function keepPage(
  html: string,
  { temporary, environment, runUrl }: Place,
): Promise<string | null> {
  const folder = join(temporary, "agent-pipeline");
  await mkdir(folder, { recursive: true });
  const path = join(folder, REPORT_FILE);
  await writeFile(path, html);
  if (environment["ACTIONS_RUNTIME_TOKEN"] === undefined) return null;
  const { id } = await new DefaultArtifactClient().uploadArtifact(REPORT_FILE, [path], folder, {
    skipArchive: true,
  });
  return id === undefined ? `${runUrl}#artifacts` : `${runUrl}/artifacts/${id}`;
}

async function orUnavailable<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new PipelineError(
      "SERVICE_UNAVAILABLE",
      `The artifact ${name} could not be uploaded: ${said}`,
      {
        cause: error,
      },
    );
  }
}
