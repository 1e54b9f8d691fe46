import { inspect } from "node:util";
import { PipelineError } from "../../foundation/errors.ts";
import { withoutCommands } from "../../foundation/untrusted-text.ts";
import type { Log } from "../log.ts";
import * as core from "./toolkit.ts";

export const actionsLog: Log = {
  // The only channel of the three that does not escape what it prints.
  info: (message) => core.info(withoutCommands(message)),
  notice: (message, at = {}) => core.notice(message, annotation(at)),
  warning: (message, at = {}) => core.warning(message, annotation(at)),
  error: (message, at = {}) => core.error(message, annotation(at)),
  group: (title, work) => core.group(withoutCommands(title), work),
};

/** The only place that turns an exception into a failed step. */
export async function runAction(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (error instanceof PipelineError) {
      if (error.cause !== undefined) core.debug(inspect(error.cause));
      core.setFailed(error.hint === undefined ? error.message : `${error.message}\n${error.hint}`);
      return;
    }
    core.setFailed(`This is a bug in agent-pipeline, please report it.\n${inspect(error)}`);
  }
}

function annotation(at: Parameters<Log["error"]>[1] & object): core.AnnotationProperties {
  return {
    ...(at.title !== undefined && { title: at.title }),
    ...(at.file !== undefined && { file: at.file }),
    ...(at.line !== undefined && { startLine: at.line }),
  };
}
