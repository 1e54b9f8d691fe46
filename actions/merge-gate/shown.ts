import { newestIn } from "../../src/handover/run-documents.ts";
import type { TaskShown } from "../../src/telling/task-table.ts";
import type { Gathered } from "./gather.ts";

interface Shown {
  /** Of the pull request, as somebody wrote it. */
  readonly title: string | null;
  readonly tasks: readonly TaskShown[];
  readonly base: string | null;
}

/** The tasks that the pull request changes, with their evidence. */
export function shownOf({ facts, seen, pullRequest }: Gathered): Shown {
  const title = pullRequest?.title ?? null;
  if (seen === null) return { title, tasks: [], base: null };
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
  return { title, tasks, base: seen.base };
}

/** The tasks that the decision stands or falls with; one that nobody asked about is none. */
export function failedTasksIn({ tasks }: Pick<Gathered["facts"], "tasks">): string[] {
  return tasks.flatMap((finding) =>
    finding.kind === "reason" && finding.reason.code !== "partial_selection" ? [finding.task] : [],
  );
}
