// act runs a workflow whatever its `on:` says beyond the name of the event, so its filters are decided here.
import { minimatch } from "minimatch";
import type { WorkflowEvent } from "./event.ts";
import type { Filter, WorkflowFile } from "./workflow-file.ts";

/** Why GitHub would not start a workflow by this event; null when it would. */
export function reasonNotToStart(
  triggers: WorkflowFile["on"],
  event: Pick<WorkflowEvent, "name" | "filters">,
): string | null {
  // `push:` alone is null, and listens to every push.
  const filter = triggers[event.name];
  if (filter === undefined) return `it does not listen to ${event.name}`;
  return filter === null ? reasonInFilter({}, event) : reasonInFilter(filter, event);
}

function reasonInFilter(
  filter: Filter,
  { name, filters }: Pick<WorkflowEvent, "name" | "filters">,
): string | null {
  const { action, branch, changedPaths, inputs } = filters;
  if (action !== null && !(filter.types ?? defaultTypes).includes(action)) {
    return `it does not listen to the action ${action}`;
  }
  if (name === "workflow_dispatch") return reasonInInputs(filter, inputs);
  if (filter.branches !== undefined && !matchesAny(branch, filter.branches)) {
    return `it does not listen to the branch ${branch}`;
  }
  const { paths } = filter;
  if (paths !== undefined && !changedPaths.some((path) => matchesAny(path, paths))) {
    return "no changed path is one that it listens to";
  }
  return null;
}

function reasonInInputs(filter: Filter, inputs: Readonly<Record<string, string>>): string | null {
  const undeclared = Object.keys(inputs).filter((name) => !(name in (filter.inputs ?? {})));
  return undeclared.length > 0 ? `Unexpected inputs provided: ${undeclared.join(", ")}` : null;
}

// What GitHub takes for pull_request when `types` is missing.
const defaultTypes = ["opened", "synchronize", "reopened"];

function matchesAny(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => minimatch(name, pattern, { dot: true }));
}
