import type { SkipReason } from "../handover/generated.ts";
import { code, type Line, say } from "./blocks.ts";

const MEANINGS: Readonly<Record<SkipReason, Line>> = {
  unchanged: say`It was made from this very story and is merged.`,
  human_commits: say`A person changed its folder, which is never overwritten.`,
  rerun_policy: say`Its story changed, and ${code("rerun-policy")} is ${code("skip")}.`,
  closed_by_person: say`A person closed its pull request; name it with ${code("task")} to try again.`,
  dry_run: say`This is a dry run.`,
  superseded: say`Its story has another text by now, or is gone; the run for that one takes it on.`,
  left_for_next_run: say`One run works on so many tasks and no more; the next run takes it on.`,
};

/** Why generate left a story or a task alone. */
export function skippedLine(reason: SkipReason): Line {
  return MEANINGS[reason];
}
