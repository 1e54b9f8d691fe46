/** File names of the workflows that runs are started of. */
export interface WorkflowNames {
  /** The whole chain, which makes another attempt. */
  readonly retry: string;
  /** The one that only verifies. */
  readonly reverify: string;
}

/** What the inputs or the config say; empty or null for nothing. */
export type GivenNames = Readonly<Record<keyof WorkflowNames, string | null>>;

const USUAL: WorkflowNames = { retry: "agent-pipeline", reverify: "agent-ci" };

/**
 * The inputs come first, then the config, then the usual names with the ending of the workflow that runs (`own`): a run
 * of a workflow with another name does not say which of the two it is, and what verifies must never be started in the
 * place of what makes another attempt.
 */
export function workflowNames(own: string, inputs: GivenNames, config: GivenNames): WorkflowNames {
  const ending = own.endsWith(".yaml") ? ".yaml" : ".yml";
  const nameOf = (which: keyof WorkflowNames): string =>
    inputs[which] || config[which] || USUAL[which] + ending;
  return { retry: nameOf("retry"), reverify: nameOf("reverify") };
}

/** The file of GITHUB_WORKFLOW_REF, `owner/name/.github/workflows/file@ref`; empty where it does not have that form. */
export function workflowFileIn(reference: string): string {
  return /^[^/]+\/[^/]+\/\.github\/workflows\/([^@/]+)@/.exec(reference)?.[1] ?? "";
}
