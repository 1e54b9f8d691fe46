import * as z from "zod/mini";
import { list } from "../runner/inputs.ts";
import { isTaskId, type TaskId } from "./task-id.ts";

const NO_LIST = "must be a comma-separated list of task ids, such as shipping_cost_v1";

/** An input that names tasks. */
export const taskList = z.pipe(
  list.check(z.refine((names) => names.every(isTaskId), NO_LIST)),
  z.transform((names: string[]) => names.filter(isTaskId)),
);

/** The form in which ids travel from one job to the next. */
export function formatTaskList(tasks: readonly TaskId[]): string {
  return tasks.join(",");
}

/** Reads that form and no other: nobody writes it by hand. */
export const strictTaskList = z.pipe(
  z.string().check(z.refine((text) => text.split(",").every(isTaskId), NO_LIST)),
  z.transform((text: string) => text.split(",").filter(isTaskId)),
);
