// What follows from answers to the story's examples. That real code is asked is shown in test/actions/verify/examples.test.ts.
import { describe, expect, test } from "vitest";
import type { Answer } from "../../../src/proof/answers.ts";
import { judgeAnswers, type Question } from "../../../src/proof/examples.ts";
import type { Expected } from "../../../src/proof/judge-answer.ts";

const number = (text: string): Answer => ({ kind: "value", data: { kind: "int", text } });
const raised: Answer = {
  kind: "raised",
  type: "ValueError",
  names: ["ValueError", "Exception"],
  message: "no",
};
const absent: Answer = { kind: "nothing", why: "there was no answer" };

const FOUR: Expected = { kind: "value", data: { kind: "int", text: "4" } };
const ERROR: Expected = { kind: "error", type: "ValueError", match: null };

const question = (expected: Expected): Question => ({
  id: "AC-1",
  source: "- x=2 → 4",
  call: {
    setup: [],
    call: "double(2)",
    isAsync: false,
    isOperator: false,
    expected: { kind: "returns", expression: "4" },
    isJson: false,
  },
  expected,
});

describe("an example is judged by both of its answers", () => {
  test.each<{ expected: Expected; answers: readonly [Answer, Answer]; codes: readonly string[] }>([
    { expected: FOUR, answers: [number("4"), number("4")], codes: [] },
    { expected: ERROR, answers: [raised, raised], codes: [] },
    { expected: FOUR, answers: [number("5"), number("5")], codes: ["example_failed"] },
    { expected: ERROR, answers: [number("4"), number("4")], codes: ["example_failed"] },
    { expected: FOUR, answers: [raised, raised], codes: ["example_failed"] },
    { expected: FOUR, answers: [absent, absent], codes: ["example_failed"] },
    { expected: FOUR, answers: [number("4"), number("5")], codes: ["flaky"] },
    { expected: FOUR, answers: [absent, number("4")], codes: ["flaky"] },
  ])("$answers for $expected: $codes", ({ expected, answers, codes }) => {
    const times = answers.map((answer) => [answer]);
    const judged = judgeAnswers([question(expected)], times, { random: () => 0 });
    expect(judged.reasons.map(({ code }) => code)).toEqual(codes);
    const { state, got } = judged.results.get("AC-1")!;
    expect({ state, isRight: got === null }).toEqual({
      state: "executed",
      isRight: codes.length === 0,
    });
  });
});

test.each([
  { expected: FOUR, answer: number("4") },
  { expected: ERROR, answer: raised },
])("a judge to whom everything is right has judged nothing: $expected", ({ expected, answer }) => {
  const { reasons } = judgeAnswers([question(expected)], [[answer], [answer]], {
    random: () => 0,
    isRightFor: () => true,
  });
  expect(reasons.map(({ code }) => code)).toEqual(["canary_survived"]);
});
