import type { ReasonCode, Verdict } from "./reasons.ts";

export interface ReasonMeaning {
  /** `failed`: something is shown to be wrong. `unproven`: nothing is shown. */
  readonly verdict: Exclude<Verdict, "passed">;
  readonly cause: string;
  readonly advice: string;
}

/** What each reason means and what to do about it. `docs/verdicts.md` is made from this list. */
export const REASON_MEANINGS = {
  no_task_folder: {
    verdict: "unproven",
    cause: "The candidate holds no folder `generated/<task>/`.",
    advice: "Check the task id; if the folder was deleted on purpose, nothing is to be verified.",
  },
  no_code: {
    verdict: "failed",
    cause: "There is no Python code below `src/`.",
    advice: "Put the code into `src/`, at the paths that the design names.",
  },
  no_tests: {
    verdict: "failed",
    cause: "There is no test below `tests/`, or pytest collects none.",
    advice:
      "Write tests in `tests/test_story.py`, as functions named `test_…` or methods of classes named `Test…`.",
  },
  policy_violation: {
    verdict: "failed",
    cause:
      "A file changes how Python or pytest start, is no plain file, too large or broken, or shows itself as other text; a test has a form that hides what it does; the code runs text from a file, or its own tests, or does what the story forbids; or the design does not keep to the story.",
    advice: "Remove or rewrite what the message names. Nothing of the task was run.",
  },
  syntax_error: {
    verdict: "failed",
    cause: "A Python file does not parse.",
    advice: "Mend the line that the message names. Nothing of the task was run.",
  },
  collection_error: {
    verdict: "failed",
    cause:
      "pytest cannot import a test file: most often the tests import a module or a name that the code does not have.",
    advice: "Let tests import exactly what the design states, and code define it.",
  },
  dependency_refused: {
    verdict: "failed",
    cause: "The task asks for a package that the repository does not allow.",
    advice:
      "Use the standard library, or add the package to the allowed dependencies of `.github/agent-pipeline.yml` on the base branch.",
  },
  dependency_failed: {
    verdict: "unproven",
    cause: "The environment for the tests could not be made.",
    advice: "Read what pip or Python says; the package index may be down, or have no wheel.",
  },
  example_failed: {
    verdict: "failed",
    cause: "The code gives another answer to an example of the story than the story does.",
    advice: "Mend the code; or the story, if the example itself is wrong.",
  },
  test_failed: {
    verdict: "failed",
    cause: "A test failed.",
    advice: "Mend the code; or the test, if it says something else than the story.",
  },
  test_error: {
    verdict: "failed",
    cause: "A fixture, or the setup or teardown of a test, failed.",
    advice: "Mend the fixture that the message names.",
  },
  test_skipped: {
    verdict: "unproven",
    cause: "A test was skipped, or is marked as expected to fail.",
    advice: "Remove the mark or the condition; a test that does not run shows nothing.",
  },
  missing_tests: {
    verdict: "unproven",
    cause: "A test that is written, or that was collected, was not run.",
    advice:
      "Look for what leaves tests out or ends the run early: `pytest.exit`, `__test__`, a name defined again.",
  },
  unexpected_tests: {
    verdict: "unproven",
    cause: "A test was reported that is not written in the test files.",
    advice:
      "Write every test as a function or method; do not make tests while the file is imported.",
  },
  duplicate_test: {
    verdict: "unproven",
    cause:
      "Two tests have one name, so that one of them is never run; or a test was reported twice.",
    advice: "Give each test a name of its own.",
  },
  report_missing: {
    verdict: "unproven",
    cause: "Python ended before every test was reported: a crash, or a call that ends the process.",
    advice:
      "Look for `os._exit`, for a crash in a C extension, and at the last test that the message names.",
  },
  report_invalid: {
    verdict: "unproven",
    cause: "The report of the run is not one that pytest makes.",
    advice:
      "Tests must not touch pytest's own objects, nor write to descriptors that they did not open.",
  },
  exit_mismatch: {
    verdict: "unproven",
    cause: "The exit code of the run does not fit its report.",
    advice: "Look for what changes the exit code: `atexit`, `os._exit`, pytest's session object.",
  },
  canary_survived: {
    verdict: "unproven",
    cause: "A test that must fail, added by verify, did not fail.",
    advice:
      "Something in the tests makes failures pass. Remove it; no green result of this suite means anything.",
  },
  stub_survived: {
    verdict: "unproven",
    cause:
      "A function or class can be replaced by one that does nothing, and no test fails; or there was no time to try.",
    advice:
      "Write a test that compares what it returns with a value that stands in the test; or raise `stub-seconds`.",
  },
  mutation_score_low: {
    verdict: "unproven",
    cause: "Too many small changes to the code are noticed by no test.",
    advice:
      "Write tests for the lines that the evidence lists as survivors, first for those that no test reaches.",
  },
  criterion_untested: {
    verdict: "unproven",
    cause: "A criterion of the design has no passing test that carries its mark.",
    advice: 'Mark the test that shows it with `@pytest.mark.criterion("AC-…")`.',
  },
  story_uncovered: {
    verdict: "unproven",
    cause:
      "A line of the story is the source of no criterion, and does not stand in `notTestable` for a reason that fits it.",
    advice:
      "Add a criterion that quotes the line word for word, and a test that shows it; or write the story without it.",
  },
  example_only: {
    verdict: "unproven",
    cause:
      "A function is called by the tests with the story's own examples and hardly anything else, so that a table of them would pass.",
    advice:
      "Call it with at least three inputs that stand nowhere in the story, each compared with a value that stands in the test.",
  },
  test_overruled: {
    verdict: "unproven",
    cause: "A test contradicted its story in two independent derivations, and was taken away.",
    advice:
      "Read the test and both answers in `meta/manifest.json`: a person decides whether it was wrong.",
  },
  story_unclear: {
    verdict: "unproven",
    cause:
      "The story leaves open what has to come of an input; `meta/manifest.json` holds the question.",
    advice: "Answer it by a line in the story; the next run starts from there.",
  },
  example_missing: {
    verdict: "unproven",
    cause:
      "A value of one of the story's own examples, or a text that it quotes or an exception that it names elsewhere, reaches no assertion in the tests of its criterion.",
    advice:
      "Give the code the story's input, and compare what it returns for equality with the story's output, both word for word. Of a quoted text or an exception, write a test that fails without it.",
  },
  partial_selection: {
    verdict: "unproven",
    cause: "Only some of the tests were run, because `max-tests` asked for it. They passed.",
    advice: "Run again without `max-tests` before a merge.",
  },
  flaky: {
    verdict: "unproven",
    cause:
      "The same tests on the same code passed once and failed once: in another order, with another hash seed, or with the code in another layout.",
    advice:
      "Look for time, randomness, order of tests, order of sets and state that tests share; and for tests that read the code as text.",
  },
  timeout: {
    verdict: "failed",
    cause: "The time of a run was over.",
    advice:
      "Look for an endless loop in the test that the message names; or raise `timeout-seconds`.",
  },
  resource_limit: {
    verdict: "failed",
    cause: "The run used more memory, processor time, processes, disk or output than it may.",
    advice: "Make the test smaller; or raise `task-seconds` where the message names it.",
  },
  isolation_unavailable: {
    verdict: "unproven",
    cause: "The machine offers no way to isolate the tests.",
    advice:
      "Run on a hosted Ubuntu runner (verify uses `sudo` there), as root, or where the kernel lets users make namespaces.",
  },
  conflict: {
    verdict: "unproven",
    cause: "Head and base both changed the task, or a file that it depends on, in different ways.",
    advice: "Merge the target branch into this one and resolve it there.",
  },
  internal_error: {
    verdict: "unproven",
    cause: "verify itself failed.",
    advice: "Run again; if it happens again, please report it with the message.",
  },
} as const satisfies Readonly<Record<ReasonCode, ReasonMeaning>>;
