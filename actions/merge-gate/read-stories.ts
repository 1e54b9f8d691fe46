import { mergedAt } from "../../src/candidate/read-candidate.ts";
import type { Commits } from "../../src/git/commits.ts";
import { mergeObject } from "../../src/git/merged-object.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import {
  parseStory,
  STORIES,
  STORY_MAX_BYTES,
  tooLarge,
  type Story,
} from "../../src/story/story.ts";
import { META, TASK_LIMITS, taskFolder } from "../../src/task/folder.ts";
import { readMeta } from "../../src/task/meta-file.ts";
import { StoryRef } from "../../src/task/story-ref.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import { shown } from "./scope.ts";

/** What the candidate holds of the stories that a pull request changes, or that its tasks were made from. */
export interface StoryFindings {
  readonly unbuilt: readonly string[];
  /** Task folders that were made from another text of their story. */
  readonly outdated: ReadonlySet<string>;
  readonly conflicts: readonly string[];
  /** Story path → its blob in the candidate. */
  readonly blobs: ReadonlyMap<string, string | null>;
}

export interface StoryQuestion {
  readonly commits: Commits;
  /** Story files that the pull request adds or changes. */
  readonly stories: readonly string[];
  /** Task folders that the pull request changes. */
  readonly tasks: readonly TaskId[];
  /** Those of them that this run has proven. */
  readonly proven: ReadonlySet<string>;
}

/**
 * No story merges without its code, nor with the code of an older text, nor as a text that nobody built: stories are read
 * from the candidate, as tests are.
 */
export async function readStories(
  repository: RepositoryReader,
  { commits, stories, tasks, proven }: StoryQuestion,
): Promise<StoryFindings> {
  const unbuilt: string[] = [];
  const outdated = new Set<TaskId>();
  const conflicts: string[] = [];
  const blobs = new Map<string, string | null>();
  const refs = new Map<TaskId, StoryRef | null>();
  for (const task of tasks) refs.set(task, await storyRefOf(repository, commits.head, task));

  unbuilt.push(...(await unclaimed(repository, commits, refs)));
  for (const path of new Set([...stories, ...pathsOf(refs)])) {
    const merged = await mergedAt(repository, commits, path);
    if (merged.kind === "conflict") {
      conflicts.push(`${storyName(path)} was changed by head and base`);
      continue;
    }
    blobs.set(path, merged.object?.oid ?? null);
    const story = await readStory(repository, path, merged.object?.oid ?? null);
    if (typeof story === "string") {
      unbuilt.push(story);
      continue;
    }
    for (const task of outdatedBy(story, refs)) {
      outdated.add(task);
      unbuilt.push(`${taskFolder(task)} was made from another text of ${storyName(story.path)}`);
    }
    if (stories.includes(path) && !(await isSameText(repository, commits.mergeBase, story))) {
      unbuilt.push(...withoutTask(story, refs, proven));
    }
  }
  return { unbuilt, outdated, conflicts, blobs };
}

function pathsOf(refs: ReadonlyMap<TaskId, StoryRef | null>): string[] {
  return [...refs.values()].flatMap((ref) => (ref === null ? [] : [ref.story]));
}

/** Tasks that say that they were made from this story, but from another text of it. */
function outdatedBy(story: Story, refs: ReadonlyMap<TaskId, StoryRef | null>): TaskId[] {
  return [...refs]
    .filter(([, ref]) => ref?.story === story.path && ref.sha256 !== story.digest)
    .map(([task]) => task);
}

/**
 * A folder at the place of a story's task must say which text it was made from: otherwise the promises of a story could
 * be dropped together with `meta/`. Stories are read only where a folder says nothing.
 */
async function unclaimed(
  repository: RepositoryReader,
  commits: Commits,
  refs: ReadonlyMap<TaskId, StoryRef | null>,
): Promise<string[]> {
  const silent = [...refs].filter(([, ref]) => ref === null).map(([task]) => task);
  if (silent.length === 0) return [];
  const stories = await storiesOf(repository, commits);
  return silent.flatMap((task) => {
    const story = stories.find(({ tasks }) =>
      tasks.some(({ id }) => id === task || isRerun(task, id)),
    );
    if (story === undefined) return [];
    return [
      `${taskFolder(task)} does not say that it was made from ${storyName(story.path)}, whose task it is`,
    ];
  });
}

/** The stories of the candidate that can be read. */
async function storiesOf(repository: RepositoryReader, commits: Commits): Promise<Story[]> {
  const { mergeBase, base, head } = commits;
  const [before, onBase, onHead] = await Promise.all(
    [mergeBase, base, head].map(async (commit) => {
      const entries = await repository.list(commit, STORIES);
      return new Map(entries.map((entry) => [entry.path, entry]));
    }),
  );
  const blobs = new Map<string, string>();
  for (const name of new Set([...(onBase?.keys() ?? []), ...(onHead?.keys() ?? [])])) {
    const merged = mergeObject(
      before?.get(name) ?? null,
      onBase?.get(name) ?? null,
      onHead?.get(name) ?? null,
    );
    if (merged.kind === "resolved" && merged.object?.mode.startsWith("100") === true) {
      blobs.set(`${STORIES}/${name}`, merged.object.oid);
    }
  }
  // All at once; one by one they would be asked for one by one.
  await repository.blobSizes([...blobs.values()]);
  const read: Story[] = [];
  for (const [path, blob] of blobs) {
    const story = await readStory(repository, path, blob);
    if (typeof story !== "string") read.push(story);
  }
  return read;
}

function withoutTask(
  story: Story,
  refs: ReadonlyMap<TaskId, StoryRef | null>,
  proven: ReadonlySet<string>,
): string[] {
  const isAnswered = (id: TaskId): boolean =>
    [...refs].some(([task, ref]) => {
      if (task !== id && !isRerun(task, id)) return false;
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

function isRerun(name: string, task: TaskId): boolean {
  return name.startsWith(task) && /^-r\d+$/.test(name.slice(task.length));
}

/** A file whose JSON says the same as before asks for nothing to be built. */
async function isSameText(
  repository: RepositoryReader,
  mergeBase: string,
  story: Story,
): Promise<boolean> {
  const before = await repository.objectAt(mergeBase, story.path);
  if (before === null) return false;
  const read = await readStory(repository, story.path, before.oid);
  return typeof read !== "string" && read.digest === story.digest;
}

async function readStory(
  repository: RepositoryReader,
  path: string,
  blob: string | null,
): Promise<Story | string> {
  const name = storyName(path);
  if (blob === null) return `${name} would not be there after the merge`;
  const size = (await repository.blobSizes([blob])).get(blob) ?? 0;
  if (size > STORY_MAX_BYTES) return `${name} ${tooLarge(size)}`;
  const blobs = await repository.readBlobs([blob], STORY_MAX_BYTES);
  const result = parseStory(path, blobs.get(blob)!);
  return result.ok ? result.story : `${name} cannot be built: ${result.problems.join("; ")}`;
}

/** null for a folder that no story made. A reference that cannot be read names no story, and so matches none. */
async function storyRefOf(
  repository: RepositoryReader,
  head: string,
  task: TaskId,
): Promise<StoryRef | null> {
  const file = await repository.objectAt(head, `${taskFolder(task)}/${META.storyRef}`);
  if (file?.type !== "blob") return null;
  const size = (await repository.blobSizes([file.oid])).get(file.oid) ?? 0;
  if (size > TASK_LIMITS.fileBytes) return null;
  const blobs = await repository.readBlobs([file.oid], TASK_LIMITS.fileBytes);
  return readMeta(StoryRef, blobs.get(file.oid));
}

function storyName(path: string): string {
  const name = path.startsWith(`${STORIES}/`) ? path.slice(STORIES.length + 1) : path;
  return `${STORIES}/${shown(name)}`;
}
