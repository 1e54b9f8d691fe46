import { describe, expect, test } from "vitest";
import { PipelineError } from "../../../src/foundation/errors.ts";
import { parseTrigger, type RawTrigger } from "../../../src/runner/trigger.ts";

const [before, after] = ["a".repeat(40), "b".repeat(40)];
const zero = "0".repeat(40);
const repository = { full_name: "org/shop", default_branch: "trunk" };
const side = (ref: string, sha: string, from: string | null = "org/shop") => ({
  ref,
  sha,
  repo: from === null ? null : { full_name: from },
});

function pull(more: object = {}, sides: object = {}): object {
  const sender = { login: "octocat" };
  const pull_request = {
    number: 7,
    head: side("feature", after),
    base: side("trunk", before),
    ...sides,
  };
  return { action: "opened", pull_request, repository, sender, ...more };
}

function trigger(event: string, payload: unknown, more: Partial<RawTrigger> = {}): unknown {
  return parseTrigger({ event, ref: "refs/heads/trunk", sha: after, payload, ...more });
}

describe("parseTrigger", () => {
  test.each([
    {
      when: "a pull request",
      event: "pull_request",
      payload: pull(),
      expected: {
        kind: "pull_request",
        number: 7,
        action: "opened",
        headBranch: "feature",
        headSha: after,
        baseBranch: "trunk",
        isFork: false,
        isByDependabot: false,
        label: null,
      },
    },
    {
      when: "one from a fork",
      event: "pull_request",
      payload: pull({}, { head: side("feature", after, "stranger/shop") }),
      expected: { isFork: true },
    },
    {
      when: "one from a fork that was deleted",
      event: "pull_request",
      payload: pull({}, { head: side("feature", after, null) }),
      expected: { isFork: true },
    },
    {
      when: "pull_request_target of a fork",
      event: "pull_request_target",
      payload: pull({}, { head: side("x", after, "stranger/shop") }),
      expected: { kind: "pull_request", isFork: true },
    },
    {
      when: "a review",
      event: "pull_request_review",
      payload: pull({ action: "submitted", review: { state: "approved" } }),
      expected: { kind: "pull_request", number: 7, action: "submitted", headSha: after },
    },
    {
      when: "a label",
      event: "pull_request",
      payload: pull({ action: "labeled", label: { name: "bug" } }),
      expected: { action: "labeled", label: "bug" },
    },
    {
      when: "another base",
      event: "pull_request",
      payload: pull({ action: "edited", changes: { base: { ref: { from: "dev" } } } }),
      expected: { action: "edited", isBaseChanged: true },
    },
    {
      when: "another title",
      event: "pull_request",
      payload: pull({ action: "edited", changes: { title: { from: "Old" } } }),
      expected: { action: "edited", isBaseChanged: false },
    },
    {
      when: "Dependabot's",
      event: "pull_request",
      payload: pull({ sender: { login: "dependabot[bot]" } }),
      expected: { isByDependabot: true },
    },
    {
      when: "a push",
      event: "push",
      payload: { ref: "refs/heads/a/b", before, after, repository },
      expected: { kind: "push", branch: "a/b", before, after, defaultBranch: "trunk" },
    },
    {
      when: "a first push",
      event: "push",
      payload: { ref: "refs/heads/x", before: zero, after, repository },
      expected: { before: null, after },
    },
    {
      when: "a deletion",
      event: "push",
      payload: { ref: "refs/heads/x", before, after: zero, repository },
      expected: { before, after: null },
    },
    {
      when: "a tag",
      event: "push",
      payload: { ref: "refs/tags/v1", before: zero, after, repository },
      expected: { branch: null },
    },
    {
      when: "a dispatch",
      event: "workflow_dispatch",
      payload: { repository },
      expected: { kind: "dispatch", branch: "trunk", sha: after },
    },
    {
      when: "a dispatch by API",
      event: "repository_dispatch",
      payload: { repository },
      expected: { kind: "dispatch" },
    },
    {
      when: "a merge group",
      event: "merge_group",
      payload: {
        repository,
        merge_group: {
          head_sha: after,
          head_ref: `refs/heads/gh-readonly-queue/trunk/pr-7-${before}`,
          base_sha: before,
          base_ref: "refs/heads/trunk",
        },
      },
      expected: {
        kind: "merge_group",
        headBranch: `gh-readonly-queue/trunk/pr-7-${before}`,
        headSha: after,
        baseSha: before,
        baseBranch: "trunk",
      },
    },
    {
      when: "anything else",
      event: "schedule",
      payload: { repository },
      expected: { kind: "other", event: "schedule", sha: after },
    },
  ])("$when", ({ event, payload, expected }) => {
    expect(trigger(event, payload)).toMatchObject(expected);
  });

  test.each([
    { when: "no payload", event: "push", payload: null },
    {
      when: "a commit that is none",
      event: "push",
      payload: { ref: "refs/heads/x", before: "main", after, repository },
    },
    { when: "a number that is none", event: "pull_request", payload: pull({}, { number: "7" }) },
    { when: "no repository", event: "workflow_dispatch", payload: {} },
  ])("$when is said, and no bug", ({ event, payload }) => {
    expect(() => trigger(event, payload)).toThrow(PipelineError);
    expect(() => trigger(event, payload)).toThrow(/is not as GitHub documents it/);
  });
});
