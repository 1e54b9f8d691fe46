import type { Mutation } from "../evidence/evidence.ts";
import type { Reason } from "../evidence/reasons.ts";
import { answerOf, probe, type ProbeOptions, STOP } from "./probe.ts";
import type { PytestSession } from "./session.ts";
import type { PossibleMutant } from "./syntax-report.ts";

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
    const answer = answerOf(findings);
    if (answer === "noticed") killed++;
    else if (answer === "survived") survivors.push({ file, line, change });
    else unknown++;
  }
  const survived = survivors.length;
  const mutation = { mutants: sample.length, killed, survived, unknown, survivors };
  return { mutation, reasons: reasonsOf(mutation, leastScore) };
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
