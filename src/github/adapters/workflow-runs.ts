import * as z from "zod/mini";
import { PipelineError } from "../../foundation/errors.ts";
import type {
  DispatchOutcome,
  RunsOfHeads,
  WorkflowDispatches,
  WorkflowRuns,
} from "../workflow-runs.ts";
import { ask, oddAnswer, type Octokit, type RepositoryName, statusOf } from "./api.ts";

const Run = z.object({
  path: z.string(),
  head_repository: z.nullish(z.object({ full_name: z.string() })),
  status: z.nullish(z.string()),
  conclusion: z.nullish(z.string()),
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
      if (run === undefined) throw oddAnswer(`about the run ${id}`);
      // A called workflow stands behind an `@` and its ref.
      const [workflow = ""] = run.path.split("@");
      return {
        workflow,
        headRepository: run.head_repository?.full_name ?? null,
        isOver: run.status === "completed",
        isCancelled: run.status === "completed" && run.conclusion === "cancelled",
      };
    },
  };
}

const OfHead = z.object({
  workflow_runs: z.array(
    z.object({
      id: z.int(),
      status: z.nullish(z.string()),
      conclusion: z.nullish(z.string()),
    }),
  ),
});

/** By the REST API (`actions: read`). */
export function githubRunsOfHeads({ rest }: Octokit, here: RepositoryName): RunsOfHeads {
  return {
    async of(workflow, head) {
      try {
        const { data } = await ask(`list the runs of ${workflow}`, () =>
          rest.actions.listWorkflowRuns({
            ...here,
            workflow_id: workflow,
            head_sha: head,
            per_page: 100,
          }),
        );
        const listed = z.safeParse(OfHead, data).data;
        if (listed === undefined) throw oddAnswer(`about the runs of ${workflow}`);
        return listed.workflow_runs
          .filter(({ conclusion }) => conclusion !== "skipped")
          .map(({ id, status, conclusion }) => ({
            id: String(id),
            isOver: status === "completed",
            isCancelled: status === "completed" && conclusion === "cancelled",
          }));
      } catch (error) {
        if (error instanceof PipelineError && statusOf(error.cause) === 404) return [];
        throw error;
      }
    },
  };
}

const Started = z.object({ workflow_run_id: z.int(), html_url: z.string() });

const Listed = z.object({
  workflow_runs: z.array(
    z.object({
      id: z.int(),
      html_url: z.string(),
      created_at: z.string(),
      status: z.nullish(z.string()),
      actor: z.nullish(z.object({ type: z.string() })),
    }),
  ),
});

/** By the REST API (`actions: write`). */
export function githubWorkflowDispatches(
  { rest, request }: Octokit,
  here: RepositoryName,
): WorkflowDispatches {
  return {
    async start({ workflow, ref, inputs }) {
      try {
        const { data } = await ask(`start ${workflow}`, () =>
          // The client does not know yet that the server can name the run.
          request("POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches", {
            ...here,
            workflow_id: workflow,
            ref,
            inputs,
            return_run_details: true,
          }),
        );
        const started = z.safeParse(Started, data).data;
        if (started === undefined) return { kind: "started", run: null };
        const run = { id: String(started.workflow_run_id), url: started.html_url };
        return { kind: "started", run };
      } catch (error) {
        const outcome = refusedDispatch(error);
        if (outcome === null) throw error;
        return outcome;
      }
    },
    async firstSince(workflow, at) {
      try {
        const { data } = await ask(`list the runs of ${workflow}`, () =>
          rest.actions.listWorkflowRuns({
            ...here,
            workflow_id: workflow,
            event: "workflow_dispatch",
            per_page: 100,
          }),
        );
        const listed = z.safeParse(Listed, data).data;
        if (listed === undefined) throw oddAnswer(`about the runs of ${workflow}`);
        // The newest comes first. GitHub could choose by moment itself, but its description of how is no true one.
        const first = listed.workflow_runs.findLast(
          ({ actor, created_at: created }) =>
            actor?.type === "Bot" && Date.parse(created) >= Date.parse(at),
        );
        if (first === undefined) return null;
        const { id, html_url: url, status } = first;
        return { id: String(id), url, isOver: status === "completed" };
      } catch (error) {
        // No such workflow: nothing of it can have been started.
        if (error instanceof PipelineError && statusOf(error.cause) === 404) return null;
        throw error;
      }
    },
  };
}

/** What GitHub lets nobody start as it was asked; null for what a later try may do. */
function refusedDispatch(error: unknown): DispatchOutcome | null {
  if (!(error instanceof PipelineError) || error.code === "SERVICE_UNAVAILABLE") return null;
  const status = statusOf(error.cause);
  if (status === null) return null;
  const message = error.cause instanceof Error ? error.cause.message : error.message;
  const [, list] = /Unexpected inputs provided: \[([^\]]*)\]/.exec(message) ?? [];
  const inputs = [...(list ?? "").matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
  if (status === 422 && inputs.length > 0) return { kind: "undeclared", inputs };
  return { kind: "refused", status, message };
}
