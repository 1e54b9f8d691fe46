import * as z from "zod/mini";
import { type MatrixEntry, parseMatrix } from "../../src/handover/matrix.ts";
import { parseInputs as parse, required } from "../../src/runner/inputs.ts";

/** One key per input of report/action.yml; a contract test holds the two together. */
export const Inputs = z.object({
  // Read by `parseMatrix`, which has more to say than a schema.
  matrix: z.string(),
  "github-token": required,
});

export type Inputs = Omit<z.infer<typeof Inputs>, "matrix"> & {
  /** null where discover gave no answer. */
  readonly matrix: readonly MatrixEntry[] | null;
};

export function parseInputs(read: (name: string) => string): Inputs {
  const { matrix, ...inputs } = parse(Inputs, read, "report");
  return { ...inputs, matrix: matrix === "" ? null : parseMatrix(matrix) };
}
