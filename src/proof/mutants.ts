import type { MutantResult } from "../evidence/evidence.ts";
import { isScoreLow, mutationAnswers, mutationScoreOf } from "../evidence/mutation-score.ts";
import type { Reason } from "../evidence/reasons.ts";
import { answerOf, OUTCOME_OF, probe, type ProbeOptions, STOP } from "./probe.ts";
import type { Reach } from "./reach.ts";
import type { PytestSession } from "./session.ts";
import type { PossibleMutant } from "./syntax-report.ts";

export interface TriedMutants {
  readonly mutants: readonly MutantResult[];
  /** Share of those with an answer that a test noticed; null without any. */
  readonly score: number | null;
  readonly reasons: readonly Reason[];
}

const NOT_REACHED = "no test reaches it";

/** So many of those that are set aside are listed. */
const LISTED = 200;

/** Those that no honest test can notice, each with its reason: they are no part of the score. */
export function setAside(mutants: readonly PossibleMutant[]): MutantResult[] {
  return mutants
    .flatMap(({ file, range, change, kind, aside }): MutantResult[] =>
      aside === null ? [] : [{ file, range, change, kind, outcome: "set_aside", why: aside }],
    )
    .slice(0, LISTED);
}

/** Makes small changes to the code, one at a time, and counts how many of them a test notices. */
export async function tryMutants(
  session: PytestSession,
  sample: readonly PossibleMutant[],
  leastScore: number,
  options: ProbeOptions & Pick<Reach, "isReached">,
): Promise<TriedMutants> {
  const mutants: MutantResult[] = [];
  for (const [position, mutant] of sample.entries()) {
    const { file, index, range, change, kind } = mutant;
    const known = { file, range, change, kind };
    if (!options.isReached(mutant)) {
      mutants.push({ ...known, outcome: "survived", why: NOT_REACHED });
      continue;
    }
    if (options.now() > options.until) {
      mutants.push({ ...known, outcome: "unknown" });
      continue;
    }
    options.progress.step(`trying mutant ${position + 1} of ${sample.length}`, options.tests);
    const findings = await probe(session, { mutant: { file, index }, maxFailures: STOP }, options);
    mutants.push({ ...known, outcome: OUTCOME_OF[answerOf(findings)] });
  }
  return { mutants, score: mutationScoreOf(mutants), reasons: reasonsOf(mutants, leastScore) };
}

function reasonsOf(mutants: readonly MutantResult[], leastScore: number): Reason[] {
  if (!isScoreLow(mutants, leastScore)) return [];
  const { killed, all: answers } = mutationAnswers(mutants);
  const survivors = mutants.filter(({ outcome }) => outcome === "survived");
  const [first] = survivors;
  const example =
    first === undefined ? "" : `; for example ${first.file}:${first.range[0]}: ${first.change}`;
  const unreached = survivors.filter(({ why }) => why === NOT_REACHED).length;
  const where = unreached === 0 ? "" : `; ${unreached} of them are where no test comes`;
  return [
    {
      code: "mutation_score_low",
      message: `Only ${killed} of ${answers} small changes to the code make a test fail, fewer than ${Math.round(leastScore * 100)} %${where}${example}`,
      ...(first !== undefined && { file: first.file, line: first.range[0] }),
    },
  ];
}
