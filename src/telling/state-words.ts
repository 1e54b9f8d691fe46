import type {
  ExampleResult,
  ItemResult,
  MutantResult,
  Outcome,
  ProbeOutcome,
} from "../evidence/evidence.ts";
import type { Attempt, Call, Stage } from "../task/manifest.ts";

// What single states are called where there is room for a word or two. None of them stands without its sign or colour,
// and none of those without the word.

export const VERDICT_STATES = {
  passed: "passed",
  failed: "failed",
  unproven: "unproven",
  none: "no evidence",
} as const;

export const TEST_STATES: Readonly<Record<Outcome, string>> = {
  passed: "passed",
  failed: "failed",
  error: "error",
  skipped: "skipped",
};

export const ITEM_STATES: Readonly<Record<ItemResult["state"] | "unknown", string>> = {
  shown: "shown",
  not_testable: "not shown by tests",
  uncovered: "not covered",
  unknown: "not looked at",
};

export const PROBE_STATES: Readonly<Record<ProbeOutcome, string>> = {
  killed: "noticed",
  survived: "not noticed",
  unknown: "gave no answer",
  set_aside: "set aside",
};

/** States of the mutation-testing-report-schema: what gave no answer, or was set aside, is no part of the score. */
export const SCHEMA_STATES: Readonly<
  Record<MutantResult["outcome"], "Killed" | "Survived" | "Ignored">
> = {
  killed: "Killed",
  survived: "Survived",
  unknown: "Ignored",
  set_aside: "Ignored",
};

export const EXAMPLE_STATES: Readonly<Record<ExampleResult["state"], string>> = {
  executed: "executed",
  literals: "by its values in the tests",
  unchecked: "not checked",
};

export const ATTEMPT_REASONS: Readonly<Record<Attempt["reason"], string>> = {
  new: "the story is new",
  changed: "the story was changed",
  requested: "somebody asked for it",
  unfinished: "the one before made nothing that could be written",
  feedback: "a run found the one before it wanting",
};

export const ATTEMPT_ENDINGS: Readonly<Record<Attempt["ended"], string>> = {
  proven: "proven by its own check",
  not_proven: "not proven by its own check",
  open: "left a question open",
  unchecked: "not checked where it was made",
  nothing: "made nothing that could be written",
};

export const ASKED: Readonly<Record<Stage, string>> = {
  design: "the author of the design",
  code: "the author of the code",
  tests: "the author of the tests",
};

export const CALL_OUTCOMES: Readonly<Record<Call["outcome"], string>> = {
  used: "used",
  asked_again: "asked again",
  refused: "not used",
};
