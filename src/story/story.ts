import * as z from "zod";
import { sha256, sha256OfJson, type Digest } from "../foundation/digest.ts";
import { isRecord, readJson, utf8Text } from "../foundation/json.ts";
import { taskIdOfPart, taskIdOfStory, type TaskId } from "../task/task-id.ts";
import { acceptanceAboveParts } from "./items.ts";
import { readMarkdownStory } from "./markdown-story.ts";

export const STORIES = "meta/stories";
export const STORY_MAX_BYTES = 256 * 1024;

/** Deeper nesting than any person writes; it keeps every recursive reader of the story safe. */
const MAX_DEPTH = 64;

/** One text, or a list of texts or of objects such as `{"input": 0, "output": 3.5}`. */
const textOrList = z.union([z.string(), z.array(z.unknown())], {
  error: "must be a string or a list",
});

const textId = z.string({
  error: ({ input }) =>
    input === undefined ? "is required, as a string" : `must be a string${quotedNumber(input)}`,
});

/** A number is what people write most often instead. */
function quotedNumber(input: unknown): string {
  return typeof input === "number" ? `: write "${input}"` : "";
}

export const StoryPart = z.looseObject({ id: textId });
export type StoryPart = z.infer<typeof StoryPart>;

/** What a person asks for. Every key that is not known here is kept and shown to the model. */
export const StoryDocument = z
  .looseObject(
    {
      id: textId,
      version: z.union([z.string(), z.number()], { error: "must be a string" }).optional(),
      title: textOrList.optional(),
      feature: textOrList.optional(),
      description: textOrList.optional(),
      requirements: textOrList.optional(),
      acceptance: textOrList.optional(),
      constraints: textOrList.optional(),
      /** Python requirements. */
      dependencies: textOrList.optional(),
      tasks: z.array(StoryPart, { error: 'must be a list of parts, each with an "id"' }).optional(),
    },
    { error: "must be one JSON object" },
  )
  .refine(
    (story) =>
      ["feature", "title", "description", "requirements"].some((key) => hasText(story[key])),
    {
      error: 'one of "feature", "title", "description", "requirements" must say what is wanted',
      path: [],
    },
  );
export type StoryDocument = z.infer<typeof StoryDocument>;

/** What the pipeline knows by name; every other key is the author's own. */
export const STORY_KEYS: readonly string[] = [...Object.keys(StoryDocument.shape), "$schema"];

export interface StoryTask {
  readonly id: TaskId;
  /** The part of the story that this task is, or null when the task is the whole story. */
  readonly part: StoryPart | null;
}

export interface Story {
  /** Path in the repository. */
  readonly path: string;
  readonly id: string;
  /** The story id as the first half of its task ids, and as the name of its branch. */
  readonly key: TaskId;
  readonly document: StoryDocument;
  /**
   * Of JSON sha256 of the RFC 8785 form: white space and the order of keys do not change it. Of Markdown sha256 of the
   * text, without byte order mark and with LF at the ends of lines.
   */
  readonly digest: Digest;
  /** The file as it was read. */
  readonly text: string;
  readonly tasks: readonly StoryTask[];
}

export type StoryResult =
  | { readonly ok: true; readonly story: Story }
  | { readonly ok: false; readonly path: string; readonly problems: readonly string[] };

/** Reads one story file, and says everything that is wrong with it. */
export function parseStory(path: string, bytes: Uint8Array): StoryResult {
  const failed = (...problems: string[]): StoryResult => ({ ok: false, path, problems });
  if (bytes.length > STORY_MAX_BYTES) return failed(tooLarge(bytes.length));
  const text = utf8Text(bytes);
  if (text === null) return failed("is not UTF-8 text");
  const read = readStoryText(path, text);
  if (!read.ok) return failed(...read.problems);
  const document = StoryDocument.safeParse(read.value);
  if (!document.success) {
    return failed(...document.error.issues.map((issue) => problemOf(issue, read.value)));
  }
  return withTasks(path, text, document.data, read.digest);
}

export type StoryTextRead =
  | {
      readonly ok: true;
      /** As it is: the schema's copy lacks a key such as "__proto__". */
      readonly value: unknown;
      readonly digest: Digest;
    }
  | { readonly ok: false; readonly problems: readonly string[] };

/** What the text of a story file says, by the ending of its path. */
export function readStoryText(path: string, text: string): StoryTextRead {
  if (isMarkdown(path)) {
    const markdown = readMarkdownStory(text);
    if (!markdown.ok) return markdown;
    const malformed = malformation(markdown.value);
    if (malformed !== null) return unread(malformed);
    // Of the text, not of what was read in it: a better reader must not make an old story a new one.
    return { ok: true, value: markdown.value, digest: sha256(text.replaceAll("\r\n", "\n")) };
  }
  const json = readJson(text);
  if (!json.ok) return unread(`is not valid JSON: ${json.problem}`);
  const malformed = malformation(json.value);
  if (malformed !== null) return unread(malformed);
  return { ok: true, value: json.value, digest: sha256OfJson(json.value) };
}

function unread(problem: string): StoryTextRead {
  return { ok: false, problems: [problem] };
}

export function isMarkdown(path: string): boolean {
  return path.endsWith(".md");
}

/** Whether a file directly in the folder of stories is one, by its name. A README says what the folder is for. */
export function isStoryFile(name: string): boolean {
  return name.endsWith(".json") || (isMarkdown(name) && !/(?:^|\/)readme\.md$/i.test(name));
}

export function tooLarge(bytes: number): string {
  return `has ${bytes} bytes; a story may have ${STORY_MAX_BYTES}. Split it into several stories`;
}

function withTasks(
  path: string,
  text: string,
  document: StoryDocument,
  digest: Digest,
): StoryResult {
  const key = taskIdOfStory(document.id);
  if (!key.ok) return { ok: false, path, problems: [`"id": ${key.problem}`] };
  const parts = document.tasks ?? [];
  const ids = parts.map((part) => taskIdOfPart(key.taskId, part.id));
  const problems = [
    ...(document.tasks?.length === 0
      ? ['"tasks" is an empty list; leave it out, or list parts']
      : []),
    ...acceptanceAboveParts(document),
    ...ids.flatMap((id, index) => (id.ok ? [] : [`"tasks.${index}.id": ${id.problem}`])),
    ...repeated(ids.flatMap((id) => (id.ok ? [id.taskId] : []))).map(
      (id) => `"tasks" names the part ${id} more than once`,
    ),
  ];
  if (problems.length > 0) return { ok: false, path, problems };
  const tasks =
    parts.length === 0
      ? [{ id: key.taskId, part: null }]
      : ids.flatMap((id, index) => (id.ok ? [{ id: id.taskId, part: parts[index]! }] : []));
  return {
    ok: true,
    story: { path, id: document.id, key: key.taskId, document, digest, text, tasks },
  };
}

function repeated<T>(values: readonly T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

function hasText(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "";
  return Array.isArray(value) && value.length > 0;
}

/** Why a JSON value has no canonical form, or would exhaust a recursive reader. */
function malformation(root: unknown): string | null {
  let level: unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return `is nested deeper than ${MAX_DEPTH} levels`;
    if (level.some((value) => typeof value === "string" && !value.isWellFormed())) {
      return "holds half of a surrogate pair, which is no Unicode text";
    }
    if (level.some((value) => typeof value === "number" && !Number.isFinite(value))) {
      return "holds a number larger than any that is read as one, such as 1e400: write it as a text";
    }
    level = level.flatMap(childrenOf);
  }
  return null;
}

function childrenOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return isRecord(value) ? [...Object.keys(value), ...Object.values(value)] : [];
}

function problemOf(issue: z.core.$ZodIssue, value: unknown): string {
  const at = issue.path.map(String).join(".");
  const written = at === "id" && isRecord(value) ? idInCapitals(Object.keys(value)) : null;
  const advice = written === null ? "" : `: write id, not ${JSON.stringify(written)}`;
  return at === "" ? issue.message : `"${at}" ${issue.message}${advice}`;
}

/** What people write most often instead, above all in front matter. */
function idInCapitals(keys: readonly string[]): string | null {
  return keys.includes("id") ? null : (keys.find((key) => key.toLowerCase() === "id") ?? null);
}
