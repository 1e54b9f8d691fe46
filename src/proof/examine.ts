import type { Outcome } from "../evidence/evidence.ts";
import type { Reason } from "../evidence/reasons.ts";
import { makeCanary, type Random } from "./canary.ts";
import type { Progress } from "./progress.ts";
import type { CollectedTest, ReportedTest } from "./pytest-report.ts";
import { fileOfCanary, runWithCanary } from "./run-with-canary.ts";
import type { PytestSession, RunLimits } from "./session.ts";
import { parseSyntaxReport, type SyntaxReport } from "./syntax-report.ts";
import { findingsOfCollection, findingsOfSyntax } from "./test-findings.ts";

export interface ExaminationOptions {
  /** Paths of the task's Python files. */
  readonly pythonFiles: readonly string[];
  /** The first so many tests in collection order; 0 stands for all. */
  readonly maxTests: number;
  readonly limits: RunLimits;
  readonly random: Random;
  readonly progress: Progress;
}

/** What the tests of a task say about it. Empty `reasons`: every selected test passed, and the run could have failed. */
export interface Examination {
  readonly reasons: readonly Reason[];
  readonly expected: readonly CollectedTest[];
  readonly selected: readonly CollectedTest[];
  readonly results: readonly ReportedTest[];
  readonly canary: Outcome | "absent";
  /** What the files say; null when they could not be read. */
  readonly syntax: SyntaxReport | null;
  /** How long the tests ran. */
  readonly seconds: number;
  /** What the tests printed: untrusted. */
  readonly output: string;
}

const NOTHING: Examination = {
  reasons: [],
  expected: [],
  selected: [],
  results: [],
  canary: "absent",
  syntax: null,
  seconds: 0,
  output: "",
};

/** Reads the syntax, collects the tests apart, then runs them together with a test that must fail. */
export async function examineTests(
  session: PytestSession,
  { pythonFiles, maxTests, limits, random, progress }: ExaminationOptions,
): Promise<Examination> {
  progress.step("reading the syntax");
  const inspected = await session.inspect(pythonFiles, limits);
  const syntax = parseSyntaxReport(inspected.report);
  if (syntax === null) {
    if (inspected.ended.kind === "exit") {
      throw new Error(`The syntax of the files could not be read: ${inspected.output}`);
    }
    return {
      ...NOTHING,
      reasons: [
        { code: "resource_limit", message: "The files could not be read within the limits" },
      ],
    };
  }
  const atSyntax = findingsOfSyntax(syntax);
  if (atSyntax.length > 0) return { ...NOTHING, syntax, reasons: atSyntax };

  progress.step("collecting tests");
  // Every run has a file more than the task, this one as well.
  const written = syntax.tests.map(({ file, name }) => `${file}::${name}`);
  const canary = makeCanary(written.length === 0 ? pythonFiles : written, random);
  const collecting = await session.collect([fileOfCanary(canary)], limits);
  const { reasons, expected } = findingsOfCollection(collecting, syntax, canary);
  if (reasons.length > 0)
    return { ...NOTHING, syntax, reasons, expected, output: collecting.output };

  const selected = maxTests === 0 ? expected : expected.slice(0, maxTests);
  const ids = selected.map(({ id }) => id);
  progress.step("running tests", ids);
  const ran = await runWithCanary(session, {
    tests: ids,
    amidst: expected.map(({ id }) => id),
    limits,
    random,
  });
  return { ...ran, expected, selected, syntax };
}
