import * as z from "zod";
import { Sha256, sha256OfJson, type Digest } from "../foundation/digest.ts";
import { ObjectId } from "../git/commits.ts";

/** Everything that the result of a verification depends on. Evidence holds for what has the same inputs, and for nothing else. */
export const VerificationInputs = z.strictObject({
  /** Tree id of the task folder in the candidate. */
  task: ObjectId,
  /** Blob id of each shared input in the candidate; null where the file does not exist. */
  shared: z.record(z.string(), z.nullable(ObjectId)),
  /** Hash of those settings of `.github/agent-pipeline.yml` that verify reads. */
  config: Sha256,
  /** Version of the interpreter, such as `3.12.3`. */
  python: z.string().min(1),
  /** Version of pytest, such as `9.2.0`. */
  pytest: z.string().min(1),
  /** Version of agent-pipeline. */
  verify: z.string().min(1),
  /** `all`, or the number of tests that were selected by `max-tests`. */
  selection: z.union([z.literal("all"), z.int().positive()]),
  /** Size of the mutation sample. */
  mutants: z.int().nonnegative(),
  /** Number of further runs of the tests. */
  reruns: z.int().nonnegative(),
  isolation: z.enum(["namespaces", "none"]),
});
export type VerificationInputs = z.infer<typeof VerificationInputs>;

export function inputsDigestOf(inputs: VerificationInputs): Digest {
  return sha256OfJson(inputs);
}
