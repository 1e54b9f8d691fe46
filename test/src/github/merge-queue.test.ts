import { expect, test } from "vitest";
import { pullRequestOfGroup } from "../../../src/github/merge-queue.ts";

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
