import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  isTaskId,
  taskIdOfPart,
  taskIdOfStory,
  type StoryIdResult,
  type TaskId,
} from "../../../src/task/task-id.ts";
import { counterexample } from "../../support/counterexample.ts";

const GRAMMAR = /^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/;

function idOf(result: StoryIdResult): TaskId {
  if (!result.ok) throw new Error(result.problem);
  return result.taskId;
}

function problemOf(result: StoryIdResult): string {
  return result.ok ? "accepted" : result.problem;
}

// What a hostile author would try, besides any text.
const anyId = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        "..",
        "/",
        "a",
        "_",
        "-",
        "-r2",
        "__",
        " ",
        "\n",
        "é",
        "A",
        "0",
        "$(x)",
        ".git",
        "%2f",
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("")),
  fc.stringMatching(GRAMMAR),
);

const isSafe = (id: string) => {
  const result = taskIdOfStory(id);
  return !result.ok || (GRAMMAR.test(result.taskId) && !/__|-r\d+$|\n/.test(result.taskId));
};
const isHelpful = (id: string) => {
  const problem = problemOf(taskIdOfStory(id));
  const [, suggested] = / write "([^"]+)", for example/.exec(problem) ?? [];
  return problem.length < 700 && (suggested === undefined || taskIdOfStory(suggested).ok);
};
const joined = (story: string, part: string) => {
  const key = taskIdOfStory(story);
  const result = key.ok ? taskIdOfPart(key.taskId, part) : key;
  return result.ok ? result.taskId : null;
};
const isGrammar = (id: string) => isTaskId(id) === (GRAMMAR.test(id) && !id.includes("\n"));

const isTold = ([story, part, otherStory, otherPart]: readonly string[]) => {
  const [one, other] = [joined(story!, part!), joined(otherStory!, otherPart!)];
  return one === null || one !== other || (story === otherStory && part === otherPart);
};

describe("taskIdOfStory", () => {
  test.each([
    { id: "shipping_cost_v1", expected: "shipping_cost_v1" },
    { id: "Shipping-Cost", expected: "shipping-cost" },
    { id: "7", expected: "7" },
    { id: "a".repeat(64), expected: "a".repeat(64) },
  ])("$id is the task $expected", ({ id, expected }) => {
    expect(idOf(taskIdOfStory(id))).toBe(expected);
  });

  test.each([
    { id: "../../x", said: /outside the grammar .*write "x", for example/ },
    { id: "shipping cost", said: /write "shipping-cost", for example/ },
    { id: "-x", said: /write "x", for example/ },
    { id: "x_", said: /write "x", for example/ },
    { id: "Größe", said: /write "gr-e", for example/ },
    { id: "a__b", said: /contains "__".*write "a_b", for example/ },
    { id: "fee-r2", said: /ends with "-r<n>", which is kept for reruns.*write "fee", for example/ },
    { id: "fee-R12", said: /kept for reruns/ },
    { id: "", said: /outside the grammar .*at both ends\)$/ },
    { id: "💥", said: /outside the grammar .*at both ends\)$/ },
    { id: "x\n", said: /outside the grammar/ },
    { id: "a".repeat(65), said: /outside the grammar/ },
  ])("$id is refused, with an id that would do where there is one", ({ id, said }) => {
    expect(problemOf(taskIdOfStory(id))).toMatch(said);
  });

  test("no id outside the grammar is ever accepted", () => {
    expect(counterexample(anyId, isSafe, 2_000)).toBeNull();
  });

  test("what is suggested is accepted, and the message stays short", () => {
    expect(counterexample(anyId, isHelpful, 2_000)).toBeNull();
  });
});

describe("taskIdOfPart", () => {
  const shop = idOf(taskIdOfStory("shop"));

  test("joins story and part", () => {
    expect(idOf(taskIdOfPart(shop, "Cart"))).toBe("shop__cart");
  });

  test.each([
    { part: "../x", said: /outside the grammar/ },
    { part: "a__b", said: /contains "__"/ },
    { part: "x-r2", said: /kept for reruns/ },
    { part: "a".repeat(60), said: /longer than the 64 characters/ },
  ])("refuses the part $part", ({ part, said }) => {
    expect(problemOf(taskIdOfPart(shop, part))).toMatch(said);
  });

  test("two different pairs of story and part never share a task", () => {
    const id = fc.stringMatching(/^[a-z0-9](?:[a-z0-9_-]{0,6}[a-z0-9])?$/);
    expect(counterexample(fc.tuple(id, id, id, id), isTold)).toBeNull();
  });
});

describe("isTaskId", () => {
  test("is the grammar and nothing else", () => {
    expect(counterexample(anyId, isGrammar, 2_000)).toBeNull();
  });
});
