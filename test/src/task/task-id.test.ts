import { describe, expect, test } from "vitest";
import {
  isOwnBranch,
  isTaskId,
  isTaskOrRerunOf,
  partsOf,
  rerunOf,
  storyBranch,
  taskBranch,
  taskIdOfPart,
  taskIdOfStory,
  taskOfBranch,
  type StoryIdResult,
  type TaskId,
} from "../../../src/task/task-id.ts";
import { counterexample } from "../../support/counterexample.ts";
import * as fc from "../../support/properties.ts";

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
    { id: "shipping cost", said: /write "shipping_cost", for example/ },
    { id: "-x", said: /write "x", for example/ },
    { id: "x_", said: /write "x", for example/ },
    { id: "Größe", said: /write "gr_e", for example/ },
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

const id = (text: string): TaskId => {
  if (!isTaskId(text)) throw new Error(`${text} is not a task id`);
  return text;
};

const isToldApart = ([storyId, partId, rerun]: [string, string | null, number | null]) => {
  const story = taskIdOfStory(storyId);
  if (!story.ok) return true;
  const own = partId === null ? story : taskIdOfPart(story.taskId, partId);
  if (!own.ok) return true;
  const task = rerun === null ? own.taskId : rerunOf(own.taskId, rerun)!;
  const { story: s, part: p, rerun: r } = partsOf(task);
  return s === storyId && p === partId && r === rerun && isTaskOrRerunOf(task, own.taskId);
};

describe("what a task id says", () => {
  test.each([
    { task: "shop", story: "shop", part: null, rerun: null },
    { task: "shop-r2", story: "shop", part: null, rerun: 2 },
    { task: "shop-r10", story: "shop", part: null, rerun: 10 },
    { task: "shop__cart", story: "shop", part: "cart", rerun: null },
    { task: "shop__cart-r2", story: "shop", part: "cart", rerun: 2 },
    { task: "a_b__c_d", story: "a_b", part: "c_d", rerun: null },
    { task: "shop-r", story: "shop-r", part: null, rerun: null },
    { task: "shop-rx2", story: "shop-rx2", part: null, rerun: null },
    { task: "a__b__c", story: "a", part: "b__c", rerun: null },
  ])("$task", ({ task, ...parts }) => {
    expect(partsOf(id(task))).toEqual(parts);
  });

  test("every id that a story and its parts can have is told apart again", () => {
    const ids = fc.stringMatching(/^[a-z0-9](?:[a-z0-9_-]{0,12}[a-z0-9])?$/);
    const wanted = fc.tuple(ids, fc.option(ids), fc.option(fc.integer({ min: 2, max: 99 })));
    expect(counterexample(wanted, isToldApart)).toBeNull();
  });

  test.each([
    { task: "shop", other: "shop", is: true },
    { task: "shop-r2", other: "shop", is: true },
    { task: "shop", other: "shop-r2", is: false },
    { task: "shop-red", other: "shop", is: false },
    { task: "shop-r2x", other: "shop", is: false },
    { task: "shop__cart-r2", other: "shop", is: false },
    { task: "shop__cart-r2", other: "shop__cart", is: true },
    { task: "xshop-r2", other: "shop", is: false },
  ])("$task is $other or a rerun of it: $is", ({ task, other, is }) => {
    expect(isTaskOrRerunOf(id(task), id(other))).toBe(is);
  });

  test("a rerun of an id that leaves no room for it has none", () => {
    expect(rerunOf(id("shop"), 2)).toBe("shop-r2");
    expect(rerunOf(id("a".repeat(61)), 2)).toBe(`${"a".repeat(61)}-r2`);
    expect(rerunOf(id("a".repeat(62)), 2)).toBeNull();
  });
});

describe("the branches of a task", () => {
  test("are told from those of people by their names", () => {
    const branches = [
      taskBranch(id("shop-r2")),
      storyBranch(id("shop")),
      "feature/task/x",
      "tasks",
    ];
    expect(branches).toEqual(["task/shop-r2", "story/shop", "feature/task/x", "tasks"]);
    expect(branches.map(isOwnBranch)).toEqual([true, true, false, false]);
    expect(branches.map(taskOfBranch)).toEqual(["shop-r2", null, null, null]);
  });
});
