import type { ReasonCode } from "../evidence/reasons.ts";
import { assertNever } from "../foundation/errors.ts";
import type { Stage } from "../task/manifest.ts";
import type { Finding, Judged } from "./judgement.ts";

/** Who has to answer for what the judge found. */
type Answerable =
  | "design"
  /** The author of the file that is named. */
  | "author"
  /** Code, but first whoever wrote the example as a call. */
  | "example"
  /** Tests are missing, or are too weak: more of them. */
  | "more tests"
  /** Tests that never counted. */
  | "other tests"
  | "chance"
  /** Code where an example alone shows it, or else whoever is wrong. */
  | "run"
  /** Not to be told without asking others. */
  | "unknown"
  | "person"
  /** Nobody can mend it here: the matrix judges. */
  | "nobody";

/** Total over the closed list of reasons, so that a new one has to say whom it is for. `docs/verdicts.md` shows it. */
export const ANSWERABLE: Readonly<Record<ReasonCode, Answerable>> = {
  story_uncovered: "design",
  no_code: "author",
  policy_violation: "author",
  syntax_error: "author",
  collection_error: "author",
  dependency_refused: "author",
  example_failed: "example",
  no_tests: "other tests",
  test_skipped: "other tests",
  missing_tests: "other tests",
  unexpected_tests: "other tests",
  duplicate_test: "other tests",
  canary_survived: "other tests",
  stub_survived: "more tests",
  mutation_score_low: "more tests",
  criterion_untested: "more tests",
  example_missing: "more tests",
  example_only: "more tests",
  flaky: "chance",
  timeout: "run",
  resource_limit: "run",
  report_missing: "run",
  report_invalid: "run",
  exit_mismatch: "run",
  test_failed: "unknown",
  test_error: "unknown",
  test_overruled: "person",
  story_unclear: "person",
  dependency_failed: "nobody",
  isolation_unavailable: "nobody",
  internal_error: "nobody",
  conflict: "nobody",
  no_task_folder: "nobody",
  partial_selection: "nobody",
};

/** Which is seen to first, where several were found: what hides the others comes before them. */
const ORDER: readonly Answerable[] = [
  "nobody",
  "design",
  "author",
  "other tests",
  "example",
  "chance",
  "run",
  "unknown",
  "more tests",
  "person",
];

/**
 * `mend`: the author has their work and what was found. `add`: new tests beside those that are there. `fresh`: the same
 * question as at first; the author sees nothing of what failed.
 */
export type Manner = "mend" | "add" | "fresh";

export type Next =
  | { readonly kind: "proven" }
  | { readonly kind: "leave"; readonly findings: readonly Finding[] }
  /** What keeps it from being proven is for a person. */
  | { readonly kind: "person"; readonly findings: readonly Finding[] }
  | {
      readonly kind: "ask";
      readonly stage: Stage;
      readonly manner: Manner;
      readonly cause: ReasonCode;
      readonly findings: readonly Finding[];
    }
  /** An example whose line is no call is written as a call once more, blind. */
  | { readonly kind: "map"; readonly findings: readonly Finding[] }
  | { readonly kind: "cross_examine"; readonly findings: readonly Finding[] }
  /** Code that was written thrice fails the same example, and passes all others. */
  | { readonly kind: "question"; readonly findings: readonly Finding[] }
  | { readonly kind: "stop"; readonly findings: readonly Finding[] };

/** What was asked before about this task, in this attempt and those that it goes on from. */
export interface History {
  readonly fingerprints: ReadonlySet<string>;
  /** How often work was mended or added to, by stage and cause: `code example_failed`. */
  readonly mended: ReadonlyMap<string, number>;
  /** How often a stage was begun anew. */
  readonly begunAnew: Readonly<Record<Stage, number>>;
  /** Lines whose examples were written as calls once more, and lines that are calls themselves. */
  readonly mapped: ReadonlySet<string>;
  readonly crossExaminations: number;
  /** For each version of the code that was made blind: the lines of the examples that it failed; null where it was not asked. */
  readonly blindFailures: readonly (readonly string[] | null)[];
}

/** Two repairs of a kind, then a fresh start. */
export const REPAIRS_OF_A_KIND = 2;
/** So many further versions of a stage. Three codes say more than two; a design binds both authors, and is mended once. */
export const FRESH_STARTS: Readonly<Record<Stage, number>> = { design: 0, code: 2, tests: 2 };
const CROSS_EXAMINATIONS = 2;
const BLIND_CODES = 3;

/** From what the judge found to the next question. Pure: the same findings and history give the same answer. */
export function nextQuestion({ findings, fingerprint }: Judged, history: History): Next {
  if (findings.length === 0) return { kind: "proven" };
  const found = (answerable: Answerable): Finding[] =>
    findings.filter(({ code }) => ANSWERABLE[code] === answerable);
  const first = ORDER.find((answerable) => found(answerable).length > 0)!;
  const its = found(first);
  const isAgain = fingerprint !== null && history.fingerprints.has(fingerprint);
  const ask = asking(history, isAgain);
  switch (first) {
    case "nobody":
      return { kind: "leave", findings: its };
    case "person":
      return { kind: "person", findings: its };
    case "design":
      return ask("design", "mend", its);
    case "author":
      return ofAuthors(its, ask);
    case "other tests":
      return ask("tests", "mend", its);
    case "example":
      return ofExamples(its, history, ask);
    case "chance":
      return its.some(({ of }) => of === "code")
        ? ask(
            "code",
            "mend",
            its.filter(({ of }) => of === "code"),
          )
        : ask("tests", "fresh", its);
    case "run":
      // The examples were asked and answered: then it is not known who does not come to an end.
      return found("example").length > 0
        ? ask("code", "mend", found("example"))
        : crossExamined(its, history);
    case "unknown":
      return crossExamined(its, history);
    case "more tests": {
      const ofCode = its.filter(({ of }) => of === "code");
      return ofCode.length > 0 ? ask("code", "mend", ofCode) : ask("tests", "add", its);
    }
    default:
      return assertNever(first);
  }
}

type Ask = (stage: Stage, manner: Manner, findings: readonly Finding[]) => Next;

function asking({ mended, begunAnew }: History, isAgain: boolean): Ask {
  return (stage, manner, findings) => {
    const cause = findings[0]!.code;
    const times = mended.get(mendingOf(stage, cause)) ?? 0;
    const isSpent = manner === "fresh" || isAgain || times >= REPAIRS_OF_A_KIND;
    if (!isSpent && !(stage === "design" && times > 0)) {
      return { kind: "ask", stage, manner, cause, findings };
    }
    if (begunAnew[stage] >= FRESH_STARTS[stage]) return { kind: "stop", findings };
    return { kind: "ask", stage, manner: "fresh", cause, findings };
  };
}

export function mendingOf(stage: Stage, cause: ReasonCode): string {
  return `${stage} ${cause}`;
}

/** One author at a time, code first: tests cannot be judged without it. */
function ofAuthors(findings: readonly Finding[], ask: Ask): Next {
  for (const stage of ["design", "code", "tests"] as const) {
    const its = findings.filter(({ of }) => of === stage);
    if (its.length > 0) return ask(stage, "mend", its);
  }
  const isOfCode = findings.every(({ code }) => code === "no_code");
  return ask(isOfCode ? "code" : "tests", "mend", findings);
}

function ofExamples(findings: readonly Finding[], history: History, ask: Ask): Next {
  const unmapped = findings.filter(({ item }) => item !== null && !history.mapped.has(item));
  if (unmapped.length > 0) return { kind: "map", findings: unmapped };
  const next = ask("code", "mend", findings);
  if (next.kind !== "stop") return next;
  const { blindFailures } = history;
  const asked = blindFailures.filter((lines) => lines !== null);
  const failed = findings.flatMap(({ item }) => item ?? []);
  const isSame = asked.every(
    (lines) => lines.length === failed.length && failed.every((line) => lines.includes(line)),
  );
  return asked.length >= BLIND_CODES && isSame && failed.length > 0
    ? { kind: "question", findings }
    : next;
}

function crossExamined(findings: readonly Finding[], { crossExaminations }: History): Next {
  return crossExaminations < CROSS_EXAMINATIONS
    ? { kind: "cross_examine", findings }
    : { kind: "stop", findings };
}
