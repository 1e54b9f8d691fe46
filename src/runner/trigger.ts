import * as z from "zod/mini";
import { PipelineError } from "../foundation/errors.ts";
import { ObjectId } from "../git/commits.ts";

// Functions, because a schema takes longer to make than to read by, and a run has one event.
const sha = () => ObjectId;
const branchName = () => z.string().check(z.minLength(1), z.maxLength(255));
const repository = () => z.object({ full_name: z.string(), default_branch: branchName() });

function pullRequestPayload() {
  const side = z.object({
    ref: branchName(),
    sha: sha(),
    // null when the fork was deleted.
    repo: z.nullable(z.object({ full_name: z.string() })),
  });
  return z.object({
    action: z.string(),
    label: z.optional(z.object({ name: z.string() })),
    // Of `edited`: what it was before.
    changes: z.optional(z.object({ base: z.optional(z.object({})) })),
    pull_request: z.object({ number: z.int().check(z.positive()), head: side, base: side }),
    repository: repository(),
    sender: z.optional(z.object({ login: z.string() })),
  });
}

const pushPayload = () =>
  z.object({ ref: z.string(), before: sha(), after: sha(), repository: repository() });

const mergeGroupPayload = () =>
  z.object({
    merge_group: z.object({
      head_sha: sha(),
      head_ref: z.string(),
      base_sha: sha(),
      base_ref: z.string(),
    }),
    repository: repository(),
  });

const otherPayload = () => z.object({ repository: repository() });

/** What started this run, in the words that the pipeline decides by. */
export type Trigger = { readonly defaultBranch: string } & (
  | {
      readonly kind: "pull_request";
      readonly number: number;
      readonly action: string;
      /** The label that was set, for `labeled`. */
      readonly label: string | null;
      /** Whether it goes into another base since, for `edited`. */
      readonly isBaseChanged: boolean;
      readonly headBranch: string;
      /** The head at the time of the event; the branch may have moved since. */
      readonly headSha: string;
      readonly baseBranch: string;
      readonly isFork: boolean;
      /** GitHub gives runs that Dependabot started no secret of Actions. */
      readonly isByDependabot: boolean;
    }
  | {
      readonly kind: "push";
      /** null for a tag. */
      readonly branch: string | null;
      /** null for the first push of a branch. */
      readonly before: string | null;
      /** null for a deletion. */
      readonly after: string | null;
    }
  | {
      readonly kind: "dispatch";
      /** null when it was dispatched on a tag. */
      readonly branch: string | null;
      readonly sha: string;
    }
  | {
      readonly kind: "merge_group";
      /** The branch that GitHub made for it, whose name says which pull request it is about. */
      readonly headBranch: string;
      readonly headSha: string;
      /** What it is built on: the tip of the base, or the group ahead of it. */
      readonly baseSha: string;
      readonly baseBranch: string;
    }
  | { readonly kind: "other"; readonly event: string; readonly sha: string }
);

export interface RawTrigger {
  /** GITHUB_EVENT_NAME */
  readonly event: string;
  /** GITHUB_REF */
  readonly ref: string;
  /** GITHUB_SHA */
  readonly sha: string;
  /** Content of GITHUB_EVENT_PATH: untrusted. */
  readonly payload: unknown;
}

const NO_COMMIT = "0".repeat(40);

/** Reads the event of a run; an event that lacks what GitHub documents for it is an error. */
export function parseTrigger({ event, ref, sha: commit, payload }: RawTrigger): Trigger {
  switch (event) {
    case "pull_request":
    case "pull_request_target":
    // What a review wakes is about the same pull request.
    case "pull_request_review": {
      const {
        action,
        label,
        changes,
        pull_request: pull,
        repository: here,
        sender,
      } = read(pullRequestPayload(), payload, event);
      return {
        kind: "pull_request",
        defaultBranch: here.default_branch,
        number: pull.number,
        action,
        label: label?.name ?? null,
        isBaseChanged: changes?.base !== undefined,
        headBranch: pull.head.ref,
        headSha: pull.head.sha,
        baseBranch: pull.base.ref,
        isFork: pull.head.repo?.full_name !== here.full_name,
        isByDependabot: sender?.login === "dependabot[bot]",
      };
    }
    case "push": {
      const push = read(pushPayload(), payload, event);
      return {
        kind: "push",
        defaultBranch: push.repository.default_branch,
        branch: branchOf(push.ref),
        before: commitOrNull(push.before),
        after: commitOrNull(push.after),
      };
    }
    case "merge_group": {
      const group = read(mergeGroupPayload(), payload, event);
      return {
        kind: "merge_group",
        defaultBranch: group.repository.default_branch,
        headBranch: branchOf(group.merge_group.head_ref) ?? group.merge_group.head_ref,
        headSha: group.merge_group.head_sha,
        baseSha: group.merge_group.base_sha,
        baseBranch: branchOf(group.merge_group.base_ref) ?? group.merge_group.base_ref,
      };
    }
    case "workflow_dispatch":
    case "repository_dispatch": {
      const { repository: here } = read(otherPayload(), payload, event);
      return {
        kind: "dispatch",
        defaultBranch: here.default_branch,
        branch: branchOf(ref),
        sha: commit,
      };
    }
    default: {
      const { repository: here } = read(otherPayload(), payload, event);
      return { kind: "other", defaultBranch: here.default_branch, event, sha: commit };
    }
  }
}

function read<Schema extends z.core.$ZodType>(
  schema: Schema,
  payload: unknown,
  event: string,
): z.core.output<Schema> {
  const result = z.safeParse(schema, payload);
  if (result.success) return result.data;
  throw new PipelineError(
    "INPUT_INVALID",
    `The event ${JSON.stringify(event)} is not as GitHub documents it: ${z.prettifyError(result.error)}`,
  );
}

function branchOf(ref: string): string | null {
  return /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? null;
}

function commitOrNull(commit: string): string | null {
  return commit === NO_COMMIT ? null : commit;
}
