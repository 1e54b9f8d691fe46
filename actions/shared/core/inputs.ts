import * as z from "zod";
import { PipelineError } from "./errors.ts";

export const flag = z
  .enum(["true", "false", ""], { error: "must be true or false" })
  .transform((text) => text === "true");

export const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, "must be a whole number")
  .transform(Number);

/** Reads every input of an action through its schema, and names all bad ones at once. */
export function parseInputs<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  read: (name: string) => string,
  action: string,
): z.infer<z.ZodObject<Shape>> {
  const raw = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, read(name)]));
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const details = result.error.issues.map(
    (issue) => `"${issue.path.map(String).join(".")}" ${issue.message}`,
  );
  throw new PipelineError("INPUT_INVALID", `Invalid input: ${details.join("; ")}`, {
    hint: `See ${action}/README.md for the accepted values.`,
  });
}
