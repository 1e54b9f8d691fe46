import * as z from "zod";
import { settingInput, type Settings } from "../../src/config/settings.ts";
import { parseMatrix } from "../../src/handover/matrix.ts";
import {
  flag,
  parseInputs as parse,
  pullRequestNumber,
  required,
  workflowFile,
} from "../../src/runner/inputs.ts";

/** One key per input of merge-gate/action.yml; a contract test holds the two together. */
export const Inputs = z.object({
  // Read by `parseMatrix`, which has more to say than a schema.
  matrix: z.string(),
  "pull-request": pullRequestNumber,
  "github-token": required,
  // Of an App; empty for none.
  "app-token": z.string(),
  mode: settingInput("mode"),
  "merge-method": settingInput("merge-method"),
  "delete-branch": settingInput("delete-branch"),
  "budget-usd": settingInput("budget-usd"),
  "retry-workflow": workflowFile,
  "reverify-workflow": workflowFile,
  "dry-run": flag,
});

export type Inputs = Omit<z.infer<typeof Inputs>, "matrix"> & {
  /** null where discover gave no answer, which only a run that was given a pull request may say about it. */
  readonly matrix: ReturnType<typeof parseMatrix> | null;
};

/** Inputs, and of each setting what holds: where they leave it open, the config of the base says it. */
export type Orders = Omit<Inputs, keyof GateSettings> & GateSettings;
type GateSettings = Pick<Settings, "mode" | "merge-method" | "delete-branch" | "budget-usd">;

export function parseInputs(read: (name: string) => string): Inputs {
  const { matrix, ...inputs } = parse(Inputs, read, "merge-gate");
  return {
    ...inputs,
    matrix: matrix === "" && inputs["pull-request"] !== null ? null : parseMatrix(matrix),
  };
}
