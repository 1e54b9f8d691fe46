import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type GitHub, startGitHub } from "../../../world/github.ts";
import { publishProduct } from "./product.ts";

/** GitHub with the product on it, and runners that keep what they fetched of it. */
export interface Platform {
  readonly github: GitHub;
  /** Where act keeps clones of actions. A clone is never refreshed, and the product never changes. */
  readonly actionCache: string;
  stop(): Promise<void>;
}

export async function startPlatform(): Promise<Platform> {
  const github = await startGitHub();
  await publishProduct(github);
  const actionCache = mkdtempSync(join(tmpdir(), "act-actions-"));
  return {
    github,
    actionCache,
    stop: async () => {
      await github.stop();
      rmSync(actionCache, { recursive: true, force: true });
    },
  };
}
