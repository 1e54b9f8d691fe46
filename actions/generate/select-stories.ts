import { minimatch } from "minimatch";
import { PLAIN_FILE } from "../../src/git/modes.ts";
import type { RepositoryReader, TreeEntry } from "../../src/git/repository.ts";
import {
  isStoryFile,
  parseStory,
  STORIES,
  STORY_MAX_BYTES,
  type Story,
} from "../../src/story/story.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import { misplacedSince, type Misplaced } from "./misplaced.ts";

/** One thing that went wrong with one story, and where. */
export interface StoryFailure {
  /** Path of the story file, or the pattern or id that was asked for. */
  readonly subject: string;
  readonly problem: string;
}

export interface SelectedStories {
  readonly stories: readonly Story[];
  readonly failures: readonly StoryFailure[];
  /** What may have been meant as a story and is none: said, but nothing fails by it. */
  readonly misplaced: readonly StoryFailure[];
}

export interface StoryWish {
  /** Paths or globs of the input `story`: these files, changed or not. */
  readonly patterns: readonly string[];
  /** Ids of the input `task`. */
  readonly tasks: readonly TaskId[];
  /** Without either of them: the commit since which an event changed stories; null: every story counts. */
  readonly changedSince: string | null;
}

/** Reads the stories of a commit that a run is about. What is wrong with one never hides another. */
export async function selectStories(
  repository: RepositoryReader,
  commit: string,
  wish: StoryWish,
): Promise<SelectedStories> {
  const files = await storyFiles(repository, commit);
  const isWanted = await wanted(repository, commit, wish);
  // All of them, because a story that this event did not touch may have the same id.
  const read = await readStories(repository, files);
  const { stories, failures } = withoutCollisions(read, isWanted);
  if (wish.tasks.length > 0) {
    const named = stories.filter((story) => story.tasks.some(({ id }) => wish.tasks.includes(id)));
    const unknown = unknownTasks(wish.tasks, stories);
    const unmatched = unmatchedPatterns(wish.patterns, files);
    // A faulty story is none of this run's business, unless it may be the one that was named.
    const concerned = unknown.length > 0 ? [...failures, ...unmatched] : [];
    return { stories: named, failures: [...unknown, ...concerned], misplaced: [] };
  }
  if (wish.patterns.length > 0) {
    const unmatched = unmatchedPatterns(wish.patterns, files);
    return { stories, failures: [...failures, ...unmatched], misplaced: [] };
  }
  const { meant, others } = await misplaced(repository, commit, wish.changedSince);
  return { stories, failures: [...failures, ...meant], misplaced: others };
}

/** What an event changed and was most likely meant as a story fails; what lay there before, or is a page, is only named. */
async function misplaced(
  repository: RepositoryReader,
  commit: string,
  changedSince: string | null,
): Promise<{ readonly meant: StoryFailure[]; readonly others: StoryFailure[] }> {
  const found = await misplacedSince(repository, changedSince, commit);
  const isFault = ({ isMeantAsStory }: Misplaced): boolean =>
    isMeantAsStory && changedSince !== null;
  const isNamed = (one: Misplaced): boolean =>
    changedSince === null ? one.isMeantAsStory : !isFault(one);
  return { meant: found.filter(isFault).map(said), others: found.filter(isNamed).map(said) };
}

function said({ path, problem }: Misplaced): StoryFailure {
  return { subject: path, problem };
}

async function storyFiles(repository: RepositoryReader, commit: string): Promise<TreeEntry[]> {
  const entries = await repository.list(commit, STORIES);
  return entries
    .filter(({ path }) => isStoryFile(path))
    .map((entry) => ({ ...entry, path: `${STORIES}/${entry.path}` }));
}

async function wanted(
  repository: RepositoryReader,
  commit: string,
  { patterns, tasks, changedSince }: StoryWish,
): Promise<(path: string) => boolean> {
  if (patterns.length > 0) return (path) => patterns.some((pattern) => matches(path, pattern));
  if (tasks.length > 0 || changedSince === null) return () => true;
  const changes = await repository.changes(changedSince, commit, STORIES);
  const changed = new Set(changes.map(({ path }) => `${STORIES}/${path}`));
  return (path) => changed.has(path);
}

function matches(path: string, pattern: string): boolean {
  return minimatch(path, pattern, { dot: true });
}

type ReadStory =
  | { readonly path: string; readonly story: Story }
  | { readonly path: string; readonly problem: string };

/** So many stories at a time are in memory as text. */
const BATCH = 100;

async function readStories(
  repository: RepositoryReader,
  files: readonly TreeEntry[],
): Promise<ReadStory[]> {
  const plain = files.filter(isPlain).map(({ oid }) => oid);
  // All at once; batch by batch they would be asked for batch by batch.
  const sizes = await repository.blobSizes(plain);
  const stories: ReadStory[] = [];
  for (let start = 0; start < files.length; start += BATCH) {
    stories.push(...(await readBatch(repository, files.slice(start, start + BATCH), sizes)));
  }
  return stories;
}

async function readBatch(
  repository: RepositoryReader,
  files: readonly TreeEntry[],
  sizes: ReadonlyMap<string, number>,
): Promise<ReadStory[]> {
  const readable = files.flatMap((file) => {
    const size = isPlain(file) ? sizes.get(file.oid) : undefined;
    return size === undefined || size > STORY_MAX_BYTES ? [] : [file.oid];
  });
  const texts = await repository.readBlobs(readable, STORY_MAX_BYTES);
  return files.map((file) => {
    const { path } = file;
    if (!isPlain(file)) {
      return {
        path,
        problem: `is no plain file: git has it as ${file.mode}, not as ${PLAIN_FILE}`,
      };
    }
    const bytes = texts.get(file.oid);
    if (bytes === undefined) {
      return {
        path,
        problem: `is larger than the ${STORY_MAX_BYTES} bytes that a story may have; split it into several`,
      };
    }
    const result = parseStory(path, bytes);
    return result.ok
      ? { path, story: result.story }
      : { path, problem: result.problems.join("; ") };
  });
}

/** The gate holds a story that is anything else. */
function isPlain({ type, mode }: TreeEntry): boolean {
  return type === "blob" && mode === PLAIN_FILE;
}

/** Two stories with one id would overwrite each other's task: neither is built. */
function withoutCollisions(
  read: readonly ReadStory[],
  isWanted: (path: string) => boolean,
): {
  stories: Story[];
  failures: StoryFailure[];
} {
  const all = read.flatMap((item) => ("story" in item ? [item.story] : []));
  const stories = all.filter(({ path }) => isWanted(path));
  const twins = (story: Story): string[] =>
    all.filter(({ key, path }) => key === story.key && path !== story.path).map(({ path }) => path);
  return {
    stories: stories.filter((story) => twins(story).length === 0),
    failures: [
      ...read.flatMap((item) =>
        "problem" in item && isWanted(item.path)
          ? [{ subject: item.path, problem: item.problem }]
          : [],
      ),
      ...stories
        .filter((story) => twins(story).length > 0)
        .map((story) => ({
          subject: story.path,
          problem: `has the id "${story.id}", and so has ${twins(story).join(", ")}; give each story an id of its own`,
        })),
    ],
  };
}

function unmatchedPatterns(
  patterns: readonly string[],
  files: readonly TreeEntry[],
): StoryFailure[] {
  return patterns
    .filter((pattern) => !files.some(({ path }) => matches(path, pattern)))
    .map((pattern) => ({
      subject: pattern,
      problem: `names no story file; stories lie directly in ${STORIES}/ and end in .json or .md`,
    }));
}

function unknownTasks(tasks: readonly TaskId[], stories: readonly Story[]): StoryFailure[] {
  const known = stories.flatMap((story) => story.tasks.map(({ id }) => id));
  return tasks
    .filter((task) => !known.includes(task))
    .map((task) => ({
      subject: task,
      problem: `is the task of no story here; known are ${known.slice(0, 20).join(", ") || "none"}. For a story that is only in a pull request, name that with "pull-request"`,
    }));
}
