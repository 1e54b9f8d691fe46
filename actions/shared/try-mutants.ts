import type { Mutation, Reason } from "./core/evidence.ts";
import type { PossibleMutant } from "./core/syntax-report.ts";
import type { RunFindings } from "./core/test-findings.ts";
import { hasSurvived, probe, type ProbeOptions, STOP } from "./kill-stubs.ts";
import type { PytestSession } from "./ports/isolated-pytest.ts";

export interface TriedMutants {
  readonly mutation: Mutation;
  readonly reasons: readonly Reason[];
}

/** With fewer answers than these a share says nothing. */
const FEWEST_ANSWERS = 4;

/** Makes small changes to the code, one at a time, and counts how many of them a test notices. */
export async function tryMutants(
  session: PytestSession,
  sample: readonly PossibleMutant[],
  leastScore: number,
  options: ProbeOptions,
): Promise<TriedMutants> {
  const survivors: Mutation["survivors"] = [];
  let [killed, unknown] = [0, 0];
  for (const [position, mutant] of sample.entries()) {
    const { file, index, line, change } = mutant;
    if (options.now() > options.until) {
      unknown++;
      continue;
    }
    options.progress.step(`trying mutant ${position + 1} of ${sample.length}`, options.tests);
    const findings = await probe(session, { mutant: { file, index }, maxFailures: STOP }, options);
    if (isUnclear(findings)) unknown++;
    else if (hasSurvived(findings)) survivors.push({ file, line, change });
    else killed++;
  }
  const survived = survivors.length;
  const mutation = { mutants: sample.length, killed, survived, unknown, survivors };
  return { mutation, reasons: reasonsOf(mutation, leastScore) };
}

function isUnclear({ reasons }: RunFindings): boolean {
  return reasons.some(({ code }) => code === "timeout" || code === "resource_limit");
}

function reasonsOf({ killed, survived, survivors }: Mutation, leastScore: number): Reason[] {
  const answers = killed + survived;
  if (answers < FEWEST_ANSWERS || killed / answers >= leastScore) return [];
  const [first] = survivors;
  const example =
    first === undefined ? "" : `; for example ${first.file}:${first.line}: ${first.change}`;
  return [
    {
      code: "mutation_score_low",
      message: `Only ${killed} of ${answers} small changes to the code make a test fail, fewer than ${Math.round(leastScore * 100)} %${example}`,
      ...(first !== undefined && { file: first.file, line: first.line }),
    },
  ];
}
