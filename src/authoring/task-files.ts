import { sha256 } from "../foundation/digest.ts";
import { criterionTests } from "../proof/criterion-marks.ts";
import { isMarkdown, type Story } from "../story/story.ts";
import { META, type TaskContent } from "../task/folder.ts";
import { type Attempt, Manifest, MANIFEST_SCHEMA, type Stage } from "../task/manifest.ts";
import { readMeta } from "../task/meta-file.ts";
import type { StoryRef } from "../task/story-ref.ts";
import type { TaskId } from "../task/task-id.ts";
import type { Authored, Unfinished } from "./author-task.ts";
import type { GeneratedFile } from "./generated-file.ts";
import type { Version } from "./judge.ts";
import { callsOf, exchangesOf, type Start, type Transcript, transcriptText } from "./transcript.ts";

/** Where a task asks for packages. */
export const REQUIREMENTS = "requirements.txt";

export interface TaskMaking {
  readonly task: TaskId;
  readonly story: Story;
  readonly start: Start;
  /** Attempts that this one goes on from. */
  readonly before: readonly Transcript[];
}

/** The transcripts of an attempt, usable or not, and of those that it goes on from. */
export function transcriptsOf(
  { start, before }: Pick<TaskMaking, "start" | "before">,
  { lines }: Authored | Unfinished,
): Transcript[] {
  return [...before, { start, lines }];
}

/**
 * Every file of a task folder, by path. A function of story, transcript and version: no clock, no machine, so that a
 * replay gives the same bytes.
 */
export function taskFiles(making: TaskMaking, made: Authored): ReadonlyMap<string, Uint8Array> {
  const { story } = making;
  const requirements = made.packages?.map((line) => `${line}\n`).join("");
  const staged: [string, string, Stage | "meta"][] = [
    ...made.code.files.map(entry("code")),
    ...made.tests.files.map(entry("tests")),
    ...(requirements === undefined
      ? []
      : [[REQUIREMENTS, requirements, "meta"] satisfies [string, string, "meta"]]),
    [storyFileOf(story), story.text, "meta"],
    [META.storyRef, json(referenceTo(story)), "meta"],
    [META.design, json(made.design), "design"],
    [META.transcript, transcriptText(transcriptsOf(making, made)), "meta"],
  ];
  const files = new Map(staged.map(([path, text]) => [path, bytesOf(text)]));
  const manifest: Manifest = {
    ...manifestOf(making, made),
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

/** A version as it would be committed, without the account of how it was made. */
export function versionFiles(
  task: TaskId,
  story: Story,
  { design, code, tests, packages, overruled }: Version,
): TaskContent[] {
  const requirements = packages?.map((line) => `${line}\n`).join("");
  const manifest: Manifest = {
    schema: MANIFEST_SCHEMA,
    task,
    version: "",
    promptVersion: "",
    story: { id: story.id, sha256: story.digest },
    attempts: [{ number: 1, reason: "new", fingerprint: null, calls: [], ended: "unchecked" }],
    files: {},
    criteria: {},
    overruled: [...overruled],
    open: null,
  };
  const files: [string, string][] = [
    ...[...code, ...tests].map(({ path, content }): [string, string] => [path, content]),
    ...(requirements === undefined
      ? []
      : [[REQUIREMENTS, requirements] satisfies [string, string]]),
    [storyFileOf(story), story.text],
    [META.storyRef, json(referenceTo(story))],
    [META.design, json(design)],
    [META.manifest, json(manifest)],
  ];
  return files.map(([path, text]) => ({ path, content: bytesOf(text) }));
}

/** What is kept of an attempt that was paid for and made nothing: the manifest, so that no run spends the same money again. */
export function accountFiles(
  making: TaskMaking,
  made: Unfinished,
): ReadonlyMap<string, Uint8Array> {
  return new Map([[META.manifest, bytesOf(json(manifestOf(making, made)))]]);
}

function storyFileOf({ path }: Story): string {
  return isMarkdown(path) ? META.storyMarkdown : META.story;
}

function manifestOf({ task, story, start }: TaskMaking, made: Authored | Unfinished): Manifest {
  const { overruled, open } = made.kind === "made" ? made : NOTHING_MADE;
  return {
    schema: MANIFEST_SCHEMA,
    task,
    version: start.version,
    promptVersion: start.promptVersion,
    story: { id: story.id, sha256: story.digest },
    attempts: [...start.earlier, attemptOf(start, made)],
    files: {},
    criteria: {},
    overruled: [...overruled],
    open,
  };
}

const NOTHING_MADE = { overruled: [], open: null } as const;

function attemptOf({ number, reason, fingerprint }: Start, made: Authored | Unfinished): Attempt {
  return {
    number,
    reason,
    fingerprint,
    calls: callsOf(exchangesOf(made)),
    ended: made.kind === "made" ? made.ending : "nothing",
  };
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
