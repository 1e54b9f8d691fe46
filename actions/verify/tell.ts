import type { Reason } from "../shared/core/evidence.ts";
import { taskFolder } from "../shared/core/task-folder.ts";
import type { TaskId } from "../shared/core/task-id.ts";
import { shorten } from "../shared/core/untrusted-text.ts";
import type { Log } from "../shared/ports/log.ts";
import type { Verified } from "./verify-task.ts";

/** Tests beyond these are counted in the log, not listed: they all stand in the evidence. */
const LISTED_TESTS = 200;
const LISTED_REASONS = 50;
/** Annotations of one task: the first reasons, so that other tasks can be annotated as well. */
const ANNOTATIONS = 3;
const LINE_LIMIT = 500;

const SIGNS = { passed: "✔", failed: "✘", error: "✘", skipped: "–" } as const;

/** Tells a reader of the log how one task went, with at most so many annotations; answers how many it made. */
export async function tell(
  { evidence }: Verified,
  artifact: string,
  annotationsLeft: number,
  log: Log,
): Promise<number> {
  const { task, verdict, reasons, results, tests } = evidence;
  const codes = [...new Set(reasons.map(({ code }) => code))].join(", ");
  const title = `${task}: ${verdict}${codes === "" ? "" : ` (${codes})`}, ${tests.passed} of ${tests.expected} tests passed, ${evidence.durationSeconds.toFixed(1)} s`;
  await log.group(title, async () => {
    for (const { id, outcome, seconds } of results.slice(0, LISTED_TESTS)) {
      log.info(`  ${SIGNS[outcome]} ${oneLine(id)} (${seconds.toFixed(3)} s)`);
    }
    if (results.length > LISTED_TESTS) {
      log.info(`  … and ${results.length - LISTED_TESTS} more tests`);
    }
    for (const { code, message } of reasons.slice(0, LISTED_REASONS)) {
      log.info(`  ${code}: ${oneLine(message)}`);
    }
    if (reasons.length > 0) log.info(`  The whole evidence is in the artifact ${artifact}.`);
    return Promise.resolve();
  });
  const annotated = reasons.slice(0, Math.min(ANNOTATIONS, annotationsLeft));
  for (const reason of annotated) annotate(task, reason, log);
  return annotated.length;
}

function annotate(task: TaskId, { code, message, file, line }: Reason, log: Log): void {
  log.error(message, {
    title: `${task}: ${code}`,
    ...(file !== undefined && { file: `${taskFolder(task)}/${file}` }),
    ...(file !== undefined && line !== undefined && { line }),
  });
}

function oneLine(text: string): string {
  return shorten(text.replace(/\s+/gu, " "), LINE_LIMIT);
}
