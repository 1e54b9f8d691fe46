import { FOLDER, PLAIN_FILE } from "../../src/git/modes.ts";
import type { TreeChange } from "../../src/git/repository.ts";
import { isStoryFile, STORIES } from "../../src/story/story.ts";
import { GENERATED } from "../../src/task/folder.ts";
import { isTaskId, taskOfBranch, type TaskId } from "../../src/task/task-id.ts";

/** What a pull request changes, level by level, between its merge base and its head. */
export interface ChangedTree {
  /** The entries directly in the root. */
  readonly root: readonly TreeChange[];
  /** The entries directly in `meta/`. */
  readonly meta: readonly TreeChange[];
  /** The entries directly in `meta/stories/`. */
  readonly stories: readonly TreeChange[];
  /** The entries directly in `generated/`. */
  readonly generated: readonly TreeChange[];
}

export interface Scope {
  /** Task folders that exist at the head and differ from the merge base. */
  readonly tasks: readonly TaskId[];
  /** Paths of story files that were added or changed. */
  readonly stories: readonly string[];
  /** What must not be merged without a person, and why. */
  readonly outOfScope: readonly string[];
  /** Whether the pull request is any business of the pipeline. */
  readonly concernsPipeline: boolean;
}

/** Sorts what a pull request changes into what evidence can prove and what it cannot. */
export function scopeOf(changed: ChangedTree, branch: string): Scope {
  const generated = changed.generated.map(readGenerated);
  const stories = changed.stories.map(readStory).filter((item) => item !== null);
  const tasks = generated.flatMap((item) => ("task" in item ? [item.task] : []));
  const storyPaths = stories.flatMap((item) => ("story" in item ? [item.story] : []));
  const ownTask = taskOfBranch(branch);
  return {
    tasks,
    stories: storyPaths,
    outOfScope: [
      ...others(changed.root, "", [GENERATED, "meta"]),
      ...others(changed.meta, "meta/", ["stories"]),
      ...[...generated, ...stories].flatMap((item) => ("problem" in item ? [item.problem] : [])),
      ...(ownTask === null ? [] : besidesTask(ownTask, tasks, changed.stories)),
    ],
    concernsPipeline:
      changed.generated.length > 0 ||
      stories.length > 0 ||
      isNoFolder(changed.root, GENERATED) ||
      isNoFolder(changed.meta, "stories"),
  };
}

function readGenerated({ path, after }: TreeChange): { task: TaskId } | { problem: string } {
  const folder = `${GENERATED}/${shown(path)}`;
  if (after === null) return { problem: `${folder} is deleted` };
  if (after.mode !== FOLDER) return { problem: `${folder} is no folder` };
  if (!isTaskId(path)) return { problem: `${folder} has a name that is no task id` };
  return { task: path };
}

/** A deleted story asks for nothing; null. */
function readStory({ path, after }: TreeChange): { story: string } | { problem: string } | null {
  if (after === null) return null;
  const file = `${STORIES}/${shown(path)}`;
  if (after.mode !== PLAIN_FILE) return { problem: `${file} is no plain file` };
  if (!isStoryFile(path)) return { problem: `${file} is no story` };
  // Two names that are no UTF-8 can read alike, so that one would hide the other.
  if (path.includes("\uFFFD")) return { problem: `${file} has a name that is no text` };
  return { story: `${STORIES}/${path}` };
}

function isNoFolder(changes: readonly TreeChange[], name: string): boolean {
  return changes.some(
    ({ path, after }) => path === name && after !== null && after.mode !== FOLDER,
  );
}

function others(
  changes: readonly TreeChange[],
  folder: string,
  known: readonly string[],
): string[] {
  return changes
    .filter(({ path, after }) => !known.includes(path) || (after !== null && after.mode !== FOLDER))
    .map(({ path }) => `${folder}${shown(path)} is neither a story nor a task folder`);
}

function besidesTask(
  own: string,
  tasks: readonly TaskId[],
  stories: readonly TreeChange[],
): string[] {
  return [
    ...tasks
      .filter((task) => task !== own)
      .map((task) => `${GENERATED}/${task} does not belong on the branch task/${own}`),
    ...stories.map(
      ({ path }) => `${STORIES}/${shown(path)} does not belong on the branch task/${own}`,
    ),
  ];
}

/** For messages: a name as git has it may hold any byte but NUL and "/". */
export function shown(path: string): string {
  return /^[\w.-]+$/.test(path) ? path : JSON.stringify(path.slice(0, 100));
}
