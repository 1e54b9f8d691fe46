import { newestIn } from "../../src/handover/run-documents.ts";
import type { TaskShown } from "../../src/telling/task-table.ts";
import type { Gathered } from "./gather.ts";

/** The tasks that the pull request changes, with their evidence. */
export function shownOf({ facts, seen }: Gathered): { tasks: TaskShown[]; base: string | null } {
  if (seen === null) return { tasks: [], base: null };
  const proven = new Set(
    facts.tasks.flatMap(({ kind, task }) => (kind === "proven" ? [task] : [])),
  );
  const against = new Set(
    facts.tasks.flatMap(({ kind, task }) => (kind === "reason" ? [task] : [])),
  );
  const tasks = seen.tasks.map((task): TaskShown => {
    const history = seen.documents.get(task);
    const evidence = history === undefined ? null : newestIn(history);
    const costUsd = seen.costs.get(task);
    const isProven = proven.has(task) && !against.has(task);
    return { task, isProven, evidence, ...(costUsd !== undefined && { costUsd }) };
  });
  return { tasks, base: seen.base };
}

/** The tasks that the decision stands or falls with; one that nobody asked about is none. */
export function failedTasksIn({ tasks }: Pick<Gathered["facts"], "tasks">): string[] {
  return tasks.flatMap((finding) =>
    finding.kind === "reason" && finding.reason.code !== "partial_selection" ? [finding.task] : [],
  );
}
