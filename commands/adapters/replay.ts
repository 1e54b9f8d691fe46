import { readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { replay } from "../../src/authoring/replay.ts";
import { PipelineError } from "../../src/foundation/errors.ts";
import { GENERATED, type TaskContent } from "../../src/task/folder.ts";
import { isTaskId } from "../../src/task/task-id.ts";
import type { Answer } from "../answer.ts";
import type { Asked } from "../commands.ts";
import { replayAnswer } from "../replay/replay.ts";
import { filesBelow, repositoryAround } from "./folder.ts";

/** Makes a folder again from its transcript; asks nobody, and runs nothing of it. */
export async function replayAsked(asked: Asked): Promise<Answer> {
  const [named = ""] = asked.words;
  const folder = folderOf(named, asked.directory);
  const task = basename(resolve(folder));
  if (!isTaskId(task) || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new PipelineError("INPUT_INVALID", `${named} is not the folder of a task`, {
      hint: "Name a task by its id, or by its folder: generated/shipping_cost",
    });
  }
  return replayAnswer(named, await replay(task, filesIn(folder)), asked.isSet("explain"));
}

function folderOf(named: string, directory: string): string {
  const byId = join(repositoryAround(directory), GENERATED, named);
  const isId = isTaskId(named) && statSync(byId, { throwIfNoEntry: false }) !== undefined;
  return isId ? byId : named;
}

export function filesIn(folder: string): TaskContent[] {
  return filesBelow(folder, "")
    .filter((path) => !path.includes("__pycache__"))
    .map((path) => ({ path, content: readFileSync(join(folder, path)) }));
}
