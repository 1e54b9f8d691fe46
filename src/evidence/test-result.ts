import { canonicalJson } from "../foundation/digest.ts";
import { taskFolder } from "../task/folder.ts";
import type { Evidence } from "./evidence.ts";

export const TEST_RESULT_TYPE = "https://in-toto.io/attestation/test-result/v0.1";

/** A merge that was read back: its commit holds exactly what was proven. */
export interface ProvenMerge {
  readonly commit: string;
  /** Of each task of it; passed. */
  readonly evidence: readonly Evidence[];
}

/**
 * What was proven of what was merged, as an in-toto statement (v1, test-result v0.1) in its RFC 8785 form. The subjects are
 * the trees of the task folders; the commit that the merge made is an annotation, because other commits hold the same
 * trees. null where nothing was merged.
 */
export function testResultStatement(merges: readonly ProvenMerge[], runUrl: string): string | null {
  const proven = merges.flatMap(({ commit, evidence }) =>
    evidence.flatMap((each) =>
      each.inputs === null ? [] : [{ commit, ...each, inputs: each.inputs }],
    ),
  );
  if (proven.length === 0) return null;
  return canonicalJson({
    _type: "https://in-toto.io/Statement/v1",
    subject: proven.map(({ commit, task, inputs }) => ({
      name: taskFolder(task),
      digest: { gitTree: inputs.task },
      annotations: { gitCommit: commit },
    })),
    predicateType: TEST_RESULT_TYPE,
    predicate: {
      result: "PASSED",
      configuration: proven.map(({ task, inputs, inputsDigest }) => ({
        name: `${taskFolder(task)}: what its verification depended on`,
        digest: { sha256: (inputsDigest ?? "").replace(/^sha256:/, "") },
        annotations: {
          python: inputs.python,
          pytest: inputs.pytest,
          "agent-pipeline": inputs.verify,
          isolation: inputs.isolation,
        },
      })),
      url: runUrl,
      passedTests: proven.flatMap(({ task, results }) =>
        results.map(({ id }) => `${taskFolder(task)}/${id}`),
      ),
      warnedTests: [],
      failedTests: [],
    },
  });
}
