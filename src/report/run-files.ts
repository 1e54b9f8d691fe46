import { TEST_RESULT_FILE } from "../handover/run-files.ts";
import type { GatheredRun } from "./gather.ts";
import { junitOfRun } from "./junit.ts";
import { mutationReport } from "./mutation-report.ts";
import type { RunReport } from "./run-report.ts";

/** The artifact with the files beside it. */
export const FILES_ARTIFACT = "report-files";
export const JUNIT_FILE = "junit.xml";
export const MUTATION_FILE = "mutation.json";

/** The files beside the page, by name, in forms that other tools read. `testResult` is handed on as the gate wrote it. */
export function filesBeside(
  report: RunReport,
  { testResult }: Pick<GatheredRun, "testResult">,
): Record<string, string> {
  return {
    [JUNIT_FILE]: junitOfRun(report),
    [MUTATION_FILE]: JSON.stringify(mutationReport(report), null, 1),
    ...(testResult !== null && { [TEST_RESULT_FILE]: testResult }),
  };
}
