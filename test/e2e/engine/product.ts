import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleFolder } from "../../../world/bundle.ts";
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
  for (const action of actions) Object.assign(files, bundleFiles(action));
  const product = github.createRepository(PRODUCT.repository, { files });
  product.git("tag", PRODUCT.ref, product.defaultBranch);
}

function bundleFiles(action: string): Record<string, Buffer> {
  const folder = bundleFolder(action);
  const files = readdirSync(folder, { withFileTypes: true, recursive: true });
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`dist/${action}/${relative(folder, path)}`, readFileSync(path)] as const),
  );
}
