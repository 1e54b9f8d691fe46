import { describe, expect, test } from "vitest";
import type { Reason } from "../../../src/evidence/reasons.ts";
import {
  because,
  DECISION_CODES,
  DECISION_KINDS,
  type DecisionKind,
  type DecisionReason,
} from "../../../src/handover/decision.ts";
import type { NextStep } from "../../../src/next-runs/next-step.ts";
import { isTaskId, type TaskId } from "../../../src/task/task-id.ts";
import {
  type DecidedSubject,
  decisionAnnotations,
  decisionBlocks,
  decisionLine,
  decisionsPage,
  meaningOf,
  stopLine,
} from "../../../src/telling/decision-words.ts";
import { markdown } from "../../../src/telling/markdown.ts";
import { plainLine } from "../../../src/telling/plain.ts";
import type { TaskShown } from "../../../src/telling/task-table.ts";
import { notPassedEvidence, passedEvidence } from "../../support/evidence.ts";

const HEAD = "5".repeat(40);

const RUN = "https://github.com/o/r/actions/runs/7";

const AT = {
  runUrl: RUN,
  urlOfFile: (commit: string, path: string, line = 0): string =>
    `https://github.com/o/r/blob/${commit}/${path}#L${line}`,
};

const shown = (kind: DecisionKind, ...reasons: DecisionReason[]): DecidedSubject => ({
  head: HEAD,
  pullRequest: 3,
  decision: decided(kind, ...reasons),
});

const WORKFLOWS = { retry: "pipeline.yml", reverify: "ci.yaml" };
const RUN_8 = { id: "8", url: "https://github.com/o/r/actions/runs/8" };

function id(name: string): TaskId {
  if (!isTaskId(name)) throw new Error(name);
  return name;
}

const failing = (
  name: string,
  reason: Reason = { code: "test_failed", message: "assert 8 == 9" },
): TaskShown => ({
  task: id(name),
  isProven: false,
  evidence: notPassedEvidence(name, { reason }),
});

const decided = (kind: DecisionKind, ...reasons: DecisionReason[]) => ({ kind, reasons });
const unproven = because("not_passed", "price: failed,\ntest_failed | @octocat");
const moved = because("merged_differently", "generated/price");

describe("a decision", () => {
  test("with its reasons and what to do about them", () => {
    const blocks = decisionBlocks(shown("retry", unproven, because("draft", "It is a draft")), AT);
    expect(markdown(blocks, 10_000)).toBe(`### ❌ Not merged

Decision \`retry\` · \`5555555\` · [run and evidence](${RUN}#artifacts)

The tests have not proven it. It needs another attempt.

| reason | what was found | what to do |
|---|---|---|
| \`not_passed\` | price: failed, test&#95;failed &#124; @\u200boctocat | Push a correction, make the story clearer, or have another attempt made. |
| \`draft\` | It is a draft | Mark it as ready for review. |`);
  });

  test("for one reason says it in the sentence, and then what to do, with the command where there is one", () => {
    const changed = because("inputs_changed", "price: requirements.txt");
    const said = (next: NextStep): string =>
      markdown(
        decisionBlocks({ ...shown("reverify", changed), workflows: WORKFLOWS, next }, AT),
        10_000,
      );
    expect(said({ kind: "none", why: "it is a draft" }).split("\n\n").slice(2)).toEqual([
      "What was tested is not what would be merged any more. It has to be verified again (`inputs_changed`): price: requirements.txt",
      "Nothing is started: it is a draft\u200b.",
      "What now: Dispatch agent-ci with `pull-request`. No model is asked. The command: `gh workflow run ci.yaml -f pull-request=3`",
    ]);
    expect(said({ kind: "under_way", what: "reverify", number: 1, run: RUN_8 })).not.toContain(
      "What now",
    );
  });

  test.each<{ next: NextStep; cell: string }>([
    {
      next: { kind: "under_way", what: "reverify", number: 1, run: RUN_8 },
      cell: `Nothing, while [the run 8](${RUN_8.url}) is at work.`,
    },
    {
      next: {
        kind: "started",
        what: "reverify",
        number: 1,
        workflow: "ci.yaml",
        tasks: [],
        run: null,
        without: [],
      },
      cell: "Nothing, while the run that was started is at work.",
    },
    {
      next: { kind: "none", why: "it is a draft" },
      cell: "Dispatch agent-ci with `pull-request`. No model is asked.",
    },
  ])("asks nothing of a person for what a run settles that is at work: $cell", ({ next, cell }) => {
    const changed = ["price", "cost"].map((task) => because("inputs_changed", task));
    const text = markdown(
      decisionBlocks({ ...shown("reverify", ...changed), workflows: WORKFLOWS, next }, AT),
      10_000,
    );
    for (const task of ["price", "cost"]) {
      expect(text).toContain(`| \`inputs_changed\` | ${task} | ${cell} |`);
    }
    expect(text).not.toContain("What now");
  });

  test("says beside its cause what else there is, and what to do about the cause", () => {
    const partial = because("partial_selection", "cost: only some of its tests were run");
    const said = (next: NextStep | null): string =>
      markdown(
        decisionBlocks(
          {
            ...shown("retry", because("not_passed", "price: failed, test_failed"), partial),
            tasks: [failing("price"), { ...failing("cost"), evidence: null }],
            workflows: WORKFLOWS,
            run: "7",
            next,
          },
          AT,
        ),
        10_000,
      );
    const text = said(null);
    expect(text).toContain("The tests have not proven it. It needs another attempt.\n");
    expect(text).toContain(
      "| `partial_selection` | cost: only some of its tests were run | Leave `max-tests` and `task` empty for a run that is to merge. |",
    );
    expect(text).toContain(
      "What now: Push a correction, make the story clearer, or have another attempt made. The command: `gh workflow run pipeline.yml -f pull-request=3 -f task=price -f feedback-run-id=7`",
    );
    const retry = { kind: "under_way", what: "retry", number: 1, run: RUN_8 } as const;
    expect(said(retry)).not.toMatch(/gh workflow|What now/);
  });

  test("has the command for a task that is to be made again begin anew", () => {
    const why = because("replay_unavailable", "price: another version made it");
    const evidence = passedEvidence("price", { replay: "other_version" });
    const tasks = [{ task: id("price"), isProven: false, evidence }];
    const subject = { ...shown("hold", why), tasks, workflows: WORKFLOWS, run: "7" };
    expect(markdown(decisionBlocks(subject, AT), 10_000)).toContain(
      "The command: `gh workflow run pipeline.yml -f pull-request=3 -f task=price`",
    );
  });

  test.each([
    { count: 1, isShown: true },
    { count: 10, isShown: false },
  ])(
    "has a command only where it can be copied whole: long names, $count",
    ({ count, isShown }) => {
      const tasks = Array.from({ length: count }, (_, place) => failing(`${place}`.repeat(64)));
      const reasons = tasks.map(({ task }) =>
        because("not_passed", `${task}: failed, test_failed`),
      );
      const subject = { ...shown("retry", ...reasons), tasks, workflows: WORKFLOWS, run: "7" };
      const advice = markdown(decisionBlocks(subject, AT), 100_000).split("\n\n").at(-1);
      expect(advice).toMatch(/^What now: Push a correction/);
      expect(advice?.includes("gh workflow")).toBe(isShown);
      expect(advice).not.toContain("…");
    },
  );

  test.each<{
    when: string;
    kind: DecisionKind;
    message: string;
    reason: Reason;
    next: NextStep | null;
    advice: string | null;
  }>([
    {
      when: "the machine lacks something",
      kind: "hold",
      message: "price: isolation_unavailable is no fault of the code, so no attempt mends it",
      reason: { code: "isolation_unavailable", message: "no namespaces" },
      next: null,
      advice: "What now: Run on",
    },
    {
      when: "its tests do not always agree, and the gate only posts",
      kind: "retry",
      message: "price: failed, flaky",
      reason: { code: "flaky", message: "once so" },
      next: { kind: "none", why: "the gate only posts what is proven (`mode`)" },
      advice: "What now: Look for",
    },
    {
      when: "somebody wrote it by hand",
      kind: "retry",
      message: "price: failed, test_failed",
      reason: { code: "test_failed", message: "assert 8 == 9" },
      next: { kind: "none", why: "price was written by hand", isByHand: true },
      advice: null,
    },
  ])("offers no attempt where $when", ({ kind, message, reason, next, advice }) => {
    const tasks = [failing("price", reason)];
    const cause = because("not_passed", message);
    const subject = { ...shown(kind, cause), tasks, workflows: WORKFLOWS, run: "7", next };
    const text = markdown(decisionBlocks(subject, AT), 10_000);
    expect(text).not.toMatch(/gh workflow|another attempt made/);
    expect(/What now: \w+ \w+/.exec(text)?.[0] ?? null).toBe(advice);
  });

  test("without a reason has no table", () => {
    expect(markdown(decisionBlocks(shown("merge"), AT), 10_000)).toBe(
      `### ✅ Merged\n\nDecision \`merge\` · \`5555555\` · [run and evidence](${RUN}#artifacts)\n\nEverything is proven. Merged.`,
    );
  });

  test.each(DECISION_KINDS)("%s has a meaning", (kind) => {
    expect(plainLine(meaningOf(decided(kind)))).toMatch(/^[A-Z].*\.$/);
  });

  test("that was carried out in another way than it was meant to says so", () => {
    expect(plainLine(meaningOf(decided("merge", moved)))).toBe(
      "Merged, but not as it was proven. A person must look at this.",
    );
  });

  test.each(DECISION_CODES)(
    "for %s says what to do, with code as code and no other markup",
    (code) => {
      const two = [because(code, "x"), because(code, "y")];
      const row = markdown(decisionBlocks(shown("hold", ...two), AT), 10_000)
        .split("\n")
        .find((line) => line.startsWith(`| \`${code}\``));
      expect(row?.split("|")).toHaveLength(5);
      expect(row?.replaceAll(/`[\w….: -]+`/g, "")).not.toMatch(/[`*<>&]/);
    },
  );
});

describe("a run's page", () => {
  test("has a section for each pull request", () => {
    const page = markdown(
      decisionsPage(
        [
          { head: HEAD, pullRequest: 3, decision: decided("wait") },
          { head: HEAD, pullRequest: 4, decision: decided("hold", unproven) },
        ],
        AT,
      ),
      10_000,
    );
    expect(page.match(/^##.*/gm)).toEqual([
      "## Pull request #3",
      "### ⏳ Not merged yet",
      "## Pull request #4",
      "### ❌ Not merged",
    ]);
  });

  test.each([
    { reasons: [], said: "The merge queue may merge it." },
    { reasons: [unproven], said: "so the queue takes the pull request out." },
  ])("says of a group of a merge queue: $said", ({ reasons, said }) => {
    const one = { head: HEAD, pullRequest: null, decision: decided("nothing", ...reasons) };
    const page = markdown(decisionsPage([one], AT), 10_000);
    expect(page).toContain(`## Merge group ${HEAD.slice(0, 10)}\n\n### Gate: merge queue`);
    expect(page).toContain(said);
    const stop = stopLine([one]);
    expect(stop === null ? null : plainLine(stop)).toBe(
      reasons.length === 0 ? null : `A person must look: merge group 5555555555: not_passed`,
    );
  });

  test.each([
    { kind: "merge", said: "Everything is proven. It would be merged." },
    { kind: "hold", said: "A person must look at this." },
  ] as const)("of a dry run says what would be done: $kind", ({ kind, said }) => {
    const one = { head: HEAD, pullRequest: 3, decision: decided(kind) };
    expect(markdown(decisionsPage([one], { ...AT, isDryRun: true }), 10_000)).toContain(said);
    expect(markdown(decisionsPage([one], { ...AT, isDryRun: true }), 10_000)).not.toContain(
      "Merged",
    );
  });

  test("without any says so", () => {
    expect(markdown(decisionsPage([], AT), 10_000)).toBe("No pull request to decide about.");
  });

  test("of many pull requests with many long reasons fits into a summary", () => {
    const long = Array.from({ length: 50 }, () => because("out_of_scope", "<".repeat(2_000)));
    const many = Array.from({ length: 256 }, (_, number) => ({
      head: HEAD,
      pullRequest: number,
      decision: decided("hold", ...long),
    }));
    const page = markdown(decisionsPage(many, AT), 1_000_000);
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(1_000_000);
    expect(page.match(/^## /gm)).toHaveLength(256);
    expect(page.match(/and \d+ more \|/g)).toHaveLength(256);
  });
});

describe("the log", () => {
  test("names the decision", () => {
    expect(plainLine(decisionLine(decided("merge"), false))).toBe("Decision: merge");
    expect(plainLine(decisionLine(decided("merge"), true))).toBe(
      "Decision: merge (dry run: nothing is done)",
    );
  });

  test.each([
    ["hold", true],
    ["retry", false],
  ] as const)("annotates each reason to %s, as an error: %s", (kind, isError) => {
    expect(
      decisionAnnotations({ head: HEAD, pullRequest: 4, decision: decided(kind, unproven) }),
    ).toEqual([
      {
        isError,
        title: `#4: ${kind}`,
        message: "not_passed: price: failed,\ntest_failed | @octocat",
      },
    ]);
  });

  test("annotates with no sign that reorders or hides", () => {
    const decision = decided("wait", because("protected", "right\u202eleft\u0007"));
    expect(decisionAnnotations({ head: HEAD, pullRequest: 4, decision })[0]?.message).toBe(
      "protected: right�left�",
    );
  });

  test.each([
    {
      when: "nobody must look",
      decisions: [decided("merge"), decided("retry", unproven)],
      line: null,
    },
    {
      when: "one is held and one was merged differently",
      decisions: [
        decided("hold", unproven, because("conflict", "a"), because("conflict", "b")),
        decided("wait"),
        decided("merge", moved),
      ],
      line: "A person must look: #1: not_passed, conflict × 2; #3: merged_differently",
    },
  ])("says why the step is red when $when", ({ decisions, line }) => {
    const stop = stopLine(
      decisions.map((decision, index) => ({ head: HEAD, pullRequest: index + 1, decision })),
    );
    expect(stop === null ? null : plainLine(stop)).toBe(line);
  });
});
