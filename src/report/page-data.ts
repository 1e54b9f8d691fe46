// What the page holds as JSON: one block for the run, and one for each task, which is parsed when the task is opened and not
// before: what the first screen shows of a task is in the block of the run.
// Lines and blocks were made by `telling`; whatever is a plain string may be hostile, and is shown as letters only.
import type { Block, Line } from "../telling/blocks.ts";

export type Tone = "good" | "bad" | "open" | "quiet";

export interface PageOfRun {
  /** Where everybody may look the run up; null for a run outside GitHub. */
  readonly url: string | null;
  readonly version: string;
  /** Such as `acme/shop`, `run 7`. */
  readonly about: readonly string[];
  readonly answer: { readonly tone: Tone; readonly headline: Line; readonly meaning: Line };
  readonly facts: readonly Fact[];
  /** What is missing on this page, and where it is. */
  readonly notices: readonly Line[];
  readonly decisions: readonly PageDecision[];
  readonly stories: readonly PageStory[];
  readonly tasks: readonly TaskRow[];
  /** So many tasks of the run are not in `tasks`, because the page would be too large. */
  readonly elsewhere: number;
  readonly leftOut: readonly (readonly [subject: string, reason: string, message: string])[];
  readonly bars: readonly Bar[];
  readonly commands: readonly Command[];
}

export interface Fact {
  readonly label: string;
  readonly value: Line;
  /** Some of all, and not all. */
  readonly isShort?: boolean;
}

export interface PageDecision {
  readonly name: string;
  readonly url: string | null;
  readonly title: string | null;
  readonly tone: Tone;
  readonly kind: string;
  readonly headline: Line;
  readonly meaning: Line;
  readonly blocks: readonly Block[];
  /** Places in `tasks` of the run. */
  readonly tasks: readonly number[];
}

export interface PageStory {
  readonly path: string;
  readonly title: string | null;
  readonly tasks: readonly number[];
}

/** One task in the list. */
export interface TaskRow {
  readonly task: string;
  readonly pullRequest: number | null;
  readonly tone: Tone;
  readonly verdict: "passed" | "failed" | "unproven" | "none";
  readonly codes: readonly string[];
  /** Some of all; null where nobody looked. */
  readonly tests: Counted;
  readonly items: Counted;
  readonly examples: Counted;
  readonly mutants: Counted;
  readonly attempts: number;
  readonly costUsd: number | null;
  readonly seconds: number | null;
  /** The first thing against it; null where nothing is. */
  readonly cause: Cause | null;
  /** Further words that it is found by. */
  readonly words: string;
}

/** So much of a reason as is read before its task is opened. */
export interface Cause {
  readonly code: string;
  readonly message: string;
  readonly expected: string | null;
  readonly got: string | null;
  /** So many reasons more there are. */
  readonly others: number;
}

export type Counted = readonly [some: number, all: number] | null;

/** How much of a task the page holds. */
export type Detail = "full" | "short" | "counts";

export interface PageOfTask {
  readonly detail: Detail;
  /** What of it is not here, and where it is. */
  readonly notice: Line | null;
  readonly verdict: Line;
  readonly reasons: readonly PageReason[];
  /** What a person has to settle. */
  readonly todo: readonly Block[];
  readonly checks: readonly Block[];
  readonly summary: string | null;
  readonly assumptions: readonly string[];
  readonly items: readonly PageItem[];
  readonly criteria: Readonly<Record<string, PageCriterion>>;
  readonly tests: readonly PageTest[];
  /** Of the mutants with an answer, as evidence has it; null without any. */
  readonly score: number | null;
  readonly files: readonly PageFile[];
  readonly attempts: readonly PageAttempt[];
  readonly bars: readonly Bar[];
  readonly commands: readonly Command[];
  readonly facts: readonly Fact[];
}

export interface PageReason {
  readonly code: string;
  readonly message: string;
  readonly advice: Line;
  readonly item: string | null;
  /** Place of that line in `items`; null where it is none of them. */
  readonly itemAt: number | null;
  readonly expected: string | null;
  readonly got: string | null;
  /** Place in `tests`; null where it is about none of them. */
  readonly test: number | null;
  readonly file: string | null;
  readonly line: number | null;
  /** Address of that line at the head. */
  readonly url: string | null;
}

export interface PageItem {
  readonly line: string;
  readonly criteria: readonly string[];
  readonly state: "shown" | "not_testable" | "uncovered" | "unknown";
  readonly why: string | null;
}

export interface PageCriterion {
  readonly statement: string | null;
  /** Places in `tests`. */
  readonly tests: readonly number[];
  readonly example: PageExample | null;
}

export interface PageExample {
  readonly state: "executed" | "literals" | "unchecked";
  readonly call: string | null;
  readonly expected: string | null;
  readonly got: string | null;
  readonly why: string | null;
}

export interface PageTest {
  readonly id: string;
  readonly outcome: "passed" | "failed" | "error" | "skipped";
  readonly seconds: number;
  readonly criteria: readonly string[];
  readonly message: string | null;
  readonly isVacuous: boolean;
}

export interface PageFile {
  readonly path: string;
  readonly kind: "code" | "tests" | "requirements";
  readonly lines: readonly string[];
  /** How many characters or lines are not here; null where it is whole. */
  readonly cut: string | null;
  readonly url: string | null;
  readonly probes: readonly Probe[];
}

/** A stub, a mutant, or what nothing reached. */
export interface Probe {
  readonly kind: "stub" | "mutant" | "unreached";
  readonly range: readonly [line: number, column: number, lastLine: number, lastColumn: number];
  readonly what: string;
  /** Kind of the change, or of the stub. */
  readonly sort: string;
  readonly outcome: "killed" | "survived" | "unknown" | "set_aside";
  readonly why: string | null;
}

export interface PageAttempt {
  readonly number: number;
  readonly reason: string;
  readonly ended: string;
  readonly tone: Tone;
  readonly took: Line;
  readonly steps: readonly PageStep[];
}

export interface PageStep {
  readonly because: string;
  readonly asked: readonly PageAsked[];
  /** What was found of what came back, and whether it was proven. */
  readonly found: Line;
  readonly tone: Tone;
  readonly findings: readonly Line[];
  readonly trial: PageTrial | null;
  readonly contested: readonly PageContested[];
  readonly changes: readonly FileChange[];
}

export interface PageAsked {
  readonly stage: "design" | "code" | "tests";
  readonly sample: number;
  readonly round: number;
  readonly model: string;
  readonly took: Line;
  readonly outcome: string;
  readonly faults: readonly string[];
}

export interface PageTrial {
  readonly codes: number;
  /** Of each code the number of the group whose answers are equal. */
  readonly agreement: readonly number[];
  /** Tests with the same outcome on every code. */
  readonly alike: number;
  readonly tests: readonly (readonly [suite: number, id: string, outcomes: readonly string[]])[];
}

export interface PageContested {
  readonly call: string;
  readonly says: string;
  readonly answers: readonly string[];
}

/** What one version of a file has instead of the one before it. */
export interface FileChange {
  readonly path: string;
  /** Which version it is, such as `tests 1`, and which it is held against; null for a first one. */
  readonly version: string;
  readonly before: string | null;
  readonly added: number;
  readonly removed: number;
  readonly hunks: readonly Hunk[];
  /** Why there is no diff although there is a difference. */
  readonly left: string | null;
}

export interface Hunk {
  readonly oldStart: number;
  readonly newStart: number;
  /** Each with its sign in front: ` `, `-`, `+`. */
  readonly lines: readonly string[];
}

export interface Bar {
  readonly lane: string;
  readonly name: string;
  /** Place in `tasks` of the run; null for what is of no task. */
  readonly task: number | null;
  readonly start: number;
  readonly seconds: number;
  readonly costUsd: number | null;
}

export interface Command {
  readonly what: string;
  readonly command: string;
}
