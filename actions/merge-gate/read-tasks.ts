import {
  type Candidate,
  readCandidate,
  readSharedInputs,
} from "../../src/candidate/read-candidate.ts";
import { type Config, verifySettingsDigest } from "../../src/config/config.ts";
import type { Digest } from "../../src/foundation/digest.ts";
import { BrokenObject } from "../../src/git/broken-object.ts";
import type { Commits } from "../../src/git/commits.ts";
import type { ObjectAt } from "../../src/git/merged-object.ts";
import { PLAIN_FILE } from "../../src/git/modes.ts";
import type { RepositoryReader, TreeEntry } from "../../src/git/repository.ts";
import { brokenBy, META, TASK_LIMITS, TOO_MANY_FILES, taskFolder } from "../../src/task/folder.ts";
import { Manifest } from "../../src/task/manifest.ts";
import { readMeta } from "../../src/task/meta-file.ts";
import { StoryRef } from "../../src/task/story-ref.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { PresentInputs } from "./judge-evidence.ts";

/** What git holds now of one task that a pull request changes. */
export interface TaskNow {
  readonly present: PresentInputs;
  /** Its files at the head that are no plain files (links, programs, submodules), or that they are too many, or broken. */
  readonly badModes: readonly string[];
  /** Whether the folder says that it was made from a story. */
  readonly claimsStory: boolean;
  /** Which one. null for none; a reference that cannot be read names no story, and so matches none. */
  readonly storyRef: StoryRef | null;
  /** What its manifest says that the text of its story has cost; null where it says nothing. */
  readonly costUsd: number | "unknown" | null;
}

/** Reads all tasks of a pull request with as many questions to the server as one task needs. */
export async function readTasks(
  repository: RepositoryReader,
  commits: Commits,
  settings: Config,
  tasks: readonly TaskId[],
): Promise<ReadonlyMap<TaskId, TaskNow>> {
  const [present, folders] = await Promise.all([
    readPresent(repository, commits, settings, tasks),
    readFolders(repository, commits.head, tasks),
  ]);
  return new Map(
    tasks.map((task, index) => [task, { present: present[index]!, ...folders[index]! }]),
  );
}

async function readPresent(
  repository: RepositoryReader,
  commits: Commits,
  settings: Config,
  tasks: readonly TaskId[],
): Promise<PresentInputs[]> {
  const shared = await readSharedInputs(repository, commits, settings["shared-inputs"]);
  const config = verifySettingsDigest(settings);
  const candidates = tasks.map((task) => readCandidate(repository, commits, task, shared));
  return (await Promise.all(candidates)).map((candidate) => presentInputs(candidate, config));
}

function presentInputs(candidate: Candidate, config: Digest): PresentInputs {
  if (candidate.kind === "conflict") return candidate;
  return {
    kind: "inputs",
    // A folder that is gone from the candidate equals no tree that was ever tested.
    inputs: { task: candidate.task ?? "", shared: candidate.shared, config },
  };
}

type FolderNow = Omit<TaskNow, "present">;

/** What the folders hold at the head. Where one is broken, each is read by itself, so that the others keep their answer. */
async function readFolders(
  repository: RepositoryReader,
  head: string,
  tasks: readonly TaskId[],
): Promise<FolderNow[]> {
  try {
    return await readTogether(repository, head, tasks);
  } catch (error) {
    if (!(error instanceof BrokenObject)) throw error;
    const [task] = tasks;
    // What is above it, its candidate meets as well, and loudly.
    if (tasks.length === 1 && task !== undefined) return [brokenFolder(task, error)];
  }
  const folders: FolderNow[] = [];
  for (const task of tasks) folders.push(...(await readFolders(repository, head, [task])));
  return folders;
}

/** It may claim any story, and names none. */
function brokenFolder(task: TaskId, error: BrokenObject): FolderNow {
  const badModes = [`${taskFolder(task)} ${brokenBy(error)}`];
  return { badModes, claimsStory: true, storyRef: null, costUsd: null };
}

/** All of them are brought at once, and then what they say of themselves. */
async function readTogether(
  repository: RepositoryReader,
  head: string,
  tasks: readonly TaskId[],
): Promise<FolderNow[]> {
  const trees = await Promise.all(tasks.map((task) => repository.objectAt(head, taskFolder(task))));
  await repository.bringTrees(trees.flatMap((tree) => (tree === null ? [] : [tree.oid])));
  const badModes = await Promise.all(tasks.map((task) => badModesOf(repository, head, task)));
  const filesAt = (path: string) =>
    Promise.all(tasks.map((task) => repository.objectAt(head, `${taskFolder(task)}/${path}`)));
  const [files, manifests] = await Promise.all([filesAt(META.storyRef), filesAt(META.manifest)]);
  const contents = await smallBlobs(repository, [...files, ...manifests].flatMap(blobIn));
  return files.map((file, index) => {
    const [blob = ""] = blobIn(file);
    const [manifest = ""] = blobIn(manifests[index]!);
    return {
      badModes: badModes[index]!,
      claimsStory: file !== null,
      storyRef: readMeta(StoryRef, contents.get(blob)),
      costUsd: costIn(readMeta(Manifest, contents.get(manifest))),
    };
  });
}

/** All attempts that the manifest counts were made at one text of the story. */
function costIn(manifest: Manifest | null): number | "unknown" | null {
  const costs =
    manifest?.attempts.flatMap(({ calls }) => calls.map(({ costUsd }) => costUsd)) ?? [];
  if (costs.length === 0) return null;
  const sum = costs.reduce<number>((all, cost) => all + (cost ?? 0), 0);
  return costs.includes(null) ? "unknown" : Math.round(sum * 1_000_000) / 1_000_000;
}

async function badModesOf(
  repository: RepositoryReader,
  head: string,
  task: TaskId,
): Promise<string[]> {
  const entries = await repository.filesBelow(head, taskFolder(task), TASK_LIMITS.files);
  if (entries === null) return [`${taskFolder(task)} ${TOO_MANY_FILES}`];
  return entries
    .filter(({ mode }) => mode !== PLAIN_FILE)
    .map(({ path, mode }) => `${taskFolder(task)}/${JSON.stringify(path)} has the mode ${mode}`);
}

/** Those of some blobs that are no larger than a file of a task may be. */
async function smallBlobs(
  repository: RepositoryReader,
  blobs: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const sizes = await repository.blobSizes(blobs);
  const small = [...sizes].filter(([, size]) => size <= TASK_LIMITS.fileBytes);
  return repository.readBlobs(
    small.map(([blob]) => blob),
    TASK_LIMITS.fileBytes,
  );
}

function blobIn(file: (ObjectAt & Pick<TreeEntry, "type">) | null): string[] {
  return file?.type === "blob" ? [file.oid] : [];
}
