import type { Config, VerifySettings } from "../../src/config/config.ts";
import { contradictionsIn } from "../../src/evidence/contradictions.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import type { ReasonCode } from "../../src/evidence/reasons.ts";
import { inputsDigestOf, type VerificationInputs } from "../../src/evidence/verification-inputs.ts";
import { because, type DecisionCode, type DecisionReason } from "../../src/handover/decision.ts";
import type { History } from "../../src/handover/run-documents.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import { type TaskFinding } from "./decide.ts";

/** What the candidate holds now of those inputs that git can tell, or that it has no answer. */
export type PresentInputs =
  | {
      readonly kind: "inputs";
      readonly inputs: Pick<VerificationInputs, "task" | "shared" | "config">;
    }
  | { readonly kind: "conflict"; readonly path: string };

export interface Moment {
  readonly head: string;
  readonly runId: string;
  readonly present: PresentInputs;
  /** Those of the base. */
  readonly settings: VerifySettings & Pick<Config, "require-replay">;
  /** Whether the folder says that it was made from a story, whose criteria must have been checked then. */
  readonly claimsStory: boolean;
}

/** The newest document decides, unless an earlier one says the opposite of the same inputs. */
export function judgeHistory(task: TaskId, history: History, moment: Moment): TaskFinding {
  if (history.kind === "missing") return reasonFor(task, "evidence_missing", history.why);
  const { newest, earlier } = history;
  if (typeof newest === "string") return reasonFor(task, "evidence_invalid", newest);
  const finding = judgeEvidence(task, newest, moment);
  const isVerdict = finding.kind === "proven" || finding.reason.code === "not_passed";
  const isFlaky = earlier.some((other) => typeof other !== "string" && contradict(other, newest));
  if (!isVerdict || !isFlaky) return finding;
  return reasonFor(
    task,
    "flaky",
    "the same code passed in one attempt of this run and failed its tests in another",
  );
}

/** What one document says about one task of a head, seen from the candidate of this moment. */
export function judgeEvidence(
  task: TaskId,
  evidence: Evidence,
  { head, runId, present, settings, claimsStory }: Moment,
): TaskFinding {
  const found = (code: DecisionCode, message: string): TaskFinding =>
    reasonFor(task, code, message);
  const contradictions = contradictionsIn(evidence, { task, settings, claimsStory });
  if (contradictions.length > 0) return found("evidence_invalid", contradictions.join("; "));
  if (evidence.run.id !== runId) {
    return found(
      "evidence_invalid",
      `the document comes from run ${evidence.run.id}, not from this one`,
    );
  }
  if (evidence.head !== head) {
    return found("evidence_stale", `${evidence.head} was verified, and the head is ${head}`);
  }
  const codes = evidence.reasons.map(({ code }) => code);
  if (codes.includes("conflict") || present.kind === "conflict") {
    const where = present.kind === "conflict" ? ` ${present.path}` : "";
    return found("conflict", `head and base both changed${where}; a person must merge them`);
  }
  if (codes.length > 0 && codes.every((code) => code === "partial_selection")) {
    return found("partial_selection", "only some of its tests were run");
  }
  // No further attempt can answer what a person has to.
  const forPerson = evidence.reasons.find(({ code }) => isForPerson(code));
  if (forPerson !== undefined && isForPerson(forPerson.code)) {
    return found(forPerson.code, forPerson.message);
  }
  if (evidence.verdict !== "passed" || evidence.inputs === null) {
    return found("not_passed", `${evidence.verdict}, ${[...new Set(codes)].join(", ")}`);
  }
  const changed = changedInputs(evidence.inputs, present.inputs);
  if (changed.length > 0) {
    return found("inputs_changed", `${changed.join(", ")} changed after the verification`);
  }
  const edit = settings["require-replay"] && claimsStory ? replayFault(evidence) : null;
  return edit === null ? { task, kind: "proven" } : found(edit.code, edit.message);
}

/** So many files are named; the evidence has all of them. */
const NAMED = 10;

/** Why it is not shown that a folder is what its transcript makes, or null. */
function replayFault({ replay, replayDifferences }: Evidence): DecisionReason | null {
  switch (replay) {
    case "same":
      return null;
    case "differs": {
      const named = replayDifferences.slice(0, NAMED).map(({ path, how }) => `${path} ${how}`);
      const more = replayDifferences.length - named.length;
      const all = more > 0 ? [...named, `and ${more} more`] : named;
      return because("replay_differs", all.join(", "));
    }
    case "other_version":
      return because("replay_unavailable", "another version made it: generate it again");
    case null:
      return because(
        "replay_unavailable",
        "it has no transcript to be made from: generate it again",
      );
    default:
      return replay satisfies never;
  }
}

function isForPerson(code: ReasonCode): code is "story_unclear" | "test_overruled" {
  return code === "story_unclear" || code === "test_overruled";
}

/** Which of the inputs that git can tell differ from those that were tested. */
export function changedInputs(
  tested: VerificationInputs,
  present: Pick<VerificationInputs, "task" | "shared" | "config">,
): string[] {
  if (inputsDigestOf({ ...tested, ...present }) === inputsDigestOf(tested)) return [];
  const paths = new Set([...Object.keys(tested.shared), ...Object.keys(present.shared)]);
  return [
    ...(tested.task === present.task ? [] : ["the task folder"]),
    ...[...paths].filter((path) => tested.shared[path] !== present.shared[path]),
    ...(tested.config === present.config ? [] : [".github/agent-pipeline.yml"]),
  ];
}

/** Whether two documents of one run show the same inputs once passing and once failing their tests. */
export function contradict(one: Evidence, other: Evidence): boolean {
  if (one.inputsDigest === null || one.inputsDigest !== other.inputsDigest) return false;
  return (
    (one.verdict === "passed" && hasFailedTests(other)) ||
    (other.verdict === "passed" && hasFailedTests(one))
  );
}

/** What the code did wrong while it ran. */
const BY_THE_CODE: readonly ReasonCode[] = ["example_failed", "test_failed", "test_error"];

function hasFailedTests({ reasons }: Evidence): boolean {
  return reasons.some(({ code }) => BY_THE_CODE.includes(code));
}

export function reasonFor(task: string, code: DecisionCode, message: string): TaskFinding {
  return { task, kind: "reason", reason: because(code, `${task}: ${message}`) };
}
