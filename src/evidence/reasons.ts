import * as z from "zod";

/** Why a verdict is not `passed`: closed, and in order of cause, so that a fault is reported once, by its first code. */
export const REASON_CODES = [
  "no_task_folder",
  "no_code",
  "no_tests",
  "policy_violation",
  "syntax_error",
  "collection_error",
  "dependency_refused",
  "dependency_failed",
  "example_failed",
  "test_failed",
  "test_error",
  "test_skipped",
  "missing_tests",
  "unexpected_tests",
  "duplicate_test",
  "report_missing",
  "report_invalid",
  "exit_mismatch",
  "canary_survived",
  "stub_survived",
  "mutation_score_low",
  "criterion_untested",
  "story_uncovered",
  "example_only",
  "test_overruled",
  "story_unclear",
  "example_missing",
  "partial_selection",
  "flaky",
  "timeout",
  "resource_limit",
  "isolation_unavailable",
  "conflict",
  "internal_error",
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** `passed`, `failed` (shown wrong) or `unproven` (nothing was shown). */
export const VERDICTS = ["passed", "failed", "unproven"] as const;
export type Verdict = (typeof VERDICTS)[number];

const text = z.string().max(4_000);

export const Reason = z.strictObject({
  code: z.enum(REASON_CODES),
  message: text,
  test: text.optional(),
  file: text.optional(),
  line: z.int().positive().optional(),
  /** The line of the story that it is about, and for an example what the story says and what the code gave. */
  item: text.optional(),
  expected: text.optional(),
  got: text.optional(),
});
export type Reason = z.infer<typeof Reason>;
