import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { EvidenceFiles } from "../files.ts";

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
