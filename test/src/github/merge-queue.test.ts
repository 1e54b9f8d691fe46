import { expect, test } from "vitest";
import { broughtInBy, pullRequestOfGroup } from "../../../src/github/merge-queue.ts";

const sha = "a".repeat(40);

test.each([
  { branch: `gh-readonly-queue/main/pr-7-${sha}`, number: 7 },
  { branch: `gh-readonly-queue/release/1.x/pr-1234-${sha}`, number: 1234 },
  { branch: `gh-readonly-queue/pr-1-${sha}/pr-2-${sha}`, number: 2 },
  { branch: `gh-readonly-queue/main/pr-07-${sha}`, number: null },
  { branch: `gh-readonly-queue/main/pr-7-${sha}/x`, number: null },
  { branch: `x/gh-readonly-queue/main/pr-7-${sha}`, number: null },
  { branch: "gh-readonly-queue/main/pr-7", number: null },
  { branch: "main", number: null },
])("the group on $branch is about $number", ({ branch, number }) => {
  expect(pullRequestOfGroup(branch)).toBe(number);
});

test.each([
  { message: "Merge pull request #7 from octo/x\n\nTitle (#8)", number: 7 },
  { message: "Title (#8) (#7)\n\n* one (#9)", number: 7 },
  { message: "Merge it", number: null },
  { message: "see (#7) there", number: null },
  { message: "Revert\n\nTitle (#7)", number: null },
  { message: "Title (#07)", number: null },
])("a merge that says $message brought in the head of $number", ({ message, number }) => {
  const found = broughtInBy([{ parents: ["base", "head"], message }]);
  expect(found).toEqual(number === null ? [] : [{ number, head: "head" }]);
});

test("what a commit says that is no merge is nothing: in a queue that rebases anybody wrote it", () => {
  const message = "Merge pull request #7 from octo/x";
  expect(broughtInBy([{ parents: ["base"], message }])).toEqual([]);
});
