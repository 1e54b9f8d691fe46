import type { PageOfRun, PageOfTask } from "../page-data.ts";

/** The blocks of data that the page carries; each is parsed when it is first asked for. */
export const run = read("run") as PageOfRun;

const tasks = new Map<number, PageOfTask>();

export function taskAt(place: number): PageOfTask {
  const known = tasks.get(place);
  if (known !== undefined) return known;
  const task = read(`task-${place}`) as PageOfTask;
  tasks.set(place, task);
  return task;
}

function read(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}
