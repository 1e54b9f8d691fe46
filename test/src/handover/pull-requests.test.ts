import { describe, expect, test } from "vitest";
import { PipelineError } from "../../../src/foundation/errors.ts";
import { MATRIX_MAX_BYTES } from "../../../src/handover/matrix.ts";
import { formatHandOver, parseHandOver } from "../../../src/handover/pull-requests.ts";
import { isTaskId } from "../../../src/task/task-id.ts";

const entry = {
  task: "a",
  number: 7,
  url: "https://example.com/7",
  branch: "task/a",
  head: "d".repeat(40),
};

function problemOf(list: unknown): string {
  try {
    parseHandOver(typeof list === "string" ? list : JSON.stringify(list));
  } catch (error) {
    if (error instanceof PipelineError && error.code === "INPUT_INVALID") return error.message;
    throw error;
  }
  return "accepted";
}

describe("what generate handed over", () => {
  test.each([
    { when: "nothing", given: "", expected: null },
    { when: "spaces", given: " \n", expected: null },
    { when: "an empty list", given: "[]", expected: [] },
    {
      when: "one task",
      given: JSON.stringify([entry]),
      expected: [{ number: 7, head: entry.head, base: null, tasks: ["a"] }],
    },
    {
      when: "one task for another base",
      given: JSON.stringify([{ ...entry, base: "release/1" }]),
      expected: [{ number: 7, head: entry.head, base: "release/1", tasks: ["a"] }],
    },
    {
      when: "tasks of several pull requests",
      given: JSON.stringify([
        { ...entry, number: 12 },
        { ...entry, task: "b" },
        { ...entry, number: 3, head: "e".repeat(40) },
        entry,
      ]),
      expected: [
        { number: 3, head: "e".repeat(40), base: null, tasks: ["a"] },
        { number: 7, head: entry.head, base: null, tasks: ["b", "a"] },
        { number: 12, head: entry.head, base: null, tasks: ["a"] },
      ],
    },
    {
      when: "as much as there can be",
      given: JSON.stringify(Array.from({ length: 10_000 }, () => entry)),
      expected: [
        {
          number: 7,
          head: entry.head,
          base: null,
          tasks: Array.from({ length: 10_000 }, () => "a"),
        },
      ],
    },
  ])("$when is an answer", ({ given, expected }) => {
    expect(parseHandOver(given)).toEqual(expected);
  });

  test.each(["missing", " missing\n"])("%j is no answer, and no empty list", (given) => {
    expect(() => parseHandOver(given)).toThrow(
      expect.objectContaining({
        code: "INPUT_INVALID",
        message: 'Invalid input: "pull-requests" is missing',
        hint: "generate did not set its output `pull-requests`; look at that step.",
      }),
    );
  });

  test.each([
    { when: "no JSON", given: "{" },
    { when: "null", given: null },
    { when: "no list", given: entry },
    { when: "a list of names", given: ["a"] },
    { when: "no task", given: [{ ...entry, task: undefined }] },
    { when: "a task without a name", given: [{ ...entry, task: "" }] },
    { when: "too long a name of a task", given: [{ ...entry, task: "x".repeat(1_001) }] },
    { when: "no number", given: [{ ...entry, number: null }] },
    { when: "a number 0", given: [{ ...entry, number: 0 }] },
    { when: "half a number", given: [{ ...entry, number: 1.5 }] },
    { when: "a short head", given: [{ ...entry, head: "abc" }] },
    { when: "a base that is no branch", given: [{ ...entry, base: "../x" }] },
    { when: "more than there can be", given: Array.from({ length: 10_001 }, () => entry) },
  ])("$when is refused", ({ given }) => {
    expect(problemOf(given)).toMatch(
      /^Invalid input: "pull-requests" is not what generate writes: ✖/,
    );
  });

  test.each([
    {
      when: "two heads",
      other: { head: "e".repeat(40) },
      said: "names two heads of pull request #7",
    },
    { when: "two bases", other: { base: "dev" }, said: "names two bases of pull request #7" },
  ])("a pull request with $when is refused", ({ other, said }) => {
    expect(problemOf([entry, { ...entry, ...other }])).toBe(
      `Invalid input: "pull-requests" ${said}`,
    );
    expect(problemOf([entry, { ...entry, ...other, number: 8 }])).toBe("accepted");
  });
});

const handed = (task: string) => {
  if (!isTaskId(task)) throw new Error(`${task} is not a task id`);
  return { ...entry, task, base: "main" };
};

describe("what generate hands over", () => {
  test("is read as it was written", () => {
    expect(parseHandOver(formatHandOver([handed("a"), handed("b")]) ?? "")).toEqual([
      { number: 7, head: entry.head, base: "main", tasks: ["a", "b"] },
    ]);
    expect(formatHandOver([])).toBe("[]");
  });

  test("has as many bytes as the next action can be given, and no more", () => {
    const rest = MATRIX_MAX_BYTES - Buffer.byteLength(JSON.stringify([handed("a")]));
    const filled = { ...handed("a"), url: `${entry.url}${"x".repeat(rest)}` };
    expect(formatHandOver([filled])).toHaveLength(MATRIX_MAX_BYTES);
    expect(formatHandOver([{ ...filled, url: `${filled.url}x` }])).toBeNull();
  });
});
