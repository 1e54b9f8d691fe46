import type { Log } from "../../src/runner/log.ts";
import type { TaskId } from "../../src/task/task-id.ts";

/**
 * The log of one task among others that are made at the same time: each line says whose it is, because what stands before
 * and after it may be another's. Annotations stand apart and say so themselves.
 */
export function logOf(task: TaskId, log: Log): Log {
  return {
    info: (message) => log.info(`${task}: ${message.trimStart()}`),
    notice: (message, at) => log.notice(message, at),
    warning: (message, at) => log.warning(message, at),
    error: (message, at) => log.error(message, at),
    // A group that is open would swallow the lines of the others.
    group(title, work) {
      log.info(`${task}: ${title}`);
      return work();
    },
  };
}
