import * as z from "zod/mini";
import { PipelineError } from "../foundation/errors.ts";
import { ObjectId } from "../git/commits.ts";

export const flag = z.pipe(
  z.enum(["true", "false", ""], { error: "must be true or false" }),
  z.transform((text) => text === "true"),
);

export const wholeNumber = z.pipe(
  z.string().check(z.regex(/^\d{1,9}$/, "must be a whole number")),
  z.transform(Number),
);

export const required = z.string().check(z.minLength(1, "is required"));

/** For an input of later versions. */
export function notYet(why = "is not available yet") {
  return z.string().check(z.refine((text) => text === "", why));
}

/** One item a line, or several with commas between them; what is empty is no item. */
export const list = z.pipe(
  z.string(),
  z.transform((text: string) =>
    text
      .split(/[\n,]/)
      .map((item) => item.trim())
      .filter((item) => item !== ""),
  ),
);

/** Empty: none, which is no limit or no number of times, as the input says. */
export const countOrEmpty = z.pipe(
  z.string().check(z.regex(/^\d{0,9}$/, "must be a whole number, or empty")),
  z.transform(Number),
);

export const pullRequestNumber = z.pipe(
  z.string().check(z.regex(/^(?:[1-9]\d{0,8})?$/, "must be the number of a pull request")),
  z.transform((text: string) => (text === "" ? null : Number(text))),
);

export const workflowFile = z
  .string()
  .check(
    z.regex(
      /^(?:[\w.-]{1,100}\.ya?ml)?$/,
      "must be the name of a file in .github/workflows, such as agent-pipeline.yml",
    ),
  );

export const commitOrEmpty = z.union([z.literal(""), ObjectId], {
  error: "must be a full 40-digit commit id",
});

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
