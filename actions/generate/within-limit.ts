import type { Log } from "../../src/runner/log.ts";
import type { Skipped } from "./outcome.ts";
import type { PlannedTask } from "./plan-tasks.ts";

export interface WithinLimit {
  readonly taken: readonly PlannedTask[];
  readonly left: readonly PlannedTask[];
}

/**
 * The tasks that one run works on, in the order of the stories. What is still to be written comes first: tasks that only
 * wait to be proven would otherwise keep the others waiting run after run.
 */
export function withinLimit(planned: readonly PlannedTask[], limit: number): WithinLimit {
  const work = planned.filter(({ plan }) => plan.kind !== "skip");
  const left = new Set(work.toSorted((one, other) => rankOf(one) - rankOf(other)).slice(limit));
  return { taken: planned.filter((one) => !left.has(one)), left: [...left] };
}

function rankOf({ plan }: PlannedTask): number {
  return plan.kind === "adopt" ? 1 : 0;
}

/** Names what one run leaves to the next, and how to have it taken on. */
export function leftForNextRun(
  left: readonly PlannedTask[],
  limit: number,
  log: Log,
): readonly Skipped[] {
  const [first] = left;
  if (first === undefined) return [];
  const { pullRequest } = first.destination;
  const how = pullRequest === null ? "" : ` with \`pull-request: ${pullRequest}\``;
  const [what, them] =
    left.length === 1 ? ["1 task is", "it"] : [`${left.length} tasks are`, "them"];
  log.notice(
    `${what} left for the next run, because one run works on at most ${limit}. Dispatch the workflow${how} to have ${them} made.`,
  );
  return left.map(({ plan }) => ({ subject: plan.task, reason: "left_for_next_run" }));
}
