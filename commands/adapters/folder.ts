import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { CONFIG_PATH } from "../../src/config/config.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { STORIES } from "../../src/story/story.ts";
import type { StoryFiles } from "../check/check.ts";

/** The top of the repository around a folder; the folder itself where there is none. */
export function repositoryAround(directory: string): string {
  const start = resolve(directory);
  if (statSync(start, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new PipelineError("INPUT_INVALID", `There is no folder ${directory}`);
  }
  for (let folder = start; ; folder = dirname(folder)) {
    if (statSync(join(folder, ".git"), { throwIfNoEntry: false }) !== undefined) return folder;
    if (dirname(folder) === folder) return start;
  }
}

/** The stories of a working tree; a path outside of it is an absolute one. */
export function storyFilesIn(root: string): StoryFiles {
  return {
    paths: filesBelow(root, STORIES),
    read: (path) => bytesAt(resolve(root, path)),
    config: textAt(join(root, CONFIG_PATH)),
  };
}

/** A path as it is in the repository, with "/"; the whole of it where it is outside. */
export function pathIn(root: string, typed: string, typedIn = process.cwd()): string {
  const whole = resolve(typedIn, typed);
  const path = relative(root, whole);
  return path.startsWith("..") || isAbsolute(path) ? whole : path.replaceAll(sep, "/");
}

export function filesBelow(root: string, folder: string): string[] {
  const top = join(root, folder);
  if (statSync(top, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(top, { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .toSorted();
}

export function textAt(path: string): string | null {
  return bytesAt(path)?.toString("utf8") ?? null;
}

export function bytesAt(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
