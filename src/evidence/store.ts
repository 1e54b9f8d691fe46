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
   * The `<task>/evidence.json` of the named tasks in each artifact of one matrix entry that any attempt of this run made,
   * the newest artifact first. A task without a document is left out.
   */
  download(entry: string, tasks: readonly string[]): Promise<readonly (readonly EvidenceFile[])[]>;
}
