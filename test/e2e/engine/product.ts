import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Action, ACTIONS } from "../../../scripts/bundles.ts";
import { bundleFolder } from "../../../world/bundle.ts";
import type { GitHub } from "../../../world/github.ts";
import { PRODUCT, rewriteForAct } from "./rewrite.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const workflows = ".github/workflows";

/** The workflow files of the product, as they are in this repository. */
export function readWorkflow(file: string): string {
  return readFileSync(join(root, workflows, file), "utf8");
}

/** Publishes what a user of the product gets by its tag: manifests, bundles and reusable workflows. */
export async function publishProduct(github: GitHub): Promise<void> {
  const manifests = ["action.yml", ...ACTIONS.map((action) => `${action}/action.yml`)];
  const called = readdirSync(join(root, workflows)).map((file) => `${workflows}/${file}`);
  const files: Record<string, string | Buffer> = {};
  for (const path of [...manifests, ...called]) {
    files[path] = rewriteForAct(readFileSync(join(root, path), "utf8"));
  }
  for (const action of ACTIONS) Object.assign(files, await bundleFiles(action));
  const product = github.createRepository(PRODUCT.repository, { files });
  product.git("tag", PRODUCT.ref, product.defaultBranch);
}

async function bundleFiles(action: Action): Promise<Record<string, Buffer>> {
  const folder = await bundleFolder(action);
  const files = readdirSync(folder, { withFileTypes: true, recursive: true });
  return Object.fromEntries(
    files
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [`dist/${action}/${relative(folder, path)}`, readFileSync(path)] as const),
  );
}
