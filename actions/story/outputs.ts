import type { Outcome } from "./outcome.ts";

/** One key per output of story/action.yml; a contract test holds the two together. */
export interface Outputs {
  readonly "pull-request": string;
  readonly branch: string;
  readonly story: string;
}

/** What a run says that found out nothing. */
export const UNKNOWN_OUTPUTS: Outputs = { "pull-request": "", branch: "", story: "" };

export function outputsOf(outcome: Outcome): Outputs {
  if (outcome.kind !== "opened" && outcome.kind !== "present") return UNKNOWN_OUTPUTS;
  const { number, headBranch } = outcome.pullRequest;
  return { "pull-request": String(number), branch: headBranch, story: outcome.path ?? "" };
}
