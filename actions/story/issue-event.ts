import * as z from "zod";
import { sha256, type Digest } from "../../src/foundation/digest.ts";
import { PipelineError } from "../../src/foundation/errors.ts";

const Payload = z.object({
  action: z.string(),
  label: z.object({ name: z.string() }).optional(),
  issue: z.object({
    number: z.int().positive(),
    title: z.string(),
    body: z.string().nullable(),
    // Only where the issue is a pull request.
    pull_request: z.unknown().optional(),
  }),
  sender: z.object({ login: z.string().regex(/^[\w.[\]-]{1,100}$/) }),
  repository: z.object({ default_branch: z.string().min(1).max(255) }),
});

/** An issue as it was when a label was set: what is read later may be another text. */
export interface LabelledIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** Of the body, as GitHub sent it. */
  readonly digest: Digest;
  /** The label that was set; null for another event. */
  readonly label: string | null;
  readonly isPullRequest: boolean;
  /** Who set it. */
  readonly sender: string;
  readonly defaultBranch: string;
}

/** Reads the event `issues`; its payload is what anybody wrote. */
export function parseIssueEvent(event: string, payload: unknown): LabelledIssue {
  const read = Payload.safeParse(payload);
  if (event !== "issues" || !read.success) {
    const why = read.success
      ? `it is started by ${event}`
      : `the event is not as GitHub documents it: ${z.prettifyError(read.error)}`;
    throw new PipelineError("INPUT_INVALID", `A story is read from an issue, and ${why}`, {
      hint: "Let the workflow listen to `issues` with `types: [labeled]`.",
    });
  }
  const { action, label, issue, sender, repository } = read.data;
  const body = issue.body ?? "";
  return {
    number: issue.number,
    title: issue.title,
    body,
    digest: sha256(body),
    label: action === "labeled" ? (label?.name ?? null) : null,
    isPullRequest: issue.pull_request !== undefined && issue.pull_request !== null,
    sender: sender.login,
    defaultBranch: repository.default_branch,
  };
}
