import { defineConfig } from "vitest/config";

/**
 * The tests that `npm run mutation` asks again and again: those that call the code that decides, and start no process, but
 * for the one that has Python make the values to be judged.
 */
export default defineConfig({
  test: {
    include: [
      "test/actions/merge-gate/{decide,judge-evidence,scope}.test.ts",
      "test/src/{authoring,candidate,config,evidence,git,handover,task}/*.test.ts",
      "test/src/contract/*.test.ts",
      "test/src/proof/{answers,criteria,example-literals,examples,judge-answer,present-rules}.test.ts",
      "test/src/story/{decimal,examples}.test.ts",
    ],
    exclude: [
      "test/src/candidate/read-candidate.test.ts",
      "test/src/contract/as-python-reads.test.ts",
    ],
  },
});
