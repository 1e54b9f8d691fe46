/** Name of the artifact that holds the evidence of one matrix entry. */
export function evidenceArtifactName(entry: string): string {
  return `evidence-${entry}`;
}

/**
 * Name of the artifact with what an entry of several tasks has found out so far. No entry has a dot in its name, so that
 * this is no other entry's.
 */
export function evidencePartName(entry: string, part: number): string {
  return `${evidenceArtifactName(entry)}.${part}`;
}

/** Whether an artifact is all of an entry's evidence, or a part of it; null for one that is neither. */
export function evidenceKind(artifact: string, entry: string): "whole" | "part" | null {
  const name = evidenceArtifactName(entry);
  if (artifact === name) return "whole";
  return artifact.startsWith(`${name}.`) && /^\d+$/.test(artifact.slice(name.length + 1))
    ? "part"
    : null;
}

/** Whether an entry of the matrix may be about a task: a name that begins with `_` is that of an entry of several. */
export function isEntryFor(entry: string, task: string): boolean {
  if (entry.startsWith("_") || entry === task) return true;
  const pullRequest = `${task}_pr-`;
  return entry.startsWith(pullRequest) && /^\d+_$/.test(entry.slice(pullRequest.length));
}
