import { describe, expect, test } from "vitest";
import {
  type Answer,
  type Data,
  parseAnswers,
  shownAnswer,
  shownData,
} from "../../../src/proof/answers.ts";

const ONE: Answer = { kind: "value", data: { kind: "int", text: "1" } };
const TWO: Answer = { kind: "value", data: { kind: "int", text: "2" } };
const ABSENT: Answer = { kind: "nothing", why: "there was no answer" };
const TWICE: Answer = { kind: "nothing", why: "there were two answers" };

const line = (index: unknown, answer: unknown): string =>
  `${JSON.stringify({ event: "answer", index, answer })}\n`;
/** A list within a list, and so on, as an answer. */
const nested = (depth: number): string =>
  `{"kind":"value","data":${'{"kind":"list","items":['.repeat(depth)}${"]}".repeat(depth)}}`;

describe("the answers of a report", () => {
  test.each<{ when: string; report: string; answers: readonly Answer[] }>([
    { when: "it is empty", report: "", answers: [ABSENT, ABSENT] },
    {
      when: "they come in another order",
      report: `${line(1, TWO)}${line(0, ONE)}{"event":"finish","exit":0}\n`,
      answers: [ONE, TWO],
    },
    { when: "one is missing", report: line(1, TWO), answers: [ABSENT, TWO] },
    {
      when: "one is cut off",
      report: `${line(1, TWO)}${line(0, ONE).slice(0, -4)}`,
      answers: [ABSENT, TWO],
    },
    { when: "one is given twice", report: line(0, ONE) + line(0, ONE), answers: [TWICE, ABSENT] },
    {
      when: "one is given three times",
      report: line(0, ONE) + line(0, TWO) + line(0, ONE),
      answers: [TWICE, ABSENT],
    },
    { when: "there are more than were asked", report: line(2, ONE), answers: [ABSENT, ABSENT] },
    ...[-1, 0.5, "0", null, 1e300].map((index) => ({
      when: `an index is ${index}`,
      report: line(index, ONE),
      answers: [ABSENT, ABSENT],
    })),
    ...[
      null,
      {},
      { kind: "value" },
      { kind: "value", data: { kind: "int", text: 1 } },
      { kind: "value", data: { kind: "int", text: "1", more: 1 } },
      { kind: "value", data: { kind: "right" } },
      { kind: "right" },
      { ...ONE, right: true },
      { kind: "value", data: { kind: "text", text: "a".repeat(400_001) } },
    ].map((answer) => ({
      when: `one is ${JSON.stringify(answer).slice(0, 60)}`,
      report: line(0, answer) + line(1, TWO),
      answers: [ABSENT, TWO],
    })),
    ...[
      "not JSON",
      "{",
      "[]",
      "1",
      "null",
      '{"event":"answer"}',
      '{"event":"passed","id":"a"}',
    ].map((text) => ({
      when: `a line is ${text}`,
      report: `${text}\n${line(0, ONE)}`,
      answers: [ONE, ABSENT],
    })),
    ...[61, 1_000, 100_000].map((depth) => ({
      when: `a list is ${depth} lists deep`,
      report: `{"event":"answer","index":0,"answer":${nested(depth)}}\n${line(1, TWO)}`,
      answers: [ABSENT, TWO],
    })),
  ])("are those that can be read, where $when", ({ report, answers }) => {
    expect(parseAnswers(report, 2)).toEqual(answers);
  });

  test("may hold values as deep as they are handed out", () => {
    let data: Data = { kind: "none" };
    for (let depth = 0; depth < 31; depth++)
      data = { kind: "dict", entries: [[data, { kind: "none" }]] };
    expect(parseAnswers(line(0, { kind: "value", data }), 1)).toEqual([{ kind: "value", data }]);
  });
});

const names = { type: "Point", names: ["Point"] };
const one: Data = { kind: "int", text: "1" };

test.each<{ data: Data; shown: string }>([
  { data: { kind: "none" }, shown: "None" },
  { data: { kind: "bool", value: true }, shown: "True" },
  { data: { kind: "bool", value: false }, shown: "False" },
  { data: { kind: "float", text: "0.5" }, shown: "0.5" },
  { data: { kind: "decimal", text: "4.10" }, shown: "Decimal('4.10')" },
  { data: { kind: "fraction", numerator: "1", denominator: "2" }, shown: "Fraction(1, 2)" },
  { data: { kind: "complex", real: "1.0", imaginary: "2.0" }, shown: "complex(1.0, 2.0)" },
  { data: { kind: "text", text: 'a"\n' }, shown: '"a\\"\\n"' },
  { data: { kind: "date", text: "2024-05-01" }, shown: "date 2024-05-01" },
  { data: { kind: "bytes", hex: "61" }, shown: "bytes 61" },
  { data: { kind: "timedelta", microseconds: "5" }, shown: "timedelta of 5 µs" },
  { data: { kind: "list", items: [one, one] }, shown: "[1, 1]" },
  { data: { kind: "tuple", items: [one] }, shown: "(1,)" },
  { data: { kind: "tuple", items: [one, one] }, shown: "(1, 1)" },
  { data: { kind: "set", items: [one] }, shown: "{1}" },
  { data: { kind: "dict", entries: [[one, one]] }, shown: "{1: 1}" },
  { data: { kind: "object", ...names, fields: [["x", one]], isTuple: false }, shown: "Point(x=1)" },
  { data: { kind: "member", ...names, name: "A", value: null }, shown: "Point.A" },
  { data: { kind: "other", ...names }, shown: "an object of type Point" },
])("a value is shown as $shown", ({ data, shown }) => {
  expect(shownData(data)).toBe(shown);
  expect(shownAnswer({ kind: "value", data })).toBe(shown);
});

test.each<{ answer: Answer; shown: string }>([
  {
    answer: { kind: "raised", type: "KeyError", names: [], message: "'a'" },
    shown: `raises KeyError("'a'")`,
  },
  {
    answer: { kind: "setup_failed", type: "KeyError", names: [], message: "" },
    shown: 'in setup, raises KeyError("")',
  },
  { answer: ABSENT, shown: "nothing: there was no answer" },
])("an answer without a value is shown as $shown", ({ answer, shown }) => {
  expect(shownAnswer(answer)).toBe(shown);
});
