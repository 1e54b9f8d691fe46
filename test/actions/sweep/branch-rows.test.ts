import { describe, expect, test } from "vitest";
import {
  type AskedOfBranch,
  type BranchFacts,
  rowOfBranch,
} from "../../../actions/sweep/branch-rows.ts";

type Facts = Omit<BranchFacts, keyof AskedOfBranch> & AskedOfBranch;

const TIP = "a".repeat(40);
const OTHER = "b".repeat(40);

/** One that nobody has looked at for a long time. */
const forgotten: Facts = {
  branch: "task/price",
  tip: TIP,
  isBase: false,
  pullRequests: [],
  days: 31,
  commits: "ours",
};

const merged = { isOpen: false, isMerged: true, headSha: TIP };
const open = { isOpen: true, isMerged: false, headSha: TIP };
const closed = { isOpen: false, isMerged: false, headSha: TIP };

describe("what the sweep does about a branch", () => {
  test.each<{ when: string; given: Partial<Facts>; step: "delete" | "nothing" }>([
    { when: "it was merged as it is", given: { pullRequests: [merged], days: 0 }, step: "delete" },
    {
      when: "it was merged with a person's commit in it",
      given: { pullRequests: [merged], days: 0, commits: "somebody's" },
      step: "delete",
    },
    { when: "it has no pull request for 30 days", given: {}, step: "delete" },
    { when: "it is one of a story", given: { branch: "story/price" }, step: "delete" },
    {
      when: "it moved after its merge, 30 days ago",
      given: { pullRequests: [{ ...merged, headSha: OTHER }] },
      step: "delete",
    },

    { when: "it is younger", given: { days: 29.9 }, step: "nothing" },
    {
      when: "it moved after its merge, just now",
      given: { pullRequests: [{ ...merged, headSha: OTHER }], days: 0 },
      step: "nothing",
    },
    {
      when: "it holds a person's commit that is nowhere else",
      given: { commits: "somebody's" },
      step: "nothing",
    },
    { when: "it holds no commit of its own", given: { commits: "none" }, step: "nothing" },
    { when: "it has an open pull request", given: { pullRequests: [open] }, step: "nothing" },
    {
      when: "it was merged, and has another open pull request",
      given: { pullRequests: [open, merged] },
      step: "nothing",
    },
    {
      when: "a person closed its last pull request",
      given: { pullRequests: [closed] },
      step: "nothing",
    },
    {
      when: "a person closed one after it was merged",
      given: { pullRequests: [closed, merged] },
      step: "nothing",
    },
    {
      when: "it was merged after a person had closed one",
      given: { pullRequests: [merged, closed], days: 0 },
      step: "delete",
    },
    {
      when: "an open pull request is to be merged into it",
      given: { isBase: true, pullRequests: [merged] },
      step: "nothing",
    },
    { when: "a person named it", given: { branch: "task/JIRA-7_x" }, step: "nothing" },
    { when: "it is no branch of ours", given: { branch: "feature" }, step: "nothing" },
  ])("$when: $step", ({ given, step }) => {
    expect(rowOfBranch({ ...forgotten, ...given })).toMatchObject({ kind: step });
  });

  test("always at the commit that was looked at", () => {
    expect(rowOfBranch(forgotten)).toMatchObject({ tip: TIP });
    expect(rowOfBranch({ ...forgotten, pullRequests: [merged] })).toMatchObject({ tip: TIP });
  });
});
