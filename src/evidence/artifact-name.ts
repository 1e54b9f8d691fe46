/** Name of the artifact that holds the evidence of one matrix entry. */
export function evidenceArtifactName(entry: string): string {
  return `evidence-${entry}`;
}
