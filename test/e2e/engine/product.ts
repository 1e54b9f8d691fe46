import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { GitHub } from "../../../world/github.ts";
import { PRODUCT, rewriteForAct } from "./rewrite.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const actions = ["generate", "discover", "verify", "merge-gate"];
const workflows = ".github/workflows";

/** The workflow files of the product, as they are in this repository. */
export function readWorkflow(file: string): string {
  return readFileSync(join(root, workflows, file), "utf8");
}

/** Publishes what a user of the product gets by its tag: manifests, bundles and reusable workflows. */
export function publishProduct(github: GitHub): void {
  const manifests = ["action.yml", ...actions.map((action) => `${action}/action.yml`)];
  const called = readdirSync(join(root, workflows)).map((file) => `${workflows}/${file}`);
  const files: Record<string, string | Buffer> = {};
  for (const path of [...manifests, ...called]) {
    files[path] = rewriteForAct(readFileSync(join(root, path), "utf8"));
  }
  for (const path of actions.flatMap(bundleFiles)) files[path] = readFileSync(join(root, path));
  const product = github.createRepository(PRODUCT.repository, { files });
  product.git("tag", PRODUCT.ref, product.defaultBranch);
}

function bundleFiles(action: string): string[] {
  const folder = `dist/${action}`;
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
}
