import type { Spent } from "../../src/authoring/spending.ts";
import type { HandedOver } from "../../src/handover/pull-requests.ts";
import type { Failure } from "../../src/runner/job.ts";
import type { Stage } from "../../src/task/manifest.ts";
import type { SkipReason } from "./task-plan.ts";

export interface Skipped {
  readonly subject: string;
  readonly reason: SkipReason | "dry_run";
}

/** What came of some tasks. */
export interface Done {
  readonly handedOver: readonly HandedOver[];
  readonly skipped: readonly Skipped[];
  /** Task → number of its latest attempt. */
  readonly attempts: Readonly<Record<string, number>>;
  readonly failures: readonly Failure[];
}

/** What a run of generate came to. */
export interface Outcome extends Done {
  /** By stage. */
  readonly spent: ReadonlyMap<Stage, Spent>;
}

export const NOTHING_DONE: Done = { handedOver: [], skipped: [], attempts: {}, failures: [] };

export const NOTHING: Outcome = { ...NOTHING_DONE, spent: new Map() };

export function joined(all: readonly Done[]): Done {
  return {
    handedOver: all.flatMap(({ handedOver }) => handedOver),
    skipped: all.flatMap(({ skipped }) => skipped),
    attempts: Object.fromEntries(all.flatMap(({ attempts }) => Object.entries(attempts))),
    failures: all.flatMap(({ failures }) => failures),
  };
}
