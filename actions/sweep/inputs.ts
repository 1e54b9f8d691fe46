import * as z from "zod";
import { settingInput } from "../../src/config/settings.ts";
import { flag, parseInputs as parse, required, workflowFile } from "../../src/runner/inputs.ts";

/** One key per input of sweep/action.yml; a contract test holds the two together. */
export const Inputs = z.object({
  "github-token": required,
  "delete-branch": settingInput("delete-branch"),
  "retry-workflow": workflowFile,
  "reverify-workflow": workflowFile,
  "dry-run": flag,
});

export type Inputs = z.infer<typeof Inputs>;

export function parseInputs(read: (name: string) => string): Inputs {
  return parse(Inputs, read, "sweep");
}
