import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { taskFolder } from "../../src/task/folder.ts";
import type { TaskId } from "../../src/task/task-id.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Files of a sample that the repository holds, by path. */
export function sampleFolder(task: TaskId): ReadonlyMap<string, Uint8Array> {
  const folder = join(root, taskFolder(task));
  const paths = globSync("{meta,src,tests}/**/*.*", { cwd: folder }).toSorted();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path))]));
}
