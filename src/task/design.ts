import * as z from "zod";

const line = z.string().min(1).max(4_000);

const CriterionId = z.string().regex(/^AC-[1-9]\d{0,2}$/, "must be AC-1 to AC-999");

/** A criterion as designs of the first prompt version have it. */
const OlderCriterion = z.strictObject({
  id: CriterionId,
  /** A line of the story, word for word, white space and bullets aside. */
  source: line,
  /** What a test has to show. */
  statement: line,
});

const python = z.string().min(1).max(4_000);

/** An example of the story as a call that verify makes itself. */
export const ExecutableExample = z.strictObject({
  /** What has to be there before: assignments to fresh names, and calls. */
  setup: z.array(python).max(50),
  call: python,
  /** The value as Python writes it; null where an error is expected. */
  returns: python.nullable(),
  raises: z
    .strictObject({
      type: z
        .string()
        .regex(/^[A-Za-z_][\w.]*$/, "must be the name of an exception")
        .max(200),
      /** What the error has to say; null where the story does not tell. */
      match: z.string().max(4_000).nullable(),
    })
    .nullable(),
});
export type ExecutableExample = z.infer<typeof ExecutableExample>;

/** Why an example is no single call. */
export const NoExecution = z.strictObject({
  none: z.enum(["files", "prints", "callback", "several_calls"]),
});
export type NoExecution = z.infer<typeof NoExecution>;

/** One thing that the story demands, and where it says so. */
export const Criterion = z.strictObject({
  ...OlderCriterion.shape,
  /** Where the source is an example; otherwise null. */
  example: z.union([ExecutableExample, NoExecution]).nullable(),
});
export type Criterion = z.infer<typeof Criterion>;

/** A line of the story that no test of the code can show. */
export const NotTestable = z.strictObject({
  source: line,
  reason: z.enum(["version", "libraries", "style", "purity"]),
});
export type NotTestable = z.infer<typeof NotTestable>;

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

const modules = z.array(Module).min(1).max(20);
/** What the story leaves open, and how the design reads it. */
const assumptions = z.array(line).max(50);

/**
 * The contract that code and tests both follow, each without seeing the other. It obeys the strict subset of JSON
 * schema that OpenAI accepts: every key required, no other keys.
 */
export const DesignDocument = z.strictObject({
  summary: line,
  modules,
  criteria: z.array(Criterion).min(1).max(200),
  notTestable: z.array(NotTestable).max(200),
  assumptions,
});
export type DesignDocument = z.infer<typeof DesignDocument>;

/** As the first prompt version asked for it: examples in words, and no word of what cannot be tested. */
export const OlderDesign = z.strictObject({
  summary: line,
  modules,
  criteria: z.array(OlderCriterion).min(1).max(200),
  assumptions,
});
export type OlderDesign = z.infer<typeof OlderDesign>;
