// What a run came to, as one plain document: all that its page and the files beside it are made of. Nothing in it is
// looked up later, and everything that somebody else wrote is as they wrote it: whoever shows it has to escape it.
import type { Judgement } from "../authoring/judgement.ts";
import type { Contested, Trial } from "../authoring/trial.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Subject } from "../handover/subject.ts";
import type { NextStep } from "../next-runs/next-step.ts";
import type { NotTestable } from "../task/design.ts";
import type { Attempt, Call, OpenQuestion, Overruled, Stage } from "../task/manifest.ts";
import type { TaskId } from "../task/task-id.ts";
import type { Decided } from "../telling/decision-words.ts";

export interface RunReport {
  readonly run: ReportedRun;
  /** What the gate decided, in its order; empty where it was not asked, or did not answer. */
  readonly decisions: readonly ReportedDecision[];
  /** Each once, in the order of their paths. */
  readonly stories: readonly ReportedStory[];
  /** Each task of the matrix, and each that generate worked on, in the order of their ids. */
  readonly tasks: readonly ReportedTask[];
  /** What generate left alone or could not make. */
  readonly leftOut: readonly LeftOut[];
  /** In the order in which they began; empty where nobody measured. */
  readonly timings: readonly Timing[];
  /** What this document should hold and does not, each as a sentence with its full stop. */
  readonly gaps: readonly string[];
}

export interface ReportedRun {
  /** Number of the run; null outside GitHub. */
  readonly id: string | null;
  readonly attempt: number;
  /** Where everybody may look it up, with no signature in it; null outside GitHub. */
  readonly url: string | null;
  /** `owner/name`; null where there is none. */
  readonly repository: string | null;
  /** Where repositories are: `https://github.com`; null outside GitHub. */
  readonly server: string | null;
  /** Of agent-pipeline. */
  readonly version: string;
  readonly isDryRun: boolean;
}

/** What was decided about a pull request or a merge group. */
export interface ReportedDecision extends Subject {
  /** Of the pull request; null where it was not read. */
  readonly title: string | null;
  readonly decision: Decided;
  readonly next: NextStep | null;
  /** Tip of the base that it was judged by. */
  readonly base: string | null;
  /** What the merge made; null where there is none, or it is not known. */
  readonly mergeSha: string | null;
  /** The tasks that it changes. */
  readonly tasks: readonly TaskId[];
}

export interface ReportedStory {
  readonly path: string;
  readonly id: string;
  readonly title: string | null;
  readonly tasks: readonly TaskId[];
}

/** One task of one subject: what was asked for, what was made of it, and what was found out. */
export interface ReportedTask {
  readonly task: TaskId;
  /** Of the pull request that it is of; null without one. */
  readonly pullRequest: number | null;
  /** The commit that its files are of; null where they were not read. */
  readonly head: string | null;
  /** Whether the gate takes it for proven; where no gate was asked, whether it passed. */
  readonly isProven: boolean;
  readonly evidence: Evidence | null;
  /** Why there is no evidence, or none that counts, as a sentence with its full stop. */
  readonly problem: string | null;
  /** Path of its story; null where the folder does not tell. */
  readonly story: string | null;
  /** null where the folder has none that can be read. */
  readonly design: ReportedDesign | null;
  readonly items: readonly ReportedItem[];
  readonly files: readonly ReportedFile[];
  /** All that were made of this text of the story, as far as the folder tells. */
  readonly attempts: readonly ReportedAttempt[];
  readonly question: OpenQuestion | null;
  readonly overruled: readonly Overruled[];
}

export interface ReportedDesign {
  readonly summary: string;

  readonly modules: readonly ReportedModule[];
  readonly criteria: readonly ReportedCriterion[];
  readonly assumptions: readonly string[];
}

export interface ReportedModule {
  readonly path: string;
  /** The one line by which tests import it. */
  readonly import: string;
  readonly purpose: string;
}

export interface ReportedCriterion {
  readonly id: string;
  /** The line of the story. */
  readonly source: string;
  /** What a test has to show. */
  readonly statement: string;
}

/** One thing that the story demands, in its order. */
export interface ReportedItem {
  readonly line: string;
  /** Ids; `evidence.criteria` has their tests and examples. */
  readonly criteria: readonly string[];
  /** `unknown`: nobody has looked, because verification did not come so far. */
  readonly state: "shown" | "not_testable" | "uncovered" | "unknown";
  readonly why: NotTestable["reason"] | null;
}

export interface ReportedFile {
  /** Relative to the task folder. */
  readonly path: string;
  readonly kind: "code" | "tests" | "requirements";
  readonly text: string;
}

export interface ReportedAttempt {
  readonly number: number;
  readonly reason: Attempt["reason"];
  readonly ended: Attempt["ended"];
  /** What was paid, in the order of the plan. */
  readonly calls: readonly Call[];
  /** What was asked and found, one after the other; empty where the folder holds no transcript of it. */
  readonly steps: readonly AttemptStep[];
}

/** What was asked at the same time, and what was then found. */
export interface AttemptStep {
  /** Why it was asked: a code of a reason, or words. */
  readonly because: string;
  readonly questions: readonly ReportedQuestion[];
  /** By the check of generate, which is no evidence; null where none was made. */
  readonly judgement: Judgement | null;
  /** Every test of every suite on every code, where it was to be found out who is wrong. */
  readonly trial: Trial | null;
  /** What tests that fail on codes which agree say about one call. */
  readonly contested: readonly Contested[];
}

export interface ReportedQuestion {
  readonly stage: Stage;
  /** Versions that are made blind of each other have equal questions: the first one is 1. */
  readonly sample: number;
  /** 1 for the first question about a version. */
  readonly round: number;
  readonly call: Call;
  /** What is wrong with the reply, each without its full stop. */
  readonly faults: readonly string[];
  /** What was written; of a design its JSON. Empty where nothing of it can be read. */
  readonly files: readonly WrittenFile[];
  /** Why there is no answer; null where there is one. */
  readonly unanswered: string | null;
}

export interface WrittenFile {
  readonly path: string;
  readonly text: string;
}

export interface LeftOut {
  /** A story's path or a task's id. */
  readonly subject: string;
  /** Code of generate, such as `unchanged`; `failed` where it could not be made. */
  readonly reason: string;
  /** As generate says it. */
  readonly message: string;
}

/** One piece of work on the clock. Pieces may overlap, and one may hold others. */
export interface Timing {
  /** The job: `generate`, `discover`, `verify`, `merge-gate`. */
  readonly job: string;
  /** What was done in it, such as `design`, `code`, `self-check`; null for the job as a whole. */
  readonly stage: string | null;
  readonly task: TaskId | null;
  /** Seconds since the first piece of the run began. */
  readonly start: number;
  readonly seconds: number;
  /** null for what is not paid, or has no known price. */
  readonly costUsd: number | null;
}
