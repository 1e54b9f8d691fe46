/**
 * What a run decides about: whether a commit may become part of a base. A pull request asks that of its head; a commit
 * that no pull request stands for has a subject as well.
 */
export interface Subject {
  /** The commit that the run is about. Two pull requests into different bases can have the same. */
  readonly head: string;
  readonly pullRequest: number | null;
}

/** For people, in a sentence. */
export function nameOf({ head, pullRequest }: Subject): string {
  return pullRequest === null ? head.slice(0, 10) : `#${pullRequest}`;
}

/** The same as a heading. */
export function headingOf(subject: Subject): string {
  const kind = subject.pullRequest === null ? "Commit" : "Pull request";
  return `${kind} ${nameOf(subject)}`;
}
