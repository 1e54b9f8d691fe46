import type { Evidence } from "../../src/evidence/evidence.ts";
import type { Reason } from "../../src/evidence/reasons.ts";
import { shorten } from "../../src/foundation/untrusted-text.ts";
import type { Log } from "../../src/runner/log.ts";
import { taskFolder } from "../../src/task/folder.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { Verified } from "./verify-task.ts";

/** Tests beyond these are counted in the log, not listed: they all stand in the evidence. */
const LISTED_TESTS = 200;
const LISTED_REASONS = 50;
/** Annotations of one task: the first reasons, so that other tasks can be annotated as well. */
const ANNOTATIONS = 3;
/** Survivors and vacuous tests. */
const LISTED_PROBES = 10;
const LINE_LIMIT = 500;

const SIGNS = { passed: "✔", failed: "✘", error: "✘", skipped: "–" } as const;

/** Tells a reader of the log how one task went. `annotations` says how many of those that are wanted may be made. */
export async function tell(
  { evidence }: Verified,
  artifact: string,
  annotations: (wanted: number) => number,
  log: Log,
): Promise<void> {
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
    for (const line of worthOf(evidence)) log.info(`  ${oneLine(line)}`);
    if (reasons.length > 0) log.info(`  The whole evidence is in the artifact ${artifact}.`);
    return Promise.resolve();
  });
  const allowed = annotations(Math.min(ANNOTATIONS, reasons.length));
  for (const reason of reasons.slice(0, allowed)) annotate(task, reason, log);
}

/** What the probes found out about the tests, also where that is no reason against them. */
function worthOf({ stubKill, mutation }: Evidence): string[] {
  return [
    ...(stubKill === null ? [] : [`${stubKill.killed} of ${stubKill.stubs} stubs were noticed`]),
    ...(stubKill?.vacuousTests ?? [])
      .slice(0, LISTED_PROBES)
      .map((test) => `vacuous: ${test} passes although everything public does nothing`),
    ...(mutation === null
      ? []
      : [
          `${mutation.killed} of ${mutation.mutants} mutants were noticed, ${mutation.unknown} gave no answer`,
          ...mutation.survivors
            .slice(0, LISTED_PROBES)
            .map(({ file, line, change }) => `not noticed: ${file}:${line}: ${change}`),
        ]),
  ];
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
