import { describe, expect, test } from "vitest";
import { planTask, type RerunPolicy, type TaskPlan } from "../../../actions/generate/task-plan.ts";
import { sha256 } from "../../../src/foundation/digest.ts";
import type { TaskState } from "../../../src/task/present-task.ts";
import { isTaskId, type TaskId } from "../../../src/task/task-id.ts";

const TASK = taskId("fee");
const PATH = "meta/stories/fee.json";
const [THIS, OLDER] = [sha256("this text"), sha256("an older text")];

function taskId(text: string): TaskId {
  if (!isTaskId(text)) throw new Error(text);
  return text;
}

function folder(state: Partial<TaskState> = {}): TaskState {
  const made = { story: THIS, storyPath: PATH, isUntouched: true, isUnfinished: false };
  return { ...made, tree: "a", ...state };
}

const older = folder({ story: OLDER, tree: "b" });
const renamed = folder({ storyPath: "meta/stories/toll.json" });
const byHand = folder({ story: null, isUntouched: false, tree: "c" });

interface Row {
  readonly when: string;
  readonly onBase?: TaskState;
  readonly onBranch?: TaskState;
  readonly isRequested?: boolean;
  readonly policy?: RerunPolicy;
  readonly expected: string;
}

const rows: readonly Row[] = [
  { when: "nothing is there", expected: "generate new" },
  {
    when: "there is an account of this text, and no code",
    onBranch: folder({ isUnfinished: true }),
    expected: "generate unfinished",
  },
  {
    when: "there is an account of an older text, and no code",
    onBranch: folder({ isUnfinished: true, story: OLDER }),
    expected: "generate new",
  },
  {
    when: "a person wrote beside an account",
    onBranch: folder({ isUnfinished: true, isUntouched: false, story: OLDER }),
    expected: "skip human_commits",
  },
  {
    when: "nothing is there and it is asked for by name",
    isRequested: true,
    expected: "generate new",
  },
  { when: "the base has it from this story", onBase: folder(), expected: "skip unchanged" },
  {
    when: "base and branch have the same",
    onBase: folder(),
    onBranch: folder(),
    expected: "skip unchanged",
  },
  { when: "only the branch has it from this story", onBranch: folder(), expected: "adopt" },
  {
    when: "the branch has it from this story, the base from an older one",
    onBase: older,
    onBranch: folder(),
    expected: "adopt",
  },
  {
    when: "a person changed the branch's folder after it was made from this story",
    onBranch: folder({ isUntouched: false }),
    expected: "adopt",
  },
  {
    when: "a branch left over from an older text lies beside a base that is up to date",
    onBase: folder(),
    onBranch: older,
    expected: "skip unchanged",
  },
  { when: "the base has it from this story, by another name", onBase: renamed, expected: "rename" },
  { when: "only the branch has it by another name", onBranch: renamed, expected: "rename" },
  {
    when: "the branch has it by another name, and a person changed it",
    onBranch: folder({ storyPath: "meta/stories/toll.json", isUntouched: false }),
    expected: "rename",
  },
  {
    when: "the base has it by another name, and the branch what a person made of another text",
    onBase: renamed,
    onBranch: folder({ story: OLDER, isUntouched: false }),
    expected: "skip human_commits",
  },
  {
    when: "the base has it by another name, the branch says this one already",
    onBase: renamed,
    onBranch: folder(),
    expected: "adopt",
  },
  {
    when: "the base has it by another name, and it is asked for by name",
    onBase: renamed,
    isRequested: true,
    expected: "generate requested",
  },
  { when: "the story changed since", onBase: older, expected: "generate changed" },
  {
    when: "the story changed since, and the branch has the older text",
    onBranch: older,
    expected: "generate changed",
  },
  {
    when: "the story changed and a person changed the branch's folder",
    onBranch: folder({ story: OLDER, isUntouched: false }),
    expected: "skip human_commits",
  },
  {
    when: "the story changed and a person changed the base's folder, the branch is ours",
    onBase: folder({ story: OLDER, isUntouched: false }),
    onBranch: older,
    expected: "skip human_commits",
  },
  { when: "a person wrote the folder by hand", onBase: byHand, expected: "skip human_commits" },
  {
    when: "it is asked for by name and unchanged",
    onBase: folder(),
    isRequested: true,
    expected: "generate requested",
  },
  {
    when: "it is asked for by name and a person changed it",
    onBranch: folder({ isUntouched: false }),
    isRequested: true,
    expected: "skip human_commits",
  },
  {
    when: "it is asked for by name after the story changed",
    onBase: older,
    isRequested: true,
    expected: "generate changed",
  },
  {
    when: "policy skip and the story changed",
    onBase: older,
    policy: "skip",
    expected: "skip rerun_policy",
  },
  { when: "policy skip and nothing is there", policy: "skip", expected: "generate new" },
  { when: "policy skip, adopted", onBranch: folder(), policy: "skip", expected: "adopt" },
  {
    when: "policy append and the story changed",
    onBase: older,
    policy: "append",
    expected: "next_rerun",
  },
  {
    when: "policy append beside a folder made by hand",
    onBase: byHand,
    policy: "append",
    expected: "next_rerun",
  },
  {
    when: "policy append and unchanged",
    onBase: folder(),
    policy: "append",
    expected: "skip unchanged",
  },
  {
    when: "policy append, asked for by name, unchanged",
    onBase: folder(),
    policy: "append",
    isRequested: true,
    expected: "generate requested",
  },
];

describe("planTask", () => {
  test.each(rows)("$when: $expected", (row) => {
    const { onBase = null, onBranch = null, isRequested = false, policy = "overwrite" } = row;
    const plan = planTask(
      TASK,
      { digest: THIS, path: PATH },
      { onBase, onBranch },
      { isRequested, policy },
    );
    expect(named(plan)).toBe(row.expected);
  });
});

function named(plan: TaskPlan): string {
  if ("task" in plan && plan.task !== TASK) return `${plan.kind} another task`;
  return "reason" in plan ? `${plan.kind} ${plan.reason}` : plan.kind;
}
