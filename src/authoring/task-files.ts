import { sha256 } from "../foundation/digest.ts";
import { criterionTests } from "../proof/criterion-marks.ts";
import type { Story } from "../story/story.ts";
import { META } from "../task/folder.ts";
import { type Attempt, Manifest, MANIFEST_SCHEMA, type Stage } from "../task/manifest.ts";
import { readMeta } from "../task/meta-file.ts";
import type { StoryRef } from "../task/story-ref.ts";
import type { TaskId } from "../task/task-id.ts";
import type { Authored, Unfinished } from "./author-task.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { callsOf, type Start, type Transcript, transcriptText } from "./transcript.ts";

/** Where a task asks for packages. */
export const REQUIREMENTS = "requirements.txt";

export interface TaskMaking {
  readonly task: TaskId;
  readonly story: Story;
  readonly start: Start;
}

/** The transcript of an attempt, usable or not. */
export function transcriptOf(start: Start, made: Authored | Unfinished): Transcript {
  const packages = made.kind === "made" ? made.packages : null;
  return { start, exchanges: made.exchanges, packages };
}

/**
 * Every file of a task folder, by path. A function of story, transcript and version: no clock, no machine, so that a
 * replay gives the same bytes.
 */
export function taskFiles(
  { task, story, start }: TaskMaking,
  made: Authored,
): ReadonlyMap<string, Uint8Array> {
  const requirements = made.packages?.map((line) => `${line}\n`).join("");
  const staged: [string, string, Stage | "meta"][] = [
    ...made.code.files.map(entry("code")),
    ...made.tests.files.map(entry("tests")),
    ...(requirements === undefined
      ? []
      : [[REQUIREMENTS, requirements, "meta"] satisfies [string, string, "meta"]]),
    [META.story, story.text, "meta"],
    [META.storyRef, json(referenceTo(story)), "meta"],
    [META.design, json(made.design), "design"],
    [META.transcript, transcriptText(transcriptOf(start, made)), "meta"],
  ];
  const files = new Map(staged.map(([path, text]) => [path, bytesOf(text)]));
  const manifest: Manifest = {
    ...manifestOf({ task, story, start }, made),
    files: Object.fromEntries(
      staged
        .map(([path, , stage]): [string, Manifest["files"][string]] => [
          path,
          { sha256: sha256(files.get(path)!), stage },
        ])
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
    criteria: criterionTests(made.tests.files),
  };
  return files.set(META.manifest, bytesOf(json(manifest)));
}

/** What is kept of an attempt that was paid for and made nothing: the manifest, so that no run spends the same money again. */
export function accountFiles(
  making: TaskMaking,
  made: Unfinished,
): ReadonlyMap<string, Uint8Array> {
  return new Map([[META.manifest, bytesOf(json(manifestOf(making, made)))]]);
}

function manifestOf({ task, story, start }: TaskMaking, made: Authored | Unfinished): Manifest {
  return {
    schema: MANIFEST_SCHEMA,
    task,
    version: start.version,
    promptVersion: start.promptVersion,
    story: { id: story.id, sha256: story.digest },
    attempts: [...start.earlier, attemptOf(start, made)],
    files: {},
    criteria: {},
  };
}

function attemptOf({ number, reason, fingerprint }: Start, made: Authored | Unfinished): Attempt {
  return { number, reason, fingerprint, calls: callsOf(made.exchanges) };
}

/**
 * The files of a task whose story has another path now: made again from the same transcript they would be just these.
 * null when the folder has no manifest, so that its story_ref.json is not ours to change.
 */
export function renamedFiles(
  files: ReadonlyMap<string, Uint8Array>,
  story: Story,
): ReadonlyMap<string, Uint8Array> | null {
  const manifest = readMeta(Manifest, files.get(META.manifest));
  const stated = manifest?.files[META.storyRef];
  if (manifest === null || stated === undefined) return null;
  const reference = bytesOf(json(referenceTo(story)));
  const stating: Manifest = {
    ...manifest,
    files: { ...manifest.files, [META.storyRef]: { ...stated, sha256: sha256(reference) } },
  };
  return new Map([...files, [META.storyRef, reference], [META.manifest, bytesOf(json(stating))]]);
}

function referenceTo({ path, id, digest }: Story): StoryRef {
  return { story: path, id, sha256: digest };
}

function entry(stage: Stage): (file: GeneratedFile) => [string, string, Stage] {
  return ({ path, content }) => [path, content, stage];
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
