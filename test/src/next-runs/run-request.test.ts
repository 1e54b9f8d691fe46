import { describe, expect, test } from "vitest";
import {
  missingLines,
  refusalText,
  requestFor,
  requestWithout,
  type Wanted,
} from "../../../src/next-runs/run-request.ts";
import { workflowFileIn, workflowNames } from "../../../src/next-runs/workflow-names.ts";
import { isTaskId } from "../../../src/task/task-id.ts";

const NAMES = { retry: "agent-pipeline.yml", reverify: "agent-ci.yml" };
const tasksOf = (...ids: string[]) => ids.filter(isTaskId);

const wanted = (change: Partial<Wanted> = {}): Wanted => ({
  what: "retry",
  tasks: tasksOf("price"),
  pullRequest: { number: 7, headBranch: "feature", baseBranch: "main" },
  evidenceRun: "4711",
  defaultBranch: "main",
  ...change,
});
const own = { number: 7, headBranch: "task/price", baseBranch: "main" };

describe("a run is asked for on the default branch, if it is about a pull request", () => {
  test.each([
    {
      when: "another attempt",
      given: wanted({ tasks: tasksOf("price", "cost") }),
      expected: {
        workflow: "agent-pipeline.yml",
        ref: "main",
        inputs: { task: "price,cost", "pull-request": "7", "feedback-run-id": "4711" },
      },
    },
    {
      when: "another verification, whatever the base",
      given: wanted({ what: "reverify", pullRequest: { ...own, baseBranch: "release" } }),
      expected: { workflow: "agent-ci.yml", ref: "main", inputs: { "pull-request": "7" } },
    },
    {
      when: "one in the place of a lost job",
      given: wanted({ what: "lost_job" }),
      expected: { workflow: "agent-ci.yml", ref: "main", inputs: { "pull-request": "7" } },
    },
    {
      when: "one of what the base holds after a merge: on that base",
      given: wanted({
        what: "after_merge",
        tasks: tasksOf("price", "cost"),
        pullRequest: { ...own, baseBranch: "release" },
      }),
      expected: { workflow: "agent-ci.yml", ref: "release", inputs: { task: "price,cost" } },
    },
  ])("$when", ({ given, expected }) => {
    expect(requestFor(given, NAMES)).toEqual(expected);
  });
});

describe("without what a caller does not declare", () => {
  test.each([
    {
      when: "an attempt begins anew without `feedback-run-id`",
      given: wanted(),
      undeclared: ["feedback-run-id"],
      expected: { ref: "main", inputs: { task: "price", "pull-request": "7" } },
    },
    {
      when: "an attempt at a task with a branch of its own needs no `pull-request`",
      given: wanted({ pullRequest: own }),
      undeclared: ["pull-request", "feedback-run-id"],
      expected: { ref: "main", inputs: { task: "price" } },
    },
    {
      when: "an attempt in a person's branch would go elsewhere without `pull-request`",
      given: wanted(),
      undeclared: ["pull-request"],
      expected: null,
    },
    {
      when: "an attempt at two tasks would go elsewhere without `pull-request`",
      given: wanted({ tasks: tasksOf("price", "cost"), pullRequest: own }),
      undeclared: ["pull-request"],
      expected: null,
    },
    {
      when: "an attempt is none without `task`",
      given: wanted(),
      undeclared: ["task"],
      expected: null,
    },
    {
      when: "a verification runs on the branch itself without `pull-request`",
      given: wanted({ what: "reverify" }),
      undeclared: ["pull-request"],
      expected: { ref: "feature", inputs: {} },
    },
    {
      when: "a verification of a branch into another base would compare with the wrong one",
      given: wanted({ what: "reverify", pullRequest: { ...own, baseBranch: "release" } }),
      undeclared: ["pull-request"],
      expected: null,
    },
  ])("$when", ({ given, undeclared, expected }) => {
    const asked = requestWithout(undeclared, requestFor(given, NAMES), given);
    expect(asked && { ref: asked.ref, inputs: asked.inputs }).toEqual(expected);
  });

  test("the lines to add can be copied", () => {
    expect(missingLines(["pull-request", "feedback-run-id"])).toEqual([
      'pull-request: { type: string, default: "" }',
      'feedback-run-id: { type: string, default: "" }',
    ]);
  });
});

describe("a refusal says what is missing", () => {
  const asked = requestFor(wanted(), NAMES);
  test.each([
    { status: 403, message: "Resource not accessible by integration", said: "`actions: write`" },
    { status: 404, message: "Not Found", said: "no workflow agent-pipeline.yml on the default" },
    { status: 404, message: "Not Found", said: "`retry-workflow`" },
    {
      status: 422,
      message: "Workflow does not have 'workflow_dispatch' trigger",
      said: "add `workflow_dispatch:`",
    },
    { status: 422, message: "No ref found for: main", said: "No ref found for: main" },
  ])("$status $message: $said", ({ said, ...refusal }) => {
    expect(refusalText(asked, refusal, true)).toContain(said);
  });
});

describe("which workflows are started", () => {
  const nothing = { retry: null, reverify: null };
  test.each([
    { when: "the chain runs", own: "agent-pipeline.yml", expected: NAMES },
    { when: "its sibling runs", own: "agent-ci.yml", expected: NAMES },
    {
      when: "they end in .yaml",
      own: "agent-ci.yaml",
      expected: { retry: "agent-pipeline.yaml", reverify: "agent-ci.yaml" },
    },
    { when: "another one runs", own: "release.yml", expected: NAMES },
    {
      when: "the config names one",
      own: "agent-ci.yml",
      config: { retry: "write.yml", reverify: null },
      expected: { retry: "write.yml", reverify: "agent-ci.yml" },
    },
    {
      when: "an input names one",
      own: "agent-ci.yml",
      inputs: { retry: "make.yml", reverify: "" },
      config: { retry: "write.yml", reverify: "prove.yml" },
      expected: { retry: "make.yml", reverify: "prove.yml" },
    },
  ])("$when", ({ own: file, inputs = nothing, config = nothing, expected }) => {
    expect(workflowNames(file, inputs, config)).toEqual(expected);
  });

  test.each([
    ["octo/app/.github/workflows/agent-ci.yml@refs/heads/main", "agent-ci.yml"],
    ["octo/app/.github/workflows/agent-ci.yml@refs/pull/7/merge", "agent-ci.yml"],
    ["", ""],
    ["nonsense", ""],
  ])("%j is the file %j", (reference, file) => {
    expect(workflowFileIn(reference)).toBe(file);
  });
});
