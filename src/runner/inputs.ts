import * as z from "zod/mini";
import { PipelineError } from "../foundation/errors.ts";

export const flag = z.pipe(
  z.enum(["true", "false", ""], { error: "must be true or false" }),
  z.transform((text) => text === "true"),
);

export const wholeNumber = z.pipe(
  z.string().check(z.regex(/^\d{1,9}$/, "must be a whole number")),
  z.transform(Number),
);

/** Reads every input of an action through its schema, and names all bad ones at once. */
export function parseInputs<Schema extends z.core.$ZodType & { readonly shape: object }>(
  schema: Schema,
  read: (name: string) => string,
  action: string,
): z.core.output<Schema> {
  const names = Object.keys(schema.shape);
  const raw = Object.fromEntries(names.map((name) => [name, read(name)]));
  const result = z.safeParse(schema, raw);
  if (result.success) return result.data;
  const details = result.error.issues.map(
    (issue) => `"${issue.path.map(String).join(".")}" ${issue.message}`,
  );
  throw new PipelineError("INPUT_INVALID", `Invalid input: ${details.join("; ")}`, {
    hint: `See ${action}/README.md for the accepted values.`,
  });
}
