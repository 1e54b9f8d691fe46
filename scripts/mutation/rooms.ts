/** The files that decide, by the noun that they decide about. Each noun has a score of its own, so that none hides behind another. */
export const ROOMS: Readonly<Record<string, readonly string[]>> = {
  evidence: ["src/evidence/evidence.ts", "src/evidence/verification-inputs.ts"],
  verdict: ["src/evidence/verdict.ts", "src/evidence/reasons.ts"],
  decision: ["actions/merge-gate/decide.ts", "src/handover/decision.ts"],
  scope: ["actions/merge-gate/scope.ts"],
  judge: ["actions/merge-gate/judge-evidence.ts"],
  handover: ["src/handover/matrix.ts", "src/handover/pull-requests.ts"],
  candidate: [
    "src/candidate/read-candidate.ts",
    "src/candidate/read-task.ts",
    "src/candidate/shared-inputs.ts",
    "src/git/merged-object.ts",
  ],
  config: ["src/config/config.ts", "src/config/read-config.ts"],
  criteria: ["src/proof/criteria.ts", "src/story/decimal.ts"],
  contract: [
    "src/contract/contract.ts",
    "src/contract/design-values.ts",
    "src/contract/executable-example.ts",
    "src/contract/expected-answer.ts",
    "src/contract/promises.ts",
    "src/contract/python-expression.ts",
  ],
  "judge of examples": ["src/proof/answers.ts", "src/proof/judge-answer.ts"],
  "task folder": ["src/task/folder.ts"],
  replies: ["src/authoring/replies.ts"],
};
