import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type * as z from "zod";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Where all of this lies; nothing of it is committed. */
export const CACHE = join(ROOT, ".cache/outside");

export function place(...names: readonly string[]): string {
  return join(CACHE, ...names);
}

export function program(name: string): string {
  return join(ROOT, "bench/outside", name);
}

/** A JSON file by its schema, or what stands for one that is not there. */
export function readJsonFile<T>(path: string, schema: z.ZodType<T>, absent: T): T {
  return existsSync(path) ? schema.parse(JSON.parse(readFileSync(path, "utf8"))) : absent;
}

/** A file of one JSON object a line; one that is not there has none. */
export function readLines<T>(path: string, schema: z.ZodType<T>): T[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}

/** In an order that is always the same and has nothing to do with names, so that any first N are a sample. */
export function shuffled(names: readonly string[]): string[] {
  return names.toSorted((a, b) => (hash(a) < hash(b) ? -1 : 1));
}

function hash(name: string): string {
  return createHash("sha256").update(name).digest("hex");
}

/** Every file of a folder, relative to it. */
export function filesOf(folder: string): Record<string, Buffer> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes("__pycache__"))
      .map((entry) => join(entry.parentPath, entry.name))
      .toSorted()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path)]),
  );
}
