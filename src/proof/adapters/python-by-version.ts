import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../runner/job.ts";

/**
 * The interpreter that a setting names. A version such as `3.13` is looked for where runners keep the Pythons that they come
 * with and that actions/setup-python brings (RUNNER_TOOL_CACHE, newest first), and is `python3.13` of the PATH otherwise.
 */
export function pythonNamed(named: string, environment: Environment): string {
  if (!/^\d+(?:\.\d+){1,2}$/.test(named)) return named;
  const cache = environment["RUNNER_TOOL_CACHE"] ?? "";
  const inCache = cache === "" ? null : newestIn(join(cache, "Python"), named);
  return inCache ?? `python${named.split(".").slice(0, 2).join(".")}`;
}

/** Folders are named `3.13.5/x64`. */
function newestIn(folder: string, wanted: string): string | null {
  const versions = namesIn(folder)
    .filter((name) => /^\d+(?:\.\d+){2}$/.test(name))
    .filter((name) => name === wanted || name.startsWith(`${wanted}.`))
    .toSorted((one, other) => patchOf(other) - patchOf(one));
  for (const version of versions) {
    const architectures = namesIn(join(folder, version)).toSorted();
    const found = architectures
      .map((architecture) => join(folder, version, architecture, "bin", "python3"))
      .find((path) => existsSync(path));
    if (found !== undefined) return found;
  }
  return null;
}

function patchOf(version: string): number {
  return Number(version.split(".").at(-1));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
