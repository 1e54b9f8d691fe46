import { describe, expect, test } from "vitest";
import {
  because,
  DECISION_CODES,
  DECISION_KINDS,
  type DecisionKind,
  type DecisionReason,
} from "../../../src/handover/decision.ts";
import type { NextStep } from "../../../src/next-runs/next-step.ts";
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
    const workflows = { retry: "agent-pipeline.yml", reverify: "ci.yaml" };
    const changed = because("inputs_changed", "price: requirements.txt");
    const said = (next: NextStep): string =>
      markdown(decisionBlocks({ ...shown("reverify", changed), workflows, next }, AT), 10_000);
    expect(said({ kind: "none", why: "it is a draft" }).split("\n\n").slice(2)).toEqual([
      "What was tested is not what would be merged any more. It has to be verified again (`inputs_changed`): price: requirements.txt",
      "Nothing is started: it is a draft\u200b.",
      "What now: Dispatch agent-ci with `pull-request`. No model is asked. The command: `gh workflow run ci.yaml -f pull-request=3`",
    ]);
    const run = { id: "8", url: `${RUN}8` };
    expect(said({ kind: "under_way", what: "reverify", number: 1, run })).not.toContain("What now");
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
