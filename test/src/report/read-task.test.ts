import { describe, expect, it } from "vitest";
import { sha256 } from "../../../src/foundation/digest.ts";
import { reportedStories, reportedTask } from "../../../src/report/read-task.ts";
import type { ReportedTask } from "../../../src/report/run-report.ts";
import { isTaskId, type TaskId } from "../../../src/task/task-id.ts";
import { passedEvidence } from "../../support/evidence.ts";
import { sampleFolder } from "../../support/sample-folders.ts";

const id = (task: string): TaskId => {
  if (!isTaskId(task)) throw new Error(task);
  return task;
};

const read = (task: string, overrides: Partial<ReportedTask> = {}): ReportedTask =>
  reportedTask(
    {
      task: id(task),
      pullRequest: 1,
      head: null,
      isProven: true,
      evidence: null,
      problem: null,
      ...overrides,
    },
    sampleFolder(id(task)),
  );

describe("a task, with what its folder tells", () => {
  it("has its code and its tests, and nothing of meta/", () => {
    expect(read("parking_fee").files.map(({ path, kind }) => [path, kind])).toEqual([
      ["src/parking_fee.py", "code"],
      ["tests/test_receipt.py", "tests"],
      ["tests/test_story.py", "tests"],
    ]);
  });

  it("has the lines of its story, with the criteria of its design, where evidence says nothing of them", () => {
    const { items } = read("parking_fee");
    expect(items.every(({ state }) => state === "unknown")).toBe(true);
    expect(items.flatMap(({ criteria }) => criteria)).toContain("AC-6");
  });

  it("has the lines of its story as evidence has them", () => {
    const line = "- The code is clear.";
    const items = [{ line, criteria: [], state: "not_testable" as const }];
    const evidence = passedEvidence("parking_fee", { items });
    expect(read("parking_fee", { evidence }).items).toEqual([
      { line, criteria: [], state: "not_testable", why: null },
    ]);
  });

  it("tells what was asked, why, and what was then found", () => {
    const [attempt] = read("parking_fee").attempts;
    const told = attempt?.steps.map(({ because, questions, judgement }) => [
      because,
      questions.map(({ stage, round }) => `${stage} ${round}`).join(", "),
      judgement?.kind === "judged" ? judgement.findings.map(({ code }) => code).join(", ") : null,
    ]);
    expect(told).toEqual([
      ["the first question", "design 1, code 1, tests 1", "stub_survived"],
      ["stub_survived", "tests 2", ""],
    ]);
  });

  it("tells how it was found out who is wrong", () => {
    const [attempt] = read("order_status").attempts;
    const examined = attempt?.steps.find(({ trial }) => trial !== null);
    expect(examined?.questions.map(({ stage, sample }) => `${stage} ${sample}`)).toEqual([
      "code 2",
      "code 3",
      "tests 2",
      "tests 3",
    ]);
    expect(examined?.trial?.codes).toHaveLength(3);
  });

  it("is no error where the folder holds nothing that can be read", () => {
    const folder = new Map([
      ["meta/manifest.json", Buffer.from("{")],
      ["meta/transcript.jsonl", Buffer.from([0xff])],
      ["meta/story.json", Buffer.from("[")],
      ["src/a.py", Buffer.from([0xff, 0x61])],
    ]);
    const known = { pullRequest: null, head: null, isProven: false, evidence: null, problem: null };
    expect(reportedTask({ task: id("odd"), ...known }, folder)).toMatchObject({
      story: null,
      design: null,
      items: [],
      attempts: [],
      files: [{ path: "src/a.py", text: "\ufffda" }],
    });
  });
});

it("has the title and the lines of a story in Markdown", () => {
  const text = "---\nid: fee\n---\n\n# What it costs\n\n## Requirements\n\n- It is free.\n";
  const reference = { story: "meta/stories/fee.md", id: "fee", sha256: sha256(text) };
  const folder = new Map([
    ["meta/story.md", Buffer.from(text)],
    ["meta/story_ref.json", Buffer.from(JSON.stringify(reference))],
  ]);
  const known = { pullRequest: null, head: null, isProven: false, evidence: null, problem: null };
  const { items } = reportedTask({ task: id("fee"), ...known }, folder);
  expect(items.map(({ line }) => line)).toEqual(["- It is free."]);
  expect(reportedStories([{ task: id("fee"), folder }])).toMatchObject([
    { title: "What it costs" },
  ]);
});

it("names each story once, with all tasks that were made of it", () => {
  const tasks = ["leaderboard__ranking", "due_date", "leaderboard__badges"].map(id);
  const stories = reportedStories(tasks.map((task) => ({ task, folder: sampleFolder(task) })));
  expect(stories.map(({ path, tasks: own }) => [path, own])).toEqual([
    ["meta/stories/due_date.md", ["due_date"]],
    ["meta/stories/leaderboard.json", ["leaderboard__ranking", "leaderboard__badges"]],
  ]);
});
