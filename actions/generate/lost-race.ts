import type { Digest } from "../../src/foundation/digest.ts";
import type { TaskState } from "../../src/task/present-task.ts";
import type { PlannedSkip } from "./task-plan.ts";

/** What a task folder was when the task was planned: the ids of its trees, null where there was none. */
export interface FolderTrees {
  readonly onBase: string | null;
  readonly onBranch: string | null;
}

/** What is found when a branch is read again that somebody else moved while a task for it was made. */
export interface RaceFacts {
  /** The text that the task was made from. */
  readonly story: Digest;
  /** The text of the task's story now; null when there is no such story any more. */
  readonly storyNow: Digest | null;
  readonly planned: FolderTrees;
  /** What is merged; null in a pull request, whose own branch alone decides. */
  readonly onBase: TaskState | null;
  readonly onBranch: TaskState | null;
}

export type AfterLostRace =
  /** Whatever moved, it was not this task: it is committed again, on top of what is there now. */
  | { readonly kind: "rebuild" }
  /** Another run was faster with the very same text: its version stays, and ours is dropped. */
  | { readonly kind: "adopt" }
  | {
      readonly kind: "skip";
      readonly reason: "superseded" | Extract<PlannedSkip, "unchanged" | "human_commits">;
    };

/** Decides what becomes of a task whose push was rejected. Pure: the same facts give the same answer. */
export function afterLostRace(facts: RaceFacts): AfterLostRace {
  const { story, storyNow, planned, onBase, onBranch } = facts;
  if (storyNow !== story) return { kind: "skip", reason: "superseded" };
  const known = [planned.onBase, planned.onBranch];
  const isNew = (state: TaskState | null): state is TaskState =>
    // What another run has paid for nothing is no version, and is no reason to lose ours.
    state !== null && !known.includes(state.tree) && !state.isUnfinished;
  const fromOthers = [onBranch, onBase].filter(isNew);
  if (fromOthers.length === 0) return { kind: "rebuild" };
  if (fromOthers.some(({ isUntouched }) => !isUntouched)) {
    return { kind: "skip", reason: "human_commits" };
  }
  if (isNew(onBase) && onBase.story === story) {
    return { kind: "skip", reason: "unchanged" };
  }
  if (isNew(onBranch) && onBranch.story === story) return { kind: "adopt" };
  return { kind: "skip", reason: "superseded" };
}
