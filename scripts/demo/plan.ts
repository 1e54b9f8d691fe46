import { existsSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isStoryFile, parseStory, STORIES } from "../../src/story/story.ts";
import { DemoError, type Options } from "./options.ts";
import { readReplies, RECORDED_MODEL, type RecordedReplies } from "./recordings.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const RECORDINGS = "demo/recordings";
const FIRST_STORY = `${STORIES}/timesheet_duration.json`;

/** Who answers the questions of generate. */
export type Writer =
  | { readonly kind: "playback"; readonly replies: RecordedReplies; readonly from: string }
  | { readonly kind: "model"; readonly baseUrl: string; readonly key: string };

/** All that is decided before anything is started. */
export interface Plan {
  readonly story: {
    readonly path: string;
    readonly text: string;
    /** Ids of its tasks; none when it is no story, which generate says better than a demo could. */
    readonly tasks: readonly string[];
  };
  readonly writer: Writer;
  readonly model: string;
  readonly throughPullRequest: boolean;
  /** `decided`: of a story of one's own nobody knows before what the evidence will say. */
  readonly expected: "merged" | "refused" | "decided";
}

/** Makes a plan of the options; what is missing is said here, before the first server runs. */
export function planOf(options: Options, key: string): Plan {
  const { source } = options;
  const file = resolve(options.story ?? join(ROOT, FIRST_STORY));
  const text = readStoryFile(file);
  const path = `${STORIES}/${basename(file)}`;
  const isBroken = source.kind === "recorded" && source.isBroken;
  return {
    story: { path, text, tasks: tasksOf(file, text) },
    writer:
      source.kind === "model" ? askedModel(source.baseUrl, key) : playback(options, file, text),
    model: source.kind === "model" ? source.model : RECORDED_MODEL,
    throughPullRequest: options.throughPullRequest,
    expected: source.kind !== "recorded" ? "decided" : isBroken ? "refused" : "merged",
  };
}

function readStoryFile(file: string): string {
  if (!isStoryFile(basename(file)))
    throw new DemoError(`${shown(file)} is no story: its name must end in .json or .md`);
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new DemoError(`The story ${shown(file)} cannot be read`, { cause: error });
  }
}

function askedModel(baseUrl: string, key: string): Writer {
  if (key === "") {
    throw new DemoError(
      "OPENAI_API_KEY is empty. Put the key of the model's server there, or any text if it wants none.",
    );
  }
  return { kind: "model", baseUrl, key };
}

function playback({ source }: Options, file: string, text: string): Writer {
  if (source.kind === "folder") {
    const replies = readReplies(resolve(source.folder), partsIn(file, text));
    return { kind: "playback", replies, from: source.folder };
  }
  const folder = join(ROOT, RECORDINGS, basename(file).replace(/\.(?:json|md)$/, ""));
  const isSample = file === join(ROOT, STORIES, basename(file)) && existsSync(folder);
  if (!isSample) {
    throw new DemoError(
      `There are no recorded replies for ${shown(file)}.\n` +
        "Ask a model: --model NAME [--base-url URL], with its key in OPENAI_API_KEY.\n" +
        "Or play back replies of your own: --replies DIR.",
    );
  }
  const isBroken = source.kind === "recorded" && source.isBroken;
  const replies = readReplies(
    folder,
    partsIn(file, text),
    isBroken ? join(folder, "broken") : null,
  );
  return { kind: "playback", replies, from: relative(ROOT, folder) };
}

/** Ids of the parts of a story as it writes them; none where it has none, or is no story. */
export function partsIn(file: string, text: string): readonly string[] {
  const result = parseStory(basename(file), Buffer.from(text));
  return result.ok
    ? result.story.tasks.flatMap(({ part }) => (part === null ? [] : [part.id]))
    : [];
}

function tasksOf(file: string, text: string): readonly string[] {
  const result = parseStory(basename(file), Buffer.from(text));
  return result.ok ? result.story.tasks.map(({ id }) => id) : [];
}

/** A path as the person at the terminal would write it. */
export function shown(path: string): string {
  const here = relative(process.cwd(), path);
  return here.startsWith("..") || here === "" ? path : here;
}
