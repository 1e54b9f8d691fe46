import type { EvidenceFiles } from "../../src/evidence/files.ts";
import type { EvidenceUploads } from "../../src/evidence/store.ts";
import type { Log } from "../../src/runner/log.ts";
import type { Verified } from "./verify-task.ts";

/** A part is uploaded when so much of what is done is new: each task of up to twenty, and of many tasks few parts. */
const NEW_SHARE = 0.05;

export interface PublicationPorts {
  readonly files: EvidenceFiles;
  readonly uploads: EvidenceUploads;
  readonly log: Log;
}

/**
 * Puts the evidence of an entry where it outlives the job: of several tasks what is done, whenever one is, so that a job
 * that is killed has not worked for nothing; in the end all of it, in one artifact.
 */
export class Publication {
  readonly #entry: string;
  readonly #tasks: number;
  readonly #ports: PublicationPorts;
  readonly #folders: string[] = [];
  readonly #faults: unknown[] = [];
  #part = 0;
  /** How many folders the last part holds. */
  #uploaded = 0;
  #uploading: Promise<void> | null = null;
  #isGivenUp = false;

  constructor(entry: string, tasks: number, ports: PublicationPorts) {
    this.#entry = entry;
    this.#tasks = tasks;
    this.#ports = ports;
  }

  /** One document that cannot be written never costs another its place. */
  async add({ evidence, junit }: Verified): Promise<void> {
    const documents = {
      "evidence.json": `${JSON.stringify(evidence, null, 1)}\n`,
      "ci-results.xml": junit,
    };
    try {
      this.#folders.push(await this.#ports.files.write(evidence.task, documents));
    } catch (error) {
      this.#faults.push(error);
    }
    this.#goOn();
  }

  /** Uploads all, and answers with what went wrong. */
  async finish(): Promise<readonly unknown[]> {
    await this.#uploading;
    if (this.#folders.length === 0) return this.#faults;
    try {
      await this.#ports.uploads.upload(this.#entry, this.#folders);
      await this.#removeLast();
    } catch (error) {
      this.#faults.push(error);
    }
    return this.#faults;
  }

  /** Nobody waits for it; while a part is on its way, what is done meanwhile waits for the next. */
  #goOn(): void {
    if (this.#uploading === null && this.#isWorthAPart()) this.#uploading = this.#uploadParts();
  }

  #isWorthAPart(): boolean {
    const done = this.#folders.length;
    if (this.#isGivenUp || done >= this.#tasks) return false;
    return done - this.#uploaded >= Math.max(1, Math.floor(done * NEW_SHARE));
  }

  async #uploadParts(): Promise<void> {
    while (this.#isWorthAPart()) await this.#uploadPart([...this.#folders]);
    this.#uploading = null;
  }

  async #uploadPart(folders: readonly string[]): Promise<void> {
    const { uploads, log } = this.#ports;
    try {
      await uploads.uploadPart(this.#entry, this.#part + 1, folders);
    } catch (error) {
      // What counts is uploaded in the end.
      this.#isGivenUp = true;
      log.info(`Until all tasks are done, nothing more is uploaded: ${String(error)}`);
      return;
    }
    await this.#removeLast();
    this.#part += 1;
    this.#uploaded = folders.length;
  }

  /** The part before, which says nothing that the newer artifact does not. Where it stays, it does no harm. */
  async #removeLast(): Promise<void> {
    if (this.#part === 0) return;
    const { uploads, log } = this.#ports;
    await uploads.removePart(this.#entry, this.#part).catch((error: unknown) => {
      log.info(String(error));
    });
  }
}
