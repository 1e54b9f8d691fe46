/** The artifacts of this run that hold evidence. */
export interface EvidenceUploads {
  /** Uploads the folders of an entry's tasks, which lie side by side, as the evidence of that entry. */
  upload(entry: string, folders: readonly string[]): Promise<void>;
  /** The same for the tasks that are done so far, should the job not live to upload all. Parts are numbered from 1. */
  uploadPart(entry: string, part: number, folders: readonly string[]): Promise<void>;
  /** Takes a part away, once another artifact holds what it held. */
  removePart(entry: string, part: number): Promise<void>;
}

/** A file of an artifact: untrusted until a schema has read it; or why it cannot be read at all. */
export type EvidenceFile = { readonly task: string } & (
  | { readonly json: string }
  | { readonly problem: string }
);

/** What one artifact holds of the tasks that were asked for; a task without a document is left out. */
export interface EvidenceArtifact {
  /** Made before all tasks of the entry were done: of those that it lacks it says nothing. */
  readonly isPart: boolean;
  readonly files: readonly EvidenceFile[];
}

export interface EvidenceDownloads {
  /**
   * The `<task>/evidence.json` of the named tasks in each artifact of one matrix entry that any attempt of this run made,
   * the newest artifact first.
   */
  download(entry: string, tasks: readonly string[]): Promise<readonly EvidenceArtifact[]>;
}
