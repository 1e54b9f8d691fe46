import { mergedAt } from "../../src/candidate/read-candidate.ts";
import type { Commits } from "../../src/git/commits.ts";
import { mergeObject } from "../../src/git/merged-object.ts";
import type { RepositoryReader } from "../../src/git/repository.ts";
import {
  isStoryFile,
  parseStory,
  STORIES,
  STORY_MAX_BYTES,
  tooLarge,
  type Story,
} from "../../src/story/story.ts";
import type { CandidateStory, StoryFacts, StoryRefs } from "./judge-stories.ts";

/** What a path holds: the id of a blob, or null. */
type Blobs = ReadonlyMap<string, string | null>;

/**
 * Reads the stories that a pull request changes, or that its tasks were made from: from the candidate, as tests are. All
 * of them come with one question to the server.
 */
export async function readStories(
  repository: RepositoryReader,
  commits: Commits,
  changed: readonly string[],
  refs: StoryRefs,
): Promise<StoryFacts> {
  const paths = [...new Set([...changed, ...pathsOf(refs)])];
  const merged = await Promise.all(paths.map((path) => mergedAt(repository, commits, path)));
  const before = await filesAt(repository, commits.mergeBase, changed);
  // Whose task a folder is, only the stories themselves say.
  const all =
    refs.size > 0 ? await candidateStories(repository, commits) : new Map<string, string>();
  const candidate = new Map(
    paths.flatMap((path, index): [string, string | null][] => {
      const found = merged[index]!;
      return found.kind === "conflict" ? [] : [[path, found.object?.oid ?? null]];
    }),
  );
  const read = await storyReader(repository, [candidate, before, all]);
  const stories = paths.map((path): [string, CandidateStory] => {
    const blob = candidate.get(path);
    if (blob === undefined) return [path, { kind: "conflict" }];
    const story = read(path, blob);
    const isNew = changed.includes(path) && !isSameText(story, read(path, before.get(path)));
    return [path, { kind: "resolved", blob, story, isNew }];
  });
  return {
    refs,
    stories: new Map(stories),
    all: [...all]
      .map(([path, blob]) => read(path, blob))
      .filter((story) => typeof story !== "string"),
  };
}

function pathsOf(refs: StoryRefs): string[] {
  return [...refs.values()].flatMap((ref) => (ref === null ? [] : [ref.story]));
}

async function filesAt(
  repository: RepositoryReader,
  commit: string,
  paths: readonly string[],
): Promise<Blobs> {
  const objects = await Promise.all(paths.map((path) => repository.objectAt(commit, path)));
  return new Map(
    paths.map((path, index) => {
      const object = objects[index] ?? null;
      return [path, object?.type === "blob" ? object.oid : null];
    }),
  );
}

/** The blobs of all stories of the candidate. */
async function candidateStories(repository: RepositoryReader, commits: Commits): Promise<Blobs> {
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
    const isFile = merged.kind === "resolved" && merged.object?.mode.startsWith("100") === true;
    if (isFile && isStoryFile(name)) {
      blobs.set(`${STORIES}/${name}`, merged.object.oid);
    }
  }
  return blobs;
}

type ReadStory = (path: string, blob: string | null | undefined) => Story | string;

/** Brings the blobs of all stories at once; each is a story then, or what is wrong with it. */
async function storyReader(
  repository: RepositoryReader,
  stories: readonly Blobs[],
): Promise<ReadStory> {
  const blobs = stories.flatMap((each) => [...each.values()]).filter((blob) => blob !== null);
  const sizes = await repository.blobSizes(blobs);
  const contents = await repository.readBlobs(
    [...sizes.keys()].filter((blob) => sizes.get(blob)! <= STORY_MAX_BYTES),
    STORY_MAX_BYTES,
  );
  return (path, blob) => {
    if (blob === null || blob === undefined) return "would not be there after the merge";
    const content = contents.get(blob);
    if (content === undefined) return tooLarge(sizes.get(blob) ?? 0);
    const result = parseStory(path, content);
    return result.ok ? result.story : `cannot be built: ${result.problems.join("; ")}`;
  };
}

/** A file that says the same as before asks for nothing to be built. */
function isSameText(now: Story | string, before: Story | string): boolean {
  return typeof now !== "string" && typeof before !== "string" && now.digest === before.digest;
}
