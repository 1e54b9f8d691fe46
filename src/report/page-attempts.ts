import type { Judgement } from "../authoring/judgement.ts";
import { type Spent, sumOf } from "../authoring/spending.ts";
import type { Trial } from "../authoring/trial.ts";
import { code, joined, type Line, say, untrusted } from "../telling/blocks.ts";
import { spentWords } from "../telling/spent-words.ts";
import { ATTEMPT_ENDINGS, ATTEMPT_REASONS, CALL_OUTCOMES } from "../telling/state-words.ts";
import type { PageAsked, PageAttempt, PageStep, PageTrial, Tone } from "./page-data.ts";
import type { AttemptStep, ReportedAttempt, ReportedQuestion } from "./run-report.ts";
import { Versions } from "./version-changes.ts";

const FINDINGS = 40;
const TRIAL_TESTS = 200;

/** The attempts of one task in their order, each version held against the one before it. */
export function pageAttempts(attempts: readonly ReportedAttempt[]): PageAttempt[] {
  const versions = new Versions();
  return attempts.map(({ number, reason, ended, calls, steps }) => ({
    number,
    reason: ATTEMPT_REASONS[reason],
    ended: ATTEMPT_ENDINGS[ended],
    tone: ended === "proven" ? "good" : ended === "unchecked" ? "quiet" : "bad",
    took: spentWords(sumOf(calls)),
    steps: steps.map((step) => pageStep(step, versions)),
  }));
}

function pageStep(step: AttemptStep, versions: Versions): PageStep {
  const { because, questions, judgement, trial, contested } = step;
  return {
    because,
    asked: questions.map(pageAsked),
    ...foundBy(judgement, trial),
    trial: trial === null ? null : pageTrial(trial),
    contested: contested.map(({ setup, call, returns, raises, answers }) => ({
      call: [...setup, call].join("; "),
      says: returns ?? `raises ${raises ?? "an error"}`,
      answers,
    })),
    changes: questions.flatMap((question) => versions.changesBy(question)),
  };
}

function pageAsked(question: ReportedQuestion): PageAsked {
  const { stage, sample, round, call, faults, unanswered } = question;
  return {
    stage,
    sample,
    round,
    model: call.model,
    took: spentWords(spentOn(question)),
    outcome: unanswered ?? CALL_OUTCOMES[call.outcome],
    faults,
  };
}

function spentOn({ call: { tokens, costUsd } }: ReportedQuestion): Spent {
  return { tokens, costUsd };
}

function foundBy(
  judgement: Judgement | null,
  trial: Trial | null,
): Pick<PageStep, "found" | "tone" | "findings"> {
  if (judgement === null) {
    return trial === null
      ? { found: say`not judged`, tone: "quiet", findings: [] }
      : {
          found: say`every test was run on every code, to find out who is wrong`,
          tone: "open",
          findings: [],
        };
  }
  if (judgement.kind === "not_judged") {
    return { found: say`not checked here: ${judgement.why}`, tone: "quiet", findings: [] };
  }
  const { findings, worth } = judgement;
  const tests = say`${worth.passed} of ${worth.passed + worth.failed} tests passed`;
  if (findings.length === 0) return { found: say`proven; ${tests}`, tone: "good", findings: [] };
  const codes = [...new Set(findings.map((finding) => finding.code))];
  const shown: Line[] = findings.slice(0, FINDINGS).map(({ code: name, ...finding }) => {
    const { item, test, says, call, expected, got } = finding;
    const parts = [item, test, says, call].filter((part) => part !== null);
    const values = [
      ...(expected === null ? [] : [say`expected ${untrusted(expected)}`]),
      ...(got === null ? [] : [say`got ${untrusted(got)}`]),
    ];
    const where = parts.map((part) => say`${untrusted(part, 1_000)}`);
    return say`${code(name)}: ${joined([...where, ...values], say`, `)}`;
  });
  const left = findings.length - shown.length;
  return {
    found: say`${joined(
      codes.map((each) => say`${code(each)}`),
      say`, `,
    )}; ${tests}`,
    tone: "bad" satisfies Tone,
    findings: left === 0 ? shown : [...shown, say`… and ${left} more`],
  };
}

function pageTrial({ codes, tests }: Trial): PageTrial {
  const differing = tests.filter(({ outcomes }) => new Set(outcomes).size > 1);
  return {
    codes: codes.length,
    agreement: codes.map(({ agreement }) => agreement),
    alike: tests.length - differing.length,
    tests: differing.slice(0, TRIAL_TESTS).map(({ suite, id, outcomes }) => [suite, id, outcomes]),
  };
}
