import { STORIES, type Story } from "../../src/story/story.ts";
import { taskFolder } from "../../src/task/folder.ts";
import type { StoryRef } from "../../src/task/story-ref.ts";
import { isTaskOrRerunOf, type TaskId } from "../../src/task/task-id.ts";
import { shown } from "./scope.ts";

/** Which text of which story each task folder says it was made from; null where it says nothing. */
export type StoryRefs = ReadonlyMap<TaskId, StoryRef | null>;

/** What the base would hold after the merge at the path of one story. */
export type CandidateStory =
  | { readonly kind: "conflict" }
  | {
      readonly kind: "resolved";
      readonly blob: string | null;
      /** Or why it is none. */
      readonly story: Story | string;
      /** Whether the pull request adds it, or changes what it says. */
      readonly isNew: boolean;
    };

export interface StoryFacts {
  readonly refs: StoryRefs;
  /** The stories that the pull request changes, or that its tasks were made from, by path. */
  readonly stories: ReadonlyMap<string, CandidateStory>;
  /** All stories of the candidate that can be read; none where the pull request touches no task. */
  readonly all: readonly Story[];
}

export interface StoryFindings {
  readonly unbuilt: readonly string[];
  /** Task folders that were made from another text of their story. */
  readonly outdated: ReadonlySet<string>;
  readonly conflicts: readonly string[];
  /** Story path → its blob in the candidate. */
  readonly blobs: ReadonlyMap<string, string | null>;
}

/**
 * No story merges without its code, nor with the code of an older text, nor as a text that nobody built. `judged` are the tasks
 * that this run has proven, or against which something else was found: that is said once.
 */
export function judgeStories(facts: StoryFacts, judged: ReadonlySet<string>): StoryFindings {
  const { refs, stories } = facts;
  const unbuilt = misplaced(facts);
  const outdated = new Set<TaskId>();
  const conflicts: string[] = [];
  const blobs = new Map<string, string | null>();
  for (const [path, found] of stories) {
    if (found.kind === "conflict") {
      conflicts.push(`${storyName(path)} was changed by head and base`);
      continue;
    }
    const { blob, story, isNew } = found;
    blobs.set(path, blob);
    if (typeof story === "string") {
      unbuilt.push(`${storyName(path)} ${story}`);
      continue;
    }
    for (const task of outdatedBy(story, refs)) {
      outdated.add(task);
      unbuilt.push(`${taskFolder(task)} was made from another text of ${storyName(path)}`);
    }
    if (isNew) unbuilt.push(...withoutTask(story, refs, judged));
  }
  return { unbuilt, outdated, conflicts, blobs };
}

/**
 * A folder belongs to one story, whose task it is: it must say that it was made from that one. Otherwise the promises of a
 * story could be dropped together with `meta/`, or exchanged for those of another.
 */
function misplaced({ refs, stories, all }: StoryFacts): string[] {
  return [...refs].flatMap(([task, ref]) => {
    const owners = all.filter(({ tasks }) => tasks.some(({ id }) => isTaskOrRerunOf(task, id)));
    const stranger = owners.find(({ path }) => path !== ref?.story);
    if (ref === null) {
      if (stranger === undefined) return [];
      return [
        `${taskFolder(task)} does not say that it was made from ${storyName(stranger.path)}, whose task it is`,
      ];
    }
    const says = `${taskFolder(task)} says that it was made from ${storyName(ref.story)}`;
    if (stranger !== undefined) return [`${says}, and is a task of ${storyName(stranger.path)}`];
    const isOwn = owners.length > 0 || isUnreadable(stories.get(ref.story));
    return isOwn ? [] : [`${says}, which has no such task`];
  });
}

/** What is said of such a story is said of its tasks as well. */
function isUnreadable(found: CandidateStory | undefined): boolean {
  return found?.kind === "conflict" || typeof found?.story === "string";
}

/** Tasks that say that they were made from this story, but from another text of it. */
function outdatedBy(story: Story, refs: StoryRefs): TaskId[] {
  return [...refs]
    .filter(([, ref]) => ref?.story === story.path && ref.sha256 !== story.digest)
    .map(([task]) => task);
}

function withoutTask(story: Story, refs: StoryRefs, judged: ReadonlySet<string>): string[] {
  const isAnswered = (id: TaskId): boolean =>
    [...refs].some(([task, ref]) => {
      if (!isTaskOrRerunOf(task, id)) return false;
      // Of no story, of another one or of another text: that is said already.
      return ref?.story !== story.path || ref.sha256 !== story.digest || judged.has(task);
    });
  return story.tasks
    .filter(({ id }) => !isAnswered(id))
    .map(
      ({ id }) =>
        `${taskFolder(id)} was not made from the present text of ${storyName(story.path)} and proven in this run`,
    );
}

function storyName(path: string): string {
  const folder = `${STORIES}/`;
  return path.startsWith(folder) ? `${folder}${shown(path.slice(folder.length))}` : shown(path);
}
