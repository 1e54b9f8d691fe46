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

/** The stories of a working tree. Paths that somebody typed count from where they typed them. */
export function storyFilesIn(root: string, typedIn = process.cwd()): StoryFiles {
  return {
    paths: filesBelow(root, STORIES),
    read: (path) => bytesAt(fileOf(path)),
    config: textAt(join(root, CONFIG_PATH)),
  };

  function fileOf(path: string): string {
    const inside = join(root, path);
    const typed = isAbsolute(path) ? path : join(typedIn, path);
    return statSync(typed, { throwIfNoEntry: false })?.isFile() === true ? typed : inside;
  }
}

/** A path as it is in the repository, with "/"; as it was typed where it is outside. */
export function pathIn(root: string, typed: string, typedIn = process.cwd()): string {
  const path = relative(root, resolve(typedIn, typed));
  return path.startsWith("..") || isAbsolute(path) ? typed : path.replaceAll(sep, "/");
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
