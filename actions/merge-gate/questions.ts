import type { PullRequests } from "../../src/github/pull-requests.ts";
import type { MatrixEntry } from "../../src/handover/matrix.ts";
import type { Subject } from "../../src/handover/subject.ts";
import type { Trigger } from "../../src/runner/trigger.ts";
import type { Inputs } from "./inputs.ts";

/** What a run is about to decide, and what it has to go by. */
export interface Question extends Subject {
  readonly pullRequest: number;
  /** The entries of the matrix that are about it. */
  readonly entries: readonly MatrixEntry[];
  /** A person may have asked for some tasks only, or for some that the pull request does not change. */
  readonly isDispatched: boolean;
  /** Whether this run was given it, and all that was to be done for it has ended. */
  readonly isGiven: boolean;
  /** Whether nobody found out what it changes. */
  readonly isMatrixLost: boolean;
}

/** A pull request, and the head that the event or the branch gives it. */
interface Own {
  readonly number: number;
  readonly head: string;
}

/**
 * The subjects of this run: those of the matrix, and its own pull request and the one that it was given even when nothing
 * was verified.
 */
export async function questionsOf(
  { matrix, "pull-request": given }: Pick<Inputs, "matrix" | "pull-request">,
  trigger: Trigger,
  pullRequests: PullRequests,
): Promise<Question[]> {
  const own = await ownPullRequest(trigger, pullRequests);
  const numberOf = (entry: MatrixEntry): number | null =>
    entry["pull-request"] === "" ? (own?.number ?? null) : Number(entry["pull-request"]);
  const heads = new Map<number, string>(own === null ? [] : [[own.number, own.head]]);
  const verified = new Map<number, MatrixEntry[]>();
  for (const entry of matrix ?? []) {
    const number = numberOf(entry);
    if (number === null) continue;
    const entries = verified.get(number) ?? [];
    // What was verified says better what a run is about than the event that started it.
    if (entries.length === 0) heads.set(number, entry.head);
    verified.set(number, [...entries, entry]);
  }
  if (given !== null && !heads.has(given)) {
    heads.set(given, (await pullRequests.get(given)).headSha);
  }
  return [...heads].map(([number, head]) => ({
    head,
    pullRequest: number,
    entries: verified.get(number) ?? [],
    isDispatched: trigger.kind === "dispatch",
    isGiven: number === given,
    isMatrixLost: matrix === null,
  }));
}

/** The pull request of the event; on a dispatch, the one open pull request of the branch. */
async function ownPullRequest(trigger: Trigger, pullRequests: PullRequests): Promise<Own | null> {
  if (trigger.kind === "pull_request") return { number: trigger.number, head: trigger.headSha };
  if (trigger.kind !== "dispatch" || trigger.branch === null) return null;
  if (trigger.branch === trigger.defaultBranch) return null;
  const found = await pullRequests.find(trigger.branch, trigger.defaultBranch);
  return found === null ? null : { number: found.number, head: found.headSha };
}
