import * as z from "zod";
import {
  choice,
  commitOrEmpty,
  countOrEmpty,
  parseInputs as parse,
  required,
  wholeNumber,
} from "../../src/runner/inputs.ts";
import { taskList } from "../../src/task/task-list.ts";

const distinctTasks = taskList.check(
  z.refine((ids) => new Set(ids).size === ids.length, "names a task twice"),
);

/** One key per input of verify/action.yml. */
export const Inputs = z.object({
  tasks: distinctTasks,
  entry: z.string().regex(/^[a-z0-9_-]{0,100}$/, "must be the name of a matrix entry"),
  head: commitOrEmpty,
  base: commitOrEmpty,
  "merge-base": commitOrEmpty,
  "max-tests": countOrEmpty,
  python: required,
  "timeout-seconds": wholeNumber.check(
    z.refine((seconds) => seconds >= 1 && seconds <= 3_600, "must be from 1 to 3600"),
  ),
  isolation: choice("required", "best-effort"),
  mutants: countOrEmpty.check(z.refine((count) => count <= 1_000, "must be at most 1000")),
  reruns: countOrEmpty.check(z.refine((count) => count <= 20, "must be at most 20")),
  "github-token": z.string(),
});
export type Inputs = z.infer<typeof Inputs>;

export function parseInputs(read: (name: string) => string): Inputs {
  return parse(Inputs, read, "verify");
}
