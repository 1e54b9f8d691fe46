import { parseTaskList } from "../../actions/discover/task-list.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { GENERATED } from "../../src/task/folder.ts";
import type { TaskId } from "../../src/task/task-id.ts";

/** The tasks that were typed: ids, or paths of their folders. */
export function tasksNamed(words: readonly string[]): readonly TaskId[] {
  const { ids, rejected } = parseTaskList(words, GENERATED);
  if (rejected.length === 0) return ids;
  const said = rejected.map(({ name, reason }) => `${JSON.stringify(name)} ${reason}`);
  throw new PipelineError("INPUT_INVALID", said.join("\n"), {
    hint: `Name a task by its id, or by its folder: ${GENERATED}/shipping_cost`,
  });
}
