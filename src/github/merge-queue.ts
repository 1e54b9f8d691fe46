/**
 * The pull request that GitHub adds to the base by a group of its merge queue. The name of the group's branch is the only
 * place where GitHub says it; null where it does not have that form.
 */
export function pullRequestOfGroup(branch: string): number | null {
  const [, number] = /^gh-readonly-queue\/.+\/pr-([1-9]\d{0,9})-[0-9a-f]{40}$/.exec(branch) ?? [];
  return number === undefined ? null : Number(number);
}

/** As GitHub begins the message of a merge, or ends its first line where that is the title of the pull request. */
const MERGED = /^Merge pull request #([1-9]\d{0,9}) from /;
const TITLED = /^[^\n]* \(#([1-9]\d{0,9})\)(?:\n|$)/;

/** That a commit brought the head of a pull request into a group. */
export interface BroughtIn {
  readonly number: number;
  readonly head: string;
}

/**
 * What the merges of a group say that they brought in. A message is a claim of whoever wrote it, and in a queue that rebases
 * or squashes that may be anybody: a pull request is in the group only if its head is the one that a merge has as a parent.
 */
export function broughtInBy(
  commits: readonly { readonly parents: readonly string[]; readonly message: string }[],
): readonly BroughtIn[] {
  return commits.flatMap(({ parents: [, head], message }) => {
    const number = (MERGED.exec(message) ?? TITLED.exec(message))?.[1];
    return head === undefined || number === undefined ? [] : [{ number: Number(number), head }];
  });
}

export type QueueOutcome =
  | { readonly kind: "queued" }
  /** In GitHub's words. */
  | { readonly kind: "refused"; readonly message: string };

/** The merge queue, by a token whose entries start the runs that a group waits for: that of a job starts none. */
export interface MergeQueue {
  /** Adds a pull request to the queue of its base, if its head is still `head`. One that is in it already stays there. */
  add(number: number, head: string): Promise<QueueOutcome>;
}

/** What any token may ask about the queue. */
export interface QueueEntries {
  /** Whether a pull request is in the queue of its base; null where GitHub does not tell this token. */
  has(number: number): Promise<boolean | null>;
}
