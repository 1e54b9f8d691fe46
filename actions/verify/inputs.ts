import * as z from "zod";
import { ObjectId } from "../../src/git/commits.ts";
import { parseInputs as parse, wholeNumber } from "../../src/runner/inputs.ts";
import { isTaskId, type TaskId } from "../../src/task/task-id.ts";

const commit = z.union([z.literal(""), ObjectId], { error: "must be a full 40-digit commit id" });

const idList = z
  .string()
  .transform((text) => text.split(",").map((id) => id.trim()))
  .transform((ids) => (ids.length === 1 && ids[0] === "" ? [] : ids))
  .refine(
    (ids): ids is TaskId[] => ids.every(isTaskId),
    "must be a comma-separated list of task ids",
  )
  .refine((ids) => new Set(ids).size === ids.length, "names a task twice");

const countOrEmpty = z.union([z.literal("").transform(() => 0), wholeNumber], {
  error: "must be a whole number, or empty",
});

/** One key per input of verify/action.yml. */
export const Inputs = z.object({
  tasks: idList,
  entry: z.string().regex(/^[a-z0-9_-]{0,100}$/, "must be the name of a matrix entry"),
  head: commit,
  base: commit,
  "merge-base": commit,
  "max-tests": countOrEmpty,
  python: z.string().min(1, "is required"),
  "timeout-seconds": wholeNumber.check(
    z.refine((seconds) => seconds >= 1 && seconds <= 3_600, "must be from 1 to 3600"),
  ),
  isolation: z.enum(["required", "best-effort"], { error: "must be required or best-effort" }),
  mutants: countOrEmpty.refine((count) => count <= 1_000, "must be at most 1000"),
  reruns: countOrEmpty.refine((count) => count <= 20, "must be at most 20"),
  "github-token": z.string(),
});
export type Inputs = z.infer<typeof Inputs>;

export function parseInputs(read: (name: string) => string): Inputs {
  return parse(Inputs, read, "verify");
}
