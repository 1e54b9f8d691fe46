import type { Digest } from "../../src/foundation/digest.ts";
import type { SkipReason } from "../../src/handover/generated.ts";
import type { TaskState } from "../../src/task/present-task.ts";
import type { TaskId } from "../../src/task/task-id.ts";

export interface TaskFacts {
  /** What is merged already. In a pull request only when its head holds the same: there the head decides. */
  readonly onBase: TaskState | null;
  /** On the branch that would be written to; null when the branch or the folder does not exist. */
  readonly onBranch: TaskState | null;
}

export type RerunPolicy = "overwrite" | "append" | "skip";
export type GenerateReason = "new" | "changed" | "requested" | "unfinished" | "feedback";
/** Those of `SKIP_REASONS` that folders and story decide. */
export type PlannedSkip = Extract<
  SkipReason,
  "unchanged" | "human_commits" | "rerun_policy" | "closed_by_person"
>;

export type TaskPlan =
  | { readonly kind: "generate"; readonly task: TaskId; readonly reason: GenerateReason }
  /** The branch holds it already, made from this very story: it only has to be proven and merged. */
  | { readonly kind: "adopt"; readonly task: TaskId }
  /** Made from this very story, whose file has another name since: the folder has to say so, and no model is asked. */
  | { readonly kind: "rename"; readonly task: TaskId }
  | { readonly kind: "skip"; readonly task: TaskId; readonly reason: PlannedSkip }
  /** `append`: look at the folder of the next rerun. */
  | { readonly kind: "next_rerun" };

/** Decides what to do about one task folder of a story. Pure: the same facts give the same answer. */
export function planTask(
  task: TaskId,
  { digest: story, path }: { readonly digest: Digest; readonly path: string },
  { onBase, onBranch }: TaskFacts,
  {
    isRequested,
    hasFeedback = false,
    policy,
  }: {
    readonly isRequested: boolean;
    /** Whether the attempt is to go on from what a run has found. */
    readonly hasFeedback?: boolean;
    readonly policy: RerunPolicy;
  },
): TaskPlan {
  const present = [onBranch, onBase].filter((state) => state !== null);
  if (present.length === 0) return { kind: "generate", task, reason: "new" };
  // The account of another text of the story is none of this one's.
  if (present.every(({ isUnfinished, isUntouched }) => isUnfinished && isUntouched)) {
    const isOfThis = present.some((state) => state.story === story);
    return { kind: "generate", task, reason: isOfThis ? "unfinished" : "new" };
  }
  if (!isRequested) {
    // First the base: a branch that was left over after its merge must not bring the task up again.
    const isFrom = (state: TaskState | null): boolean =>
      state?.story === story && state.storyPath === path;
    if (isFrom(onBase)) return { kind: "skip", task, reason: "unchanged" };
    if (isFrom(onBranch)) return { kind: "adopt", task };
    // What a person made of another text on the branch would be lost by what the base has of this one.
    const isKept = onBranch !== null && onBranch.story !== story && !onBranch.isUntouched;
    if (!isKept && present.some((state) => state.story === story)) return { kind: "rename", task };
  }
  const isSameStory = present.some((state) => state.story === story);
  if (!isSameStory && policy === "append") return { kind: "next_rerun" };
  if (present.some((state) => !state.isUntouched)) {
    return { kind: "skip", task, reason: "human_commits" };
  }
  if (isSameStory) {
    const goesOn = hasFeedback && onBranch?.story === story;
    return { kind: "generate", task, reason: goesOn ? "feedback" : "requested" };
  }
  if (policy === "skip") return { kind: "skip", task, reason: "rerun_policy" };
  return { kind: "generate", task, reason: "changed" };
}
