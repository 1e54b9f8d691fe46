import { isTaskId, type TaskId } from "../../src/task/task-id.ts";
import { EQUAL_WITHOUT_CASE, NOT_AN_ID, type Rejection } from "./rejection.ts";

export interface TaskList {
  /** In id order, each once. */
  readonly ids: readonly TaskId[];
  readonly rejected: readonly Rejection[];
}

/** Reads what was named as tasks; `<root>/x/` and `./<root>/x` are `x`. */
export function parseTaskList(items: readonly string[], root: string): TaskList {
  const names = [...new Set(items.map((item) => nameOf(item, root)).filter((name) => name !== ""))];
  const twins = sameWithoutCase(names);
  const ids: TaskId[] = [];
  const rejected: Rejection[] = [];
  for (const name of names) {
    if (!isTaskId(name)) rejected.push({ name, reason: NOT_AN_ID });
    else if (twins.has(name.toLowerCase())) rejected.push({ name, reason: EQUAL_WITHOUT_CASE });
    else ids.push(name);
  }
  return { ids: ids.toSorted(), rejected };
}

/** The lower-case forms that more than one of the names has. */
export function sameWithoutCase(names: Iterable<string>): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) {
    const folded = name.toLowerCase();
    if (seen.has(folded)) twice.add(folded);
    else seen.add(folded);
  }
  return twice;
}

function nameOf(item: string, root: string): string {
  const path = item.replace(/^(?:\.\/+)+/, "").replace(/\/+$/, "");
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}
