import { inspect } from "node:util";
import { withoutCommands } from "../../foundation/untrusted-text.ts";
import { annotationsOf, bugIn } from "../ending.ts";
import type { Ending, Failure, Job, Outputs } from "../job.ts";
import type { Log } from "../log.ts";
import * as toolkit from "./toolkit.ts";

export const actionsLog: Log = {
  // Line breaks of an annotation are escaped on their way, but the runner prints them as lines of the log again.
  info: (message) => toolkit.info(withoutCommands(message)),
  notice: (message, at = {}) => toolkit.notice(withoutCommands(message), annotation(at)),
  warning: (message, at = {}) => toolkit.warning(withoutCommands(message), annotation(at)),
  error: (message, at = {}) => toolkit.error(withoutCommands(message), annotation(at)),
  group: (title, work) => toolkit.group(withoutCommands(title), work),
};

function annotation(at: Parameters<Log["error"]>[1] & object): toolkit.AnnotationProperties {
  return {
    ...(at.title !== undefined && { title: withoutCommands(at.title) }),
    ...(at.file !== undefined && { file: at.file }),
    ...(at.line !== undefined && { startLine: at.line }),
  };
}

/** The step of this process. */
function actionsJob(): Job {
  return { environment: process.env, log: actionsLog, mask: toolkit.setSecret };
}

/**
 * Runs an action to its end: outputs, summary, then what went wrong. `unknown` are the outputs of a run that found out
 * nothing; they stand from the start, so that none is absent whatever happens.
 */
export async function runAction(
  unknown: Outputs,
  act: (job: Job) => Promise<Ending>,
): Promise<void> {
  try {
    toolkit.setOutputs(unknown);
    end(await act(actionsJob()));
  } catch (error) {
    report([{ subject: null, error }]);
  }
}

function end({ outputs, summary = "", failures = [], verdict = null }: Ending): void {
  toolkit.setOutputs(outputs);
  report([...failures, ...failuresOf(() => toolkit.appendSummary(summary))]);
  if (verdict !== null) toolkit.setFailed(withoutCommands(verdict));
}

/** A page that cannot be written hides nothing of what is to be said. */
function failuresOf(work: () => void): Failure[] {
  try {
    work();
    return [];
  } catch (error) {
    return [{ subject: null, error }];
  }
}

function report(failures: readonly Failure[]): void {
  for (const { message, at, cause } of annotationsOf(failures)) {
    if (cause !== undefined) toolkit.debug(withoutCommands(inspect(cause)));
    actionsLog.error(message, at);
  }
  const bug = bugIn(failures);
  if (bug !== null) {
    actionsLog.error(`This is a bug in agent-pipeline, please report it.\n${inspect(bug.error)}`);
  }
  if (failures.length > 0) process.exitCode = 1;
}
