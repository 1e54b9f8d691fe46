import type { Swept } from "./outcome.ts";

/** One key per output of sweep/action.yml; a contract test holds the two together. */
export interface Outputs {
  readonly done: string;
}

/** What a run says that ended before it looked at anything. */
export const UNKNOWN_OUTPUTS: Outputs = { done: "[]" };

/** What was done, or in a dry run would be; what was left alone stands in the summary. */
export function outputsOf(swept: readonly Swept[]): Outputs {
  const done = swept
    .filter(({ step }) => step.kind !== "nothing")
    .map(({ subject, step, run }) => ({
      "pull-request": subject.kind === "pull_request" ? subject.number : null,
      branch: subject.kind === "branch" ? subject.name : null,
      action: step.kind,
      why: step.why,
      run: run?.id ?? null,
      url: run?.url ?? null,
    }));
  return { done: JSON.stringify(done) };
}
