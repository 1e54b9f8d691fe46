import { builtBundles } from "../../scripts/bundles.ts";
import { TODAY_VARIABLE } from "../../world/bundle.ts";

/**
 * vitest runs this once, before all tests: nothing is green because dist/ is old. Whoever names the files to run may need
 * no bundle: then each is built when a test asks for it.
 */
export async function setup(): Promise<void> {
  process.env[TODAY_VARIABLE] = "true";
  const isWholeRun = !process.argv.some((word) => word.startsWith("test/"));
  if (isWholeRun) await builtBundles();
}
