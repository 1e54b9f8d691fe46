import { defineConfig } from "vitest/config";

/** The tests that `npm run mutation` asks again and again: those that call the code that decides, and start no process. */
export default defineConfig({
  test: {
    include: [
      "test/actions/merge-gate/{decide,judge-evidence,scope}.test.ts",
      "test/src/{authoring,candidate,config,evidence,git,handover,task}/*.test.ts",
      "test/src/{proof/criteria,story/examples}.test.ts",
    ],
    exclude: ["test/src/candidate/read-candidate.test.ts"],
    setupFiles: ["test/mutation/same-values.ts"],
  },
});
