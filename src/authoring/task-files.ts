import { sha256 } from "../foundation/digest.ts";
import { criterionTests } from "../proof/criterion-marks.ts";
import type { Story } from "../story/story.ts";
import type { DesignDocument } from "../task/design.ts";
import { META } from "../task/folder.ts";
import { Manifest, MANIFEST_SCHEMA, type Stage } from "../task/manifest.ts";
import { readMeta } from "../task/meta-file.ts";
import type { StoryRef } from "../task/story-ref.ts";
import type { TaskId } from "../task/task-id.ts";
import type { GeneratedFile } from "./generated-file.ts";
import { PROMPT_VERSION } from "./prompts.ts";
import { transcriptText, type Exchange } from "./transcript.ts";

/** What the model made of one task. */
export interface AuthoredTask {
  readonly design: DesignDocument;
  readonly code: readonly GeneratedFile[];
  readonly tests: readonly GeneratedFile[];
  readonly exchanges: readonly Exchange[];
}

export interface TaskMaking {
  readonly task: TaskId;
  readonly story: Story;
  readonly authored: AuthoredTask;
  readonly model: string;
  readonly version: string;
  /** This attempt last. */
  readonly attempts: Manifest["attempts"];
}

/**
 * Every file of a task folder, by path. A function of story, transcript and version: no clock, no machine, so that a
 * replay gives the same bytes.
 */
export function taskFiles(making: TaskMaking): ReadonlyMap<string, Uint8Array> {
  const { story, authored } = making;
  const staged: [string, string, Stage | "meta"][] = [
    ...authored.code.map(entry("code")),
    ...authored.tests.map(entry("tests")),
    [META.story, story.text, "meta"],
    [META.storyRef, json(referenceTo(story)), "meta"],
    [META.design, json(authored.design), "design"],
    [META.transcript, transcriptText(authored.exchanges), "meta"],
  ];
  const files = new Map(staged.map(([path, text]) => [path, bytesOf(text)]));
  const manifest: Manifest = {
    schema: MANIFEST_SCHEMA,
    task: making.task,
    version: making.version,
    model: making.model,
    promptVersion: PROMPT_VERSION,
    story: { id: story.id, sha256: story.digest },
    attempts: making.attempts,
    files: Object.fromEntries(
      staged
        .map(([path, , stage]): [string, Manifest["files"][string]] => [
          path,
          { sha256: sha256(files.get(path)!), stage },
        ])
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
    criteria: criterionTests(authored.tests),
  };
  return files.set(META.manifest, bytesOf(json(manifest)));
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
  return ({ path, content }) => [path, withFinalNewline(content), stage];
}

function withFinalNewline(text: string): string {
  const unix = text.replaceAll("\r\n", "\n");
  return unix.endsWith("\n") ? unix : `${unix}\n`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
