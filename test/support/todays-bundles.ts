import { builtBundles } from "../../scripts/bundles.ts";
import { BUNDLES_VARIABLE } from "../../world/bundle.ts";

/** vitest runs this once, before all tests: nothing is green because dist/ is old. */
export async function setup(): Promise<void> {
  process.env[BUNDLES_VARIABLE] = await builtBundles();
}
