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
  /** All stories of the candidate that can be read, when a folder says of none that it was made from it. */
  readonly others: readonly Story[];
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
 * No story merges without its code, nor with the code of an older text, nor as a text that nobody built. `proven` are the
 * tasks that this run has proven.
 */
export function judgeStories(facts: StoryFacts, proven: ReadonlySet<string>): StoryFindings {
  const { refs, stories } = facts;
  const unbuilt = unclaimed(facts);
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
    if (isNew) unbuilt.push(...withoutTask(story, refs, proven));
  }
  return { unbuilt, outdated, conflicts, blobs };
}

/**
 * A folder at the place of a story's task must say which text it was made from: otherwise the promises of a story could
 * be dropped together with `meta/`.
 */
function unclaimed({ refs, others }: StoryFacts): string[] {
  const silent = [...refs].filter(([, ref]) => ref === null).map(([task]) => task);
  return silent.flatMap((task) => {
    const story = others.find(({ tasks }) => tasks.some(({ id }) => isTaskOrRerunOf(task, id)));
    if (story === undefined) return [];
    return [
      `${taskFolder(task)} does not say that it was made from ${storyName(story.path)}, whose task it is`,
    ];
  });
}

/** Tasks that say that they were made from this story, but from another text of it. */
function outdatedBy(story: Story, refs: StoryRefs): TaskId[] {
  return [...refs]
    .filter(([, ref]) => ref?.story === story.path && ref.sha256 !== story.digest)
    .map(([task]) => task);
}

function withoutTask(story: Story, refs: StoryRefs, proven: ReadonlySet<string>): string[] {
  const isAnswered = (id: TaskId): boolean =>
    [...refs].some(([task, ref]) => {
      if (!isTaskOrRerunOf(task, id)) return false;
      // Of no text or of another one: that is said already.
      if (ref === null) return true;
      if (ref.story !== story.path) return false;
      return ref.sha256 !== story.digest || proven.has(task);
    });
  return story.tasks
    .filter(({ id }) => !isAnswered(id))
    .map(
      ({ id }) =>
        `${taskFolder(id)} was not made from the present text of ${storyName(story.path)} and proven in this run`,
    );
}

function storyName(path: string): string {
  const name = path.startsWith(`${STORIES}/`) ? path.slice(STORIES.length + 1) : path;
  return `${STORIES}/${shown(name)}`;
}
