import type { Outcome as Decided } from "../../actions/merge-gate/run.ts";
import type { Outcome as Swept } from "../../actions/sweep/outcome.ts";
import type { MatrixEntry } from "../../src/handover/matrix.ts";
import type { Trigger } from "../../src/runner/trigger.ts";
import type { Process } from "./process.ts";

export type Workflow = "agent-ci" | "agent-pipeline" | "agent-sweep";

/** One step that an actor makes at once; `gate` and `sweep` are the product itself, call by call. */
export type Stage = "generate" | "publish" | "discover" | "verify" | "gate" | "sweep";

const STAGES: Readonly<Record<Workflow, readonly Stage[]>> = {
  "agent-ci": ["discover", "verify", "gate"],
  "agent-pipeline": ["generate", "publish", "discover", "verify", "gate"],
  "agent-sweep": ["sweep"],
};

/** What generate hands over: tasks that are there now, at the tip of a branch. */
export interface HandedOver {
  readonly number: number;
  readonly head: string;
}

export interface RunRequest {
  readonly id: number;
  readonly workflow: Workflow;
  readonly trigger: Trigger;
  /** The pull request of the event, or of the input. */
  readonly pullRequest: number | null;
  /** That of the input `pull-request` alone. */
  readonly given: number | null;
  readonly tasks?: readonly string[];
  readonly feedback?: string | null;
  readonly isPartial?: boolean;
}

/** What generate has made, and not yet pushed. */
export interface Made {
  readonly task: string;
  readonly tip: string;
  readonly branch: string;
  /** null where the attempt came to nothing. */
  readonly files: Readonly<Record<string, string>> | null;
  /** What it was made from, to see whether somebody else was faster. */
  readonly folder: string | null;
  readonly story: string;
}

/** A pull request in the moment in which the gate asked about it. */
export interface SeenPullRequest {
  readonly isOurs: boolean;
  readonly isDraft: boolean;
  readonly baseBranch: string;
}

/** A run of one of the three workflows, job by job. */
export class Run {
  readonly request: RunRequest;
  attempt = 1;
  left: Stage[];
  made: Made[] = [];
  failures: string[] = [];
  /** null where generate gave no answer. */
  handedOver: readonly HandedOver[] | null = [];
  /** null where discover gave none. */
  matrix: readonly MatrixEntry[] | null = null;
  baseBranch: string;
  process: Process | null = null;
  outcome: Decided | null = null;
  swept: Swept | null = null;
  isOver = false;
  /** What its jobs met that GitHub, or the machine, did to it. */
  faults = 0;
  /** The tip of the base as the gate has read it last. */
  lookedAt: string | null = null;
  /** The pull requests as the gate has read them last. */
  readonly seen = new Map<number, SeenPullRequest>();

  constructor(request: RunRequest, baseBranch: string) {
    this.request = request;
    this.left = [...STAGES[request.workflow]];
    this.baseBranch = baseBranch;
  }

  get id(): number {
    return this.request.id;
  }

  /** "Re-run all jobs". */
  startAgain(): void {
    this.attempt += 1;
    this.left = [...STAGES[this.request.workflow]];
    this.made = [];
    this.failures = [];
    this.handedOver = [];
    this.matrix = null;
    this.process = null;
    this.outcome = null;
    this.isOver = false;
  }
}
