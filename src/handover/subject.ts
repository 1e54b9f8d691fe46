/**
 * What a run decides about: whether a commit may become part of a base. A pull request asks that of its head, and a merge
 * queue of the commit that it built for a group.
 */
export interface Subject {
  /** The commit that the run is about. Two pull requests into different bases can have the same. */
  readonly head: string;
  /** null for a group of a merge queue. */
  readonly pullRequest: number | null;
}

/** For people, in a sentence. */
export function nameOf({ head, pullRequest }: Subject): string {
  return pullRequest === null ? `merge group ${head.slice(0, 10)}` : `#${pullRequest}`;
}

/** The same as a heading. */
export function headingOf(subject: Subject): string {
  return subject.pullRequest === null
    ? `Merge group ${subject.head.slice(0, 10)}`
    : `Pull request ${nameOf(subject)}`;
}
