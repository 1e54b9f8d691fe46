import type { Repository } from "../../src/git/repository.ts";
import type { PullRequestLists } from "../../src/github/pull-request-lists.ts";
import type { PullRequest } from "../../src/github/pull-requests.ts";
import { settled } from "./ask.ts";
import { type AskedOfBranch, type BranchStep, rowOfBranch } from "./branch-rows.ts";

export interface BranchPorts {
  readonly repository: Pick<
    Repository,
    "commitsOf" | "mergeBases" | "areAllOurs" | "committedAt" | "deleteBranch"
  >;
  readonly lists: PullRequestLists;
  readonly defaultBranch: string;
  /** In milliseconds since 1970. */
  readonly now: () => number;
}

/** What is to be done about one branch. */
export async function stepForBranch(
  branch: string,
  tip: string,
  open: readonly PullRequest[],
  ports: BranchPorts,
): Promise<BranchStep> {
  const known = { branch, tip, isBase: open.some(({ baseBranch }) => baseBranch === branch) };
  const { step } = await settled<typeof known, AskedOfBranch, BranchStep>(rowOfBranch, known, {
    pullRequests: () => ports.lists.from(branch),
    days: async () => {
      const seconds = ports.now() / 1_000 - (await ports.repository.committedAt(tip));
      return seconds / 86_400;
    },
    commits: () => commitsOn(tip, ports),
  });
  return step;
}

/** As long as it cannot be told, they are somebody's. */
async function commitsOn(
  tip: string,
  { repository, defaultBranch }: BranchPorts,
): Promise<AskedOfBranch["commits"]> {
  const names = [`refs/heads/${defaultBranch}`, tip];
  const [base] = await repository.commitsOf(names, { withHistory: true });
  if (typeof base !== "string") return "somebody's";
  const mergeBases = await repository.mergeBases(base, tip);
  const [mergeBase] = mergeBases;
  if (mergeBase === undefined || mergeBases.length > 1) return "somebody's";
  if (mergeBase === tip) return "none";
  return (await repository.areAllOurs(mergeBase, tip)) ? "ours" : "somebody's";
}
