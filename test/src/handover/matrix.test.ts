import { describe, expect, test } from "vitest";
import { formatMatrix, type MatrixEntry, parseMatrix } from "../../../src/handover/matrix.ts";
import { isTaskId } from "../../../src/task/task-id.ts";

const [head, base, mergeBase] = ["a".repeat(40), "b".repeat(40), "c".repeat(40)] as const;

const entry: MatrixEntry = {
  entry: "fee",
  tasks: ["fee", "toll"].filter(isTaskId),
  head,
  base,
  "merge-base": mergeBase,
  "pull-request": "12",
};

const written = (more: object = {}) =>
  JSON.stringify({ include: [{ ...entry, tasks: "fee,toll", ...more }] });

describe("a matrix", () => {
  test("is read as it was written", () => {
    expect(formatMatrix([entry])).toBe(written());
    expect(parseMatrix(formatMatrix([entry]))).toEqual([entry]);
    expect(parseMatrix('{"include":[]}')).toEqual([]);
  });

  test("may name a task once for each of several pull requests", () => {
    const other = { ...entry, entry: "fee_pr-13_", "pull-request": "13" };
    expect(parseMatrix(formatMatrix([entry, other]))).toEqual([entry, other]);
  });

  test("may be as large as GitHub takes", () => {
    const entries = Array.from({ length: 256 }, (_, index) => ({
      ...entry,
      entry: `fee_${index}`,
      tasks: [`fee_${index}`].filter(isTaskId),
      "pull-request": "",
    }));
    expect(parseMatrix(formatMatrix(entries))).toEqual(entries);
  });

  test("an empty text is an error, and no empty matrix", () => {
    expect(() => parseMatrix("")).toThrow(
      expect.objectContaining({
        code: "INPUT_INVALID",
        message: 'Invalid input: "matrix" is empty',
        hint: "discover sets it even when there is no task; look at that job.",
      }),
    );
  });

  test.each([
    { when: "no JSON", json: "{" },
    { when: "no list", json: "{}" },
    { when: "a task outside the grammar", json: written({ tasks: "../x" }) },
    { when: "a task outside the grammar among others", json: written({ tasks: "fee,../x" }) },
    { when: "a list that ends with a comma", json: written({ tasks: "fee," }) },
    { when: "no task", json: written({ tasks: "" }) },
    { when: "a short commit", json: written({ head: "abc" }) },
    { when: "a branch for a commit", json: written({ base: "main" }) },
    { when: "an entry with a slash", json: written({ entry: "a/b" }) },
    { when: "a pull request that is no number", json: written({ "pull-request": "x" }) },
    { when: "a key more", json: written({ more: "1" }) },
    { when: "a key less", json: written({ base: undefined }) },
    {
      when: "too many entries",
      json: JSON.stringify({
        include: Array.from({ length: 257 }, (_, index) => ({
          ...entry,
          entry: `fee_${index}`,
          tasks: `fee_${index}`,
        })),
      }),
    },
    {
      when: "an entry named twice",
      json: JSON.stringify({
        include: [
          { ...entry, tasks: "fee" },
          { ...entry, tasks: "toll" },
        ],
      }),
    },
    {
      when: "a task of a pull request named twice",
      json: JSON.stringify({
        include: [
          { ...entry, tasks: "fee,toll" },
          { ...entry, entry: "again", tasks: "toll" },
        ],
      }),
    },
  ])("$when is refused", ({ json }) => {
    expect(() => parseMatrix(json)).toThrow(
      /^Invalid input: "matrix" is not what discover writes: (?:✖|it names )/,
    );
  });
});
