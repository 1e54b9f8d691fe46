import type { PullRequest } from "../../src/github/pull-requests.ts";
import { isTaskId, STORY_BRANCHES, TASK_BRANCHES } from "../../src/task/task-id.ts";
import type { Ask } from "./pull-request-rows.ts";

export interface AskedOfBranch {
  /** From this branch, the newest first. */
  readonly pullRequests: readonly Pick<PullRequest, "isOpen" | "isMerged" | "headSha">[];
  /** Since its tip was committed. */
  readonly days: number;
  /** Whose the commits are that the default branch lacks. */
  readonly commits: "ours" | "somebody's" | "none";
}

export type BranchFacts = {
  readonly branch: string;
  readonly tip: string;
  /** Whether an open pull request is to be merged into it. */
  readonly isBase: boolean;
} & { readonly [Name in keyof AskedOfBranch]?: AskedOfBranch[Name] | undefined };

export type BranchStep =
  /** Only if it still points there. */
  | { readonly kind: "delete"; readonly tip: string; readonly why: string }
  | { readonly kind: "nothing"; readonly why: string };

/** A branch that was not merged stays for so long after its last commit. */
export const DAYS_KEPT = 30;

/** What the sweep does about one branch of the pipeline, or what has to be read first. Pure, and total like its sister. */
export function rowOfBranch(facts: BranchFacts): BranchStep | Ask<keyof AskedOfBranch> {
  const { branch, tip, isBase, pullRequests, days, commits } = facts;
  if (!isOfPipeline(branch)) return nothing("its name is none that the pipeline gives");
  if (isBase) return nothing("an open pull request is to be merged into it");
  if (pullRequests === undefined) return { kind: "ask", what: "pullRequests" };
  if (pullRequests.some(({ isOpen }) => isOpen)) return nothing("it has an open pull request");
  const [last] = pullRequests;
  if (last !== undefined && !last.isMerged) {
    return nothing("its last pull request was closed without a merge, and stays a person's");
  }
  if (last?.headSha === tip) return { kind: "delete", tip, why: "it was merged as it is" };

  if (days === undefined) return { kind: "ask", what: "days" };
  if (days < DAYS_KEPT) return nothing(`its last commit is no ${DAYS_KEPT} days old`);
  if (commits === undefined) return { kind: "ask", what: "commits" };
  if (commits === "none") return nothing("it holds no commit of its own");
  if (commits === "somebody's") return nothing("it holds a commit that the pipeline did not make");
  return { kind: "delete", tip, why: `it has had no open pull request for ${DAYS_KEPT} days` };
}

/** A person's own branch may begin with the same word. */
function isOfPipeline(branch: string): boolean {
  const prefix = [TASK_BRANCHES, STORY_BRANCHES].find((each) => branch.startsWith(each));
  return prefix !== undefined && isTaskId(branch.slice(prefix.length));
}

function nothing(why: string): BranchStep {
  return { kind: "nothing", why };
}
