import * as z from "zod";
import { parseMatrix } from "../../src/handover/matrix.ts";
import { flag, parseInputs as parse } from "../../src/runner/inputs.ts";

const choice = <const Values extends readonly [string, ...string[]]>(...values: Values) =>
  z.enum(values, { error: `must be one of ${values.join(", ")}` });

const notYet = z.string().refine((text) => text === "", "is not available yet");

/** One key per input of merge-gate/action.yml; a contract test holds the two together. */
export const Inputs = z.object({
  // Read by `parseMatrix`, which has more to say than a schema.
  matrix: z.string(),
  "github-token": z.string().min(1, "is required"),
  mode: choice("merge", "status-only", "auto-merge").refine(
    (mode) => mode !== "auto-merge",
    "auto-merge is not available yet; merge merges as soon as everything is proven",
  ),
  "merge-method": choice("merge", "squash", "rebase"),
  "delete-branch": choice("own", "all", "none"),
  "retry-workflow": notYet,
  "reverify-workflow": notYet,
  "dry-run": flag,
});

export type Inputs = Omit<z.infer<typeof Inputs>, "matrix" | "mode"> & {
  readonly matrix: ReturnType<typeof parseMatrix>;
  readonly mode: "merge" | "status-only";
};

export function parseInputs(read: (name: string) => string): Inputs {
  const { matrix, mode, ...inputs } = parse(Inputs, read, "merge-gate");
  return {
    ...inputs,
    matrix: parseMatrix(matrix),
    mode: mode === "status-only" ? "status-only" : "merge",
  };
}
