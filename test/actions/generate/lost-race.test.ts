import { describe, expect, test } from "vitest";
import { afterLostRace, type RaceFacts } from "../../../actions/generate/lost-race.ts";
import { sha256 } from "../../../src/foundation/digest.ts";
import type { TaskState } from "../../../src/task/present-task.ts";

const [THIS, OTHER] = [sha256("this text"), sha256("another text")];

function folder(state: Partial<TaskState> = {}): TaskState {
  const made = { story: THIS, storyPath: "x.json", isUntouched: true, isUnfinished: false };
  return { ...made, tree: "new", ...state };
}

const older = folder({ story: OTHER, tree: "old" });
const planned = { onBase: null, onBranch: null };

const rows: readonly (Partial<RaceFacts> & { readonly when: string; readonly expected: string })[] =
  [
    { when: "only something else moved", expected: "rebuild" },
    {
      when: "the folder is what was to be replaced",
      planned: { onBase: null, onBranch: "old" },
      onBranch: older,
      expected: "rebuild",
    },
    {
      when: "the folder was taken away",
      planned: { onBase: null, onBranch: "old" },
      expected: "rebuild",
    },
    {
      when: "the branch holds now what the base held before",
      planned: { onBase: "old", onBranch: null },
      onBase: older,
      onBranch: older,
      expected: "rebuild",
    },
    {
      when: "another run made it from the same text",
      onBranch: folder(),
      expected: "adopt",
    },
    {
      when: "another run made it again from the same text, as this one was asked to",
      planned: { onBase: null, onBranch: "old" },
      onBranch: folder(),
      expected: "adopt",
    },
    {
      when: "another run has paid for nothing",
      onBranch: folder({ isUnfinished: true }),
      expected: "rebuild",
    },
    {
      when: "another run made it from the same text, and it is merged",
      onBase: folder(),
      onBranch: folder(),
      expected: "skip unchanged",
    },
    {
      when: "another run made it from another text",
      onBranch: older,
      expected: "skip superseded",
    },
    {
      when: "another text of it is merged",
      onBase: older,
      expected: "skip superseded",
    },
    {
      when: "another text of it is merged, and the branch has this one",
      onBase: older,
      onBranch: folder(),
      expected: "adopt",
    },
    {
      when: "a person changed the folder",
      onBranch: folder({ isUntouched: false }),
      expected: "skip human_commits",
    },
    {
      when: "a person changed what was to be replaced",
      planned: { onBase: null, onBranch: "old" },
      onBranch: { ...older, tree: "theirs", isUntouched: false },
      expected: "skip human_commits",
    },
    {
      when: "a person's version is merged",
      onBase: folder({ story: null, isUntouched: false }),
      onBranch: folder(),
      expected: "skip human_commits",
    },
    { when: "the story has another text", storyNow: OTHER, expected: "skip superseded" },
    { when: "the story is gone", storyNow: null, expected: "skip superseded" },
    {
      when: "the story has another text, and this one's version is there",
      storyNow: OTHER,
      onBranch: folder(),
      expected: "skip superseded",
    },
  ];

describe("what becomes of a task whose push was rejected", () => {
  test.each(rows)("$when: $expected", ({ expected, ...facts }) => {
    const next = afterLostRace({
      story: THIS,
      storyNow: THIS,
      planned,
      onBase: null,
      onBranch: null,
      ...facts,
    });
    expect(next.kind === "skip" ? `skip ${next.reason}` : next.kind).toBe(expected);
  });
});
