import { describe, expect, test } from "vitest";
import { targetOf } from "../../../actions/generate/target.ts";
import type { Trigger } from "../../../src/runner/trigger.ts";

type PullRequest = Extract<Trigger, { kind: "pull_request" }>;

const [before, after] = ["a".repeat(40), "b".repeat(40)];

function pullRequest(more: Partial<PullRequest> = {}): Trigger {
  return {
    kind: "pull_request",
    defaultBranch: "main",
    number: 7,
    action: "opened",
    label: null,
    isBaseChanged: false,
    headBranch: "feature",
    headSha: after,
    baseBranch: "main",
    isFork: false,
    isByDependabot: false,
    ...more,
  };
}

function push(more: Partial<Extract<Trigger, { kind: "push" }>> = {}): Trigger {
  return { kind: "push", defaultBranch: "main", branch: "main", before, after, ...more };
}

const dispatch: Trigger = { kind: "dispatch", defaultBranch: "main", branch: "other", sha: after };
const schedule: Trigger = { kind: "other", defaultBranch: "main", event: "schedule", sha: after };
const group: Trigger = {
  kind: "merge_group",
  defaultBranch: "main",
  headBranch: `gh-readonly-queue/main/pr-7-${before}`,
  headSha: after,
  baseSha: before,
  baseBranch: "main",
};

interface Row {
  readonly when: string;
  readonly trigger: Trigger;
  readonly requested?: number;
  readonly expected: object;
}

function nothing(why: RegExp): object {
  return { kind: "nothing", why: expect.stringMatching(why) as unknown };
}

const rows: readonly Row[] = [
  {
    when: "a pull request is opened",
    trigger: pullRequest(),
    expected: { kind: "pull_request", number: 7 },
  },
  {
    when: "somebody pushes to it",
    trigger: pullRequest({ action: "synchronize" }),
    expected: { kind: "pull_request", number: 7 },
  },
  {
    when: "our label is set",
    trigger: pullRequest({ action: "labeled", label: "agent-pipeline" }),
    expected: { kind: "pull_request", number: 7 },
  },
  {
    when: "our label is set, which the repository writes with capitals",
    trigger: pullRequest({ action: "labeled", label: "Agent-Pipeline" }),
    expected: { kind: "pull_request", number: 7 },
  },
  {
    when: "another label is set",
    trigger: pullRequest({ action: "labeled", label: "bug" }),
    expected: nothing(/label/),
  },
  {
    when: "it goes into another base",
    trigger: pullRequest({ action: "edited", isBaseChanged: true }),
    expected: { kind: "pull_request", number: 7 },
  },
  {
    when: "its title or its text is edited",
    trigger: pullRequest({ action: "edited" }),
    expected: nothing(/#7 was edited/),
  },
  { when: "it is closed", trigger: pullRequest({ action: "closed" }), expected: nothing(/closed/) },
  {
    when: "it comes from a fork",
    trigger: pullRequest({ isFork: true }),
    expected: nothing(/#7 comes from a fork.*write access/),
  },
  {
    when: "it comes from a fork and gets our label",
    trigger: pullRequest({ isFork: true, action: "labeled", label: "agent-pipeline" }),
    expected: nothing(/fork/),
  },
  {
    when: "Dependabot started the run",
    trigger: pullRequest({ isByDependabot: true }),
    expected: nothing(/Dependabot/),
  },
  {
    when: "a push to the default branch",
    trigger: push(),
    expected: { kind: "default_branch", pushed: { before, after } },
  },
  {
    when: "the first push to the default branch",
    trigger: push({ before: null }),
    expected: { kind: "default_branch", pushed: { before: null, after } },
  },
  {
    when: "a push to another branch",
    trigger: push({ branch: "feature" }),
    expected: nothing(/main/),
  },
  { when: "a push of a tag", trigger: push({ branch: null }), expected: nothing(/main/) },
  { when: "a deleted branch", trigger: push({ after: null }), expected: nothing(/deleted/) },
  {
    when: "a dispatch on any branch",
    trigger: dispatch,
    expected: { kind: "default_branch", pushed: null },
  },
  {
    when: "a dispatch that names a pull request",
    trigger: dispatch,
    requested: 9,
    expected: { kind: "pull_request", number: 9 },
  },
  { when: "a schedule", trigger: schedule, expected: { kind: "default_branch", pushed: null } },
  { when: "a merge group", trigger: group, expected: nothing(/merge group/) },
  {
    when: "the input names another pull request than the event",
    trigger: pullRequest(),
    requested: 9,
    expected: { kind: "pull_request", number: 7 },
  },
];

describe("targetOf", () => {
  test.each(rows)("$when", ({ trigger, requested, expected }) => {
    expect(targetOf(trigger, requested ?? null)).toEqual(expected);
  });
});
