import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DefaultArtifactClient } from "@actions/artifact";
import type { Log } from "../../runner/log.ts";
import type { TaskId } from "../../task/task-id.ts";

const ARTIFACT = "transcripts";

/**
 * What was said about each task, as an artifact of the run: also about those of which nothing came. It is for people, so
 * that a run is no worse for the lack of it.
 */
export class TranscriptArtifact {
  readonly #folder: string;
  readonly #log: Pick<Log, "info">;
  readonly #texts = new Map<TaskId, string>();

  constructor(temporary: string, log: Pick<Log, "info">) {
    this.#folder = join(temporary, "agent-pipeline", ARTIFACT);
    this.#log = log;
  }

  keep(task: TaskId, text: string): void {
    this.#texts.set(task, text);
  }

  /** `hasService`: whether this is a job that can keep artifacts. */
  async upload(hasService: boolean): Promise<void> {
    if (this.#texts.size === 0) return;
    try {
      await mkdir(this.#folder, { recursive: true });
      const files: string[] = [];
      for (const [task, text] of this.#texts) {
        const file = join(this.#folder, `${task}.jsonl`);
        await writeFile(file, text);
        files.push(file);
      }
      if (!hasService) return;
      await new DefaultArtifactClient().uploadArtifact(ARTIFACT, files, this.#folder);
      this.#log.info(`What was said is in the artifact "${ARTIFACT}" of this run`);
    } catch (error) {
      this.#log.info(`The artifact "${ARTIFACT}" could not be uploaded: ${String(error)}`);
    }
  }
}
