import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { workflowsIn } from "../../commands/init/workflows-in.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The workflows that README.md tells a user to add, by file name: what stands there is checked and run like our own. */
export function readmeWorkflows(): ReadonlyMap<string, string> {
  return workflowsShownIn("README.md");
}

/** The workflows that a page shows whole, with their path in the first line, by file name. */
export function workflowsShownIn(page: string): ReadonlyMap<string, string> {
  return workflowsIn(readFileSync(`${root}/${page}`, "utf8"));
}
