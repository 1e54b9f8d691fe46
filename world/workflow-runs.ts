import { now } from "./moment.ts";
import type { Repository } from "./repository.ts";

export interface WorkflowRun {
  readonly id: number;
  readonly repository: Repository;
  readonly event: string;
  readonly headBranch: string | null;
  readonly headSha: string;
  /** Path of the workflow file. */
  readonly workflow: string;
  readonly attempt: number;
  readonly actor: string;
  readonly status: "queued" | "in_progress" | "completed";
  readonly conclusion: string | null;
  /** Otherwise the moment at which it is recorded. */
  readonly createdAt?: string;
  /** Otherwise none. */
  readonly jobs?: readonly RunJob[];
}

/** A job of a run, and what stands on its page. */
export interface RunJob {
  readonly id: number;
  readonly name: string;
  readonly conclusion: "success" | "failure" | null;
  readonly annotations: readonly {
    readonly level: "notice" | "warning" | "failure";
    readonly title: string;
    readonly message: string;
  }[];
}

/** A run that somebody asked for by workflow_dispatch. Nothing starts it but the test. */
export interface Dispatch {
  readonly repository: string;
  /** File name of the workflow. */
  readonly workflow: string;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
  readonly runId: number;
}

/** The workflow runs that the API knows. */
export class WorkflowRuns {
  readonly #runs = new Map<number, WorkflowRun>();
  #lastId = 1_000;

  record(run: WorkflowRun): void {
    this.#runs.set(run.id, { createdAt: now(), ...run });
    this.#lastId = Math.max(this.#lastId, run.id);
  }

  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  find(id: number): WorkflowRun | undefined {
    return this.#runs.get(id);
  }

  /** The newest first, as GitHub lists them. */
  of(repository: Repository): readonly WorkflowRun[] {
    return [...this.#runs.values()]
      .filter((run) => run.repository === repository)
      .toSorted((one, other) => other.id - one.id);
  }

  /** The job of that id, of whatever run of a repository. */
  job(repository: Repository, id: number): RunJob | undefined {
    return this.of(repository)
      .flatMap(({ jobs = [] }) => jobs)
      .find((job) => job.id === id);
  }

  /** Ends a run, with whatever conclusion. */
  end(id: number, conclusion = "success"): void {
    const run = this.#runs.get(id);
    if (run === undefined) throw new Error(`There is no run ${id}`);
    this.#runs.set(id, { ...run, status: "completed", conclusion });
  }
}
