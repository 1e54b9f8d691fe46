import { shorten } from "../foundation/untrusted-text.ts";
import type { Log } from "../runner/log.ts";
import type { TaskId } from "../task/task-id.ts";
import type { TaskProgress } from "./progress.ts";

/** A step that is shorter is not worth a line, and a log of hours must stay readable. */
const SECONDS_BETWEEN_LINES = 10;
const ID_LIMIT = 200;

/** Tells a reader of the log what a task is doing while that takes long. */
export function tellProgress(
  task: TaskId,
  log: Pick<Log, "info">,
  now: () => number,
): TaskProgress {
  let last = now();
  let current: { readonly what: string; readonly tests: readonly string[] } | null = null;
  const tell = (more: string): void => {
    if (current === null || now() - last < SECONDS_BETWEEN_LINES) return;
    last = now();
    log.info(`${task}: ${current.what}${more}`);
  };
  return {
    step(what, tests = []) {
      current = { what, tests };
      tell("");
    },
    alive({ seconds, test }) {
      tell(`${placeOf(test, current?.tests ?? [])}, for ${Math.round(seconds)} s`);
    },
  };
}

/** Nothing for an id that is none of those that run: the report is untrusted, and the canary means nothing to a reader. */
function placeOf(test: string | null, tests: readonly string[]): string {
  const index = test === null ? -1 : tests.indexOf(test);
  if (test === null || index < 0) return "";
  return `: ${index + 1} of ${tests.length}, ${shorten(test.replace(/\s+/gu, " "), ID_LIMIT)}`;
}
