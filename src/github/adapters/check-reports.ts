import * as z from "zod/mini";
import { PipelineError } from "../../foundation/errors.ts";
import { isObjectId } from "../../git/commits.ts";
import type { CheckReports, RunReport } from "../check-reports.ts";
import { ask, oddAnswer, type Octokit, type RepositoryName, statusOf } from "./api.ts";

const Combined = z.object({
  total_count: z.int(),
  statuses: z.array(z.object({ context: z.string(), state: z.string() })),
});

const Runs = z.object({
  workflow_runs: z.array(
    z.object({
      event: z.string(),
      status: z.nullish(z.string()),
      conclusion: z.nullish(z.string()),
      html_url: z.string(),
      head_sha: z.string(),
      head_repository: z.nullish(z.object({ full_name: z.string() })),
    }),
  ),
});

/** GitHub lists no more at once. */
const PAGE = 100;
/** A commit has at most a thousand statuses in one context, and nobody has so many contexts. */
const MAX_PAGES = 10;

/** By the REST API (`statuses: read`, `actions: read`). Check runs need `checks: read`, and are not read. */
export function githubCheckReports({ rest }: Octokit, here: RepositoryName): CheckReports {
  return {
    async statuses(commit) {
      assertCommit(commit);
      const states = new Map<string, string>();
      for (let page = 1; page <= MAX_PAGES; page += 1) {
        const { data } = await ask("read the statuses of a head", () =>
          rest.repos.getCombinedStatusForRef({ ...here, ref: commit, per_page: PAGE, page }),
        );
        const read = z.safeParse(Combined, data).data;
        if (read === undefined) throw oddAnswer(`about the statuses of ${commit}`);
        for (const { context, state } of read.statuses) states.set(context, state);
        if (read.statuses.length < PAGE || states.size >= read.total_count) break;
      }
      return states;
    },
    async runs(workflow, commit) {
      assertCommit(commit);
      try {
        const { data } = await ask(`list the runs of ${workflow}`, () =>
          rest.actions.listWorkflowRuns({
            ...here,
            workflow_id: workflow,
            head_sha: commit,
            per_page: PAGE,
          }),
        );
        const read = z.safeParse(Runs, data).data;
        if (read === undefined) throw oddAnswer(`about the runs of ${workflow}`);
        const isHere = ({ head_sha: sha, head_repository: from }: Listed): boolean =>
          // A fork may have the very same commit.
          sha === commit && from?.full_name === `${here.owner}/${here.repo}`;
        return read.workflow_runs.filter(isHere).map(reportOf);
      } catch (error) {
        if (error instanceof PipelineError && statusOf(error.cause) === 404) return null;
        throw error;
      }
    },
  };
}

type Listed = z.infer<typeof Runs>["workflow_runs"][number];

function reportOf({ event, status, conclusion, html_url: url }: Listed): RunReport {
  // GitHub's documents name a run that waits for an approval by either of the two.
  const needsApproval = status === "action_required";
  return {
    event,
    isOver: status === "completed" || needsApproval,
    conclusion: needsApproval ? status : (conclusion ?? null),
    url,
  };
}

function assertCommit(commit: string): void {
  if (!isObjectId(commit)) throw new PipelineError("GIT_FAILED", `${commit} is no commit`);
}
