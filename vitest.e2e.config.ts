import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/e2e/**/*.test.ts"],
    globalSetup: ["test/e2e/engine/setup.ts", "test/support/todays-bundles.ts"],
    testTimeout: 600_000,
    hookTimeout: 600_000,
    // A workflow often waits for a job to start; none of them knows of another.
    maxWorkers: 2,
  },
});
