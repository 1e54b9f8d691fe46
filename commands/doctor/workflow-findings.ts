import { parse } from "yaml";
import * as z from "zod";
import type { Config } from "../../src/config/config.ts";
import { missingLines } from "../../src/next-runs/run-request.ts";
import { workflowNames } from "../../src/next-runs/workflow-names.ts";
import type { WorkflowFile } from "./facts.ts";
import { advice, type Finding, fine, missing } from "./findings.ts";

const FOLDER = ".github/workflows/";

const Permissions = z
  .union([z.string(), z.record(z.string(), z.string())])
  .optional()
  .catch(undefined);

const Workflow = z.object({
  on: z.unknown().optional(),
  permissions: Permissions,
  jobs: z.record(
    z.string(),
    z
      .object({
        uses: z.string().optional().catch(undefined),
        permissions: Permissions,
        secrets: z.unknown().optional(),
        steps: z
          .array(z.object({ uses: z.string().optional().catch(undefined) }))
          .optional()
          .catch(undefined),
      })
      .catch({ secrets: undefined }),
  ),
});
type Workflow = z.infer<typeof Workflow>;
type WorkflowJob = Workflow["jobs"][string];

/** What a caller must grant: a called workflow gets no more. */
const GRANTED = ["contents", "pull-requests", "issues", "statuses", "actions"];

interface Role {
  readonly file: string;
  /** The reusable workflow that plays it. */
  readonly calls: string;
  /** The action that a workflow of one's own has to hold. */
  readonly action: string;
  /** Inputs by which the gate and the sweep start it. */
  readonly inputs: readonly string[];
  readonly needsKey: boolean;
}

/** Whether the workflows are there, can be started, and may do what they have to. */
export function workflowFindings(
  files: readonly WorkflowFile[],
  config: Pick<Config, "retry-workflow" | "reverify-workflow">,
  url: string,
): Finding[] {
  const names = workflowNames(
    files.some(({ path }) => path === `${FOLDER}agent-pipeline.yaml`) ? ".yaml" : ".yml",
    { retry: null, reverify: null },
    { retry: config["retry-workflow"], reverify: config["reverify-workflow"] },
  );
  const roles: readonly Role[] = [
    {
      file: names.retry,
      calls: "agent-pipeline",
      action: "generate",
      inputs: ["task", "pull-request", "feedback-run-id"],
      needsKey: true,
    },
    {
      file: names.reverify,
      calls: "agent-ci",
      action: "verify",
      inputs: ["task", "pull-request"],
      needsKey: false,
    },
  ];
  const hasSweep = files.some(({ text }) => /agent-sweep\.ya?ml@|\/sweep@/.test(text));
  return [
    ...roles.flatMap((role) => roleFindings(role, files, url)),
    hasSweep
      ? fine("agent-sweep", "a workflow finds what no event wakes")
      : advice(
          "agent-sweep",
          "no workflow finds what no event wakes, such as a run that was lost: `agent-pipeline init` writes one",
        ),
  ];
}

function roleFindings(role: Role, files: readonly WorkflowFile[], url: string): Finding[] {
  const path = `${FOLDER}${role.file}`;
  const page = `${url}/actions/workflows/${role.file}`;
  const file = files.find((each) => each.path === path);
  if (file === undefined) {
    return [
      missing(path, "is not on the default branch: `agent-pipeline init` writes it; commit it"),
    ];
  }
  const workflow = workflowIn(file.text);
  if (workflow === null)
    return [missing(path, "cannot be read as a workflow", `${url}/blob/HEAD/${path}`)];
  const found = [
    ...stateFindings(path, file.state, page),
    ...inputFindings(path, workflow, role.inputs),
    ...callFindings(path, workflow, role, url),
  ];
  return found.length === 0
    ? [fine(path, "is there, can be started, and may do what it has to")]
    : found;
}

function workflowIn(text: string): Workflow | null {
  try {
    const read = Workflow.safeParse(parse(text, { maxAliasCount: 20 }));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function stateFindings(path: string, state: string | null, page: string): Finding[] {
  if (state === "active") return [];
  if (state === null) {
    return [
      {
        about: path,
        state: "unknown",
        says: "whether GitHub starts it could not be seen",
        at: page,
      },
    ];
  }
  return [missing(path, `GitHub does not start it (${state}): press "Enable workflow"`, page)];
}

function inputFindings(path: string, { on }: Workflow, needed: readonly string[]): Finding[] {
  const declared = dispatchInputs(on);
  if (declared === null) {
    return [
      missing(
        path,
        "has no `workflow_dispatch:` in its `on:`, so nothing can be started by the gate",
      ),
    ];
  }
  const lacks = needed.filter((name) => !declared.includes(name));
  if (lacks.length === 0) return [];
  return [
    missing(
      path,
      `lacks inputs by which the gate starts it; add to \`inputs:\` of its \`workflow_dispatch:\`, and hand on to what it calls: ${missingLines(lacks).join(", ")}`,
    ),
  ];
}

/** Names of the inputs of a dispatch; null where there is none. */
function dispatchInputs(on: unknown): string[] | null {
  if (on === "workflow_dispatch") return [];
  if (Array.isArray(on)) return on.includes("workflow_dispatch") ? [] : null;
  const events = z.record(z.string(), z.unknown()).safeParse(on);
  if (!events.success || !Object.hasOwn(events.data, "workflow_dispatch")) return null;
  const dispatch = z
    .object({ inputs: z.record(z.string(), z.unknown()).nullish() })
    .safeParse(events.data["workflow_dispatch"] ?? {});
  return Object.keys(dispatch.data?.inputs ?? {});
}

function callFindings(path: string, workflow: Workflow, role: Role, url: string): Finding[] {
  const jobs = Object.values(workflow.jobs);
  const calling = jobs.find(({ uses }) =>
    new RegExp(`/${role.calls}\\.ya?ml(?:@|$)`).test(uses ?? ""),
  );
  if (calling === undefined) {
    const holds = jobs.some(({ steps = [] }) =>
      steps.some(({ uses = "" }) =>
        new RegExp(`/${role.action}(?:@|$)|agent-pipeline@`).test(uses),
      ),
    );
    // A copy, or one of their own: which job needs what is for the pages of the actions to say.
    if (holds) return [];
    return [
      missing(
        path,
        `neither calls ${role.calls}.yml of agent-pipeline nor uses its action ${role.action}`,
      ),
    ];
  }
  return [
    ...permissionFindings(path, workflow, calling),
    ...(role.needsKey ? keyFindings(path, calling, url) : []),
  ];
}

function permissionFindings(path: string, workflow: Workflow, job: WorkflowJob): Finding[] {
  const given = job.permissions ?? workflow.permissions;
  if (given === "write-all") return [];
  const lacks =
    typeof given === "object" ? GRANTED.filter((name) => given[name] !== "write") : GRANTED;
  if (lacks.length === 0) return [];
  return [
    missing(
      path,
      `does not grant what it calls all that it needs; add to \`permissions:\` of the job: ${lacks.map((name) => `${name}: write`).join(", ")}`,
    ),
  ];
}

function keyFindings(path: string, { secrets }: WorkflowJob, url: string): Finding[] {
  if (secrets === "inherit") return [];
  const handed = z.record(z.string(), z.unknown()).safeParse(secrets);
  const names = handed.success ? Object.keys(handed.data) : [];
  if (names.some((name) => /^openai[-_]api[-_]key$/i.test(name))) return [];
  return [
    missing(
      path,
      "hands no key on; add `secrets: { openai-api-key: ${{ secrets.OPENAI_API_KEY }} }` to the job",
      `${url}/blob/HEAD/${path}`,
    ),
  ];
}
