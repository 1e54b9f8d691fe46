import type { Evidence } from "../../src/evidence/evidence.ts";

/** What GitHub says about a run, besides its evidence. */
export interface RunFacts {
  readonly url: string;
  /** null while it runs. */
  readonly conclusion: string | null;
  /** Jobs that failed, with what they had to say. */
  readonly failedJobs: readonly {
    readonly name: string;
    readonly url: string;
    readonly said: readonly string[];
  }[];
  /** What the gate posted on the heads that were verified. */
  readonly gate: readonly {
    readonly head: string;
    readonly state: string;
    readonly says: string;
  }[];
  /** What the token may not see, and what GitHub said about it. */
  readonly unseen: readonly string[];
}

export interface Explained {
  readonly source: string;
  readonly evidence: Evidence;
}

export interface Unreadable {
  readonly source: string;
  readonly problem: string;
}
