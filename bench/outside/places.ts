import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Where all of this lies; nothing of it is committed. */
export const CACHE = join(ROOT, ".cache/outside");

export function place(...names: readonly string[]): string {
  return join(CACHE, ...names);
}

export function program(name: string): string {
  return join(ROOT, "bench/outside", name);
}

/** What became of a candidate. */
export interface Candidate {
  readonly task: string;
  /** Package and version, and the test file in it. */
  readonly origin?: string;
  /** null: it is part of the corpus. */
  readonly leftOut: string | null;
  readonly detail?: string;
  readonly tests?: number;
  readonly seconds?: number;
  /** Tests that plain pytest did not pass, and which were cut for it. */
  readonly cutTests?: number;
  /** Files and definitions of `src/` that no test of the folder loads or calls, and which were cut. */
  readonly cutCode?: number;
}

export function readJsonFile(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

/** In an order that is always the same and has nothing to do with names, so that any first N are a sample. */
export function shuffled(names: readonly string[]): string[] {
  const key = (name: string): string => createHash("sha256").update(name).digest("hex");
  return names.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
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
