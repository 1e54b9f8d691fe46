import { minimatch } from "minimatch";
import { PipelineError } from "../shared/core/errors.ts";
import { parseStory, STORIES, STORY_MAX_BYTES, type Story } from "../shared/core/story.ts";
import type { TaskId } from "../shared/core/task-id.ts";
import type { RepositoryReader, TreeEntry } from "../shared/ports/repository.ts";

/** One thing that went wrong with one story, and where. */
export interface StoryFailure {
  /** Path of the story file, or the pattern or id that was asked for. */
  readonly subject: string;
  readonly problem: string;
}

export interface SelectedStories {
  readonly stories: readonly Story[];
  readonly failures: readonly StoryFailure[];
}

export interface StoryWish {
  /** Paths or globs of the input `story`. */
  readonly patterns: readonly string[];
  /** Ids of the input `task`. */
  readonly tasks: readonly TaskId[];
  /** The commits between which an event changed stories; null: every story counts. */
  readonly changedSince: string | null;
}

/** Reads the stories of a commit that a run is about. What is wrong with one never hides another. */
export async function selectStories(
  repository: RepositoryReader,
  commit: string,
  wish: StoryWish,
): Promise<SelectedStories> {
  const files = await storyFiles(repository, commit);
  const changed = await changedPaths(repository, commit, wish.changedSince);
  const wanted = files.filter(
    ({ path }) => (changed === null || changed.has(path)) && matches(path, wish.patterns),
  );
  const read = await Promise.all(wanted.map((file) => readStory(repository, file)));
  const { stories, failures } = withoutCollisions(read);
  if (wish.tasks.length === 0) {
    return { stories, failures: [...failures, ...unmatched(wish.patterns, wanted)] };
  }
  const named = stories.filter((story) => story.tasks.some(({ id }) => wish.tasks.includes(id)));
  return { stories: named, failures: [...failures, ...unknownTasks(wish.tasks, stories)] };
}

async function storyFiles(repository: RepositoryReader, commit: string): Promise<TreeEntry[]> {
  const entries = await repository.list(commit, STORIES);
  return entries
    .filter(({ path }) => path.endsWith(".json"))
    .map((entry) => ({ ...entry, path: `${STORIES}/${entry.path}` }));
}

async function changedPaths(
  repository: RepositoryReader,
  commit: string,
  since: string | null,
): Promise<ReadonlySet<string> | null> {
  if (since === null) return null;
  const changes = await repository.changes(since, commit, STORIES);
  return new Set(changes.map(({ path }) => `${STORIES}/${path}`));
}

function matches(path: string, patterns: readonly string[]): boolean {
  return (
    patterns.length === 0 || patterns.some((pattern) => minimatch(path, pattern, { dot: true }))
  );
}

type ReadStory = Story | StoryFailure;

async function readStory(repository: RepositoryReader, file: TreeEntry): Promise<ReadStory> {
  const failed = (problem: string): StoryFailure => ({ subject: file.path, problem });
  if (file.type !== "blob" || file.mode === "120000") return failed("is no plain file");
  try {
    const blobs = await repository.readBlobs([file.oid], STORY_MAX_BYTES);
    const result = parseStory(file.path, blobs.get(file.oid)!);
    return result.ok ? result.story : failed(result.problems.join("; "));
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code !== "INPUT_INVALID") throw error;
    return failed(`is larger than the ${STORY_MAX_BYTES} bytes that a story may have`);
  }
}

/** Two stories with one id would overwrite each other's task: neither is built. */
function withoutCollisions(read: readonly ReadStory[]): {
  stories: Story[];
  failures: StoryFailure[];
} {
  const stories = read.filter((item) => "document" in item);
  const failures = read.filter((item) => "problem" in item);
  const twins = (story: Story): Story[] =>
    stories.filter((other) => other !== story && other.key === story.key);
  return {
    stories: stories.filter((story) => twins(story).length === 0),
    failures: [
      ...failures,
      ...stories
        .filter((story) => twins(story).length > 0)
        .map((story) => ({
          subject: story.path,
          problem: `has the id "${story.id}", and so has ${twins(story)
            .map(({ path }) => path)
            .join(", ")}; give each story an id of its own`,
        })),
    ],
  };
}

function unmatched(patterns: readonly string[], files: readonly TreeEntry[]): StoryFailure[] {
  return patterns
    .filter((pattern) => !files.some(({ path }) => matches(path, [pattern])))
    .map((pattern) => ({
      subject: pattern,
      problem: `names no story file; stories lie directly in ${STORIES}/ and end in .json`,
    }));
}

function unknownTasks(tasks: readonly TaskId[], stories: readonly Story[]): StoryFailure[] {
  const known = stories.flatMap((story) => story.tasks.map(({ id }) => id));
  return tasks
    .filter((task) => !known.includes(task))
    .map((task) => ({
      subject: task,
      problem: `is the task of no story here; known are ${known.slice(0, 20).join(", ") || "none"}`,
    }));
}
