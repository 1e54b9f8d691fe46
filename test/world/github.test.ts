import { expect, it } from "vitest";
import { gitHubInMemory, startGitHub } from "../../world/github.ts";
import { describeGitHub } from "./github-contract.ts";

describeGitHub("GitHub over HTTP, with real git", () => startGitHub());
describeGitHub("GitHub in memory", () => gitHubInMemory());

it("starts fast", async () => {
  const start = performance.now();
  const other = await startGitHub();
  expect(performance.now() - start).toBeLessThan(150);
  await other.stop();
});
