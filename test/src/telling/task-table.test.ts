import { describe, expect, test } from "vitest";
import type { Evidence } from "../../../src/evidence/evidence.ts";
import { SECTION_LIMIT } from "../../../src/github/sticky-comment.ts";
import { because } from "../../../src/handover/decision.ts";
import { isTaskId, type TaskId } from "../../../src/task/task-id.ts";
import { decisionBlocks } from "../../../src/telling/decision-words.ts";
import { markdown } from "../../../src/telling/markdown.ts";
import { taskBlocks, type TaskShown } from "../../../src/telling/task-table.ts";
import {
  exampleResult,
  mutantResult,
  notPassedEvidence,
  passedEvidence,
  stubResult,
} from "../../support/evidence.ts";

const urlOfFile = (path: string, line?: number): string =>
  `https://github.com/o/r/blob/main/${path}${line === undefined ? "" : `#L${line}`}`;

function id(name: string): TaskId {
  if (!isTaskId(name)) throw new Error(name);
  return name;
}

function proven(name: string, change: Partial<Evidence> = {}): TaskShown {
  return { task: id(name), isProven: true, evidence: passedEvidence(name, change) };
}

function failed(name: string, change: Partial<Evidence> = {}): TaskShown {
  return { task: id(name), isProven: false, evidence: notPassedEvidence(name, change) };
}

const page = (...tasks: TaskShown[]): string => markdown(taskBlocks(tasks, urlOfFile), 100_000);
const rowOf = (text: string, task: string): string[] =>
  text
    .split("\n")
    .find((line) => line.startsWith("|") && line.includes(`\`${task}\``))
    ?.split("|")
    .slice(1, -1)
    .map((cell) => cell.trim()) ?? [];

const FAILED_EXAMPLE = {
  code: "example_failed",
  message: "an example of the story gives something else",
  file: "src/price.py",
  line: 3,
  item: "2 kg → 9 @octocat",
  expected: "9",
  got: "8",
} as const;

describe("the row of a task", () => {
  test("has what was noticed of each kind", () => {
    const shown = proven("price", {
      stubs: [stubResult(), stubResult({ name: "shown", outcome: "survived" })],
      mutants: [
        mutantResult(),
        mutantResult({ outcome: "survived" }),
        mutantResult({ outcome: "set_aside" }),
      ],
      criteria: {
        "AC-1": { tests: ["t"], example: exampleResult({ state: "executed", call: "price(2)" }) },
        "AC-2": { tests: [], example: exampleResult({ state: "executed", got: "8" }) },
      },
      items: [
        { line: "a", criteria: ["AC-1"], state: "shown" },
        { line: "b", criteria: [], state: "uncovered" },
      ],
      seconds: { total: 4.4, tests: 1, stubs: 1, mutants: 1 },
    });
    expect(rowOf(page(shown), "price")).toEqual([
      "✅",
      "[`price`](https://github.com/o/r/blob/main/generated/price)",
      "1/1",
      "1/2",
      "1/2",
      "1/2",
      "1/2",
      "1/2",
      "4 s",
      "–",
    ]);
  });

  test.each<{ costUsd?: number | "unknown"; said: string }>([
    { said: "–" },
    { costUsd: 0.0123, said: "0.0123 USD" },
    { costUsd: 0, said: "0 USD" },
    { costUsd: "unknown", said: "unknown price" },
  ])("what it has cost stands at the end of its row: $said", ({ said, ...cost }) => {
    expect(rowOf(page({ ...proven("a"), ...cost }), "a").at(-1)).toBe(said);
    const unread = { task: id("a"), isProven: false, evidence: null, ...cost };
    expect(rowOf(page(unread), "a").at(-1)).toBe(said);
  });

  test.each<{ when: string; shown: TaskShown; sign: string; tests: string }>([
    { when: "it failed", shown: failed("a"), sign: "❌", tests: "1/1" },
    {
      when: "nothing was shown",
      shown: failed("a", { verdict: "unproven" }),
      sign: "❓",
      tests: "1/1",
    },
    {
      when: "there is no evidence",
      shown: { task: id("a"), isProven: false, evidence: null },
      sign: "❓",
      tests: "–",
    },
    {
      when: "the evidence says passed, and the gate says no",
      shown: { ...proven("a"), isProven: false },
      sign: "❓",
      tests: "1/1",
    },
  ])("where $when", ({ shown, sign, tests }) => {
    const [first, , second] = rowOf(page(shown), "a");
    expect([first, second]).toEqual([sign, tests]);
  });
});

describe("what failed", () => {
  test("stands with the line of the story, the place, what was expected and what came", () => {
    const text = page(failed("price", { reasons: [FAILED_EXAMPLE] }));
    expect(text).toContain(
      "<details open><summary><code>price</code>: <code>example_failed</code>",
    );
    expect(text).toContain(
      "- [`generated/price/src/price.py:3`](https://github.com/o/r/blob/main/generated/price/src/price.py#L3) `example_failed`",
    );
    expect(text).toContain("- The story says: 2 kg → 9 @\u200boctocat");
    expect(text).toContain("- expected 9, got 8");
    // Each once.
    const message = "The story says 2 kg → 9 @octocat: price(2) must give 9, and gave 8";
    const again = page(failed("price", { reasons: [{ ...FAILED_EXAMPLE, message }] }));
    expect(again.match(/^- /gm)).toHaveLength(1);
  });

  test("stands with the line that a test was to show, where the reason names none", () => {
    const about = "tests/test_story.py::test_weight";
    const reasons = [{ code: "test_failed" as const, message: "assert 8 == 9", test: about }];
    const results = [
      { id: about, outcome: "failed" as const, seconds: 1, criteria: ["AC-7"], message: null },
    ];
    const items = [{ line: "- Each kg costs 4.50", criteria: ["AC-7"], state: "shown" as const }];
    expect(page(failed("price", { reasons, results, items }))).toContain(
      "- The story says: Each kg costs 4.50",
    );
  });

  test("is open where it is little, and folded where it is much", () => {
    const many = ["a", "b", "c", "d"].map((name) => failed(name, { reasons: [FAILED_EXAMPLE] }));
    expect(page(...many.slice(1)).match(/<details open>/g)).toHaveLength(3);
    expect(page(...many)).not.toContain("<details open>");
  });

  test("comes first; what is proven is folded under it", () => {
    const text = page(proven("good"), failed("bad"), proven("fine"));
    expect(text.indexOf("`bad`")).toBeLessThan(text.indexOf("2 proven tasks"));
    expect(text.indexOf("2 proven tasks")).toBeLessThan(text.indexOf("`good`"));
  });
});

describe("the section of a pull request", () => {
  test("says each cause once", () => {
    const shown = failed("price", { reasons: [FAILED_EXAMPLE] });
    const decision = {
      kind: "retry" as const,
      reasons: [
        because("not_passed", "price: failed, example_failed"),
        because("draft", "It is a draft"),
      ],
    };
    const text = markdown(
      decisionBlocks(
        { head: "a".repeat(40), base: "b".repeat(40), pullRequest: 3, decision, tasks: [shown] },
        {
          runUrl: "https://github.com/o/r/actions/runs/7",
          urlOfFile: (_, path) => urlOfFile(path),
        },
      ),
      100_000,
    );
    expect(text).toMatch(/^### ❌ Not merged: 0 of 1 task proven/);
    expect(text).toContain("`aaaaaaa` onto `bbbbbbb`");
    expect(text).not.toContain("| `not_passed` |");
    expect(text).toContain("It needs another attempt.\n");
    expect(text).toContain("| `draft` | It is a draft | Mark it as ready for review. |");
    expect(text).toContain("What now: Push a correction,");
  });

  test("of 500 tasks fits into a comment, with its counts whole", () => {
    const tasks = Array.from({ length: 500 }, (_, index) =>
      index % 2 === 0
        ? proven(`task_${index}`)
        : failed(`task_${index}`, {
            reasons: Array.from({ length: 50 }, () => ({
              ...FAILED_EXAMPLE,
              message: "<".repeat(2_000),
            })),
          }),
    );
    const decision = { kind: "retry" as const, reasons: [] };
    const text = markdown(
      decisionBlocks(
        { head: "a".repeat(40), pullRequest: 3, decision, tasks },
        {
          runUrl: "https://github.com/o/r/actions/runs/7",
          urlOfFile: (_, path) => urlOfFile(path),
        },
      ),
      SECTION_LIMIT,
    );
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SECTION_LIMIT);
    expect(text).toContain("250 of 500 tasks proven");
    expect(text.match(/<details/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });
});
