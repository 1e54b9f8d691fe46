import { expect, test } from "vitest";
import { pullRequestOfGroup, pullRequestsNamedIn } from "../../../src/github/merge-queue.ts";

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
  { messages: ["Merge pull request #7 from octo/x\n\nTitle (#8)"], numbers: [7] },
  { messages: ["Title (#8) (#7)\n\n* one (#9)"], numbers: [7] },
  {
    messages: ["Merge pull request #7 from octo/x", "Title (#7)", "Other (#12)"],
    numbers: [7, 12],
  },
  { messages: ["Merge it", "see (#7) there", "Revert\n\nTitle (#7)", "Title (#07)"], numbers: [] },
])("the messages $messages name $numbers", ({ messages, numbers }) => {
  expect(pullRequestsNamedIn(messages)).toEqual(numbers);
});
