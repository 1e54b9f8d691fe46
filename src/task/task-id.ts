/**
 * The only strings of a story that ever reach a path, a branch, a matrix or a shell:
 * 1 to 64 characters, lower-case letters, digits, `_` and `-`, a letter or digit at both ends.
 */
const TASK_ID = /^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/;

declare const taskIdBrand: unique symbol;
/** A string that was read by `parseTaskId`; nothing else can make one. */
export type TaskId = string & { readonly [taskIdBrand]: true };

export function isTaskId(text: string): text is TaskId {
  return TASK_ID.test(text);
}

/** What separates a story's id from a part's id in a task id. */
const PART_SEPARATOR = "__";
const RERUN = /-r(\d+)$/;

/** What a task id says. A folder that was made by hand may have any id: then it is a story that nobody wrote. */
export interface TaskIdParts {
  readonly story: string;
  /** null for a story without parts. */
  readonly part: string | null;
  /** 2 for the first rerun; null for the task itself. */
  readonly rerun: number | null;
}

export function partsOf(task: TaskId): TaskIdParts {
  const rerun = RERUN.exec(task);
  const own = rerun === null ? task : task.slice(0, rerun.index);
  const separator = own.indexOf(PART_SEPARATOR);
  const isPart = separator > 0;
  return {
    story: isPart ? own.slice(0, separator) : own,
    part: isPart ? own.slice(separator + PART_SEPARATOR.length) : null,
    rerun: rerun === null ? null : Number(rerun[1]),
  };
}

/** Whether a task is another one itself, or a rerun of it. */
export function isTaskOrRerunOf(task: TaskId, other: TaskId): boolean {
  return task === other || (task.startsWith(other) && /^-r\d+$/.test(task.slice(other.length)));
}

/** The id of a further folder for a task, `number` from 2 on; null where it would be too long for an id. */
export function rerunOf(task: TaskId, number: number): TaskId | null {
  const id = `${task}-r${number}`;
  return isTaskId(id) ? id : null;
}

/** What the names of the pipeline's own branches begin with. */
export const TASK_BRANCHES = "task/";
export const STORY_BRANCHES = "story/";

/** The branch on which a task is written that belongs to no pull request yet. */
export function taskBranch(task: TaskId): string {
  return `${TASK_BRANCHES}${task}`;
}

/** The same for all tasks of a story. */
export function storyBranch(story: TaskId): string {
  return `${STORY_BRANCHES}${story}`;
}

/** Whether a branch is one of the pipeline's own, by its name. */
export function isOwnBranch(branch: string): boolean {
  return branch.startsWith(TASK_BRANCHES) || branch.startsWith(STORY_BRANCHES);
}

/** The task that a branch is for, by its name; null for every other branch. */
export function taskOfBranch(branch: string): string | null {
  return branch.startsWith(TASK_BRANCHES) && branch !== TASK_BRANCHES
    ? branch.slice(TASK_BRANCHES.length)
    : null;
}

export type StoryIdResult =
  | { readonly ok: true; readonly taskId: TaskId }
  | { readonly ok: false; readonly problem: string };

/** The task id of a story without parts, or why its id cannot be one, with an id that would do. */
export function taskIdOfStory(storyId: string): StoryIdResult {
  const id = storyId.toLowerCase();
  if (!isTaskId(id)) return refused(storyId, "is outside the grammar of ids");
  if (id.includes(PART_SEPARATOR)) {
    return refused(storyId, `contains "${PART_SEPARATOR}", which separates a story from its parts`);
  }
  if (RERUN.test(id)) return refused(storyId, 'ends with "-r<n>", which is kept for reruns');
  return { ok: true, taskId: id };
}

/** The task id of one part of a story. */
export function taskIdOfPart(story: TaskId, partId: string): StoryIdResult {
  const part = taskIdOfStory(partId);
  if (!part.ok) return part;
  const id = `${story}${PART_SEPARATOR}${part.taskId}`;
  if (!isTaskId(id)) {
    return { ok: false, problem: `"${id}" is longer than the 64 characters of a task id` };
  }
  return { ok: true, taskId: id };
}

function refused(id: string, reason: string): StoryIdResult {
  const shown = JSON.stringify(id.length > 80 ? `${id.slice(0, 80)}…` : id);
  const better = suggestion(id);
  const advice = better === null ? "" : `; write ${JSON.stringify(better)}, for example`;
  return {
    ok: false,
    problem: `${shown} ${reason} (1 to 64 of a-z, 0-9, "_" and "-", a letter or digit at both ends)${advice}`,
  };
}

function suggestion(id: string): string | null {
  const candidate = id
    .toLowerCase()
    // No "-", which would keep Python from importing the folder.
    .replace(/[^a-z0-9_-]+/g, "_")
    .replace(/__+/g, "_")
    .slice(0, 60)
    .replace(/^[^a-z0-9]+/, "")
    .replace(/(?:-r\d+|[^a-z0-9]+)+$/, "");
  return isTaskId(candidate) ? candidate : null;
}
