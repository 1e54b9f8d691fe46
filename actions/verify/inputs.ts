import * as z from "zod";
import { settingInput } from "../../src/config/settings.ts";
import { commitOrEmpty, countOrEmpty, parseInputs as parse } from "../../src/runner/inputs.ts";
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
  python: settingInput("python"),
  "timeout-seconds": settingInput("timeout-seconds"),
  isolation: settingInput("isolation"),
  mutants: settingInput("mutants"),
  reruns: settingInput("reruns"),
  "github-token": z.string(),
});
export type Inputs = z.infer<typeof Inputs>;

export function parseInputs(read: (name: string) => string): Inputs {
  return parse(Inputs, read, "verify");
}
