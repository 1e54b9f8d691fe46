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
export const PART_SEPARATOR = "__";

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
  if (/-r\d+$/.test(id)) return refused(storyId, 'ends with "-r<n>", which is kept for reruns');
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
    .replace(/[^a-z0-9_-]+/g, "-")
    .replace(/__+/g, "_")
    .slice(0, 60)
    .replace(/^[^a-z0-9]+/, "")
    .replace(/(?:-r\d+|[^a-z0-9]+)+$/, "");
  return isTaskId(candidate) ? candidate : null;
}
