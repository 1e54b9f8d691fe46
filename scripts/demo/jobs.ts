import { execFileSync } from "node:child_process";
import type { MatrixEntry } from "../../src/handover/matrix.ts";
import { type BundleResult, type BundleRun, runBundle } from "../../world/bundle.ts";
import type { World } from "./world.ts";

export interface Job extends BundleResult {
  readonly action: BundleRun["action"];
  readonly seconds: number;
}

export interface Run {
  readonly world: World;
  /** The variables that every job of this workflow run sees. */
  readonly context: Readonly<Record<string, string>>;
  /** Name of the model that generate asks. */
  readonly model: string;
  /** Aborted when the person at the terminal has had enough. */
  readonly signal: AbortSignal;
}

/** A model may think for minutes; the job on GitHub has an hour. */
const LONGEST_JOB = 60 * 60_000;

/** What `inputs.…` are in a run that nobody dispatched. */
const NOT_DISPATCHED = {
  story: "",
  task: "",
  "pull-request": "",
  "feedback-run-id": "",
  "dry-run": "",
};

// The jobs of .github/workflows/agent-pipeline.yml, with what each hands to the next one.

export function generate(run: Run): Promise<Job> {
  const { baseUrl, key } = run.world.model;
  return runJob(run, "generate", {
    ...NOT_DISPATCHED,
    "openai-api-key": key,
    "base-url": baseUrl,
    model: run.model,
  });
}

export function discover(run: Run, { outputs }: Job): Promise<Job> {
  return runJob(run, "discover", { "pull-requests": outputs["pull-requests"] || "missing" });
}

export function verify(
  run: Run,
  { entry, tasks, head, base, ...others }: MatrixEntry,
): Promise<Job> {
  return runJob(run, "verify", {
    entry,
    tasks: tasks.join(","),
    head,
    base,
    "merge-base": others["merge-base"],
    "max-tests": "",
  });
}

export function mergeGate(run: Run, { outputs }: Job): Promise<Job> {
  return runJob(run, "merge-gate", { matrix: outputs["matrix"] ?? "", "dry-run": "" });
}

async function runJob(
  { context, signal }: Run,
  action: BundleRun["action"],
  inputs: Record<string, string>,
): Promise<Job> {
  const start = performance.now();
  const environment = { ...context, GITHUB_JOB: action };
  const result = await runBundle({ action, inputs, environment, timeout: LONGEST_JOB });
  signal.throwIfAborted();
  return { ...result, action, seconds: (performance.now() - start) / 1_000 };
}

/** Ends what `runBundle` has started: each action is the leader of a process group of its own. */
export function endRunningJobs(): void {
  for (const [, pid, parent] of processTable().matchAll(/^\s*(\d+)\s+(\d+)\s*$/gm)) {
    if (Number(parent) === process.pid) endGroup(Number(pid));
  }
}

function processTable(): string {
  try {
    return execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  } catch {
    // Where there is no `ps`, an action ends by itself: the servers that it talks to are gone.
    return "";
  }
}

function endGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGTERM");
  } catch {
    // It has ended by itself, or is no leader (`ps`, for one).
  }
}
