import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as core from "@actions/core";
import type { EvidenceFiles, JobSummary } from "../files.ts";

/** Evidence in `<temporary>/agent-pipeline/<task>/`, where later steps of the job find it. */
export function runnerFiles(temporary: string): EvidenceFiles {
  return {
    async write(task, files) {
      const folder = join(temporary, "agent-pipeline", task);
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      for (const [name, content] of Object.entries(files)) {
        await writeFile(join(folder, name), content);
      }
      return folder;
    },
  };
}

export const jobSummary: JobSummary = {
  async append(markdown) {
    // The runner sets it; a machine without it has no page to write to.
    if (process.env["GITHUB_STEP_SUMMARY"] === undefined) return;
    await core.summary.addRaw(markdown, true).write();
  },
};
