import * as z from "zod/mini";
import { PipelineError } from "../../foundation/errors.ts";
import { ObjectId } from "../../git/commits.ts";

/** Reads what GitHub answered, as far as it is needed; an answer without it is a fault of the service, never ours. */
export function readAnswer<Schema extends z.core.$ZodType>(
  schema: Schema,
  data: unknown,
  about: string,
): z.core.output<Schema> {
  const read = z.safeParse(schema, data);
  if (read.success) return read.data;
  throw oddAnswer(about);
}

export function oddAnswer(about: string): PipelineError {
  return new PipelineError(
    "SERVICE_UNAVAILABLE",
    `GitHub's answer ${about} does not have the form that it documents`,
    { hint: "Run the job again; it takes up where this one stopped." },
  );
}

const ref = z.string().check(z.minLength(1));

/** What the single and the list form of a pull request have in common, as far as it is read here. */
export const PullRequestAnswer = z.object({
  number: z.int().check(z.positive()),
  html_url: z.string(),
  title: z.string(),
  state: z.string(),
  draft: z.optional(z.boolean()),
  // Absent is not null: a merge would be made up from it.
  merged_at: z.nullable(z.string()),
  merge_commit_sha: z.nullish(z.string()),
  // null when the fork was deleted.
  head: z.object({ ref, sha: ObjectId, repo: z.nullable(z.object({ full_name: z.string() })) }),
  base: z.object({ ref }),
  labels: z.array(z.object({ name: z.optional(z.string()) })),
});
export type PullRequestAnswer = z.infer<typeof PullRequestAnswer>;

export const CommentAnswer = z.object({
  id: z.int(),
  body: z.optional(z.string()),
  // null for an account that was deleted.
  user: z.nullable(z.object({ type: z.string() })),
  author_association: z.string(),
});

export const StatusesAnswer = z.object({
  statuses: z.array(
    z.object({ context: z.string(), state: z.string(), description: z.nullish(z.string()) }),
  ),
});

export const MergeAnswer = z.object({ merged: z.literal(true), sha: ObjectId });
