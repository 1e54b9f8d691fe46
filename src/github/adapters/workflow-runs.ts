import * as z from "zod/mini";
import { PipelineError } from "../../foundation/errors.ts";
import type { WorkflowRuns } from "../workflow-runs.ts";
import { ask, type Octokit, type RepositoryName } from "./api.ts";

const Run = z.object({
  path: z.string(),
  head_repository: z.nullish(z.object({ full_name: z.string() })),
});

/** By the REST API (`actions: read`). */
export function githubWorkflowRuns({ rest }: Octokit, here: RepositoryName): WorkflowRuns {
  return {
    async get(id) {
      const { data } = await ask(
        `read the run ${id}`,
        () => rest.actions.getWorkflowRun({ ...here, run_id: Number(id) }),
        "The job needs `actions: read`.",
      );
      const run = z.safeParse(Run, data).data;
      if (run === undefined) {
        throw new PipelineError(
          "SERVICE_UNAVAILABLE",
          `GitHub's answer about the run ${id} does not have the form that it documents`,
        );
      }
      // A called workflow stands behind an `@` and its ref.
      const [workflow = ""] = run.path.split("@");
      return { workflow, headRepository: run.head_repository?.full_name ?? null };
    },
  };
}
