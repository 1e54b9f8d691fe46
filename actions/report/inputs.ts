import * as z from "zod/mini";
import { jsonIn } from "../../src/foundation/json.ts";
import { Clock } from "../../src/handover/clock.ts";
import { type MatrixEntry, parseMatrix } from "../../src/handover/matrix.ts";
import { parseInputs as parse, required } from "../../src/runner/inputs.ts";

/** One key per input of report/action.yml; a contract test holds the two together. */
export const Inputs = z.object({
  // Read by `parseMatrix`, which has more to say than a schema.
  matrix: z.string(),
  "discover-clock": z.string(),
  "github-token": required,
});

export type Inputs = Omit<z.infer<typeof Inputs>, "matrix" | "discover-clock"> & {
  /** null where discover gave no answer. */
  readonly matrix: readonly MatrixEntry[] | null;
  /** null where it is not known. */
  readonly "discover-clock": Clock | null;
};

export function parseInputs(read: (name: string) => string): Inputs {
  const { matrix, "discover-clock": clock, ...inputs } = parse(Inputs, read, "report");
  return {
    ...inputs,
    matrix: matrix === "" ? null : parseMatrix(matrix),
    // Nothing but a bar on a page hangs on it.
    "discover-clock": z.safeParse(Clock, jsonIn(clock)).data ?? null,
  };
}
