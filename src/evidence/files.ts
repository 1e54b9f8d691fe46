/** Where the evidence of this job lies until it is uploaded. */
export interface EvidenceFiles {
  /** Writes the files of one task, and answers with their folder. */
  write(task: string, files: Readonly<Record<string, string>>): Promise<string>;
}
