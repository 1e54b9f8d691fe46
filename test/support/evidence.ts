import { parseConfig, verifySettingsDigest } from "../../src/config/config.ts";
import {
  EVIDENCE_SCHEMA,
  type Evidence,
  type ExampleResult,
  type MutantResult,
  type StubResult,
} from "../../src/evidence/evidence.ts";
import type { Reason } from "../../src/evidence/reasons.ts";
import { inputsDigestOf, type VerificationInputs } from "../../src/evidence/verification-inputs.ts";
import type { Commits } from "../../src/git/commits.ts";
import { isTaskId } from "../../src/task/task-id.ts";

export const someInputs = (overrides: Partial<VerificationInputs> = {}): VerificationInputs => ({
  task: "1".repeat(40),
  shared: { "requirements.txt": null, "test-requirements.txt": null },
  config: verifySettingsDigest(parseConfig(null)),
  python: "3.12.3",
  pytest: "9.2.0",
  verify: "0.1.0",
  selection: "all",
  mutants: 0,
  reruns: 0,
  isolation: "namespaces",
  ...overrides,
});

const oneCommit: Commits = {
  head: "a".repeat(40),
  base: "b".repeat(40),
  mergeBase: "c".repeat(40),
};

export const stubResult = (overrides: Partial<StubResult> = {}): StubResult => ({
  name: "price",
  file: "src/price.py",
  range: [1, 1, 2, 20],
  kind: "nothing",
  outcome: "killed",
  ...overrides,
});

export const mutantResult = (overrides: Partial<MutantResult> = {}): MutantResult => ({
  file: "src/price.py",
  range: [7, 8, 7, 13],
  change: "`a < b` → `a <= b`",
  kind: "boundary",
  outcome: "killed",
  ...overrides,
});

export const exampleResult = (overrides: Partial<ExampleResult> = {}): ExampleResult => ({
  state: "literals",
  call: null,
  expected: null,
  got: null,
  why: null,
  ...overrides,
});

/** Evidence that one test passed. What is overridden need not fit the rest: a contradiction is up to the test. */
export function passedEvidence(
  task: string,
  overrides: Partial<Evidence> & { readonly commits?: Commits } = {},
): Evidence {
  const { commits = oneCommit, ...fields } = overrides;
  const inputs = fields.inputs === undefined ? someInputs() : fields.inputs;
  if (!isTaskId(task)) throw new Error(`${task} is no task id`);
  return {
    schema: EVIDENCE_SCHEMA,
    task,
    run: { id: "7", attempt: 1 },
    ...commits,
    inputs,
    inputsDigest: inputs === null ? null : inputsDigestOf(inputs),
    isolation: "namespaces",
    verdict: "passed",
    reasons: [],
    fingerprint: null,
    tests: { expected: 1, selected: 1, passed: 1, failed: 0, errors: 0, skipped: 0, flaky: 0 },
    results: [
      {
        id: "tests/test_story.py::test_it",
        outcome: "passed",
        seconds: 0.01,
        criteria: ["AC-1"],
        message: null,
      },
    ],
    canary: { outcome: "failed" },
    stubs: [stubResult()],
    vacuousTests: [],
    unreached: null,
    mutants: null,
    mutationScore: null,
    items: null,
    criteria: null,
    rules: null,
    replay: null,
    replayDifferences: [],
    seconds: { total: 1, tests: 0.01, stubs: 0.1, mutants: null },
    ...fields,
  };
}

/** The same, for a task whose one test failed, or that has another reason. */
export function notPassedEvidence(
  task: string,
  overrides: Parameters<typeof passedEvidence>[1] & { readonly reason?: Reason } = {},
): Evidence {
  const { reason = { code: "test_failed", message: "assert 1 == 2" }, ...fields } = overrides;
  return passedEvidence(task, {
    verdict: reason.code === "partial_selection" ? "unproven" : "failed",
    reasons: [reason],
    ...fields,
  });
}
