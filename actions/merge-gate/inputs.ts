import * as z from "zod/mini";
import { parseMatrix } from "../../src/handover/matrix.ts";
import {
  choice,
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
  mode: choice("merge", "status-only", "auto-merge").check(
    z.refine(
      (mode) => mode !== "auto-merge",
      "auto-merge is not offered, because nobody would look again when the proof falls; write merge, which merges as soon as everything is proven, and name other checks to wait for in required-checks of the config",
    ),
  ),
  "merge-method": choice("merge", "squash", "rebase"),
  "delete-branch": choice("own", "all", "none"),
  "retry-workflow": workflowFile,
  "reverify-workflow": workflowFile,
  "dry-run": flag,
});

export type Inputs = Omit<z.infer<typeof Inputs>, "matrix" | "mode"> & {
  /** null where discover gave no answer, which only a run that was given a pull request may say about it. */
  readonly matrix: ReturnType<typeof parseMatrix> | null;
  readonly mode: "merge" | "status-only";
};

export function parseInputs(read: (name: string) => string): Inputs {
  const { matrix, mode, ...inputs } = parse(Inputs, read, "merge-gate");
  return {
    ...inputs,
    matrix: matrix === "" && inputs["pull-request"] !== null ? null : parseMatrix(matrix),
    mode: mode === "status-only" ? "status-only" : "merge",
  };
}
