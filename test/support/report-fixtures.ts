import type { Evidence, MutantResult, TestResult } from "../../src/evidence/evidence.ts";
import { mutationScoreOf } from "../../src/evidence/mutation-score.ts";
import { REASON_MEANINGS } from "../../src/evidence/reason-meanings.ts";
import type { Reason, ReasonCode } from "../../src/evidence/reasons.ts";
import { reportedStories, reportedTask } from "../../src/report/read-task.ts";
import type {
  ReportedDecision,
  ReportedTask,
  RunReport,
  Timing,
} from "../../src/report/run-report.ts";
import { isTaskId, type TaskId } from "../../src/task/task-id.ts";
import { exampleResult, passedEvidence, stubResult } from "./evidence.ts";
import { sampleFolder } from "./sample-folders.ts";

// Runs as a page may have to show them, made of the samples that the repository holds.

const HEAD = "a".repeat(40);

export function taskId(task: string): TaskId {
  if (!isTaskId(task)) throw new Error(`${task} is no task id`);
  return task;
}

export function runReport(overrides: Partial<RunReport> = {}): RunReport {
  return {
    run: {
      id: "7",
      attempt: 1,
      url: "https://github.com/acme/shop/actions/runs/7",
      repository: "acme/shop",
      server: "https://github.com",
      version: "0.1.0",
      isDryRun: false,
    },
    decisions: [],
    stories: [],
    tasks: [],
    leftOut: [],
    timings: [],
    gaps: [],
    ...overrides,
  };
}

export function decision(
  tasks: readonly TaskId[],
  overrides: Partial<ReportedDecision> = {},
): ReportedDecision {
  return {
    pullRequest: 12,
    head: HEAD,
    title: "Generate parking_fee",
    decision: { kind: "merge", reasons: [] },
    next: null,
    base: "b".repeat(40),
    mergeSha: "d".repeat(40),
    tasks,
    ...overrides,
  };
}

/** A sample with evidence that fits its files; `overrides` of it need not. */
export function sampleTask(
  sample: string,
  overrides: Partial<Evidence> = {},
  task: Partial<ReportedTask> = {},
): ReportedTask {
  const id = taskId(sample);
  const folder = sampleFolder(id);
  const known = {
    task: id,
    pullRequest: 12,
    head: HEAD,
    isProven: (overrides.verdict ?? "passed") === "passed",
    evidence: null,
    problem: null,
  };
  const plain = reportedTask(known, folder);
  const evidence = sampleEvidence(plain, overrides);
  return { ...reportedTask({ ...known, evidence }, folder), ...task };
}

function sampleEvidence(task: ReportedTask, overrides: Partial<Evidence>): Evidence {
  const results = resultsOf(task);
  const mutants = mutantsOf(task);
  const count = results.length;
  const passed = results.filter(({ outcome }) => outcome === "passed").length;
  return passedEvidence(task.task, {
    tests: { expected: count, selected: count, passed, failed: 0, errors: 0, skipped: 0, flaky: 0 },
    results,
    stubs: task.files
      .filter(({ kind }) => kind === "code")
      .flatMap(({ path, text }) =>
        [...text.matchAll(/^def (?<name>[a-z]\w*)/gmu)].map((found) => {
          const line = text.slice(0, found.index).split("\n").length;
          const name = found.groups?.["name"] ?? "";
          return stubResult({ file: path, name, range: [line, 1, line + 1, 10] });
        }),
      ),
    mutants,
    mutationScore: mutationScoreOf(mutants),
    items: task.items.map(({ line, criteria }) => ({
      line,
      criteria: [...criteria],
      state: criteria.length > 0 ? ("shown" as const) : ("not_testable" as const),
    })),
    criteria: Object.fromEntries(
      (task.design?.criteria ?? []).map(({ id, source }) => [
        id,
        {
          tests: results.filter(({ criteria }) => criteria.includes(id)).map((test) => test.id),
          example: /→|=>|returns|->/u.test(source)
            ? exampleResult({ state: "executed", call: callIn(task, source), expected: "600" })
            : null,
        },
      ]),
    ),
    rules: "present",
    replay: "same",
    seconds: { total: 8.4, tests: 0.4, stubs: 1.9, mutants: 4.1 },
    ...overrides,
  });
}

function callIn({ task }: ReportedTask, source: string): string {
  return `${task}(${/\d+/u.exec(source)?.[0] ?? ""})`;
}

/** As the marks in the tests say it. */
function resultsOf({ files }: ReportedTask): TestResult[] {
  return files
    .filter(({ kind }) => kind === "tests")
    .flatMap(({ path, text }) => {
      let criteria: string[] = [];
      return text.split("\n").flatMap((line): TestResult[] => {
        if (line.startsWith("@pytest.mark.criterion")) {
          criteria = [...line.matchAll(/AC-\d+/gu)].map(([id]) => id);
        }
        const name = /^def (?<name>test_\w+)/u.exec(line)?.groups?.["name"];
        if (name === undefined) return [];
        const id = `${path}::${name}`;
        return [{ id, outcome: "passed", seconds: 0.004, criteria, message: null }];
      });
    });
}

/** Those that the sample's own check has tried. */
function mutantsOf({ attempts }: ReportedTask): MutantResult[] {
  const judgement = attempts.at(-1)?.steps.at(-1)?.judgement;
  const killed = judgement?.kind === "judged" ? (judgement.worth.killed ?? []) : [];
  return killed.flatMap((name): MutantResult[] => {
    const found = /^(.+):(\d+)-(\d+)-(\d+)-(\d+):(\w+)$/u.exec(name);
    if (found === null) return [];
    const [, file = "", ...rest] = found;
    const [a = 1, b = 1, c = 1, d = 1] = rest.slice(0, 4).map(Number);
    const kind = rest[4] ?? "statement";
    return [{ file, range: [a, b, c, d], kind, change: "`a < b` → `a <= b`", outcome: "killed" }];
  });
}

const MAIN = "tests/test_story.py";

/** A task that is refused for one reason, with what such evidence has beside it. */
export function refusedTask(code: ReasonCode, reason: Partial<Reason> = {}): ReportedTask {
  const { verdict, cause } = REASON_MEANINGS[code];
  const whole = sampleTask("parking_fee");
  const evidence = whole.evidence!;
  const test = evidence.results[3]!.id;
  const item = evidence.items?.[2]?.line ?? "";
  const failed = evidence.results.map((result) =>
    result.id === test ? { ...result, outcome: "failed" as const, message: FAILURE } : result,
  );
  const special: Partial<Record<ReasonCode, Partial<Evidence>>> = {
    test_failed: {
      results: failed,
      tests: { ...evidence.tests, passed: evidence.tests.passed - 1, failed: 1 },
      stubs: null,
      mutants: null,
      mutationScore: null,
    },
    example_failed: {
      criteria: Object.fromEntries(
        Object.entries(evidence.criteria ?? {}).map(([id, criterion]) => [
          id,
          criterion.example?.call === "parking_fee(61)"
            ? { ...criterion, example: { ...criterion.example, expected: "400", got: "500" } }
            : criterion,
        ]),
      ),
    },
    stub_survived: { stubs: evidence.stubs!.map((stub) => ({ ...stub, outcome: "survived" })) },
    mutation_score_low: withSurvivors(evidence),
    story_uncovered: {
      items: evidence.items!.map((each, index) =>
        index === 2 ? { ...each, criteria: [], state: "uncovered" } : each,
      ),
    },
  };
  const nothingRan: ReadonlySet<ReasonCode> = new Set([
    "syntax_error",
    "policy_violation",
    "collection_error",
    "dependency_refused",
    "isolation_unavailable",
    "timeout",
  ]);
  const empty: Partial<Evidence> = {
    results: [],
    tests: { expected: 12, selected: 0, passed: 0, failed: 0, errors: 0, skipped: 0, flaky: 0 },
    canary: { outcome: "absent" },
    stubs: null,
    mutants: null,
    mutationScore: null,
    items: null,
    criteria: null,
    vacuousTests: null,
  };
  const found: Reason = {
    code,
    message: cause.replaceAll("`", ""),
    ...foundBy(code, { test, item }),
    ...reason,
  };
  return sampleTask("parking_fee", {
    verdict,
    reasons: [found],
    fingerprint: `sha256:${"0".repeat(64)}`,
    ...(nothingRan.has(code) ? empty : special[code]),
  });
}

/** As verify words it, with what it knows of the place and no more. */
function foundBy(
  code: ReasonCode,
  { test, item }: { readonly test: string; readonly item: string },
): Partial<Reason> {
  const own = "src/parking_fee.py";
  const known: Partial<Record<ReasonCode, Partial<Reason>>> = {
    test_failed: {
      message: `${test}: assert 500 == 600`,
      test,
      item,
      file: MAIN,
      line: 21,
      expected: "600",
      got: "500",
    },
    example_failed: {
      message: `The story says "parking_fee(61) → 400": parking_fee(61) must give 400, and gave 500`,
      item: "- parking_fee(61) → 400",
      expected: "400",
      got: "500",
    },
    stub_survived: {
      message: `${own}:24: no test notices that receipt does nothing and returns None`,
      file: own,
      line: 24,
    },
    mutation_score_low: {
      message: "16 of 19 small changes were noticed (0.84); 0.95 is asked for",
    },
    story_uncovered: {
      message: `No criterion of the design quotes ${JSON.stringify(item)} (rules of the story)`,
      item,
    },
    syntax_error: { message: `${own}:11: expected ':'`, file: own, line: 11 },
    collection_error: {
      message: `${MAIN}: ImportError: cannot import name 'fee' from 'src.parking_fee'`,
      file: MAIN,
      line: 2,
    },
    dependency_refused: {
      message: 'requirements.txt:1: "numpy==2.1.0": numpy is not among the allowed packages',
    },
    isolation_unavailable: {
      message:
        "Generated code is not run here, because no way of isolation works: bwrap: No permissions to create new namespace; unshare: Operation not permitted",
    },
    policy_violation: {
      message: "src/conftest.py: a conftest.py changes how pytest starts",
      file: "src/conftest.py",
    },
  };
  return known[code] ?? { item };
}

const FAILURE = `def test_each_hour_that_was_begun_counts():
        assert parking_fee(60) == 200
        assert parking_fee(120) == 400
>       assert parking_fee(121) == 600
E       assert 500 == 600
E        +  where 500 = parking_fee(121)`;

/** One survived, one gave no answer, one was set aside. */
export function withSurvivors({ mutants }: Evidence): Partial<Evidence> {
  const outcomes = ["survived", "survived", "unknown", "set_aside"] as const;
  const changed = mutants!.map((mutant, index): MutantResult => {
    const outcome = outcomes[index];
    if (outcome === undefined) return mutant;
    const why = outcome === "set_aside" ? "no honest test can notice it" : undefined;
    return { ...mutant, outcome, ...(why !== undefined && { why }) };
  });
  return { mutants: changed, mutationScore: mutationScoreOf(changed) };
}

export function timings(task: TaskId): Timing[] {
  const piece = (
    job: string,
    stage: string | null,
    start: number,
    seconds: number,
    costUsd: number | null = null,
  ): Timing => ({ job, stage, task: stage === null ? null : task, start, seconds, costUsd });
  return [
    piece("generate", null, 0, 74),
    piece("generate", "design", 2, 21, 0.011),
    piece("generate", "code", 23, 17, 0.009),
    piece("generate", "tests", 23, 26, 0.014),
    piece("generate", "self-check", 50, 9),
    piece("discover", null, 80, 3),
    piece("verify", null, 88, 22),
    piece("merge-gate", null, 116, 7),
  ];
}

/** A run about one task. */
export function runOfOne(task: ReportedTask, decided: Partial<ReportedDecision> = {}): RunReport {
  const { evidence, isProven } = task;
  const codes = (evidence?.reasons ?? []).map(({ code }) => code).join(", ");
  const verdict = evidence?.verdict ?? "none";
  const reason =
    evidence === null
      ? ({ code: "evidence_missing", message: `${task.task}: no evidence` } as const)
      : ({ code: "not_passed", message: `${task.task}: ${verdict}, ${codes}` } as const);
  return runReport({
    tasks: [task],
    stories: reportedStories([{ task: task.task, folder: sampleFolder(task.task) }]),
    timings: timings(task.task),
    decisions: [
      decision([task.task], {
        title: `Generate ${task.task}`,
        ...(isProven
          ? {}
          : {
              decision: {
                kind: verdict === "failed" ? "retry" : "hold",
                reasons: [reason],
              },
              mergeSha: null,
            }),
        ...decided,
      }),
    ],
  });
}

/** A run of many tasks, each in its own pull request; every tenth is not proven. */
export function runOfMany(count: number, tests = 50): RunReport {
  const [good, bad] = [sampleTask("parking_fee"), refusedTask("test_failed")];
  const tasks = Array.from({ length: count }, (_, index): ReportedTask => {
    const base = index % 10 === 3 ? bad : good;
    const task = taskId(`task_${String(index).padStart(4, "0")}`);
    const evidence = base.evidence!;
    const results = Array.from({ length: tests }, (_each, place): TestResult => {
      const own = evidence.results[place % evidence.results.length]!;
      return { ...own, id: `${own.id}[${place}]` };
    });
    return {
      ...base,
      task,
      pullRequest: index + 1,
      evidence: {
        ...evidence,
        task,
        results,
        tests: {
          ...evidence.tests,
          expected: tests,
          selected: tests,
          passed: results.filter((each) => each.outcome === "passed").length,
        },
      },
    };
  });
  return runReport({
    tasks,
    decisions: tasks
      .map((task) => runOfOne(task).decisions[0]!)
      .map((each, index) => ({
        ...each,
        pullRequest: index + 1,
        tasks: [tasks[index]!.task],
        title: `Generate ${tasks[index]!.task}`,
      })),
    stories: [
      {
        path: "meta/stories/parking_fee.json",
        id: "parking_fee",
        title: "Parking",
        tasks: tasks.map(({ task }) => task),
      },
    ],
  });
}
