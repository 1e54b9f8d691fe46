import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["test/e2e/**"],
    globalSetup: ["test/support/todays-bundles.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Two cores: bundles, git and pytest run as processes of their own beside the workers.
    maxWorkers: 2,
  },
});
