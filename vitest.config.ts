import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.ts";

export default defineConfig({
  test: {
    globalSetup: ["test/support/todays-bundles.ts"],
    // Against a hang alone: how long a test takes is no finding, and machines are busy.
    testTimeout: 300_000,
    hookTimeout: 600_000,
    // One more than the cores of a small machine: a worker often waits for git, pytest or a pause.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "rooms",
          include: ["test/src/**/*.test.ts", "test/commands/**/*.test.ts"],
          // Nothing in them outlives a test, and a worker of its own for each file costs more than most of them.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "actions",
          include: ["test/**/*.test.ts"],
          exclude: ["test/src/**", "test/commands/**", "test/e2e/**"],
        },
      },
    ],
  },
});
