import type { Log } from "./log.ts";

/** The step that an action is: what the runner tells it, and whom it tells. */
export interface Job {
  /** `GITHUB_*`, `RUNNER_*` and `INPUT_*`, as the runner sets them. */
  readonly environment: Environment;
  readonly log: Log;
  /** Keeps a text out of everything that people see of this run. */
  readonly mask: (secret: string) => void;
}

export type Environment = Readonly<Record<string, string | undefined>>;

export function inputOf({ environment }: Job, name: string): string {
  return (environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "").trim();
}

/** Whether a later job of the run says on its page what this one has to say, by the workflow's `env`. */
export function isReported({ environment }: Job): boolean {
  return environment["AGENT_PIPELINE_SUMMARY"] === "report";
}

/** How an action ends. The outputs are set first, whatever else is to be said. */
export interface Ending {
  /** One line each. */
  readonly outputs: Outputs;
  /** Markdown for the page of the run. */
  readonly summary?: string;
  /** What went wrong; any of them fails the step. */
  readonly failures?: readonly Failure[];
  /** Why the step fails although nothing went wrong with it: what it found out. */
  readonly verdict?: string | null;
}

export type Outputs = Readonly<Record<string, string>>;

/** Something that went wrong with one of the things that an action works on. */
export interface Failure {
  /** A story file, a task, a branch, a pull request; null for the action itself. */
  readonly subject: string | null;
  readonly error: unknown;
}
