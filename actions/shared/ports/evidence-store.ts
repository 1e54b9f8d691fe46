/** The artifacts of this run that hold evidence. */
export interface EvidenceUploads {
  /** Uploads the folders of an entry's tasks, which lie side by side, as the evidence of that entry. */
  upload(entry: string, folders: readonly string[]): Promise<void>;
}

/** A file of an artifact: untrusted until a schema has read it. */
export interface EvidenceFile {
  readonly task: string;
  readonly json: string;
}

export interface EvidenceDownloads {
  /**
   * The `<task>/evidence.json` of the named tasks in the newest artifact of one matrix entry, whatever attempt of this
   * run made it; null when there is no such artifact. A task without a document is left out.
   */
  download(entry: string, tasks: readonly string[]): Promise<readonly EvidenceFile[] | null>;
}
