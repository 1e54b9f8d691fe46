import {
  type Candidate,
  readCandidate,
  readSharedInputs,
} from "../../src/candidate/read-candidate.ts";
import { verifySettingsDigest } from "../../src/config/config.ts";
import { readConfigAt } from "../../src/config/read-config.ts";
import type { Digest } from "../../src/foundation/digest.ts";
import type { Commits } from "../../src/git/commits.ts";
import type { ObjectAt } from "../../src/git/merged-object.ts";
import type { RepositoryReader, TreeEntry } from "../../src/git/repository.ts";
import { META, TASK_LIMITS, TOO_MANY_FILES, taskFolder } from "../../src/task/folder.ts";
import { readMeta } from "../../src/task/meta-file.ts";
import { StoryRef } from "../../src/task/story-ref.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { PresentInputs } from "./judge-evidence.ts";

/** What git holds now of one task that a pull request changes. */
export interface TaskNow {
  readonly present: PresentInputs;
  /** Its files at the head that are no plain files (links, programs, submodules), or that they are too many. */
  readonly badModes: readonly string[];
  /** Whether the folder says that it was made from a story. */
  readonly claimsStory: boolean;
  /** Which one. null for none; a reference that cannot be read names no story, and so matches none. */
  readonly storyRef: StoryRef | null;
}

/** Reads all tasks of a pull request with as many questions to the server as one task needs. */
export async function readTasks(
  repository: RepositoryReader,
  commits: Commits,
  tasks: readonly TaskId[],
): Promise<ReadonlyMap<TaskId, TaskNow>> {
  const { base, head } = commits;
  const settings = await readConfigAt(repository, base);
  const shared = await readSharedInputs(repository, commits, settings["shared-inputs"]);
  const config = verifySettingsDigest(settings);
  const trees = await Promise.all(tasks.map((task) => repository.objectAt(head, taskFolder(task))));
  await repository.bringFolders(trees.flatMap((tree) => (tree === null ? [] : [tree.oid])));
  const claims = await readClaims(repository, head, tasks);
  const read = tasks.map(async (task): Promise<[TaskId, TaskNow]> => {
    const candidate = await readCandidate(repository, commits, task, shared);
    const badModes = await badModesOf(repository, head, task);
    return [task, { present: presentInputs(candidate, config), badModes, ...claims.get(task)! }];
  });
  return new Map(await Promise.all(read));
}

function presentInputs(candidate: Candidate, config: Digest): PresentInputs {
  if (candidate.kind === "conflict") return candidate;
  return {
    kind: "inputs",
    // A folder that is gone from the candidate equals no tree that was ever tested.
    inputs: { task: candidate.task ?? "", shared: candidate.shared, config },
  };
}

async function badModesOf(
  repository: RepositoryReader,
  head: string,
  task: TaskId,
): Promise<string[]> {
  const entries = await repository.filesBelow(head, taskFolder(task), TASK_LIMITS.files);
  if (entries === null) return [`${taskFolder(task)} ${TOO_MANY_FILES}`];
  return entries
    .filter(({ mode }) => mode !== "100644")
    .map(({ path, mode }) => `${taskFolder(task)}/${JSON.stringify(path)} has the mode ${mode}`);
}

/** What each folder says about the story that it was made from; the files of all of them come with one question. */
async function readClaims(
  repository: RepositoryReader,
  head: string,
  tasks: readonly TaskId[],
): Promise<ReadonlyMap<TaskId, Pick<TaskNow, "claimsStory" | "storyRef">>> {
  const files = await Promise.all(
    tasks.map((task) => repository.objectAt(head, `${taskFolder(task)}/${META.storyRef}`)),
  );
  const sizes = await repository.blobSizes(files.flatMap(blobIn));
  const isRead = (oid: string): boolean => (sizes.get(oid) ?? 0) <= TASK_LIMITS.fileBytes;
  const contents = await repository.readBlobs(
    [...sizes.keys()].filter(isRead),
    TASK_LIMITS.fileBytes,
  );
  return new Map(
    tasks.map((task, index) => {
      const file = files[index] ?? null;
      const [blob = ""] = blobIn(file);
      return [
        task,
        { claimsStory: file !== null, storyRef: readMeta(StoryRef, contents.get(blob)) },
      ];
    }),
  );
}

function blobIn(file: (ObjectAt & Pick<TreeEntry, "type">) | null): string[] {
  return file?.type === "blob" ? [file.oid] : [];
}
