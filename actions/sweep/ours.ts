import { OURS_LABEL, type PullRequest } from "../../src/github/pull-requests.ts";

/** GitHub compares labels without case. */
export function isOurs({ labels }: Pick<PullRequest, "labels">): boolean {
  return labels.some((label) => label.toLowerCase() === OURS_LABEL);
}
