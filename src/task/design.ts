import * as z from "zod";

const line = z.string().min(1).max(4_000);

/** One thing that the story demands, and where it says so. */
export const Criterion = z.strictObject({
  id: z.string().regex(/^AC-[1-9]\d{0,2}$/, "must be AC-1 to AC-999"),
  /** A line of the story, word for word, white space and bullets aside. */
  source: line,
  /** What a test has to show. */
  statement: line,
});
export type Criterion = z.infer<typeof Criterion>;

export const PublicName = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, "must be a Python name")
    .max(100),
  kind: z.enum(["function", "class", "constant"]),
  /** As in Python, such as `calculate(weight_kg) -> Decimal`. */
  signature: line,
  behaviour: line,
});

export const Module = z.strictObject({
  path: z
    .string()
    .regex(
      /^src\/(?:[a-z_][a-z0-9_]*\/)*[a-z_][a-z0-9_]*\.py$/,
      "must be a Python file below src/",
    ),
  /** The one line by which the tests import it. */
  import: line,
  purpose: line,
  names: z.array(PublicName).min(1).max(100),
});

/**
 * The contract that code and tests both follow, each without seeing the other. It obeys the strict subset of JSON
 * schema that OpenAI accepts: every key required, no other keys.
 */
export const DesignDocument = z.strictObject({
  summary: line,
  modules: z.array(Module).min(1).max(20),
  criteria: z.array(Criterion).min(1).max(200),
  /** What the story leaves open, and how the design reads it. */
  assumptions: z.array(line).max(50),
});
export type DesignDocument = z.infer<typeof DesignDocument>;
