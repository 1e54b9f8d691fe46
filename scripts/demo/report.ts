import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { safeParse } from "zod/mini";
import { evidenceArtifactName } from "../../src/evidence/artifact-name.ts";
import type { EvidenceDownloads } from "../../src/evidence/store.ts";
import { jsonIn } from "../../src/foundation/json.ts";
import { VERSION } from "../../src/foundation/version.ts";
import { openReader } from "../../src/git/adapters/repository.ts";
import { Clock } from "../../src/handover/clock.ts";
import { assembleReport } from "../../src/report/assemble.ts";
import { gatherRun, type ReportSources } from "../../src/report/gather.ts";
import { REPORT_FILE, renderReport } from "../../src/report/render-report.ts";
import { readRunEnvironment, remoteOf } from "../../src/runner/adapters/run-environment.ts";
import type { GitHub } from "../../world/github.ts";
import type { Ending } from "./demo.ts";
import { unpackArtifact } from "./evidence.ts";

/** Leaves the page of the run, gathered as the job `report` does it from what the others have left behind. */
export async function keepReport(folder: string, github: GitHub, ending: Ending): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), "demo-report-"));
  try {
    writeFileSync(join(folder, REPORT_FILE), await pageOf(ending, github, temporary));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

async function pageOf(
  { context, jobs, verified }: Ending,
  github: GitHub,
  temporary: string,
): Promise<string> {
  const environment = readRunEnvironment({ ...context, RUNNER_TEMP: temporary });
  const runId = Number(environment.run.id);
  const remote = remoteOf(environment, context["GITHUB_TOKEN"] ?? "", () => {});
  const gathered = await gatherRun(
    verified.map(({ entry }) => entry),
    {
      evidence: evidenceIn(github, runId, temporary),
      repository: openReader(remote, temporary, ""),
      handedOn: filesIn(github, runId, temporary),
    },
  );
  const clock = jobs.find(({ action }) => action === "discover")?.outputs["clock"] ?? "";
  return renderReport(
    assembleReport({
      ...gathered,
      discovered: safeParse(Clock, jsonIn(clock)).data ?? null,
      // Its addresses lead nowhere once the demo has ended.
      run: { id: null, attempt: 1, url: null, repository: null, server: null, version: VERSION },
    }),
  );
}

// The job asks GitHub for artifacts by a client that writes to the log of a step, which is no part of a demo.

function evidenceIn(github: GitHub, runId: number, temporary: string): EvidenceDownloads {
  return {
    async download(entry, tasks) {
      const folder = await unpackArtifact(github, runId, evidenceArtifactName(entry), temporary);
      if (folder === null) return [];
      const files = tasks.flatMap((task) => {
        const json = textAt(join(folder, task, "evidence.json"));
        return json === null ? [] : [{ task, json }];
      });
      return [{ isPart: false, files }];
    },
  };
}

function filesIn(github: GitHub, runId: number, temporary: string): ReportSources["handedOn"] {
  return async (artifact, files) => {
    const folder = await unpackArtifact(github, runId, artifact, temporary);
    return files.map((file) => {
      const text = folder === null ? null : textAt(join(folder, file));
      return text === null ? { kind: "absent" } : { kind: "text", text };
    });
  };
}

function textAt(path: string): string | null {
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}
