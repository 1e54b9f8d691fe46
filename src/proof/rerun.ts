import type { Reason, ReasonCode } from "../evidence/reasons.ts";
import type { Random } from "./canary.ts";
import type { Examination } from "./examine.ts";
import type { OtherSeeds } from "./other-seeds.ts";
import type { Progress } from "./progress.ts";
import type { ReportedTest } from "./pytest-report.ts";
import { runWithCanary } from "./run-with-canary.ts";
import type { RunLimits } from "./session.ts";
import { shuffled } from "./shuffled.ts";
import type { RunFindings } from "./test-findings.ts";

export interface RerunOptions {
  readonly times: number;
  readonly limits: RunLimits;
  readonly random: Random;
  readonly others: OtherSeeds;
  readonly progress: Progress;
}

export interface Reruns {
  /** The reasons of the examination, with those of tests that did not repeat replaced. */
  readonly reasons: readonly Reason[];
  /** Ids of tests that passed once and failed once. */
  readonly flaky: readonly string[];
}

/**
 * Runs the tests again, with other hash seeds and in other orders, and tells what repeats from what does not. A rerun
 * that cannot be made is a reason as well: the evidence says how many there were.
 */
export async function rerunTests(
  { reasons, results, selected }: Examination,
  options: RerunOptions,
): Promise<Reruns> {
  const ids = selected.map(({ id }) => id);
  const flaky = new Map<string, Reason>();
  const others: Reason[] = [];
  const outcomes = new Map(results.map(({ id, outcome }) => [id, outcome]));
  // Of many reasons of one kind only some are listed, and in another order others: what became of a test says the same.
  const isKnown = ({ code, test }: Reason): boolean => {
    const ofCode = reasons.filter((reason) => reason.code === code);
    if (ofCode.length === 0 || test === undefined) return ofCode.some((it) => it.test === test);
    const outcome = outcomes.get(test) ?? "missing";
    return CODES[outcome] === code || ofCode.some((reason) => reason.test === test);
  };
  for (let time = 1; time <= options.times; time++) {
    options.progress.step(`running tests again, ${time} of ${options.times}`, ids);
    const again = await onceMore(ids, time, options);
    if (again.kind === "unavailable") {
      others.push(again.reason);
      break;
    }
    for (const first of results) {
      const second = again.findings.results.find(({ id }) => id === first.id);
      if (second !== undefined && second.outcome !== first.outcome) {
        flaky.set(first.id, reasonOf(first, second));
      }
    }
    const fresh = again.findings.reasons.filter((reason) => !isKnown(reason));
    others.push(
      ...fresh.filter(({ test }) => test === undefined || !flaky.has(test)).map(notAtFirst),
    );
  }
  const repeated = reasons.filter(({ test }) => test === undefined || !flaky.has(test));
  return {
    reasons: [...repeated, ...flaky.values(), ...others.slice(0, 1)],
    flaky: [...flaky.keys()],
  };
}

/** The reason for what became of a test; none where it passed. */
const CODES: Readonly<Record<ReportedTest["outcome"] | "missing", ReasonCode | null>> = {
  passed: null,
  failed: "test_failed",
  error: "test_error",
  skipped: "test_skipped",
  missing: "missing_tests",
};

type Again =
  | { readonly kind: "run"; readonly findings: RunFindings }
  | { readonly kind: "unavailable"; readonly reason: Reason };

/** Such as a test that is not run any more, or the end of the time. */
function notAtFirst({ code, message, ...place }: Reason): Reason {
  return {
    ...place,
    code: "flaky",
    message: `Not at first, but with another hash seed and in another order (${code}): ${message}`,
  };
}

async function onceMore(
  ids: readonly string[],
  time: number,
  { limits, random, others }: RerunOptions,
): Promise<Again> {
  const opened = await others.session(time);
  if (opened.kind === "unavailable") {
    const message = `The tests could not be run again: ${opened.tried.join("; ")}`;
    return { kind: "unavailable", reason: { code: "isolation_unavailable", message } };
  }
  try {
    const tests = shuffled(ids, random);
    return {
      kind: "run",
      findings: await runWithCanary(opened.session, { tests, limits, random }),
    };
  } finally {
    await others.close(time);
  }
}

function reasonOf(first: ReportedTest, second: ReportedTest): Reason {
  const said = (first.outcome === "passed" ? second : first).message;
  return {
    code: "flaky",
    message: `${first.id}: ${first.outcome} at first, ${second.outcome} with another hash seed and in another order${said === null ? "" : `: ${said}`}`,
    test: first.id,
  };
}
