import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { REASON_CODES, type ReasonCode } from "../../../src/evidence/reasons.ts";
import { GALLERY } from "./gallery.ts";
import { codesOf, tasks, TestRepository, verify, type Verification } from "./support.ts";

const repository = new TestRepository();
const taskOf = (index: number): string => `exhibit-${index}`;
let verification: Verification;

beforeAll(async () => {
  repository.commit(
    tasks(Object.fromEntries(GALLERY.map(({ files }, index) => [taskOf(index), files]))),
  );
  verification = await verify(repository, { entry: "gallery", mutants: "12" });
});

afterAll(() => repository.remove());

/** Shown in faults.test.ts and dependencies.test.ts: they are faults of the world, or need inputs of their own. */
const ELSEWHERE: readonly ReasonCode[] = [
  "no_task_folder",
  "dependency_failed",
  "partial_selection",
  "flaky",
  "timeout",
  "resource_limit",
  "isolation_unavailable",
  "conflict",
  "internal_error",
  // examples.test.ts
  "example_failed",
  "story_uncovered",
  "example_only",
  "test_overruled",
  "story_unclear",
];

/** Reasons that show something wrong; all others show nothing. By design, not by the code that is tested here. */
const FAILED: ReadonlySet<string> = new Set([
  "no_code",
  "no_tests",
  "policy_violation",
  "syntax_error",
  "collection_error",
  "dependency_refused",
  "example_failed",
  "test_failed",
  "test_error",
  "timeout",
  "resource_limit",
]);

test("every reason code has a task that gets it", () => {
  const shown = new Set([...GALLERY.flatMap(({ reasons }) => reasons), ...ELSEWHERE]);
  expect(REASON_CODES.filter((code) => !shown.has(code))).toEqual([]);
});

describe("a task does not pass", () => {
  test.each(GALLERY.map((exhibit, index) => ({ ...exhibit, task: taskOf(index) })))(
    "when $when: $reasons",
    ({ task, reasons, orElse, says }) => {
      const evidence = verification.evidence.get(task);
      expect([reasons, orElse ?? reasons]).toContainEqual(codesOf(evidence));
      expect(evidence?.reasons[0]?.message).toContain(says ?? "");
      const isFailed = codesOf(evidence).some((code) => FAILED.has(code));
      expect(evidence?.verdict).toBe(isFailed ? "failed" : "unproven");
      expect(verification.outcome.failed).toContain(task);
    },
  );
});
