import { readFileSync } from "node:fs";
import { workflowsIn } from "../../commands/init/workflows-in.ts";

const README = new URL("../../README.md", import.meta.url);

/** The workflows that README.md tells a user to add, by file name: what stands there is checked and run like our own. */
export function readmeWorkflows(): ReadonlyMap<string, string> {
  return workflowsIn(readFileSync(README, "utf8"));
}
