import { installTools } from "../../../scripts/tools/tools.ts";

/** vitest runs this once, before all tests. */
export function setup(): void {
  installTools();
}
