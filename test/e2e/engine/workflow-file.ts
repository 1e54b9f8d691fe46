import { parse } from "yaml";
import * as z from "zod";

const names = z.array(z.string());

// Strict: act passes over filters, so each one must be decided here, and one that nobody decides is an error.
const Filter = z.strictObject({
  types: names.optional(),
  branches: names.optional(),
  paths: names.optional(),
  inputs: z.record(z.string(), z.looseObject({})).optional(),
});
export type Filter = z.infer<typeof Filter>;

const WorkflowFile = z.object({
  on: z.object({
    pull_request: Filter.nullish(),
    pull_request_review: Filter.nullish(),
    merge_group: Filter.nullish(),
    issues: Filter.nullish(),
    push: Filter.nullish(),
    workflow_dispatch: Filter.nullish(),
  }),
  jobs: z.record(
    z.string(),
    z.object({
      uses: z.string().optional(),
      strategy: z.object({ matrix: z.unknown() }).optional(),
      "continue-on-error": z.unknown().optional(),
    }),
  ),
});
/** The part of a workflow file that tells when it starts, and what must be heard of from a run of it. */
export type WorkflowFile = z.infer<typeof WorkflowFile>;

export function parseWorkflow(yaml: string): WorkflowFile {
  return WorkflowFile.parse(parse(yaml));
}
