/**
 * The pull request that GitHub adds to the base by a group of its merge queue. The name of the group's branch is the only
 * place where GitHub says it; null where it does not have that form.
 */
export function pullRequestOfGroup(branch: string): number | null {
  const [, number] = /^gh-readonly-queue\/.+\/pr-([1-9]\d{0,9})-[0-9a-f]{40}$/.exec(branch) ?? [];
  return number === undefined ? null : Number(number);
}

/** As GitHub begins the message of a merge, and ends the first line of what it squashes. */
const MERGED = /^Merge pull request #([1-9]\d{0,9}) from /;
const SQUASHED = /^[^\n]* \(#([1-9]\d{0,9})\)(?:\n|$)/;

/**
 * The pull requests that the commits of a group may have come from, by their messages, which others wrote: no more than a
 * claim. A queue that rebases says nothing of it.
 */
export function pullRequestsNamedIn(messages: readonly string[]): readonly number[] {
  const numbers = messages.flatMap((message) => {
    const number = (MERGED.exec(message) ?? SQUASHED.exec(message))?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  return [...new Set(numbers)];
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
