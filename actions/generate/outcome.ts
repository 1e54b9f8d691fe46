import type { Spent } from "../../src/authoring/spending.ts";
import type { SkipReason } from "../../src/handover/generated.ts";
import type { HandedOver } from "../../src/handover/pull-requests.ts";
import type { Span } from "../../src/handover/timings.ts";
import type { Failure } from "../../src/runner/job.ts";
import type { Stage } from "../../src/task/manifest.ts";
import type { TaskId } from "../../src/task/task-id.ts";
import type { Block } from "../../src/telling/blocks.ts";
import type { GenerateReason } from "./task-plan.ts";

export interface Skipped {
  readonly subject: string;
  readonly reason: SkipReason;
}

/** What a dry run would do about one task. */
export interface Intention {
  readonly task: TaskId;
  readonly story: string;
  readonly branch: string;
  /** null for one that would be opened. */
  readonly pullRequest: number | null;
  /** What would be asked of which model; null where none would be asked. */
  readonly asked: {
    readonly reason: GenerateReason;
    readonly model: string;
    /** For design, code and tests, before they are checked. */
    readonly atMost: Estimate | null;
    /** What bounds all questions about the text of its story; null where nothing that a check finds is asked about. */
    readonly inAll: { readonly calls: number; readonly usd: number } | null;
  } | null;
  /** Otherwise what would be done without a model. */
  readonly kind: "generate" | "adopt" | "rename";
}

/** What one task takes at most. */
export interface Estimate {
  readonly tokens: number;
  /** null when the model has no known price. */
  readonly costUsd: number | null;
}

/** What came of some tasks. */
export interface Done {
  readonly handedOver: readonly HandedOver[];
  readonly skipped: readonly Skipped[];
  /** Task → number of its latest attempt. */
  readonly attempts: Readonly<Record<string, number>>;
  readonly failures: readonly Failure[];
  /** How tasks of which something was asked came to what their folders hold. */
  readonly accounts: readonly { readonly task: TaskId; readonly blocks: readonly Block[] }[];
  /** Of a dry run alone. */
  readonly intentions: readonly Intention[];
}

/** What a run of generate came to. */
export interface Outcome extends Done {
  /** By stage. */
  readonly spent: ReadonlyMap<Stage, Spent>;
  /** What was done when. */
  readonly spans: readonly Span[];
}

export const NOTHING_DONE: Done = {
  handedOver: [],
  skipped: [],
  attempts: {},
  failures: [],
  accounts: [],
  intentions: [],
};

export const NOTHING: Outcome = { ...NOTHING_DONE, spent: new Map(), spans: [] };

export function joined(all: readonly Done[]): Done {
  return {
    handedOver: all.flatMap(({ handedOver }) => handedOver),
    skipped: all.flatMap(({ skipped }) => skipped),
    attempts: Object.fromEntries(all.flatMap(({ attempts }) => Object.entries(attempts))),
    failures: all.flatMap(({ failures }) => failures),
    accounts: all.flatMap(({ accounts }) => accounts),
    intentions: all.flatMap(({ intentions }) => intentions),
  };
}
