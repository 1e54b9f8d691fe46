import { junitOfAll, type JunitSuite } from "../proof/junit.ts";
import type { ReportedTask, RunReport } from "./run-report.ts";

/**
 * The tests of all tasks of a run as one JUnit report: of each what verification accepted, and every other reason against a
 * task as an error of its own. The canary is no test of theirs and stands nowhere in it.
 */
export function junitOfRun({ tasks }: Pick<RunReport, "tasks">): string {
  return junitOfAll("agent-pipeline", tasks.map(suiteOf));
}

function suiteOf({ task, evidence, problem, pullRequest }: ReportedTask): JunitSuite {
  const name = pullRequest === null ? task : `${task} (#${pullRequest})`;
  if (evidence === null) {
    const reason = { code: "internal_error" as const, message: problem ?? "Nothing was verified." };
    return { task: name, results: [], reasons: [reason], seconds: 0, output: "" };
  }
  const { results, reasons, seconds } = evidence;
  return {
    task: name,
    results: results.map(({ id, outcome, seconds: taken, message }) => {
      const place = reasons.find(({ test }) => test === id);
      return {
        id,
        outcome,
        seconds: taken,
        message,
        details: message,
        ...(place?.file !== undefined && { file: place.file }),
        ...(place?.line !== undefined && { line: place.line }),
      };
    }),
    reasons,
    seconds: seconds.total,
    output: "",
  };
}
